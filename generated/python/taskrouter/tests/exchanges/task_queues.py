"""Task queues: ``client.workspaces().task_queues``."""

from __future__ import annotations

from ..exchange import Exchange, Sent, Turning

EXCHANGES: list[Exchange] = [
    Exchange(
        name="createtaskqueue",
        call=lambda client, ids, given: client.workspaces(ids[0]).task_queues.create(
            **given
        ),
        method="POST",
        template="/v1/Workspaces/{WorkspaceSid}/TaskQueues",
        returns="TaskQueue",
        sent=[
            Sent(
                "friendly_name",
                "form",
                "FriendlyName",
                "FriendlyName & more",
                required=True,
            ),
            Sent("target_workers", "form", "TargetWorkers", "TargetWorkers & more"),
            Sent("max_reserved_workers", "form", "MaxReservedWorkers", 9),
            Sent("task_order", "form", "TaskOrder", "FIFO"),
            Sent(
                "reservation_activity_sid",
                "form",
                "ReservationActivitySid",
                "ReservationActivitySid & more",
            ),
            Sent(
                "assignment_activity_sid",
                "form",
                "AssignmentActivitySid",
                "AssignmentActivitySid & more",
            ),
        ],
    ),
    Exchange(
        name="listtaskqueue",
        call=lambda client, ids, given: client.workspaces(ids[0]).task_queues.list(
            **given
        ),
        method="GET",
        template="/v1/Workspaces/{WorkspaceSid}/TaskQueues",
        returns="TaskQueue",
        sent=[
            Sent("friendly_name", "query", "FriendlyName", "FriendlyName & more"),
            Sent(
                "evaluate_worker_attributes",
                "query",
                "EvaluateWorkerAttributes",
                "EvaluateWorkerAttributes & more",
            ),
            Sent("worker_sid", "query", "WorkerSid", "WorkerSid & more"),
            Sent("ordering", "query", "Ordering", "Ordering & more"),
            Sent("page_size", "query", "PageSize", 11),
            Sent("page", "query", "Page", 12),
            Sent("page_token", "query", "PageToken", "PageToken & more"),
        ],
        turning=Turning(
            style="next-url",
            items="task_queues",
            next="meta.next_page_url",
            limit="limit",
        ),
    ),
    Exchange(
        name="fetchtaskqueue",
        call=lambda client, ids, given: client.workspaces(ids[0]).task_queues.fetch(
            ids[1], **given
        ),
        method="GET",
        template="/v1/Workspaces/{WorkspaceSid}/TaskQueues/{Sid}",
        returns="TaskQueue",
    ),
    Exchange(
        name="updatetaskqueue",
        call=lambda client, ids, given: client.workspaces(ids[0]).task_queues.update(
            ids[1], **given
        ),
        method="POST",
        template="/v1/Workspaces/{WorkspaceSid}/TaskQueues/{Sid}",
        returns="TaskQueue",
        sent=[
            Sent("friendly_name", "form", "FriendlyName", "FriendlyName & more"),
            Sent("target_workers", "form", "TargetWorkers", "TargetWorkers & more"),
            Sent(
                "reservation_activity_sid",
                "form",
                "ReservationActivitySid",
                "ReservationActivitySid & more",
            ),
            Sent(
                "assignment_activity_sid",
                "form",
                "AssignmentActivitySid",
                "AssignmentActivitySid & more",
            ),
            Sent("max_reserved_workers", "form", "MaxReservedWorkers", 11),
            Sent("task_order", "form", "TaskOrder", "FIFO"),
        ],
    ),
    Exchange(
        name="deletetaskqueue",
        call=lambda client, ids, given: client.workspaces(ids[0]).task_queues.delete(
            ids[1], **given
        ),
        method="DELETE",
        template="/v1/Workspaces/{WorkspaceSid}/TaskQueues/{Sid}",
        returns="NoContent[Headers]",
    ),
]
