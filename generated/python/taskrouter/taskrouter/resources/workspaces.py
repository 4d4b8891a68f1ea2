from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime._omit import OMIT, Omit
from .._runtime._paging import AsyncPages, Pages, Paging
from .._runtime._resource import AsyncResource, Resource
from .._runtime._results import NoContent
from ..headers import Headers
from ..models.workspace import (
    Workspace,
    WorkspacePrioritizeQueueOrderParam,
    WorkspaceTemplateParam,
)

if TYPE_CHECKING:
    from .activities import AsyncActivities, Activities
    from .events import AsyncEvents, Events
    from .task_channels import AsyncTaskChannels, TaskChannels
    from .task_queues import AsyncTaskQueues, TaskQueues
    from .tasks import AsyncTasks, Tasks
    from .workers import AsyncWorkers, Workers
    from .workflows import AsyncWorkflows, Workflows
    from .workspace_cumulative_statistics import (
        AsyncWorkspaceCumulativeStatisticsResource,
        WorkspaceCumulativeStatisticsResource,
    )
    from .workspace_real_time_statistics import (
        AsyncWorkspaceRealTimeStatisticsResource,
        WorkspaceRealTimeStatisticsResource,
    )
    from .workspace_statistics import (
        AsyncWorkspaceStatisticsResource,
        WorkspaceStatisticsResource,
    )

PAGING = Paging(
    style="next-url", items="workspaces", next="meta.next_page_url", size="PageSize"
)


class Workspaces(Resource):
    """Workspaces: ``client.workspaces``."""

    def __call__(self, workspace_sid: str) -> WorkspaceItem:
        """Choose one workspace by its id; sends nothing."""
        return WorkspaceItem(self, workspace_sid)

    def create(
        self,
        *,
        friendly_name: str,
        event_callback_url: str | Omit = OMIT,
        events_filter: str | Omit = OMIT,
        multi_task_enabled: bool | Omit = OMIT,
        template: WorkspaceTemplateParam | Omit = OMIT,
        prioritize_queue_order: WorkspacePrioritizeQueueOrderParam | Omit = OMIT,
    ) -> Workspace:
        """Create workspace.

        Creates a workspace, the container for tasks, workers, task queues and
        workflows.

        Args:
            friendly_name: Name that describes the workspace. At most 64 characters.
            event_callback_url: Address that receives the events of the workspace.
            events_filter: Events to send to `EventCallbackUrl`, separated by commas,
                such as `task.created,task.canceled`.
            multi_task_enabled: Whether workers can handle several tasks at once;
                `false` is the legacy single-tasking mode. Defaults to `true`.
            template: Setup to start from: `NONE` creates the default activities only,
                `FIFO` also a first-in, first-out task queue. One of `NONE` or `FIFO`.
                Defaults to `NONE`.
            prioritize_queue_order: Kind of task queue that comes first for workers who
                serve both kinds. One of `LIFO` or `FIFO`. Defaults to `FIFO`.
        """
        return self._send(
            "POST /v1/Workspaces",
            into=Workspace,
            form={
                "FriendlyName": friendly_name,
                "EventCallbackUrl": event_callback_url,
                "EventsFilter": events_filter,
                "MultiTaskEnabled": multi_task_enabled,
                "Template": template,
                "PrioritizeQueueOrder": prioritize_queue_order,
            },
        )

    def list(
        self,
        *,
        friendly_name: str | Omit = OMIT,
        page_size: int | Omit = OMIT,
        page: int | Omit = OMIT,
        page_token: str | Omit = OMIT,
        limit: int | None = None,
    ) -> Pages[Workspace]:
        """List workspace.

        Lists the workspaces of the account, page by page.

        Args:
            friendly_name: Keep only workspaces with this friendly name.
            page_size: How many workspaces to return per page. Between 1 and 1000.
                Defaults to `50`.
            page: Number of the page, kept for the client's own use. At least 0.
            page_token: Token of the page to return, as handed out with the page before
                it.
            limit: Stop after this many items, however many a page holds.
        """
        return self._pages(
            "GET /v1/Workspaces",
            item=Workspace,
            paging=PAGING,
            limit=limit,
            query={
                "FriendlyName": friendly_name,
                "PageSize": page_size,
                "Page": page,
                "PageToken": page_token,
            },
        )

    def fetch(self, sid: str) -> Workspace:
        """Fetch workspace.

        Returns one workspace with its settings.

        Args:
            sid: SID of the workspace to fetch. Exactly 34 characters, beginning with
                `WS`.
        """
        return self._send("GET /v1/Workspaces/{Sid}", sid, into=Workspace)

    def update(
        self,
        sid: str,
        *,
        default_activity_sid: str | Omit = OMIT,
        event_callback_url: str | Omit = OMIT,
        events_filter: str | Omit = OMIT,
        friendly_name: str | Omit = OMIT,
        multi_task_enabled: bool | Omit = OMIT,
        timeout_activity_sid: str | Omit = OMIT,
        prioritize_queue_order: WorkspacePrioritizeQueueOrderParam | Omit = OMIT,
    ) -> Workspace:
        """Update workspace.

        Changes the settings of a workspace.

        Args:
            sid: SID of the workspace to update. Exactly 34 characters, beginning with
                `WS`.
            default_activity_sid: SID of the activity that new workers start in. Exactly
                34 characters, beginning with `WA`.
            event_callback_url: Address that receives the events of the workspace.
            events_filter: Events to send to `EventCallbackUrl`, separated by commas,
                such as `task.created,task.canceled`.
            friendly_name: Name that describes the workspace.
            multi_task_enabled: Whether workers can handle several tasks at once;
                `false` is the legacy single-tasking mode. A multi-tasking workspace can
                only go back to it outside Flex, and if another single-tasking workspace
                exists.
            timeout_activity_sid: SID of the activity that workers enter when a
                reservation times out unanswered. Exactly 34 characters, beginning with
                `WA`.
            prioritize_queue_order: Kind of task queue that comes first for workers who
                serve both kinds. One of `LIFO` or `FIFO`. Defaults to `FIFO`.
        """
        return self._send(
            "POST /v1/Workspaces/{Sid}",
            sid,
            into=Workspace,
            form={
                "DefaultActivitySid": default_activity_sid,
                "EventCallbackUrl": event_callback_url,
                "EventsFilter": events_filter,
                "FriendlyName": friendly_name,
                "MultiTaskEnabled": multi_task_enabled,
                "TimeoutActivitySid": timeout_activity_sid,
                "PrioritizeQueueOrder": prioritize_queue_order,
            },
        )

    def delete(self, sid: str) -> NoContent[Headers]:
        """Delete workspace.

        Removes a workspace.

        Args:
            sid: SID of the workspace to delete. Exactly 34 characters, beginning with
                `WS`.
        """
        return self._send("DELETE /v1/Workspaces/{Sid}", sid, into=NoContent[Headers])


