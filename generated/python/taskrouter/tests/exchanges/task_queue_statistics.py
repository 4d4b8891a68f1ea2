"""Task queue statistics: ``client.workspaces().task_queues().statistics``."""

from __future__ import annotations

from ..exchange import Exchange

EXCHANGES: list[Exchange] = [
    Exchange(
        name="fetchtaskqueuestatistics",
        call=lambda client, some_id: client.workspaces(some_id)
        .task_queues(some_id)
        .statistics.fetch(
            end_date="2026-01-02T03:04:05Z",
            minutes=7,
            start_date="2026-01-02T03:04:05Z",
            task_channel="TaskChannel & more",
            split_by_wait_time="SplitByWaitTime & more",
        ),
        method="GET",
        target="/v1/Workspaces/a%2Fb%20%3F1/TaskQueues/a%2Fb%20%3F1/Statistics",
        template="/v1/Workspaces/{WorkspaceSid}/TaskQueues/{TaskQueueSid}/Statistics",
        returns="TaskQueueStatistics",
        query=[
            ("EndDate", "2026-01-02T03:04:05Z"),
            ("Minutes", "7"),
            ("StartDate", "2026-01-02T03:04:05Z"),
            ("TaskChannel", "TaskChannel & more"),
            ("SplitByWaitTime", "SplitByWaitTime & more"),
        ],
    )
]
