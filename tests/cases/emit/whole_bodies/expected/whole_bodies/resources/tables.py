from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, TYPE_CHECKING

from .._runtime._omit import OMIT, Omit
from .._runtime._resource import AsyncResource, Resource
from .._runtime._results import Items

if TYPE_CHECKING:
    from .labels import AsyncLabels, Labels
    from .script import AsyncScript, Script


class Tables(Resource):
    """Tables: ``client.tables``."""

    def __call__(self, table: str) -> TableItem:
        """Choose one table by its id; sends nothing."""
        return TableItem(self, table)

    def import_(
        self, table: str, *, body: Sequence[Mapping[str, Any]] | Omit = OMIT
    ) -> Items[str]:
        """Import rows.

        Args:
            table: The table.
        """
        return self._send(
            "POST /tables/{table}/import", table, into=Items[str], json=body
        )


class TableItem(Resource):
    """What belongs to one table."""

    @property
    def labels(self) -> Labels:
        from . import labels as child

        return child.Labels(self)

    @property
    def script(self) -> Script:
        from . import script as child

        return child.Script(self)


class AsyncTables(AsyncResource):
    """Tables, awaited; see ``Tables``."""

    def __call__(self, table: str) -> AsyncTableItem:
        """Choose one table by its id; sends nothing."""
        return AsyncTableItem(self, table)

    async def import_(
        self, table: str, *, body: Sequence[Mapping[str, Any]] | Omit = OMIT
    ) -> Items[str]:
        """Import rows. See ``Tables.import_``."""
        return await self._send(
            "POST /tables/{table}/import", table, into=Items[str], json=body
        )


class AsyncTableItem(AsyncResource):
    """What belongs to one table."""

    @property
    def labels(self) -> AsyncLabels:
        from . import labels as child

        return child.AsyncLabels(self)

    @property
    def script(self) -> AsyncScript:
        from . import script as child

        return child.AsyncScript(self)
