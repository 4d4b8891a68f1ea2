"""Workspace real time statistics: ``client.workspaces().real_time_statistics``."""

from __future__ import annotations

from ..exchange import Exchange, Sent

EXCHANGES: list[Exchange] = [
    Exchange(
        name="fetchworkspacerealtimestatistics",
        call=lambda client, ids, given: client.workspaces(
            ids[0]
        ).real_time_statistics.fetch(**given),
        method="GET",
        template="/v1/Workspaces/{WorkspaceSid}/RealTimeStatistics",
        returns="WorkspaceRealTimeStatistics",
        sent=[Sent("task_channel", "query", "TaskChannel", "TaskChannel & more")],
    )
]
