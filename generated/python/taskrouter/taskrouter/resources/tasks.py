from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING

from .._runtime._omit import OMIT, Omit
from .._runtime._paging import AsyncPages, Pages, Paging
from .._runtime._resource import AsyncResource, Resource
from .._runtime._results import NoContent
from ..headers import Headers
from ..models.task import Task, TaskAssignmentStatusParam

if TYPE_CHECKING:
    from .task_reservations import AsyncTaskReservations, TaskReservations

PAGING = Paging(
    style="next-url", items="tasks", next="meta.next_page_url", size="PageSize"
)


class Tasks(Resource):
    """Tasks: ``client.workspaces().tasks``."""

    def __call__(self, task_sid: str) -> TaskItem:
        """Choose one task by its id; sends nothing."""
        return TaskItem(self, task_sid)

    def create(
        self,
        *,
        timeout: int | Omit = OMIT,
        priority: int | Omit = OMIT,
        task_channel: str | Omit = OMIT,
        workflow_sid: str | Omit = OMIT,
        attributes: str | Omit = OMIT,
        virtual_start_time: dt.datetime | str | Omit = OMIT,
        routing_target: str | Omit = OMIT,
        ignore_capacity: str | Omit = OMIT,
        task_queue_sid: str | Omit = OMIT,
    ) -> Task:
        """Create task.

        Adds a task, the unit of work that a workflow routes to a worker.

        Args:
            timeout: Seconds the task can wait to be assigned before it is canceled. At
                most 1209600. Defaults to `86400`.
            priority: Priority of the task, unless it matches a workflow target that
                sets one; if omitted, the priority comes from the matching target.
                Between 0 and 2147483647.
            task_channel: SID or unique name of the task channel, for use with
                multi-tasking. Defaults to `default`.
            workflow_sid: SID of the workflow that routes the task. It can be left out
                if the workspace has only one workflow. Exactly 34 characters, beginning
                with `WW`.
            attributes: JSON text with the custom attributes of the task, passed to the
                assignment callback of the workflow when a worker is assigned.
            virtual_start_time: Virtual start time of the task, no earlier than 1900 and
                not in the future. The creation time is used if it is omitted.
            routing_target: SID of the worker, queue or workflow that the task goes to.
            ignore_capacity: With `true`, `1` or `yes`, the task goes to the worker
                whatever their capacity and availability. For use only when
                `RoutingTarget` is a worker SID, where it defaults to `true`.
            task_queue_sid: SID of the task queue the task belongs in. Exactly 34
                characters, beginning with `WQ`.
        """
        return self._send(
            "POST /v1/Workspaces/{WorkspaceSid}/Tasks",
            into=Task,
            form={
                "Timeout": timeout,
                "Priority": priority,
                "TaskChannel": task_channel,
                "WorkflowSid": workflow_sid,
                "Attributes": attributes,
                "VirtualStartTime": virtual_start_time,
                "RoutingTarget": routing_target,
                "IgnoreCapacity": ignore_capacity,
                "TaskQueueSid": task_queue_sid,
            },
        )

    def list(
        self,
        *,
        priority: int | Omit = OMIT,
        assignment_status: Sequence[TaskAssignmentStatusParam] | Omit = OMIT,
        workflow_sid: str | Omit = OMIT,
        workflow_name: str | Omit = OMIT,
        task_queue_sid: str | Omit = OMIT,
        task_queue_name: str | Omit = OMIT,
        evaluate_task_attributes: str | Omit = OMIT,
        routing_target: str | Omit = OMIT,
        ordering: str | Omit = OMIT,
        has_addons: bool | Omit = OMIT,
        page_size: int | Omit = OMIT,
        page: int | Omit = OMIT,
        page_token: str | Omit = OMIT,
        limit: int | None = None,
    ) -> Pages[Task]:
        """List task.

        Lists the tasks of a workspace, page by page, with filters for status, queue,
        workflow and attributes.

        Args:
            priority: Keep only tasks with this priority.
            assignment_status: Keep only tasks in these assignment statuses. One of
                `pending`, `reserved`, `assigned`, `canceled`, `wrapping` or
                `completed`.
            workflow_sid: Keep only tasks controlled by this workflow. Exactly 34
                characters, beginning with `WW`.
            workflow_name: Keep only tasks controlled by the workflow with this friendly
                name.
            task_queue_sid: Keep only tasks that wait in this task queue. Exactly 34
                characters, beginning with `WQ`.
            task_queue_name: Keep only tasks that wait in the task queue with this
                friendly name.
            evaluate_task_attributes: Keep only tasks whose attributes match this
                expression.
            routing_target: Keep only tasks routed to the worker, queue or workflow with
                this SID.
            ordering: Sort order, as comma-separated `Attribute:Order` pairs such as
                `Priority:desc`. The attribute is `DateCreated`, `Priority` or
                `VirtualStartTime` and the order is `asc` or `desc`; `DateCreated` and
                `VirtualStartTime` do not go together. Defaults to `DateCreated:asc`.
            has_addons: Keep only tasks with add-ons if `true`, only tasks without them
                if `false`.
            page_size: How many tasks to return per page. Between 1 and 1000. Defaults
                to `50`.
            page: Number of the page, kept for the client's own use. At least 0.
            page_token: Token of the page to return, as handed out with the page before
                it.
            limit: Stop after this many items, however many a page holds.
        """
        return self._pages(
            "GET /v1/Workspaces/{WorkspaceSid}/Tasks",
            item=Task,
            paging=PAGING,
            limit=limit,
            query={
                "Priority": priority,
                "AssignmentStatus": assignment_status,
                "WorkflowSid": workflow_sid,
                "WorkflowName": workflow_name,
                "TaskQueueSid": task_queue_sid,
                "TaskQueueName": task_queue_name,
                "EvaluateTaskAttributes": evaluate_task_attributes,
                "RoutingTarget": routing_target,
                "Ordering": ordering,
                "HasAddons": has_addons,
                "PageSize": page_size,
                "Page": page,
                "PageToken": page_token,
            },
        )

    def fetch(self, sid: str) -> Task:
        """Fetch task.

        Returns one task, with its status, attributes and the queue and workflow it is
        in.

        Args:
            sid: SID of the task to fetch. Exactly 34 characters, beginning with `WT`.
        """
        return self._send(
            "GET /v1/Workspaces/{WorkspaceSid}/Tasks/{Sid}", sid, into=Task
        )

    def update(
        self,
        sid: str,
        *,
        if_match: str | Omit = OMIT,
        attributes: str | Omit = OMIT,
        assignment_status: TaskAssignmentStatusParam | Omit = OMIT,
        reason: str | Omit = OMIT,
        priority: int | Omit = OMIT,
        task_channel: str | Omit = OMIT,
        virtual_start_time: dt.datetime | str | Omit = OMIT,
    ) -> Task:
        """Update task.

        Changes a task: its attributes, status, priority, channel or virtual start time.

        Args:
            sid: SID of the task to update. Exactly 34 characters, beginning with `WT`.
            if_match: Apply the update only if the task still has this `ETag`.
            attributes: JSON text with the custom attributes of the task.
            assignment_status: Assignment status of the task. One of `pending`,
                `reserved`, `assigned`, `canceled`, `wrapping` or `completed`.
            reason: Why the task was canceled or completed, and needed only then.
                Setting it marks the task for deletion and keeps the reason in the log.
            priority: Priority of the task, unless it matches a workflow target that
                sets one. Between 0 and 2147483647.
            task_channel: SID or unique name of the task channel, such as `voice`, `sms`
                or `default`, for use with multi-tasking.
            virtual_start_time: Virtual start time of the task, no earlier than 1900 and
                not in the future.
        """
        return self._send(
            "POST /v1/Workspaces/{WorkspaceSid}/Tasks/{Sid}",
            sid,
            into=Task,
            headers={"If-Match": if_match},
            form={
                "Attributes": attributes,
                "AssignmentStatus": assignment_status,
                "Reason": reason,
                "Priority": priority,
                "TaskChannel": task_channel,
                "VirtualStartTime": virtual_start_time,
            },
        )

    def delete(self, sid: str, *, if_match: str | Omit = OMIT) -> NoContent[Headers]:
        """Delete task.

        Removes a task from its workspace.

        Args:
            sid: SID of the task to delete. Exactly 34 characters, beginning with `WT`.
            if_match: Delete the task only if it still has this `ETag`.
        """
        return self._send(
            "DELETE /v1/Workspaces/{WorkspaceSid}/Tasks/{Sid}",
            sid,
            into=NoContent[Headers],
            headers={"If-Match": if_match},
        )


