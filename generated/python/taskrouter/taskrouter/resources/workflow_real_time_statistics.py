from __future__ import annotations

from .._runtime._omit import OMIT, Omit
from .._runtime._resource import AsyncResource, Resource
from ..models.workflow_real_time_statistics import WorkflowRealTimeStatistics


class WorkflowRealTimeStatisticsResource(Resource):
    """Workflow real time statistics:
    ``client.workspaces().workflows().real_time_statistics``."""

    def fetch(self, *, task_channel: str | Omit = OMIT) -> WorkflowRealTimeStatistics:
        """Fetch workflow real time statistics.

        Returns the state of one workflow at this moment.

        Args:
            task_channel: Count only the task channel with this SID or unique name:
                `voice`, `sms`, `default` and so on.
        """
        return self._send(
            "GET /v1/Workspaces/{WorkspaceSid}/Workflows/{WorkflowSid}/RealTimeStatistics",
            into=WorkflowRealTimeStatistics,
            query={"TaskChannel": task_channel},
        )


class AsyncWorkflowRealTimeStatisticsResource(AsyncResource):
    """Workflow real time statistics, awaited; see ``WorkflowRealTimeStatisticsResource``."""

    async def fetch(
        self, *, task_channel: str | Omit = OMIT
    ) -> WorkflowRealTimeStatistics:
        """Fetch workflow real time statistics. See
        ``WorkflowRealTimeStatisticsResource.fetch``."""
        return await self._send(
            "GET /v1/Workspaces/{WorkspaceSid}/Workflows/{WorkflowSid}/RealTimeStatistics",
            into=WorkflowRealTimeStatistics,
            query={"TaskChannel": task_channel},
        )
