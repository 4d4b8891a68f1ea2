"""Content: ``client.scans().content``."""

from __future__ import annotations

from .._runtime import Answer, AsyncResource, Resource


class ContentResource(Resource):
    """Content: ``client.scans().content``."""

    def download(self) -> Answer[bytes]:
        """Download a scan."""
        return self._send(
            "GET",
            "/scans/{scan_id}/content",
            into=Answer[bytes],
            headers={"Accept": "image/png"},
        )


class AsyncContentResource(AsyncResource):
    """Content, awaited; see ``ContentResource``."""

    async def download(self) -> Answer[bytes]:
        """Download a scan. See ``ContentResource.download``."""
        return await self._send(
            "GET",
            "/scans/{scan_id}/content",
            into=Answer[bytes],
            headers={"Accept": "image/png"},
        )
