"""Events: ``client.workspaces().events``."""

from __future__ import annotations

from ..exchange import Exchange, Sent, Turning

EXCHANGES: list[Exchange] = [
    Exchange(
        name="listevent",
        call=lambda client, ids, given: client.workspaces(ids[0]).events.list(**given),
        method="GET",
        template="/v1/Workspaces/{WorkspaceSid}/Events",
        returns="Event",
        sent=[
            Sent("end_date", "query", "EndDate", "2026-01-02T03:04:05Z"),
            Sent("event_type", "query", "EventType", "EventType & more"),
            Sent("minutes", "query", "Minutes", 9),
            Sent("reservation_sid", "query", "ReservationSid", "ReservationSid & more"),
            Sent("start_date", "query", "StartDate", "2026-01-02T03:08:05Z"),
            Sent("task_queue_sid", "query", "TaskQueueSid", "TaskQueueSid & more"),
            Sent("task_sid", "query", "TaskSid", "TaskSid & more"),
            Sent("worker_sid", "query", "WorkerSid", "WorkerSid & more"),
            Sent("workflow_sid", "query", "WorkflowSid", "WorkflowSid & more"),
            Sent("task_channel", "query", "TaskChannel", "TaskChannel & more"),
            Sent("sid", "query", "Sid", "Sid & more"),
            Sent("page_size", "query", "PageSize", 18),
            Sent("page", "query", "Page", 19),
            Sent("page_token", "query", "PageToken", "PageToken & more"),
        ],
        turning=Turning(
            style="next-url", items="events", next="meta.next_page_url", limit="limit"
        ),
    ),
    Exchange(
        name="fetchevent",
        call=lambda client, ids, given: client.workspaces(ids[0]).events.fetch(
            ids[1], **given
        ),
        method="GET",
        template="/v1/Workspaces/{WorkspaceSid}/Events/{Sid}",
        returns="Event",
    ),
]
