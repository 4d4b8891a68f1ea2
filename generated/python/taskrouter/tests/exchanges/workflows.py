"""Workflows: ``client.workspaces().workflows``."""

from __future__ import annotations

from ..exchange import Exchange

EXCHANGES: list[Exchange] = [
    Exchange(
        name="createworkflow",
        call=lambda client, some_id: client.workspaces(some_id).workflows.create(
            friendly_name="FriendlyName & more",
            configuration="Configuration & more",
            assignment_callback_url="https://example.com/hook?a=1&b=2",
            fallback_assignment_callback_url="https://example.com/hook?a=1&b=2",
            task_reservation_timeout=7,
        ),
        method="POST",
        target="/v1/Workspaces/a%2Fb%20%3F1/Workflows",
        template="/v1/Workspaces/{WorkspaceSid}/Workflows",
        returns="Workflow",
        form=[
            ("FriendlyName", "FriendlyName & more"),
            ("Configuration", "Configuration & more"),
            ("AssignmentCallbackUrl", "https://example.com/hook?a=1&b=2"),
            ("FallbackAssignmentCallbackUrl", "https://example.com/hook?a=1&b=2"),
            ("TaskReservationTimeout", "7"),
        ],
    ),
    Exchange(
        name="listworkflow",
        call=lambda client, some_id: client.workspaces(some_id).workflows.list(
            friendly_name="FriendlyName & more",
            page_size=7,
            page=7,
            page_token="PageToken & more",
        ),
        method="GET",
        target="/v1/Workspaces/a%2Fb%20%3F1/Workflows",
        template="/v1/Workspaces/{WorkspaceSid}/Workflows",
        returns="Workflow",
        pages=True,
        query=[
            ("FriendlyName", "FriendlyName & more"),
            ("PageSize", "7"),
            ("Page", "7"),
            ("PageToken", "PageToken & more"),
        ],
    ),
    Exchange(
        name="fetchworkflow",
        call=lambda client, some_id: client.workspaces(some_id).workflows.fetch(
            some_id
        ),
        method="GET",
        target="/v1/Workspaces/a%2Fb%20%3F1/Workflows/a%2Fb%20%3F1",
        template="/v1/Workspaces/{WorkspaceSid}/Workflows/{Sid}",
        returns="Workflow",
    ),
    Exchange(
        name="updateworkflow",
        call=lambda client, some_id: client.workspaces(some_id).workflows.update(
            some_id,
            friendly_name="FriendlyName & more",
            assignment_callback_url="https://example.com/hook?a=1&b=2",
            fallback_assignment_callback_url="https://example.com/hook?a=1&b=2",
            configuration="Configuration & more",
            task_reservation_timeout=7,
            re_evaluate_tasks="ReEvaluateTasks & more",
        ),
        method="POST",
        target="/v1/Workspaces/a%2Fb%20%3F1/Workflows/a%2Fb%20%3F1",
        template="/v1/Workspaces/{WorkspaceSid}/Workflows/{Sid}",
        returns="Workflow",
        form=[
            ("FriendlyName", "FriendlyName & more"),
            ("AssignmentCallbackUrl", "https://example.com/hook?a=1&b=2"),
            ("FallbackAssignmentCallbackUrl", "https://example.com/hook?a=1&b=2"),
            ("Configuration", "Configuration & more"),
            ("TaskReservationTimeout", "7"),
            ("ReEvaluateTasks", "ReEvaluateTasks & more"),
        ],
    ),
    Exchange(
        name="deleteworkflow",
        call=lambda client, some_id: client.workspaces(some_id).workflows.delete(
            some_id
        ),
        method="DELETE",
        target="/v1/Workspaces/a%2Fb%20%3F1/Workflows/a%2Fb%20%3F1",
        template="/v1/Workspaces/{WorkspaceSid}/Workflows/{Sid}",
        returns="NoContent[Headers]",
    ),
]
