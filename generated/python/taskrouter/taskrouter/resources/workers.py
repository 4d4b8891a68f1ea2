from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime._omit import OMIT, Omit
from .._runtime._paging import AsyncPages, Pages, Paging
from .._runtime._resource import AsyncResource, Resource
from .._runtime._results import NoContent
from ..headers import Headers
from ..models.worker import Worker

if TYPE_CHECKING:
    from .worker_channels import AsyncWorkerChannels, WorkerChannels
    from .worker_instance_statistics import (
        AsyncWorkerInstanceStatisticsResource,
        WorkerInstanceStatisticsResource,
    )
    from .worker_reservations import AsyncWorkerReservations, WorkerReservations
    from .worker_statistics import (
        AsyncWorkerStatisticsResource,
        WorkerStatisticsResource,
    )
    from .workers_cumulative_statistics import (
        AsyncWorkersCumulativeStatisticsResource,
        WorkersCumulativeStatisticsResource,
    )
    from .workers_real_time_statistics import (
        AsyncWorkersRealTimeStatisticsResource,
        WorkersRealTimeStatisticsResource,
    )

PAGING = Paging(
    style="next-url", items="workers", next="meta.next_page_url", size="PageSize"
)


class Workers(Resource):
    """Workers: ``client.workspaces().workers``."""

    def __call__(self, worker_sid: str) -> WorkerItem:
        """Choose one worker by its id; sends nothing."""
        return WorkerItem(self, worker_sid)

    @property
    def cumulative_statistics(self) -> WorkersCumulativeStatisticsResource:
        from . import workers_cumulative_statistics as child

        return child.WorkersCumulativeStatisticsResource(self)

    @property
    def real_time_statistics(self) -> WorkersRealTimeStatisticsResource:
        from . import workers_real_time_statistics as child

        return child.WorkersRealTimeStatisticsResource(self)

    @property
    def statistics(self) -> WorkerStatisticsResource:
        from . import worker_statistics as child

        return child.WorkerStatisticsResource(self)

    def create(
        self,
        *,
        friendly_name: str,
        activity_sid: str | Omit = OMIT,
        attributes: str | Omit = OMIT,
    ) -> Worker:
        """Create worker.

        Adds a worker, someone or something that can take on tasks.

        Args:
            friendly_name: Name that describes the worker. At most 64 characters.
            activity_sid: SID of the activity the worker starts in. The default activity
                of the workspace is used if it is omitted. Exactly 34 characters,
                beginning with `WA`.
            attributes: JSON text that describes the worker, passed to the assignment
                callback when a task is assigned. Defaults to `{}`.
        """
        return self._send(
            "POST /v1/Workspaces/{WorkspaceSid}/Workers",
            into=Worker,
            form={
                "FriendlyName": friendly_name,
                "ActivitySid": activity_sid,
                "Attributes": attributes,
            },
        )

    def list(
        self,
        *,
        activity_name: str | Omit = OMIT,
        activity_sid: str | Omit = OMIT,
        available: str | Omit = OMIT,
        friendly_name: str | Omit = OMIT,
        target_workers_expression: str | Omit = OMIT,
        task_queue_name: str | Omit = OMIT,
        task_queue_sid: str | Omit = OMIT,
        ordering: str | Omit = OMIT,
        page_size: int | Omit = OMIT,
        page: int | Omit = OMIT,
        page_token: str | Omit = OMIT,
        limit: int | None = None,
    ) -> Pages[Worker]:
        """List worker.

        Lists the workers of a workspace, page by page, with filters for activity,
        queue, availability and attributes.

        Args:
            activity_name: Keep only workers in the activity with this name.
            activity_sid: Keep only workers in this activity. Exactly 34 characters,
                beginning with `WA`.
            available: Keep only available workers with `true`, `1` or `yes`; any other
                value keeps only the unavailable ones.
            friendly_name: Keep only workers with this friendly name.
            target_workers_expression: Keep only workers that match this expression.
                Besides worker attributes it can use `sid`, `friendly_name`,
                `activity_sid` and `activity_name`.
            task_queue_name: Keep only workers eligible for the task queue with this
                friendly name.
            task_queue_sid: Keep only workers eligible for this task queue. Exactly 34
                characters, beginning with `WQ`.
            ordering: Sort order of the workers.
            page_size: How many workers to return per page. Between 1 and 1000. Defaults
                to `50`.
            page: Number of the page, kept for the client's own use. At least 0.
            page_token: Token of the page to return, as handed out with the page before
                it.
            limit: Stop after this many items, however many a page holds.
        """
        return self._pages(
            "GET /v1/Workspaces/{WorkspaceSid}/Workers",
            item=Worker,
            paging=PAGING,
            limit=limit,
            query={
                "ActivityName": activity_name,
                "ActivitySid": activity_sid,
                "Available": available,
                "FriendlyName": friendly_name,
                "TargetWorkersExpression": target_workers_expression,
                "TaskQueueName": task_queue_name,
                "TaskQueueSid": task_queue_sid,
                "Ordering": ordering,
                "PageSize": page_size,
                "Page": page,
                "PageToken": page_token,
            },
        )

    def fetch(self, sid: str) -> Worker:
        """Fetch worker.

        Returns one worker with its current activity and attributes.

        Args:
            sid: SID of the worker to fetch. Exactly 34 characters, beginning with `WK`.
        """
        return self._send(
            "GET /v1/Workspaces/{WorkspaceSid}/Workers/{Sid}", sid, into=Worker
        )

    def update(
        self,
        sid: str,
        *,
        if_match: str | Omit = OMIT,
        activity_sid: str | Omit = OMIT,
        attributes: str | Omit = OMIT,
        friendly_name: str | Omit = OMIT,
        reject_pending_reservations: bool | Omit = OMIT,
    ) -> Worker:
        """Update worker.

        Changes the activity, the attributes or the name of a worker.

        Args:
            sid: SID of the worker to update. Exactly 34 characters, beginning with
                `WK`.
            if_match: Apply the update only if the worker still has this `ETag`.
            activity_sid: SID of the activity to put the worker in. Exactly 34
                characters, beginning with `WA`.
            attributes: JSON text that describes the worker, passed to the assignment
                callback when a task is assigned. Defaults to `{}`.
            friendly_name: Name that describes the worker. At most 64 characters.
            reject_pending_reservations: Whether to reject the worker's pending
                reservations. Only valid if the new activity is not available.
        """
        return self._send(
            "POST /v1/Workspaces/{WorkspaceSid}/Workers/{Sid}",
            sid,
            into=Worker,
            headers={"If-Match": if_match},
            form={
                "ActivitySid": activity_sid,
                "Attributes": attributes,
                "FriendlyName": friendly_name,
                "RejectPendingReservations": reject_pending_reservations,
            },
        )

    def delete(self, sid: str, *, if_match: str | Omit = OMIT) -> NoContent[Headers]:
        """Delete worker.

        Removes a worker from its workspace.

        Args:
            sid: SID of the worker to delete. Exactly 34 characters, beginning with
                `WK`.
            if_match: Delete the worker only if it still has this `ETag`.
        """
        return self._send(
            "DELETE /v1/Workspaces/{WorkspaceSid}/Workers/{Sid}",
            sid,
            into=NoContent[Headers],
            headers={"If-Match": if_match},
        )


