"""Worker statistics: ``client.workspaces().workers.statistics``."""

from __future__ import annotations

from ..exchange import Exchange

EXCHANGES: list[Exchange] = [
    Exchange(
        name="fetchworkerstatistics",
        call=lambda client, some_id: client.workspaces(
            some_id
        ).workers.statistics.fetch(
            minutes=7,
            start_date="2026-01-02T03:04:05Z",
            end_date="2026-01-02T03:04:05Z",
            task_queue_sid="TaskQueueSid & more",
            task_queue_name="TaskQueueName & more",
            friendly_name="FriendlyName & more",
            task_channel="TaskChannel & more",
        ),
        method="GET",
        target="/v1/Workspaces/a%2Fb%20%3F1/Workers/Statistics",
        template="/v1/Workspaces/{WorkspaceSid}/Workers/Statistics",
        returns="WorkerStatistics",
        query=[
            ("Minutes", "7"),
            ("StartDate", "2026-01-02T03:04:05Z"),
            ("EndDate", "2026-01-02T03:04:05Z"),
            ("TaskQueueSid", "TaskQueueSid & more"),
            ("TaskQueueName", "TaskQueueName & more"),
            ("FriendlyName", "FriendlyName & more"),
            ("TaskChannel", "TaskChannel & more"),
        ],
    )
]
