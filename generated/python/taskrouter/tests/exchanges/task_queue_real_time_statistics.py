"""Task queue real time statistics:
``client.workspaces().task_queues().real_time_statistics``."""

from __future__ import annotations

from ..exchange import Exchange

EXCHANGES: list[Exchange] = [
    Exchange(
        name="fetchtaskqueuerealtimestatistics",
        call=lambda client, some_id: client.workspaces(some_id)
        .task_queues(some_id)
        .real_time_statistics.fetch(task_channel="TaskChannel & more"),
        method="GET",
        target="/v1/Workspaces/a%2Fb%20%3F1/TaskQueues/a%2Fb%20%3F1/RealTimeStatistics",
        template="/v1/Workspaces/{WorkspaceSid}/TaskQueues/{TaskQueueSid}/RealTimeStatistics",
        returns="TaskQueueRealTimeStatistics",
        query=[("TaskChannel", "TaskChannel & more")],
    )
]
