"""Workers cumulative statistics: ``client.workspaces().workers.cumulative_statistics``."""

from __future__ import annotations

from ..exchange import Exchange, Sent

EXCHANGES: list[Exchange] = [
    Exchange(
        name="fetchworkerscumulativestatistics",
        call=lambda client, ids, given: client.workspaces(
            ids[0]
        ).workers.cumulative_statistics.fetch(**given),
        method="GET",
        template="/v1/Workspaces/{WorkspaceSid}/Workers/CumulativeStatistics",
        returns="WorkersCumulativeStatistics",
        sent=[
            Sent("end_date", "query", "EndDate", "2026-01-02T03:04:05Z"),
            Sent("minutes", "query", "Minutes", 8),
            Sent("start_date", "query", "StartDate", "2026-01-02T03:06:05Z"),
            Sent("task_channel", "query", "TaskChannel", "TaskChannel & more"),
        ],
    )
]
