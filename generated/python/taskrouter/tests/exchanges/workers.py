"""Workers: ``client.workspaces().workers``."""

from __future__ import annotations

from ..exchange import Exchange, Sent, Turning

EXCHANGES: list[Exchange] = [
    Exchange(
        name="createworker",
        call=lambda client, ids, given: client.workspaces(ids[0]).workers.create(
            **given
        ),
        method="POST",
        template="/v1/Workspaces/{WorkspaceSid}/Workers",
        returns="Worker",
        sent=[
            Sent(
                "friendly_name",
                "form",
                "FriendlyName",
                "FriendlyName & more",
                required=True,
            ),
            Sent("activity_sid", "form", "ActivitySid", "ActivitySid & more"),
            Sent("attributes", "form", "Attributes", "Attributes & more"),
        ],
    ),
    Exchange(
        name="listworker",
        call=lambda client, ids, given: client.workspaces(ids[0]).workers.list(**given),
        method="GET",
        template="/v1/Workspaces/{WorkspaceSid}/Workers",
        returns="Worker",
        sent=[
            Sent("activity_name", "query", "ActivityName", "ActivityName & more"),
            Sent("activity_sid", "query", "ActivitySid", "ActivitySid & more"),
            Sent("available", "query", "Available", "Available & more"),
            Sent("friendly_name", "query", "FriendlyName", "FriendlyName & more"),
            Sent(
                "target_workers_expression",
                "query",
                "TargetWorkersExpression",
                "TargetWorkersExpression & more",
            ),
            Sent("task_queue_name", "query", "TaskQueueName", "TaskQueueName & more"),
            Sent("task_queue_sid", "query", "TaskQueueSid", "TaskQueueSid & more"),
            Sent("ordering", "query", "Ordering", "Ordering & more"),
            Sent("page_size", "query", "PageSize", 15),
            Sent("page", "query", "Page", 16),
            Sent("page_token", "query", "PageToken", "PageToken & more"),
        ],
        turning=Turning(
            style="next-url", items="workers", next="meta.next_page_url", limit="limit"
        ),
    ),
    Exchange(
        name="fetchworker",
        call=lambda client, ids, given: client.workspaces(ids[0]).workers.fetch(
            ids[1], **given
        ),
        method="GET",
        template="/v1/Workspaces/{WorkspaceSid}/Workers/{Sid}",
        returns="Worker",
    ),
    Exchange(
        name="updateworker",
        call=lambda client, ids, given: client.workspaces(ids[0]).workers.update(
            ids[1], **given
        ),
        method="POST",
        template="/v1/Workspaces/{WorkspaceSid}/Workers/{Sid}",
        returns="Worker",
        sent=[
            Sent("if_match", "headers", "If-Match", "IfMatch & more"),
            Sent("activity_sid", "form", "ActivitySid", "ActivitySid & more"),
            Sent("attributes", "form", "Attributes", "Attributes & more"),
            Sent("friendly_name", "form", "FriendlyName", "FriendlyName & more"),
            Sent(
                "reject_pending_reservations", "form", "RejectPendingReservations", True
            ),
        ],
    ),
    Exchange(
        name="deleteworker",
        call=lambda client, ids, given: client.workspaces(ids[0]).workers.delete(
            ids[1], **given
        ),
        method="DELETE",
        template="/v1/Workspaces/{WorkspaceSid}/Workers/{Sid}",
        returns="NoContent[Headers]",
        sent=[Sent("if_match", "headers", "If-Match", "IfMatch & more")],
    ),
]
