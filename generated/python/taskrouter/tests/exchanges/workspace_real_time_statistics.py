"""Workspace real time statistics: ``client.workspaces().real_time_statistics``."""

from __future__ import annotations

from ..exchange import Exchange

EXCHANGES: list[Exchange] = [
    Exchange(
        name="fetchworkspacerealtimestatistics",
        call=lambda client, some_id: client.workspaces(
            some_id
        ).real_time_statistics.fetch(task_channel="TaskChannel & more"),
        method="GET",
        target="/v1/Workspaces/a%2Fb%20%3F1/RealTimeStatistics",
        template="/v1/Workspaces/{WorkspaceSid}/RealTimeStatistics",
        returns="WorkspaceRealTimeStatistics",
        query=[("TaskChannel", "TaskChannel & more")],
    )
]
