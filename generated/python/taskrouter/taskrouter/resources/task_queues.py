from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime._omit import OMIT, Omit
from .._runtime._paging import AsyncPages, Pages, Paging
from .._runtime._resource import AsyncResource, Resource
from .._runtime._results import NoContent
from ..headers import Headers
from ..models.task_queue import TaskQueue, TaskQueueTaskOrderParam

if TYPE_CHECKING:
    from .task_queue_cumulative_statistics import (
        AsyncTaskQueueCumulativeStatisticsResource,
        TaskQueueCumulativeStatisticsResource,
    )
    from .task_queue_real_time_statistics import (
        AsyncTaskQueueRealTimeStatisticsResource,
        TaskQueueRealTimeStatisticsResource,
    )
    from .task_queue_statistics import (
        AsyncTaskQueueStatisticsResource,
        TaskQueueStatisticsResource,
    )
    from .task_queues_real_time_statistics import (
        AsyncTaskQueuesRealTimeStatisticsResource,
        TaskQueuesRealTimeStatisticsResource,
    )
    from .task_queues_statistics import AsyncTaskQueuesStatistics, TaskQueuesStatistics

PAGING = Paging(
    style="next-url", items="task_queues", next="meta.next_page_url", size="PageSize"
)


class TaskQueues(Resource):
    """Task queues: ``client.workspaces().task_queues``."""

    def __call__(self, task_queue_sid: str) -> TaskQueueItem:
        """Choose one task queue by its id; sends nothing."""
        return TaskQueueItem(self, task_queue_sid)

    @property
    def real_time_statistics(self) -> TaskQueuesRealTimeStatisticsResource:
        from . import task_queues_real_time_statistics as child

        return child.TaskQueuesRealTimeStatisticsResource(self)

    @property
    def statistics(self) -> TaskQueuesStatistics:
        from . import task_queues_statistics as child

        return child.TaskQueuesStatistics(self)

    def create(
        self,
        *,
        friendly_name: str,
        target_workers: str | Omit = OMIT,
        max_reserved_workers: int | Omit = OMIT,
        task_order: TaskQueueTaskOrderParam | Omit = OMIT,
        reservation_activity_sid: str | Omit = OMIT,
        assignment_activity_sid: str | Omit = OMIT,
    ) -> TaskQueue:
        """Create task queue.

        Adds a task queue, where tasks wait for a worker who fits.

        Args:
            friendly_name: Name that describes the task queue.
            target_workers: Expression that selects the workers for tasks in the queue,
                such as `"language" == "spanish"`. If it is empty, tasks wait until they
                are deleted or moved to another queue. Defaults to `1==1`.
            max_reserved_workers: How many workers can be reserved at once for a task in
                the queue. Between 1 and 50. Defaults to `1`.
            task_order: Which task is handed out first: the oldest with `FIFO`, the
                newest with `LIFO`. One of `LIFO` or `FIFO`. Defaults to `FIFO`.
            reservation_activity_sid: SID of the activity that workers enter when a task
                is reserved for them. Exactly 34 characters, beginning with `WA`.
            assignment_activity_sid: SID of the activity that workers enter when a task
                is assigned to them. Exactly 34 characters, beginning with `WA`.
        """
        return self._send(
            "POST /v1/Workspaces/{WorkspaceSid}/TaskQueues",
            into=TaskQueue,
            form={
                "FriendlyName": friendly_name,
                "TargetWorkers": target_workers,
                "MaxReservedWorkers": max_reserved_workers,
                "TaskOrder": task_order,
                "ReservationActivitySid": reservation_activity_sid,
                "AssignmentActivitySid": assignment_activity_sid,
            },
        )

    def list(
        self,
        *,
        friendly_name: str | Omit = OMIT,
        evaluate_worker_attributes: str | Omit = OMIT,
        worker_sid: str | Omit = OMIT,
        ordering: str | Omit = OMIT,
        page_size: int | Omit = OMIT,
        page: int | Omit = OMIT,
        page_token: str | Omit = OMIT,
        limit: int | None = None,
    ) -> Pages[TaskQueue]:
        """List task queue.

        Lists the task queues of a workspace, page by page, filtered by name or by the
        workers they serve.

        Args:
            friendly_name: Keep only task queues with this friendly name.
            evaluate_worker_attributes: Keep only task queues with workers whose
                attributes match this expression.
            worker_sid: Keep only task queues that serve this worker. Exactly 34
                characters, beginning with `WK`.
            ordering: Sort order of the task queues.
            page_size: How many task queues to return per page. Between 1 and 1000.
                Defaults to `50`.
            page: Number of the page, kept for the client's own use. At least 0.
            page_token: Token of the page to return, as handed out with the page before
                it.
            limit: Stop after this many items, however many a page holds.
        """
        return self._pages(
            "GET /v1/Workspaces/{WorkspaceSid}/TaskQueues",
            item=TaskQueue,
            paging=PAGING,
            limit=limit,
            query={
                "FriendlyName": friendly_name,
                "EvaluateWorkerAttributes": evaluate_worker_attributes,
                "WorkerSid": worker_sid,
                "Ordering": ordering,
                "PageSize": page_size,
                "Page": page,
                "PageToken": page_token,
            },
        )

    def fetch(self, sid: str) -> TaskQueue:
        """Fetch task queue.

        Returns one task queue with its settings.

        Args:
            sid: SID of the task queue to fetch. Exactly 34 characters, beginning with
                `WQ`.
        """
        return self._send(
            "GET /v1/Workspaces/{WorkspaceSid}/TaskQueues/{Sid}", sid, into=TaskQueue
        )

    def update(
        self,
        sid: str,
        *,
        friendly_name: str | Omit = OMIT,
        target_workers: str | Omit = OMIT,
        reservation_activity_sid: str | Omit = OMIT,
        assignment_activity_sid: str | Omit = OMIT,
        max_reserved_workers: int | Omit = OMIT,
        task_order: TaskQueueTaskOrderParam | Omit = OMIT,
    ) -> TaskQueue:
        """Update task queue.

        Changes the settings of a task queue.

        Args:
            sid: SID of the task queue to update. Exactly 34 characters, beginning with
                `WQ`.
            friendly_name: Name that describes the task queue.
            target_workers: Expression that selects the workers for tasks in the queue,
                such as `"language" == "spanish"`. Without one, tasks wait until they
                are deleted or moved to another queue.
            reservation_activity_sid: SID of the activity that workers enter when a task
                is reserved for them. Exactly 34 characters, beginning with `WA`.
            assignment_activity_sid: SID of the activity that workers enter when a task
                is assigned to them. Exactly 34 characters, beginning with `WA`.
            max_reserved_workers: How many workers can be reserved at once for a task in
                the queue. Between 1 and 50.
            task_order: Which task is handed out first: the oldest with `FIFO`, the
                newest with `LIFO`. One of `LIFO` or `FIFO`. Defaults to `FIFO`.
        """
        return self._send(
            "POST /v1/Workspaces/{WorkspaceSid}/TaskQueues/{Sid}",
            sid,
            into=TaskQueue,
            form={
                "FriendlyName": friendly_name,
                "TargetWorkers": target_workers,
                "ReservationActivitySid": reservation_activity_sid,
                "AssignmentActivitySid": assignment_activity_sid,
                "MaxReservedWorkers": max_reserved_workers,
                "TaskOrder": task_order,
            },
        )

    def delete(self, sid: str) -> NoContent[Headers]:
        """Delete task queue.

        Removes a task queue from its workspace.

        Args:
            sid: SID of the task queue to delete. Exactly 34 characters, beginning with
                `WQ`.
        """
        return self._send(
            "DELETE /v1/Workspaces/{WorkspaceSid}/TaskQueues/{Sid}",
            sid,
            into=NoContent[Headers],
        )


