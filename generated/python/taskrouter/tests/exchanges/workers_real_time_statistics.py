"""Workers real time statistics: ``client.workspaces().workers.real_time_statistics``."""

from __future__ import annotations

from ..exchange import Exchange

EXCHANGES: list[Exchange] = [
    Exchange(
        name="fetchworkersrealtimestatistics",
        call=lambda client, some_id: client.workspaces(
            some_id
        ).workers.real_time_statistics.fetch(task_channel="TaskChannel & more"),
        method="GET",
        target="/v1/Workspaces/a%2Fb%20%3F1/Workers/RealTimeStatistics",
        template="/v1/Workspaces/{WorkspaceSid}/Workers/RealTimeStatistics",
        returns="WorkersRealTimeStatistics",
        query=[("TaskChannel", "TaskChannel & more")],
    )
]
