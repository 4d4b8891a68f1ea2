from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime._omit import OMIT, Omit
from .._runtime._resource import AsyncResource, Resource
from .._runtime._results import Answer
from .._runtime._uploads import Content
from ..models.scan import Scan

if TYPE_CHECKING:
    from .content import AsyncContentResource, ContentResource


class Scans(Resource):
    """Scans: ``client.scans``."""

    def __call__(self, scan_id: str) -> ScanItem:
        """Choose one scan by its id; sends nothing."""
        return ScanItem(self, scan_id)

    def export(self) -> Answer[str]:
        """Export scans."""
        return self._send(
            "GET /scans/export.csv", into=Answer[str], headers={"Accept": "text/csv"}
        )

    def upload(self, *, file: Content, title: str | Omit = OMIT) -> Scan:
        """Upload a scan.

        Args:
            file: Required. The picture itself.
            title: What it shows.
        """
        return self._send(
            "POST /scans", into=Scan, form={"title": title}, files={"file": file}
        )


class ScanItem(Resource):
    """What belongs to one scan."""

    @property
    def content(self) -> ContentResource:
        from . import content as child

        return child.ContentResource(self)


class AsyncScans(AsyncResource):
    """Scans, awaited; see ``Scans``."""

    def __call__(self, scan_id: str) -> AsyncScanItem:
        """Choose one scan by its id; sends nothing."""
        return AsyncScanItem(self, scan_id)

    async def export(self) -> Answer[str]:
        """Export scans. See ``Scans.export``."""
        return await self._send(
            "GET /scans/export.csv", into=Answer[str], headers={"Accept": "text/csv"}
        )

    async def upload(self, *, file: Content, title: str | Omit = OMIT) -> Scan:
        """Upload a scan. See ``Scans.upload``."""
        return await self._send(
            "POST /scans", into=Scan, form={"title": title}, files={"file": file}
        )


class AsyncScanItem(AsyncResource):
    """What belongs to one scan."""

    @property
    def content(self) -> AsyncContentResource:
        from . import content as child

        return child.AsyncContentResource(self)
