"""Task queue cumulative statistics:
``client.workspaces().task_queues().cumulative_statistics``."""

from __future__ import annotations

from ..exchange import Exchange

EXCHANGES: list[Exchange] = [
    Exchange(
        name="fetchtaskqueuecumulativestatistics",
        call=lambda client, some_id: client.workspaces(some_id)
        .task_queues(some_id)
        .cumulative_statistics.fetch(
            end_date="2026-01-02T03:04:05Z",
            minutes=7,
            start_date="2026-01-02T03:04:05Z",
            task_channel="TaskChannel & more",
            split_by_wait_time="SplitByWaitTime & more",
        ),
        method="GET",
        target="/v1/Workspaces/a%2Fb%20%3F1/TaskQueues/a%2Fb%20%3F1/CumulativeStatistics",
        template="/v1/Workspaces/{WorkspaceSid}/TaskQueues/{TaskQueueSid}/CumulativeStatistics",
        returns="TaskQueueCumulativeStatistics",
        query=[
            ("EndDate", "2026-01-02T03:04:05Z"),
            ("Minutes", "7"),
            ("StartDate", "2026-01-02T03:04:05Z"),
            ("TaskChannel", "TaskChannel & more"),
            ("SplitByWaitTime", "SplitByWaitTime & more"),
        ],
    )
]
