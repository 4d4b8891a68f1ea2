"""Workspace cumulative statistics: ``client.workspaces().cumulative_statistics``."""

from __future__ import annotations

from ..exchange import Exchange, Sent

EXCHANGES: list[Exchange] = [
    Exchange(
        name="fetchworkspacecumulativestatistics",
        call=lambda client, ids, given: client.workspaces(
            ids[0]
        ).cumulative_statistics.fetch(**given),
        method="GET",
        template="/v1/Workspaces/{WorkspaceSid}/CumulativeStatistics",
        returns="WorkspaceCumulativeStatistics",
        sent=[
            Sent("end_date", "query", "EndDate", "2026-01-02T03:04:05Z"),
            Sent("minutes", "query", "Minutes", 8),
            Sent("start_date", "query", "StartDate", "2026-01-02T03:06:05Z"),
            Sent("task_channel", "query", "TaskChannel", "TaskChannel & more"),
            Sent(
                "split_by_wait_time",
                "query",
                "SplitByWaitTime",
                "SplitByWaitTime & more",
            ),
        ],
    )
]
