"""Workers: ``client.workspaces().workers``."""

from __future__ import annotations

from ..exchange import Exchange

EXCHANGES: list[Exchange] = [
    Exchange(
        name="createworker",
        call=lambda client, some_id: client.workspaces(some_id).workers.create(
            friendly_name="FriendlyName & more",
            activity_sid="ActivitySid & more",
            attributes="Attributes & more",
        ),
        method="POST",
        target="/v1/Workspaces/a%2Fb%20%3F1/Workers",
        template="/v1/Workspaces/{WorkspaceSid}/Workers",
        returns="Worker",
        form=[
            ("FriendlyName", "FriendlyName & more"),
            ("ActivitySid", "ActivitySid & more"),
            ("Attributes", "Attributes & more"),
        ],
    ),
    Exchange(
        name="listworker",
        call=lambda client, some_id: client.workspaces(some_id).workers.list(
            activity_name="ActivityName & more",
            activity_sid="ActivitySid & more",
            available="Available & more",
            friendly_name="FriendlyName & more",
            target_workers_expression="TargetWorkersExpression & more",
            task_queue_name="TaskQueueName & more",
            task_queue_sid="TaskQueueSid & more",
            ordering="Ordering & more",
            page_size=7,
            page=7,
            page_token="PageToken & more",
        ),
        method="GET",
        target="/v1/Workspaces/a%2Fb%20%3F1/Workers",
        template="/v1/Workspaces/{WorkspaceSid}/Workers",
        returns="Worker",
        pages=True,
        query=[
            ("ActivityName", "ActivityName & more"),
            ("ActivitySid", "ActivitySid & more"),
            ("Available", "Available & more"),
            ("FriendlyName", "FriendlyName & more"),
            ("TargetWorkersExpression", "TargetWorkersExpression & more"),
            ("TaskQueueName", "TaskQueueName & more"),
            ("TaskQueueSid", "TaskQueueSid & more"),
            ("Ordering", "Ordering & more"),
            ("PageSize", "7"),
            ("Page", "7"),
            ("PageToken", "PageToken & more"),
        ],
    ),
    Exchange(
        name="fetchworker",
        call=lambda client, some_id: client.workspaces(some_id).workers.fetch(some_id),
        method="GET",
        target="/v1/Workspaces/a%2Fb%20%3F1/Workers/a%2Fb%20%3F1",
        template="/v1/Workspaces/{WorkspaceSid}/Workers/{Sid}",
        returns="Worker",
    ),
    Exchange(
        name="updateworker",
        call=lambda client, some_id: client.workspaces(some_id).workers.update(
            some_id,
            if_match="IfMatch & more",
            activity_sid="ActivitySid & more",
            attributes="Attributes & more",
            friendly_name="FriendlyName & more",
            reject_pending_reservations=True,
        ),
        method="POST",
        target="/v1/Workspaces/a%2Fb%20%3F1/Workers/a%2Fb%20%3F1",
        template="/v1/Workspaces/{WorkspaceSid}/Workers/{Sid}",
        returns="Worker",
        headers={"If-Match": "IfMatch & more"},
        form=[
            ("ActivitySid", "ActivitySid & more"),
            ("Attributes", "Attributes & more"),
            ("FriendlyName", "FriendlyName & more"),
            ("RejectPendingReservations", "true"),
        ],
    ),
    Exchange(
        name="deleteworker",
        call=lambda client, some_id: client.workspaces(some_id).workers.delete(
            some_id, if_match="IfMatch & more"
        ),
        method="DELETE",
        target="/v1/Workspaces/a%2Fb%20%3F1/Workers/a%2Fb%20%3F1",
        template="/v1/Workspaces/{WorkspaceSid}/Workers/{Sid}",
        returns="NoContent[Headers]",
        headers={"If-Match": "IfMatch & more"},
    ),
]
