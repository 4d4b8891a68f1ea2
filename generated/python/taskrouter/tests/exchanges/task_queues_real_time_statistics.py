"""Task queues real time statistics:
``client.workspaces().task_queues.real_time_statistics``."""

from __future__ import annotations

from ..exchange import Exchange

EXCHANGES: list[Exchange] = [
    Exchange(
        name="createtaskqueuebulkrealtimestatistics",
        call=lambda client, some_id: client.workspaces(
            some_id
        ).task_queues.real_time_statistics.fetch(body={"key": "value"}),
        method="POST",
        target="/v1/Workspaces/a%2Fb%20%3F1/TaskQueues/RealTimeStatistics",
        template="/v1/Workspaces/{WorkspaceSid}/TaskQueues/RealTimeStatistics",
        returns="TaskQueuesRealTimeStatistics",
        json={"key": "value"},
    )
]
