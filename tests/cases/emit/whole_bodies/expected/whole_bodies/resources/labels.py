from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .._runtime._omit import OMIT, Omit
from .._runtime._resource import AsyncResource, Resource
from .._runtime._results import NoContent
from ..headers import Headers


class Labels(Resource):
    """Labels: ``client.tables().labels``."""

    def set(self, *, body: Mapping[str, Any] | Omit = OMIT) -> NoContent[Headers]:
        """Set labels."""
        return self._send(
            "PUT /tables/{table}/labels", into=NoContent[Headers], json=body
        )


class AsyncLabels(AsyncResource):
    """Labels, awaited; see ``Labels``."""

    async def set(self, *, body: Mapping[str, Any] | Omit = OMIT) -> NoContent[Headers]:
        """Set labels. See ``Labels.set``."""
        return await self._send(
            "PUT /tables/{table}/labels", into=NoContent[Headers], json=body
        )
