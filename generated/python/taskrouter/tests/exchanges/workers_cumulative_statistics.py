"""Workers cumulative statistics: ``client.workspaces().workers.cumulative_statistics``."""

from __future__ import annotations

from ..exchange import Exchange

EXCHANGES: list[Exchange] = [
    Exchange(
        name="fetchworkerscumulativestatistics",
        call=lambda client, some_id: client.workspaces(
            some_id
        ).workers.cumulative_statistics.fetch(
            end_date="2026-01-02T03:04:05Z",
            minutes=7,
            start_date="2026-01-02T03:04:05Z",
            task_channel="TaskChannel & more",
        ),
        method="GET",
        target="/v1/Workspaces/a%2Fb%20%3F1/Workers/CumulativeStatistics",
        template="/v1/Workspaces/{WorkspaceSid}/Workers/CumulativeStatistics",
        returns="WorkersCumulativeStatistics",
        query=[
            ("EndDate", "2026-01-02T03:04:05Z"),
            ("Minutes", "7"),
            ("StartDate", "2026-01-02T03:04:05Z"),
            ("TaskChannel", "TaskChannel & more"),
        ],
    )
]
