from __future__ import annotations

from .._runtime._deprecated import deprecated
from .._runtime._omit import OMIT, Omit
from .._runtime._resource import AsyncResource, Resource
from ..models.key import Key


class Keys(Resource):
    """Keys: ``client.keys``."""

    @deprecated("The documentation calls it deprecated.")
    def create(self, *, name: str | Omit = OMIT, folder: str | Omit = OMIT) -> Key:
        """Create key.

        Deprecated: make a token.

        Args:
            name: What it is called.
            folder: Deprecated. Where it is.
        """
        return self._send(
            "POST /keys",
            into=Key,
            json={"name": name, "folder": folder},
            server="https://api.depot.example/auth",
        )


class AsyncKeys(AsyncResource):
    """Keys, awaited; see ``Keys``."""

    @deprecated("The documentation calls it deprecated.")
    async def create(
        self, *, name: str | Omit = OMIT, folder: str | Omit = OMIT
    ) -> Key:
        """Create key. See ``Keys.create``."""
        return await self._send(
            "POST /keys",
            into=Key,
            json={"name": name, "folder": folder},
            server="https://api.depot.example/auth",
        )
