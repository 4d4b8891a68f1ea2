"""Worker statistics: ``client.workspaces().workers.statistics``."""

from __future__ import annotations

from ..exchange import Exchange, Sent

EXCHANGES: list[Exchange] = [
    Exchange(
        name="fetchworkerstatistics",
        call=lambda client, ids, given: client.workspaces(
            ids[0]
        ).workers.statistics.fetch(**given),
        method="GET",
        template="/v1/Workspaces/{WorkspaceSid}/Workers/Statistics",
        returns="WorkerStatistics",
        sent=[
            Sent("minutes", "query", "Minutes", 7),
            Sent("start_date", "query", "StartDate", "2026-01-02T03:05:05Z"),
            Sent("end_date", "query", "EndDate", "2026-01-02T03:06:05Z"),
            Sent("task_queue_sid", "query", "TaskQueueSid", "TaskQueueSid & more"),
            Sent("task_queue_name", "query", "TaskQueueName", "TaskQueueName & more"),
            Sent("friendly_name", "query", "FriendlyName", "FriendlyName & more"),
            Sent("task_channel", "query", "TaskChannel", "TaskChannel & more"),
        ],
    )
]