class TaskQueueItem(Resource):
    """What belongs to one task queue."""

    @property
    def cumulative_statistics(self) -> TaskQueueCumulativeStatisticsResource:
        from . import task_queue_cumulative_statistics as child

        return child.TaskQueueCumulativeStatisticsResource(self)

    @property
    def real_time_statistics(self) -> TaskQueueRealTimeStatisticsResource:
        from . import task_queue_real_time_statistics as child

        return child.TaskQueueRealTimeStatisticsResource(self)

    @property
    def statistics(self) -> TaskQueueStatisticsResource:
        from . import task_queue_statistics as child

        return child.TaskQueueStatisticsResource(self)


class AsyncTaskQueues(AsyncResource):
    """Task queues, awaited; see ``TaskQueues``."""

    def __call__(self, task_queue_sid: str) -> AsyncTaskQueueItem:
        """Choose one task queue by its id; sends nothing."""
        return AsyncTaskQueueItem(self, task_queue_sid)

    @property
    def real_time_statistics(self) -> AsyncTaskQueuesRealTimeStatisticsResource:
        from . import task_queues_real_time_statistics as child

        return child.AsyncTaskQueuesRealTimeStatisticsResource(self)

    @property
    def statistics(self) -> AsyncTaskQueuesStatistics:
        from . import task_queues_statistics as child

        return child.AsyncTaskQueuesStatistics(self)

    async def create(
        self,
        *,
        friendly_name: str,
        target_workers: str | Omit = OMIT,
        max_reserved_workers: int | Omit = OMIT,
        task_order: TaskQueueTaskOrderParam | Omit = OMIT,
        reservation_activity_sid: str | Omit = OMIT,
        assignment_activity_sid: str | Omit = OMIT,
    ) -> TaskQueue:
        """Create task queue. See ``TaskQueues.create``."""
        return await self._send(
            "POST /v1/Workspaces/{WorkspaceSid}/TaskQueues",
            into=TaskQueue,
            form={
                "FriendlyName": friendly_name,
                "TargetWorkers": target_workers,
                "MaxReservedWorkers": max_reserved_workers,
                "TaskOrder": task_order,
                "ReservationActivitySid": reservation_activity_sid,
                "AssignmentActivitySid": assignment_activity_sid,
            },
        )

    def list(
        self,
        *,
        friendly_name: str | Omit = OMIT,
        evaluate_worker_attributes: str | Omit = OMIT,
        worker_sid: str | Omit = OMIT,
        ordering: str | Omit = OMIT,
        page_size: int | Omit = OMIT,
        page: int | Omit = OMIT,
        page_token: str | Omit = OMIT,
        limit: int | None = None,
    ) -> AsyncPages[TaskQueue]:
        """List task queue. See ``TaskQueues.list``."""
        return self._pages(
            "GET /v1/Workspaces/{WorkspaceSid}/TaskQueues",
            item=TaskQueue,
            paging=PAGING,
            limit=limit,
            query={
                "FriendlyName": friendly_name,
                "EvaluateWorkerAttributes": evaluate_worker_attributes,
                "WorkerSid": worker_sid,
                "Ordering": ordering,
                "PageSize": page_size,
                "Page": page,
                "PageToken": page_token,
            },
        )

    async def fetch(self, sid: str) -> TaskQueue:
        """Fetch task queue. See ``TaskQueues.fetch``."""
        return await self._send(
            "GET /v1/Workspaces/{WorkspaceSid}/TaskQueues/{Sid}", sid, into=TaskQueue
        )

    async def update(
        self,
        sid: str,
        *,
        friendly_name: str | Omit = OMIT,
        target_workers: str | Omit = OMIT,
        reservation_activity_sid: str | Omit = OMIT,
        assignment_activity_sid: str | Omit = OMIT,
        max_reserved_workers: int | Omit = OMIT,
        task_order: TaskQueueTaskOrderParam | Omit = OMIT,
    ) -> TaskQueue:
        """Update task queue. See ``TaskQueues.update``."""
        return await self._send(
            "POST /v1/Workspaces/{WorkspaceSid}/TaskQueues/{Sid}",
            sid,
            into=TaskQueue,
            form={
                "FriendlyName": friendly_name,
                "TargetWorkers": target_workers,
                "ReservationActivitySid": reservation_activity_sid,
                "AssignmentActivitySid": assignment_activity_sid,
                "MaxReservedWorkers": max_reserved_workers,
                "TaskOrder": task_order,
            },
        )

    async def delete(self, sid: str) -> NoContent[Headers]:
        """Delete task queue. See ``TaskQueues.delete``."""
        return await self._send(
            "DELETE /v1/Workspaces/{WorkspaceSid}/TaskQueues/{Sid}",
            sid,
            into=NoContent[Headers],
        )


class AsyncTaskQueueItem(AsyncResource):
    """What belongs to one task queue."""

    @property
    def cumulative_statistics(self) -> AsyncTaskQueueCumulativeStatisticsResource:
        from . import task_queue_cumulative_statistics as child

        return child.AsyncTaskQueueCumulativeStatisticsResource(self)

    @property
    def real_time_statistics(self) -> AsyncTaskQueueRealTimeStatisticsResource:
        from . import task_queue_real_time_statistics as child

        return child.AsyncTaskQueueRealTimeStatisticsResource(self)

    @property
    def statistics(self) -> AsyncTaskQueueStatisticsResource:
        from . import task_queue_statistics as child

        return child.AsyncTaskQueueStatisticsResource(self)
