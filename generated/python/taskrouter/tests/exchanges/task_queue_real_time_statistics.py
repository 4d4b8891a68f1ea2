"""Task queue real time statistics:
``client.workspaces().task_queues().real_time_statistics``."""

from __future__ import annotations

from ..exchange import Exchange, Sent

EXCHANGES: list[Exchange] = [
    Exchange(
        name="fetchtaskqueuerealtimestatistics",
        call=lambda client, ids, given: client.workspaces(ids[0])
        .task_queues(ids[1])
        .real_time_statistics.fetch(**given),
        method="GET",
        template="/v1/Workspaces/{WorkspaceSid}/TaskQueues/{TaskQueueSid}/RealTimeStatistics",
        returns="TaskQueueRealTimeStatistics",
        sent=[Sent("task_channel", "query", "TaskChannel", "TaskChannel & more")],
    )
]