class WorkerItem(Resource):
    """What belongs to one worker."""

    @property
    def channels(self) -> WorkerChannels:
        from . import worker_channels as child

        return child.WorkerChannels(self)

    @property
    def reservations(self) -> WorkerReservations:
        from . import worker_reservations as child

        return child.WorkerReservations(self)

    @property
    def statistics(self) -> WorkerInstanceStatisticsResource:
        from . import worker_instance_statistics as child

        return child.WorkerInstanceStatisticsResource(self)


class AsyncWorkers(AsyncResource):
    """Workers, awaited; see ``Workers``."""

    def __call__(self, worker_sid: str) -> AsyncWorkerItem:
        """Choose one worker by its id; sends nothing."""
        return AsyncWorkerItem(self, worker_sid)

    @property
    def cumulative_statistics(self) -> AsyncWorkersCumulativeStatisticsResource:
        from . import workers_cumulative_statistics as child

        return child.AsyncWorkersCumulativeStatisticsResource(self)

    @property
    def real_time_statistics(self) -> AsyncWorkersRealTimeStatisticsResource:
        from . import workers_real_time_statistics as child

        return child.AsyncWorkersRealTimeStatisticsResource(self)

    @property
    def statistics(self) -> AsyncWorkerStatisticsResource:
        from . import worker_statistics as child

        return child.AsyncWorkerStatisticsResource(self)

    async def create(
        self,
        *,
        friendly_name: str,
        activity_sid: str | Omit = OMIT,
        attributes: str | Omit = OMIT,
    ) -> Worker:
        """Create worker. See ``Workers.create``."""
        return await self._send(
            "POST /v1/Workspaces/{WorkspaceSid}/Workers",
            into=Worker,
            form={
                "FriendlyName": friendly_name,
                "ActivitySid": activity_sid,
                "Attributes": attributes,
            },
        )

    def list(
        self,
        *,
        activity_name: str | Omit = OMIT,
        activity_sid: str | Omit = OMIT,
        available: str | Omit = OMIT,
        friendly_name: str | Omit = OMIT,
        target_workers_expression: str | Omit = OMIT,
        task_queue_name: str | Omit = OMIT,
        task_queue_sid: str | Omit = OMIT,
        ordering: str | Omit = OMIT,
        page_size: int | Omit = OMIT,
        page: int | Omit = OMIT,
        page_token: str | Omit = OMIT,
        limit: int | None = None,
    ) -> AsyncPages[Worker]:
        """List worker. See ``Workers.list``."""
        return self._pages(
            "GET /v1/Workspaces/{WorkspaceSid}/Workers",
            item=Worker,
            paging=PAGING,
            limit=limit,
            query={
                "ActivityName": activity_name,
                "ActivitySid": activity_sid,
                "Available": available,
                "FriendlyName": friendly_name,
                "TargetWorkersExpression": target_workers_expression,
                "TaskQueueName": task_queue_name,
                "TaskQueueSid": task_queue_sid,
                "Ordering": ordering,
                "PageSize": page_size,
                "Page": page,
                "PageToken": page_token,
            },
        )

    async def fetch(self, sid: str) -> Worker:
        """Fetch worker. See ``Workers.fetch``."""
        return await self._send(
            "GET /v1/Workspaces/{WorkspaceSid}/Workers/{Sid}", sid, into=Worker
        )

    async def update(
        self,
        sid: str,
        *,
        if_match: str | Omit = OMIT,
        activity_sid: str | Omit = OMIT,
        attributes: str | Omit = OMIT,
        friendly_name: str | Omit = OMIT,
        reject_pending_reservations: bool | Omit = OMIT,
    ) -> Worker:
        """Update worker. See ``Workers.update``."""
        return await self._send(
            "POST /v1/Workspaces/{WorkspaceSid}/Workers/{Sid}",
            sid,
            into=Worker,
            headers={"If-Match": if_match},
            form={
                "ActivitySid": activity_sid,
                "Attributes": attributes,
                "FriendlyName": friendly_name,
                "RejectPendingReservations": reject_pending_reservations,
            },
        )

    async def delete(
        self, sid: str, *, if_match: str | Omit = OMIT
    ) -> NoContent[Headers]:
        """Delete worker. See ``Workers.delete``."""
        return await self._send(
            "DELETE /v1/Workspaces/{WorkspaceSid}/Workers/{Sid}",
            sid,
            into=NoContent[Headers],
            headers={"If-Match": if_match},
        )


class AsyncWorkerItem(AsyncResource):
    """What belongs to one worker."""

    @property
    def channels(self) -> AsyncWorkerChannels:
        from . import worker_channels as child

        return child.AsyncWorkerChannels(self)

    @property
    def reservations(self) -> AsyncWorkerReservations:
        from . import worker_reservations as child

        return child.AsyncWorkerReservations(self)

    @property
    def statistics(self) -> AsyncWorkerInstanceStatisticsResource:
        from . import worker_instance_statistics as child

        return child.AsyncWorkerInstanceStatisticsResource(self)
