"""Worker instance statistics: ``client.workspaces().workers().statistics``."""

from __future__ import annotations

from ..exchange import Exchange

EXCHANGES: list[Exchange] = [
    Exchange(
        name="fetchworkerinstancestatistics",
        call=lambda client, some_id: client.workspaces(some_id)
        .workers(some_id)
        .statistics.fetch(
            minutes=7,
            start_date="2026-01-02T03:04:05Z",
            end_date="2026-01-02T03:04:05Z",
            task_channel="TaskChannel & more",
        ),
        method="GET",
        target="/v1/Workspaces/a%2Fb%20%3F1/Workers/a%2Fb%20%3F1/Statistics",
        template="/v1/Workspaces/{WorkspaceSid}/Workers/{WorkerSid}/Statistics",
        returns="WorkerInstanceStatistics",
        query=[
            ("Minutes", "7"),
            ("StartDate", "2026-01-02T03:04:05Z"),
            ("EndDate", "2026-01-02T03:04:05Z"),
            ("TaskChannel", "TaskChannel & more"),
        ],
    )
]
