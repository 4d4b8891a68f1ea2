"""Workflow real time statistics: ``client.workspaces().workflows().real_time_statistics``."""

from __future__ import annotations

from ..exchange import Exchange

EXCHANGES: list[Exchange] = [
    Exchange(
        name="fetchworkflowrealtimestatistics",
        call=lambda client, some_id: client.workspaces(some_id)
        .workflows(some_id)
        .real_time_statistics.fetch(task_channel="TaskChannel & more"),
        method="GET",
        target="/v1/Workspaces/a%2Fb%20%3F1/Workflows/a%2Fb%20%3F1/RealTimeStatistics",
        template="/v1/Workspaces/{WorkspaceSid}/Workflows/{WorkflowSid}/RealTimeStatistics",
        returns="WorkflowRealTimeStatistics",
        query=[("TaskChannel", "TaskChannel & more")],
    )
]
