from __future__ import annotations

from .._runtime._omit import OMIT, Omit
from .._runtime._paging import AsyncPages, Pages, Paging
from .._runtime._resource import AsyncResource, Resource
from .._runtime._results import NoContent
from ..headers import Headers
from ..models.activity import Activity

PAGING = Paging(
    style="next-url", items="activities", next="meta.next_page_url", size="PageSize"
)


class Activities(Resource):
    """Activities: ``client.workspaces().activities``."""

    def create(self, *, friendly_name: str, available: bool | Omit = OMIT) -> Activity:
        """Create activity.

        Adds an activity, a state such as on call or on break that workers can be in.

        Args:
            friendly_name: Name that describes the activity. At most 64 characters.
            available: Whether workers in this activity can receive tasks. It cannot be
                changed once the activity exists.
        """
        return self._send(
            "POST /v1/Workspaces/{WorkspaceSid}/Activities",
            into=Activity,
            form={"FriendlyName": friendly_name, "Available": available},
        )

    def list(
        self,
        *,
        friendly_name: str | Omit = OMIT,
        available: str | Omit = OMIT,
        page_size: int | Omit = OMIT,
        page: int | Omit = OMIT,
        page_token: str | Omit = OMIT,
        limit: int | None = None,
    ) -> Pages[Activity]:
        """List activity.

        Lists the activities of a workspace, page by page, filtered by name or
        availability if you like.

        Args:
            friendly_name: Keep only activities with this friendly name.
            available: Keep only available activities with `true`, `1` or `yes`; any
                other value keeps only the unavailable ones.
            page_size: How many activities to return per page. Between 1 and 1000.
                Defaults to `50`.
            page: Number of the page, kept for the client's own use. At least 0.
            page_token: Token of the page to return, as handed out with the page before
                it.
            limit: Stop after this many items, however many a page holds.
        """
        return self._pages(
            "GET /v1/Workspaces/{WorkspaceSid}/Activities",
            item=Activity,
            paging=PAGING,
            limit=limit,
            query={
                "FriendlyName": friendly_name,
                "Available": available,
                "PageSize": page_size,
                "Page": page,
                "PageToken": page_token,
            },
        )

    def fetch(self, sid: str) -> Activity:
        """Fetch activity.

        Returns one activity of a workspace.

        Args:
            sid: SID of the activity to fetch. Exactly 34 characters, beginning with
                `WA`.
        """
        return self._send(
            "GET /v1/Workspaces/{WorkspaceSid}/Activities/{Sid}", sid, into=Activity
        )

    def update(self, sid: str, *, friendly_name: str | Omit = OMIT) -> Activity:
        """Update activity.

        Renames an activity.

        Args:
            sid: SID of the activity to update. Exactly 34 characters, beginning with
                `WA`.
            friendly_name: Name that describes the activity. At most 64 characters.
        """
        return self._send(
            "POST /v1/Workspaces/{WorkspaceSid}/Activities/{Sid}",
            sid,
            into=Activity,
            form={"FriendlyName": friendly_name},
        )

    def delete(self, sid: str) -> NoContent[Headers]:
        """Delete activity.

        Removes an activity from its workspace.

        Args:
            sid: SID of the activity to delete. Exactly 34 characters, beginning with
                `WA`.
        """
        return self._send(
            "DELETE /v1/Workspaces/{WorkspaceSid}/Activities/{Sid}",
            sid,
            into=NoContent[Headers],
        )


class AsyncActivities(AsyncResource):
    """Activities, awaited; see ``Activities``."""

    async def create(
        self, *, friendly_name: str, available: bool | Omit = OMIT
    ) -> Activity:
        """Create activity. See ``Activities.create``."""
        return await self._send(
            "POST /v1/Workspaces/{WorkspaceSid}/Activities",
            into=Activity,
            form={"FriendlyName": friendly_name, "Available": available},
        )

    def list(
        self,
        *,
        friendly_name: str | Omit = OMIT,
        available: str | Omit = OMIT,
        page_size: int | Omit = OMIT,
        page: int | Omit = OMIT,
        page_token: str | Omit = OMIT,
        limit: int | None = None,
    ) -> AsyncPages[Activity]:
        """List activity. See ``Activities.list``."""
        return self._pages(
            "GET /v1/Workspaces/{WorkspaceSid}/Activities",
            item=Activity,
            paging=PAGING,
            limit=limit,
            query={
                "FriendlyName": friendly_name,
                "Available": available,
                "PageSize": page_size,
                "Page": page,
                "PageToken": page_token,
            },
        )

    async def fetch(self, sid: str) -> Activity:
        """Fetch activity. See ``Activities.fetch``."""
        return await self._send(
            "GET /v1/Workspaces/{WorkspaceSid}/Activities/{Sid}", sid, into=Activity
        )

    async def update(self, sid: str, *, friendly_name: str | Omit = OMIT) -> Activity:
        """Update activity. See ``Activities.update``."""
        return await self._send(
            "POST /v1/Workspaces/{WorkspaceSid}/Activities/{Sid}",
            sid,
            into=Activity,
            form={"FriendlyName": friendly_name},
        )

    async def delete(self, sid: str) -> NoContent[Headers]:
        """Delete activity. See ``Activities.delete``."""
        return await self._send(
            "DELETE /v1/Workspaces/{WorkspaceSid}/Activities/{Sid}",
            sid,
            into=NoContent[Headers],
        )
