from __future__ import annotations

from .._runtime._omit import OMIT, Omit
from .._runtime._paging import AsyncPages, Pages, Paging
from .._runtime._resource import AsyncResource, Resource
from ..models.worker_channel import WorkerChannel

PAGING = Paging(
    style="next-url", items="channels", next="meta.next_page_url", size="PageSize"
)


class WorkerChannels(Resource):
    """Worker channels: ``client.workspaces().workers().channels``."""

    def list(
        self,
        *,
        page_size: int | Omit = OMIT,
        page: int | Omit = OMIT,
        page_token: str | Omit = OMIT,
        limit: int | None = None,
    ) -> Pages[WorkerChannel]:
        """List worker channel.

        Lists the channels of one worker, page by page.

        Args:
            page_size: How many worker channels to return per page. Between 1 and 1000.
                Defaults to `50`.
            page: Number of the page, kept for the client's own use. At least 0.
            page_token: Token of the page to return, as handed out with the page before
                it.
            limit: Stop after this many items, however many a page holds.
        """
        return self._pages(
            "GET /v1/Workspaces/{WorkspaceSid}/Workers/{WorkerSid}/Channels",
            item=WorkerChannel,
            paging=PAGING,
            limit=limit,
            query={"PageSize": page_size, "Page": page, "PageToken": page_token},
        )

    def fetch(self, sid: str) -> WorkerChannel:
        """Fetch worker channel.

        Returns one channel of a worker, with its capacity and load.

        Args:
            sid: SID of the worker channel to fetch.
        """
        return self._send(
            "GET /v1/Workspaces/{WorkspaceSid}/Workers/{WorkerSid}/Channels/{Sid}",
            sid,
            into=WorkerChannel,
        )

    def update(
        self, sid: str, *, capacity: int | Omit = OMIT, available: bool | Omit = OMIT
    ) -> WorkerChannel:
        """Update worker channel.

        Sets how many tasks of a channel a worker takes at once, or switches the channel
        off.

        Args:
            sid: SID of the worker channel to update.
            capacity: How many tasks of this channel the worker can have at once. With
                0, no new reservations are made.
            available: Whether the worker receives new tasks on this channel.
        """
        return self._send(
            "POST /v1/Workspaces/{WorkspaceSid}/Workers/{WorkerSid}/Channels/{Sid}",
            sid,
            into=WorkerChannel,
            form={"Capacity": capacity, "Available": available},
        )


class AsyncWorkerChannels(AsyncResource):
    """Worker channels, awaited; see ``WorkerChannels``."""

    def list(
        self,
        *,
        page_size: int | Omit = OMIT,
        page: int | Omit = OMIT,
        page_token: str | Omit = OMIT,
        limit: int | None = None,
    ) -> AsyncPages[WorkerChannel]:
        """List worker channel. See ``WorkerChannels.list``."""
        return self._pages(
            "GET /v1/Workspaces/{WorkspaceSid}/Workers/{WorkerSid}/Channels",
            item=WorkerChannel,
            paging=PAGING,
            limit=limit,
            query={"PageSize": page_size, "Page": page, "PageToken": page_token},
        )

    async def fetch(self, sid: str) -> WorkerChannel:
        """Fetch worker channel. See ``WorkerChannels.fetch``."""
        return await self._send(
            "GET /v1/Workspaces/{WorkspaceSid}/Workers/{WorkerSid}/Channels/{Sid}",
            sid,
            into=WorkerChannel,
        )

    async def update(
        self, sid: str, *, capacity: int | Omit = OMIT, available: bool | Omit = OMIT
    ) -> WorkerChannel:
        """Update worker channel. See ``WorkerChannels.update``."""
        return await self._send(
            "POST /v1/Workspaces/{WorkspaceSid}/Workers/{WorkerSid}/Channels/{Sid}",
            sid,
            into=WorkerChannel,
            form={"Capacity": capacity, "Available": available},
        )
