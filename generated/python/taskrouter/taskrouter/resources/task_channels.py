from __future__ import annotations

from .._runtime._omit import OMIT, Omit
from .._runtime._paging import AsyncPages, Pages, Paging
from .._runtime._resource import AsyncResource, Resource
from .._runtime._results import NoContent
from ..headers import Headers
from ..models.task_channel import TaskChannel

PAGING = Paging(
    style="next-url", items="channels", next="meta.next_page_url", size="PageSize"
)


class TaskChannels(Resource):
    """Task channels: ``client.workspaces().task_channels``."""

    def create(
        self,
        *,
        friendly_name: str,
        unique_name: str,
        channel_optimized_routing: bool | Omit = OMIT,
    ) -> TaskChannel:
        """Create task channel.

        Adds a task channel, a kind of work such as voice or chat.

        Args:
            friendly_name: Name that describes the task channel. At most 64 characters.
            unique_name: Your own unique name for the task channel, for example `voice`
                or `sms`.
            channel_optimized_routing: Whether the workers who have been idle the
                longest come first.
        """
        return self._send(
            "POST /v1/Workspaces/{WorkspaceSid}/TaskChannels",
            into=TaskChannel,
            form={
                "FriendlyName": friendly_name,
                "UniqueName": unique_name,
                "ChannelOptimizedRouting": channel_optimized_routing,
            },
        )

    def list(
        self,
        *,
        page_size: int | Omit = OMIT,
        page: int | Omit = OMIT,
        page_token: str | Omit = OMIT,
        limit: int | None = None,
    ) -> Pages[TaskChannel]:
        """List task channel.

        Lists the task channels of a workspace, page by page.

        Args:
            page_size: How many task channels to return per page. Between 1 and 1000.
                Defaults to `50`.
            page: Number of the page, kept for the client's own use. At least 0.
            page_token: Token of the page to return, as handed out with the page before
                it.
            limit: Stop after this many items, however many a page holds.
        """
        return self._pages(
            "GET /v1/Workspaces/{WorkspaceSid}/TaskChannels",
            item=TaskChannel,
            paging=PAGING,
            limit=limit,
            query={"PageSize": page_size, "Page": page, "PageToken": page_token},
        )

    def fetch(self, sid: str) -> TaskChannel:
        """Fetch task channel.

        Returns one task channel, the kind of work a task belongs to.

        Args:
            sid: SID of the task channel to fetch.
        """
        return self._send(
            "GET /v1/Workspaces/{WorkspaceSid}/TaskChannels/{Sid}",
            sid,
            into=TaskChannel,
        )

    def update(
        self,
        sid: str,
        *,
        friendly_name: str | Omit = OMIT,
        channel_optimized_routing: bool | Omit = OMIT,
    ) -> TaskChannel:
        """Update task channel.

        Changes the name or the routing of a task channel.

        Args:
            sid: SID of the task channel to update.
            friendly_name: Name that describes the task channel. At most 64 characters.
            channel_optimized_routing: Whether the workers who have been idle the
                longest come first.
        """
        return self._send(
            "POST /v1/Workspaces/{WorkspaceSid}/TaskChannels/{Sid}",
            sid,
            into=TaskChannel,
            form={
                "FriendlyName": friendly_name,
                "ChannelOptimizedRouting": channel_optimized_routing,
            },
        )

    def delete(self, sid: str) -> NoContent[Headers]:
        """Delete task channel.

        Removes a task channel from its workspace.

        Args:
            sid: SID of the task channel to delete.
        """
        return self._send(
            "DELETE /v1/Workspaces/{WorkspaceSid}/TaskChannels/{Sid}",
            sid,
            into=NoContent[Headers],
        )


class AsyncTaskChannels(AsyncResource):
    """Task channels, awaited; see ``TaskChannels``."""

    async def create(
        self,
        *,
        friendly_name: str,
        unique_name: str,
        channel_optimized_routing: bool | Omit = OMIT,
    ) -> TaskChannel:
        """Create task channel. See ``TaskChannels.create``."""
        return await self._send(
            "POST /v1/Workspaces/{WorkspaceSid}/TaskChannels",
            into=TaskChannel,
            form={
                "FriendlyName": friendly_name,
                "UniqueName": unique_name,
                "ChannelOptimizedRouting": channel_optimized_routing,
            },
        )

    def list(
        self,
        *,
        page_size: int | Omit = OMIT,
        page: int | Omit = OMIT,
        page_token: str | Omit = OMIT,
        limit: int | None = None,
    ) -> AsyncPages[TaskChannel]:
        """List task channel. See ``TaskChannels.list``."""
        return self._pages(
            "GET /v1/Workspaces/{WorkspaceSid}/TaskChannels",
            item=TaskChannel,
            paging=PAGING,
            limit=limit,
            query={"PageSize": page_size, "Page": page, "PageToken": page_token},
        )

    async def fetch(self, sid: str) -> TaskChannel:
        """Fetch task channel. See ``TaskChannels.fetch``."""
        return await self._send(
            "GET /v1/Workspaces/{WorkspaceSid}/TaskChannels/{Sid}",
            sid,
            into=TaskChannel,
        )

    async def update(
        self,
        sid: str,
        *,
        friendly_name: str | Omit = OMIT,
        channel_optimized_routing: bool | Omit = OMIT,
    ) -> TaskChannel:
        """Update task channel. See ``TaskChannels.update``."""
        return await self._send(
            "POST /v1/Workspaces/{WorkspaceSid}/TaskChannels/{Sid}",
            sid,
            into=TaskChannel,
            form={
                "FriendlyName": friendly_name,
                "ChannelOptimizedRouting": channel_optimized_routing,
            },
        )

    async def delete(self, sid: str) -> NoContent[Headers]:
        """Delete task channel. See ``TaskChannels.delete``."""
        return await self._send(
            "DELETE /v1/Workspaces/{WorkspaceSid}/TaskChannels/{Sid}",
            sid,
            into=NoContent[Headers],
        )