class TaskItem(Resource):
    """What belongs to one task."""

    @property
    def reservations(self) -> TaskReservations:
        from . import task_reservations as child

        return child.TaskReservations(self)


class AsyncTasks(AsyncResource):
    """Tasks, awaited; see ``Tasks``."""

    def __call__(self, task_sid: str) -> AsyncTaskItem:
        """Choose one task by its id; sends nothing."""
        return AsyncTaskItem(self, task_sid)

    async def create(
        self,
        *,
        timeout: int | Omit = OMIT,
        priority: int | Omit = OMIT,
        task_channel: str | Omit = OMIT,
        workflow_sid: str | Omit = OMIT,
        attributes: str | Omit = OMIT,
        virtual_start_time: dt.datetime | str | Omit = OMIT,
        routing_target: str | Omit = OMIT,
        ignore_capacity: str | Omit = OMIT,
        task_queue_sid: str | Omit = OMIT,
    ) -> Task:
        """Create task. See ``Tasks.create``."""
        return await self._send(
            "POST /v1/Workspaces/{WorkspaceSid}/Tasks",
            into=Task,
            form={
                "Timeout": timeout,
                "Priority": priority,
                "TaskChannel": task_channel,
                "WorkflowSid": workflow_sid,
                "Attributes": attributes,
                "VirtualStartTime": virtual_start_time,
                "RoutingTarget": routing_target,
                "IgnoreCapacity": ignore_capacity,
                "TaskQueueSid": task_queue_sid,
            },
        )

    def list(
        self,
        *,
        priority: int | Omit = OMIT,
        assignment_status: Sequence[TaskAssignmentStatusParam] | Omit = OMIT,
        workflow_sid: str | Omit = OMIT,
        workflow_name: str | Omit = OMIT,
        task_queue_sid: str | Omit = OMIT,
        task_queue_name: str | Omit = OMIT,
        evaluate_task_attributes: str | Omit = OMIT,
        routing_target: str | Omit = OMIT,
        ordering: str | Omit = OMIT,
        has_addons: bool | Omit = OMIT,
        page_size: int | Omit = OMIT,
        page: int | Omit = OMIT,
        page_token: str | Omit = OMIT,
        limit: int | None = None,
    ) -> AsyncPages[Task]:
        """List task. See ``Tasks.list``."""
        return self._pages(
            "GET /v1/Workspaces/{WorkspaceSid}/Tasks",
            item=Task,
            paging=PAGING,
            limit=limit,
            query={
                "Priority": priority,
                "AssignmentStatus": assignment_status,
                "WorkflowSid": workflow_sid,
                "WorkflowName": workflow_name,
                "TaskQueueSid": task_queue_sid,
                "TaskQueueName": task_queue_name,
                "EvaluateTaskAttributes": evaluate_task_attributes,
                "RoutingTarget": routing_target,
                "Ordering": ordering,
                "HasAddons": has_addons,
                "PageSize": page_size,
                "Page": page,
                "PageToken": page_token,
            },
        )

    async def fetch(self, sid: str) -> Task:
        """Fetch task. See ``Tasks.fetch``."""
        return await self._send(
            "GET /v1/Workspaces/{WorkspaceSid}/Tasks/{Sid}", sid, into=Task
        )

    async def update(
        self,
        sid: str,
        *,
        if_match: str | Omit = OMIT,
        attributes: str | Omit = OMIT,
        assignment_status: TaskAssignmentStatusParam | Omit = OMIT,
        reason: str | Omit = OMIT,
        priority: int | Omit = OMIT,
        task_channel: str | Omit = OMIT,
        virtual_start_time: dt.datetime | str | Omit = OMIT,
    ) -> Task:
        """Update task. See ``Tasks.update``."""
        return await self._send(
            "POST /v1/Workspaces/{WorkspaceSid}/Tasks/{Sid}",
            sid,
            into=Task,
            headers={"If-Match": if_match},
            form={
                "Attributes": attributes,
                "AssignmentStatus": assignment_status,
                "Reason": reason,
                "Priority": priority,
                "TaskChannel": task_channel,
                "VirtualStartTime": virtual_start_time,
            },
        )

    async def delete(
        self, sid: str, *, if_match: str | Omit = OMIT
    ) -> NoContent[Headers]:
        """Delete task. See ``Tasks.delete``."""
        return await self._send(
            "DELETE /v1/Workspaces/{WorkspaceSid}/Tasks/{Sid}",
            sid,
            into=NoContent[Headers],
            headers={"If-Match": if_match},
        )


class AsyncTaskItem(AsyncResource):
    """What belongs to one task."""

    @property
    def reservations(self) -> AsyncTaskReservations:
        from . import task_reservations as child

        return child.AsyncTaskReservations(self)
