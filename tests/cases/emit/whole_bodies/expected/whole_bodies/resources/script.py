from __future__ import annotations

from typing import Any

from .._runtime._omit import OMIT, Omit
from .._runtime._resource import AsyncResource, Resource
from .._runtime._results import Answer
from .._runtime._uploads import Content


class Script(Resource):
    """Script: ``client.tables().script``."""

    def send(self, *, body: Content | Omit = OMIT) -> Answer[dict[str, Any]]:
        """Send script."""
        return self._send(
            "POST /tables/{table}/script",
            into=Answer[dict[str, Any]],
            content=None if isinstance(body, Omit) else body,
            content_type="application/x-lua",
        )


class AsyncScript(AsyncResource):
    """Script, awaited; see ``Script``."""

    async def send(self, *, body: Content | Omit = OMIT) -> Answer[dict[str, Any]]:
        """Send script. See ``Script.send``."""
        return await self._send(
            "POST /tables/{table}/script",
            into=Answer[dict[str, Any]],
            content=None if isinstance(body, Omit) else body,
            content_type="application/x-lua",
        )
