from __future__ import annotations

from .._runtime._omit import OMIT, Omit
from .._runtime._resource import AsyncResource, Resource
from ..models.workspace_real_time_statistics import WorkspaceRealTimeStatistics


class WorkspaceRealTimeStatisticsResource(Resource):
    """Workspace real time statistics: ``client.workspaces().real_time_statistics``."""

    def fetch(self, *, task_channel: str | Omit = OMIT) -> WorkspaceRealTimeStatistics:
        """Fetch workspace real time statistics.

        Returns the state of a whole workspace at this moment.

        Args:
            task_channel: Count only the task channel with this SID or unique name:
                `voice`, `sms`, `default` and so on.
        """
        return self._send(
            "GET /v1/Workspaces/{WorkspaceSid}/RealTimeStatistics",
            into=WorkspaceRealTimeStatistics,
            query={"TaskChannel": task_channel},
        )


class AsyncWorkspaceRealTimeStatisticsResource(AsyncResource):
    """Workspace real time statistics, awaited; see
    ``WorkspaceRealTimeStatisticsResource``."""

    async def fetch(
        self, *, task_channel: str | Omit = OMIT
    ) -> WorkspaceRealTimeStatistics:
        """Fetch workspace real time statistics. See
        ``WorkspaceRealTimeStatisticsResource.fetch``."""
        return await self._send(
            "GET /v1/Workspaces/{WorkspaceSid}/RealTimeStatistics",
            into=WorkspaceRealTimeStatistics,
            query={"TaskChannel": task_channel},
        )
