"""Workflows: ``client.workspaces().workflows``."""

from __future__ import annotations

from ..exchange import Exchange, Sent, Turning

EXCHANGES: list[Exchange] = [
    Exchange(
        name="createworkflow",
        call=lambda client, ids, given: client.workspaces(ids[0]).workflows.create(
            **given
        ),
        method="POST",
        template="/v1/Workspaces/{WorkspaceSid}/Workflows",
        returns="Workflow",
        sent=[
            Sent(
                "friendly_name",
                "form",
                "FriendlyName",
                "FriendlyName & more",
                required=True,
            ),
            Sent(
                "configuration",
                "form",
                "Configuration",
                "Configuration & more",
                required=True,
            ),
            Sent(
                "assignment_callback_url",
                "form",
                "AssignmentCallbackUrl",
                "https://example.com/hook?a=1&b=4",
            ),
            Sent(
                "fallback_assignment_callback_url",
                "form",
                "FallbackAssignmentCallbackUrl",
                "https://example.com/hook?a=1&b=5",
            ),
            Sent("task_reservation_timeout", "form", "TaskReservationTimeout", 11),
        ],
    ),
    Exchange(
        name="listworkflow",
        call=lambda client, ids, given: client.workspaces(ids[0]).workflows.list(
            **given
        ),
        method="GET",
        template="/v1/Workspaces/{WorkspaceSid}/Workflows",
        returns="Workflow",
        sent=[
            Sent("friendly_name", "query", "FriendlyName", "FriendlyName & more"),
            Sent("page_size", "query", "PageSize", 8),
            Sent("page", "query", "Page", 9),
            Sent("page_token", "query", "PageToken", "PageToken & more"),
        ],
        turning=Turning(
            style="next-url",
            items="workflows",
            next="meta.next_page_url",
            limit="limit",
        ),
    ),
    Exchange(
        name="fetchworkflow",
        call=lambda client, ids, given: client.workspaces(ids[0]).workflows.fetch(
            ids[1], **given
        ),
        method="GET",
        template="/v1/Workspaces/{WorkspaceSid}/Workflows/{Sid}",
        returns="Workflow",
    ),
    Exchange(
        name="updateworkflow",
        call=lambda client, ids, given: client.workspaces(ids[0]).workflows.update(
            ids[1], **given
        ),
        method="POST",
        template="/v1/Workspaces/{WorkspaceSid}/Workflows/{Sid}",
        returns="Workflow",
        sent=[
            Sent("friendly_name", "form", "FriendlyName", "FriendlyName & more"),
            Sent(
                "assignment_callback_url",
                "form",
                "AssignmentCallbackUrl",
                "https://example.com/hook?a=1&b=3",
            ),
            Sent(
                "fallback_assignment_callback_url",
                "form",
                "FallbackAssignmentCallbackUrl",
                "https://example.com/hook?a=1&b=4",
            ),
            Sent("configuration", "form", "Configuration", "Configuration & more"),
            Sent("task_reservation_timeout", "form", "TaskReservationTimeout", 11),
            Sent(
                "re_evaluate_tasks", "form", "ReEvaluateTasks", "ReEvaluateTasks & more"
            ),
        ],
    ),
    Exchange(
        name="deleteworkflow",
        call=lambda client, ids, given: client.workspaces(ids[0]).workflows.delete(
            ids[1], **given
        ),
        method="DELETE",
        template="/v1/Workspaces/{WorkspaceSid}/Workflows/{Sid}",
        returns="NoContent[Headers]",
    ),
]
