"""Workflow real time statistics: ``client.workspaces().workflows().real_time_statistics``."""

from __future__ import annotations

from ..exchange import Exchange, Sent

EXCHANGES: list[Exchange] = [
    Exchange(
        name="fetchworkflowrealtimestatistics",
        call=lambda client, ids, given: client.workspaces(ids[0])
        .workflows(ids[1])
        .real_time_statistics.fetch(**given),
        method="GET",
        template="/v1/Workspaces/{WorkspaceSid}/Workflows/{WorkflowSid}/RealTimeStatistics",
        returns="WorkflowRealTimeStatistics",
        sent=[Sent("task_channel", "query", "TaskChannel", "TaskChannel & more")],
    )
]
