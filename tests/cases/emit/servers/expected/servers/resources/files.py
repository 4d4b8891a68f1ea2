from __future__ import annotations

from .._runtime._omit import OMIT, Omit
from .._runtime._resource import AsyncResource, Resource
from ..models.file import File


class Files(Resource):
    """Files: ``client.files``."""

    def create(self, *, name: str | Omit = OMIT, folder: str | Omit = OMIT) -> File:
        """Create file.

        Args:
            name: What it is called.
            folder: Deprecated. Where it is.
        """
        return self._send(
            "POST /files",
            into=File,
            json={"name": name, "folder": folder},
            server="https://upload.depot.example/api",
        )

    def fetch(self, id: str) -> File:
        """Fetch file.

        Args:
            id: Its number.
        """
        return self._send("GET /files/{id}", id, into=File)


class AsyncFiles(AsyncResource):
    """Files, awaited; see ``Files``."""

    async def create(
        self, *, name: str | Omit = OMIT, folder: str | Omit = OMIT
    ) -> File:
        """Create file. See ``Files.create``."""
        return await self._send(
            "POST /files",
            into=File,
            json={"name": name, "folder": folder},
            server="https://upload.depot.example/api",
        )

    async def fetch(self, id: str) -> File:
        """Fetch file. See ``Files.fetch``."""
        return await self._send("GET /files/{id}", id, into=File)
