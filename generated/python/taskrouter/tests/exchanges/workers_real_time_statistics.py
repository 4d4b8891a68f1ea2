"""Workers real time statistics: ``client.workspaces().workers.real_time_statistics``."""

from __future__ import annotations

from ..exchange import Exchange, Sent

EXCHANGES: list[Exchange] = [
    Exchange(
        name="fetchworkersrealtimestatistics",
        call=lambda client, ids, given: client.workspaces(
            ids[0]
        ).workers.real_time_statistics.fetch(**given),
        method="GET",
        template="/v1/Workspaces/{WorkspaceSid}/Workers/RealTimeStatistics",
        returns="WorkersRealTimeStatistics",
        sent=[Sent("task_channel", "query", "TaskChannel", "TaskChannel & more")],
    )
]
