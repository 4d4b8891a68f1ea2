"""Events: ``client.workspaces().events``."""

from __future__ import annotations

from ..exchange import Exchange

EXCHANGES: list[Exchange] = [
    Exchange(
        name="listevent",
        call=lambda client, some_id: client.workspaces(some_id).events.list(
            end_date="2026-01-02T03:04:05Z",
            event_type="EventType & more",
            minutes=7,
            reservation_sid="ReservationSid & more",
            start_date="2026-01-02T03:04:05Z",
            task_queue_sid="TaskQueueSid & more",
            task_sid="TaskSid & more",
            worker_sid="WorkerSid & more",
            workflow_sid="WorkflowSid & more",
            task_channel="TaskChannel & more",
            sid="Sid & more",
            page_size=7,
            page=7,
            page_token="PageToken & more",
        ),
        method="GET",
        target="/v1/Workspaces/a%2Fb%20%3F1/Events",
        template="/v1/Workspaces/{WorkspaceSid}/Events",
        returns="Event",
        pages=True,
        query=[
            ("EndDate", "2026-01-02T03:04:05Z"),
            ("EventType", "EventType & more"),
            ("Minutes", "7"),
            ("ReservationSid", "ReservationSid & more"),
            ("StartDate", "2026-01-02T03:04:05Z"),
            ("TaskQueueSid", "TaskQueueSid & more"),
            ("TaskSid", "TaskSid & more"),
            ("WorkerSid", "WorkerSid & more"),
            ("WorkflowSid", "WorkflowSid & more"),
            ("TaskChannel", "TaskChannel & more"),
            ("Sid", "Sid & more"),
            ("PageSize", "7"),
            ("Page", "7"),
            ("PageToken", "PageToken & more"),
        ],
    ),
    Exchange(
        name="fetchevent",
        call=lambda client, some_id: client.workspaces(some_id).events.fetch(some_id),
        method="GET",
        target="/v1/Workspaces/a%2Fb%20%3F1/Events/a%2Fb%20%3F1",
        template="/v1/Workspaces/{WorkspaceSid}/Events/{Sid}",
        returns="Event",
    ),
]