class WorkspaceItem(Resource):
    """What belongs to one workspace."""

    @property
    def activities(self) -> Activities:
        from . import activities as child

        return child.Activities(self)

    @property
    def cumulative_statistics(self) -> WorkspaceCumulativeStatisticsResource:
        from . import workspace_cumulative_statistics as child

        return child.WorkspaceCumulativeStatisticsResource(self)

    @property
    def events(self) -> Events:
        from . import events as child

        return child.Events(self)

    @property
    def real_time_statistics(self) -> WorkspaceRealTimeStatisticsResource:
        from . import workspace_real_time_statistics as child

        return child.WorkspaceRealTimeStatisticsResource(self)

    @property
    def statistics(self) -> WorkspaceStatisticsResource:
        from . import workspace_statistics as child

        return child.WorkspaceStatisticsResource(self)

    @property
    def task_channels(self) -> TaskChannels:
        from . import task_channels as child

        return child.TaskChannels(self)

    @property
    def task_queues(self) -> TaskQueues:
        from . import task_queues as child

        return child.TaskQueues(self)

    @property
    def tasks(self) -> Tasks:
        from . import tasks as child

        return child.Tasks(self)

    @property
    def workers(self) -> Workers:
        from . import workers as child

        return child.Workers(self)

    @property
    def workflows(self) -> Workflows:
        from . import workflows as child

        return child.Workflows(self)


