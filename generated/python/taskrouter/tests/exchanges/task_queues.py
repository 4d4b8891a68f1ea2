"""Task queues: ``client.workspaces().task_queues``."""

from __future__ import annotations

from ..exchange import Exchange

EXCHANGES: list[Exchange] = [
    Exchange(
        name="createtaskqueue",
        call=lambda client, some_id: client.workspaces(some_id).task_queues.create(
            friendly_name="FriendlyName & more",
            target_workers="TargetWorkers & more",
            max_reserved_workers=7,
            task_order="LIFO",
            reservation_activity_sid="ReservationActivitySid & more",
            assignment_activity_sid="AssignmentActivitySid & more",
        ),
        method="POST",
        target="/v1/Workspaces/a%2Fb%20%3F1/TaskQueues",
        template="/v1/Workspaces/{WorkspaceSid}/TaskQueues",
        returns="TaskQueue",
        form=[
            ("FriendlyName", "FriendlyName & more"),
            ("TargetWorkers", "TargetWorkers & more"),
            ("MaxReservedWorkers", "7"),
            ("TaskOrder", "LIFO"),
            ("ReservationActivitySid", "ReservationActivitySid & more"),
            ("AssignmentActivitySid", "AssignmentActivitySid & more"),
        ],
    ),
    Exchange(
        name="listtaskqueue",
        call=lambda client, some_id: client.workspaces(some_id).task_queues.list(
            friendly_name="FriendlyName & more",
            evaluate_worker_attributes="EvaluateWorkerAttributes & more",
            worker_sid="WorkerSid & more",
            ordering="Ordering & more",
            page_size=7,
            page=7,
            page_token="PageToken & more",
        ),
        method="GET",
        target="/v1/Workspaces/a%2Fb%20%3F1/TaskQueues",
        template="/v1/Workspaces/{WorkspaceSid}/TaskQueues",
        returns="TaskQueue",
        pages=True,
        query=[
            ("FriendlyName", "FriendlyName & more"),
            ("EvaluateWorkerAttributes", "EvaluateWorkerAttributes & more"),
            ("WorkerSid", "WorkerSid & more"),
            ("Ordering", "Ordering & more"),
            ("PageSize", "7"),
            ("Page", "7"),
            ("PageToken", "PageToken & more"),
        ],
    ),
    Exchange(
        name="fetchtaskqueue",
        call=lambda client, some_id: client.workspaces(some_id).task_queues.fetch(
            some_id
        ),
        method="GET",
        target="/v1/Workspaces/a%2Fb%20%3F1/TaskQueues/a%2Fb%20%3F1",
        template="/v1/Workspaces/{WorkspaceSid}/TaskQueues/{Sid}",
        returns="TaskQueue",
    ),
    Exchange(
        name="updatetaskqueue",
        call=lambda client, some_id: client.workspaces(some_id).task_queues.update(
            some_id,
            friendly_name="FriendlyName & more",
            target_workers="TargetWorkers & more",
            reservation_activity_sid="ReservationActivitySid & more",
            assignment_activity_sid="AssignmentActivitySid & more",
            max_reserved_workers=7,
            task_order="LIFO",
        ),
        method="POST",
        target="/v1/Workspaces/a%2Fb%20%3F1/TaskQueues/a%2Fb%20%3F1",
        template="/v1/Workspaces/{WorkspaceSid}/TaskQueues/{Sid}",
        returns="TaskQueue",
        form=[
            ("FriendlyName", "FriendlyName & more"),
            ("TargetWorkers", "TargetWorkers & more"),
            ("ReservationActivitySid", "ReservationActivitySid & more"),
            ("AssignmentActivitySid", "AssignmentActivitySid & more"),
            ("MaxReservedWorkers", "7"),
            ("TaskOrder", "LIFO"),
        ],
    ),
    Exchange(
        name="deletetaskqueue",
        call=lambda client, some_id: client.workspaces(some_id).task_queues.delete(
            some_id
        ),
        method="DELETE",
        target="/v1/Workspaces/a%2Fb%20%3F1/TaskQueues/a%2Fb%20%3F1",
        template="/v1/Workspaces/{WorkspaceSid}/TaskQueues/{Sid}",
        returns="NoContent[Headers]",
    ),
]
