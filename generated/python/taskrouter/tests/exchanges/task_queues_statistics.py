"""Task queues statistics: ``client.workspaces().task_queues.statistics``."""

from __future__ import annotations

from ..exchange import Exchange

EXCHANGES: list[Exchange] = [
    Exchange(
        name="listtaskqueuesstatistics",
        call=lambda client, some_id: client.workspaces(
            some_id
        ).task_queues.statistics.list(
            end_date="2026-01-02T03:04:05Z",
            friendly_name="FriendlyName & more",
            minutes=7,
            start_date="2026-01-02T03:04:05Z",
            task_channel="TaskChannel & more",
            split_by_wait_time="SplitByWaitTime & more",
            page_size=7,
            page=7,
            page_token="PageToken & more",
        ),
        method="GET",
        target="/v1/Workspaces/a%2Fb%20%3F1/TaskQueues/Statistics",
        template="/v1/Workspaces/{WorkspaceSid}/TaskQueues/Statistics",
        returns="dict[str, Any]",
        pages=True,
        query=[
            ("EndDate", "2026-01-02T03:04:05Z"),
            ("FriendlyName", "FriendlyName & more"),
            ("Minutes", "7"),
            ("StartDate", "2026-01-02T03:04:05Z"),
            ("TaskChannel", "TaskChannel & more"),
            ("SplitByWaitTime", "SplitByWaitTime & more"),
            ("PageSize", "7"),
            ("Page", "7"),
            ("PageToken", "PageToken & more"),
        ],
    )
]
