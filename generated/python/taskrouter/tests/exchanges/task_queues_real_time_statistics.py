"""Task queues real time statistics:
``client.workspaces().task_queues.real_time_statistics``."""

from __future__ import annotations

from ..exchange import Exchange, Sent

EXCHANGES: list[Exchange] = [
    Exchange(
        name="createtaskqueuebulkrealtimestatistics",
        call=lambda client, ids, given: client.workspaces(
            ids[0]
        ).task_queues.real_time_statistics.fetch(**given),
        method="POST",
        template="/v1/Workspaces/{WorkspaceSid}/TaskQueues/RealTimeStatistics",
        returns="TaskQueuesRealTimeStatistics",
        sent=[Sent("body", "json", "", {"key": "value"})],
    )
]
