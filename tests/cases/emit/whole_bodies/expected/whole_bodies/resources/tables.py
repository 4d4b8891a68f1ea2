"""Tables: ``client.tables``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, TYPE_CHECKING

from .._runtime import AsyncResource, Items, OMIT, Omit, Resource

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
            "POST", "/tables/{table}/import", table, into=Items[str], json=body
        )


class TableItem(Resource):
    """What belongs to one table."""

    @property
    def labels(self) -> Labels:
        """Labels."""
        from .labels import Labels

        return Labels(self)

    @property
    def script(self) -> Script:
        """Script."""
        from .script import Script

        return Script(self)


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
            "POST", "/tables/{table}/import", table, into=Items[str], json=body
        )


class AsyncTableItem(AsyncResource):
    """What belongs to one table."""

    @property
    def labels(self) -> AsyncLabels:
        from .labels import AsyncLabels

        return AsyncLabels(self)

    @property
    def script(self) -> AsyncScript:
        from .script import AsyncScript

        return AsyncScript(self)
