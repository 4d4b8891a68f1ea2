from __future__ import annotations

from typing import Any

from .._runtime._paging import AsyncPages, Pages, Paging
from .._runtime._resource import AsyncResource, Resource
from ..models.report import Report

PAGING = Paging(style="next-url", items="reports", next="next")


class Reports(Resource):
    """Reports: ``client.reports``."""

    def list(self, *, limit: int | None = None) -> Pages[dict[str, Any]]:
        """List reports.

        Args:
            limit: Stop after this many items, however many a page holds.
        """
        return self._pages(
            "GET /reports",
            item=dict[str, Any],
            paging=PAGING,
            limit=limit,
            server="https://reports.depot.example",
        )

    def fetch(self, id: str) -> Report:
        """Fetch report.

        The documentation has it at https://elsewhere.example, where this client sends
        no credentials: make another one with that as base_url.

        Args:
            id: Its number.
        """
        return self._send("GET /reports/{id}", id, into=Report)


class AsyncReports(AsyncResource):
    """Reports, awaited; see ``Reports``."""

    def list(self, *, limit: int | None = None) -> AsyncPages[dict[str, Any]]:
        """List reports. See ``Reports.list``."""
        return self._pages(
            "GET /reports",
            item=dict[str, Any],
            paging=PAGING,
            limit=limit,
            server="https://reports.depot.example",
        )

    async def fetch(self, id: str) -> Report:
        """Fetch report. See ``Reports.fetch``."""
        return await self._send("GET /reports/{id}", id, into=Report)
