"""Workspace statistics: ``client.workspaces().statistics``."""

from __future__ import annotations

from ..exchange import Exchange, Sent

EXCHANGES: list[Exchange] = [
    Exchange(
        name="fetchworkspacestatistics",
        call=lambda client, ids, given: client.workspaces(ids[0]).statistics.fetch(
            **given
        ),
        method="GET",
        template="/v1/Workspaces/{WorkspaceSid}/Statistics",
        returns="WorkspaceStatistics",
        sent=[
            Sent("minutes", "query", "Minutes", 7),
            Sent("start_date", "query", "StartDate", "2026-01-02T03:05:05Z"),
            Sent("end_date", "query", "EndDate", "2026-01-02T03:06:05Z"),
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
