from __future__ import annotations

from .._runtime._downloads import AsyncDownload, Download
from .._runtime._resource import AsyncResource, Resource
from ..headers import Headers


class ContentResource(Resource):
    """Content: ``client.scans().content``."""

    def download(self) -> Download[Headers]:
        """Download a scan."""
        return self._send(
            "GET /scans/{scan_id}/content",
            into=Download[Headers],
            headers={"Accept": "image/png"},
        )


class AsyncContentResource(AsyncResource):
    """Content, awaited; see ``ContentResource``."""

    async def download(self) -> AsyncDownload[Headers]:
        """Download a scan. See ``ContentResource.download``."""
        return await self._send(
            "GET /scans/{scan_id}/content",
            into=AsyncDownload[Headers],
            headers={"Accept": "image/png"},
        )