class AsyncWorkspaces(AsyncResource):
    """Workspaces, awaited; see ``Workspaces``."""

    def __call__(self, workspace_sid: str) -> AsyncWorkspaceItem:
        """Choose one workspace by its id; sends nothing."""
        return AsyncWorkspaceItem(self, workspace_sid)

    async def create(
        self,
        *,
        friendly_name: str,
        event_callback_url: str | Omit = OMIT,
        events_filter: str | Omit = OMIT,
        multi_task_enabled: bool | Omit = OMIT,
        template: WorkspaceTemplateParam | Omit = OMIT,
        prioritize_queue_order: WorkspacePrioritizeQueueOrderParam | Omit = OMIT,
    ) -> Workspace:
        """Create workspace. See ``Workspaces.create``."""
        return await self._send(
            "POST /v1/Workspaces",
            into=Workspace,
            form={
                "FriendlyName": friendly_name,
                "EventCallbackUrl": event_callback_url,
                "EventsFilter": events_filter,
                "MultiTaskEnabled": multi_task_enabled,
                "Template": template,
                "PrioritizeQueueOrder": prioritize_queue_order,
            },
        )

    def list(
        self,
        *,
        friendly_name: str | Omit = OMIT,
        page_size: int | Omit = OMIT,
        page: int | Omit = OMIT,
        page_token: str | Omit = OMIT,
        limit: int | None = None,
    ) -> AsyncPages[Workspace]:
        """List workspace. See ``Workspaces.list``."""
        return self._pages(
            "GET /v1/Workspaces",
            item=Workspace,
            paging=PAGING,
            limit=limit,
            query={
                "FriendlyName": friendly_name,
                "PageSize": page_size,
                "Page": page,
                "PageToken": page_token,
            },
        )

    async def fetch(self, sid: str) -> Workspace:
        """Fetch workspace. See ``Workspaces.fetch``."""
        return await self._send("GET /v1/Workspaces/{Sid}", sid, into=Workspace)

    async def update(
        self,
        sid: str,
        *,
        default_activity_sid: str | Omit = OMIT,
        event_callback_url: str | Omit = OMIT,
        events_filter: str | Omit = OMIT,
        friendly_name: str | Omit = OMIT,
        multi_task_enabled: bool | Omit = OMIT,
        timeout_activity_sid: str | Omit = OMIT,
        prioritize_queue_order: WorkspacePrioritizeQueueOrderParam | Omit = OMIT,
    ) -> Workspace:
        """Update workspace. See ``Workspaces.update``."""
        return await self._send(
            "POST /v1/Workspaces/{Sid}",
            sid,
            into=Workspace,
            form={
                "DefaultActivitySid": default_activity_sid,
                "EventCallbackUrl": event_callback_url,
                "EventsFilter": events_filter,
                "FriendlyName": friendly_name,
                "MultiTaskEnabled": multi_task_enabled,
                "TimeoutActivitySid": timeout_activity_sid,
                "PrioritizeQueueOrder": prioritize_queue_order,
            },
        )

    async def delete(self, sid: str) -> NoContent[Headers]:
        """Delete workspace. See ``Workspaces.delete``."""
        return await self._send(
            "DELETE /v1/Workspaces/{Sid}", sid, into=NoContent[Headers]
        )


class AsyncWorkspaceItem(AsyncResource):
    """What belongs to one workspace."""

    @property
    def activities(self) -> AsyncActivities:
        from . import activities as child

        return child.AsyncActivities(self)

    @property
    def cumulative_statistics(self) -> AsyncWorkspaceCumulativeStatisticsResource:
        from . import workspace_cumulative_statistics as child

        return child.AsyncWorkspaceCumulativeStatisticsResource(self)

    @property
    def events(self) -> AsyncEvents:
        from . import events as child

        return child.AsyncEvents(self)

    @property
    def real_time_statistics(self) -> AsyncWorkspaceRealTimeStatisticsResource:
        from . import workspace_real_time_statistics as child

        return child.AsyncWorkspaceRealTimeStatisticsResource(self)

    @property
    def statistics(self) -> AsyncWorkspaceStatisticsResource:
        from . import workspace_statistics as child

        return child.AsyncWorkspaceStatisticsResource(self)

    @property
    def task_channels(self) -> AsyncTaskChannels:
        from . import task_channels as child

        return child.AsyncTaskChannels(self)

    @property
    def task_queues(self) -> AsyncTaskQueues:
        from . import task_queues as child

        return child.AsyncTaskQueues(self)

    @property
    def tasks(self) -> AsyncTasks:
        from . import tasks as child

        return child.AsyncTasks(self)

    @property
    def workers(self) -> AsyncWorkers:
        from . import workers as child

        return child.AsyncWorkers(self)

    @property
    def workflows(self) -> AsyncWorkflows:
        from . import workflows as child

        return child.AsyncWorkflows(self)
