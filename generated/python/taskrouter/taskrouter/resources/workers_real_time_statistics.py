from __future__ import annotations

from .._runtime._omit import OMIT, Omit
from .._runtime._resource import AsyncResource, Resource
from ..models.workers_real_time_statistics import WorkersRealTimeStatistics


class WorkersRealTimeStatisticsResource(Resource):
    """Workers real time statistics: ``client.workspaces().workers.real_time_statistics``."""

    def fetch(self, *, task_channel: str | Omit = OMIT) -> WorkersRealTimeStatistics:
        """Fetch workers real time statistics.

        Returns how many workers a workspace has at this moment, and in which
        activities.

        Args:
            task_channel: Count only the task channel with this SID or unique name:
                `voice`, `sms`, `default` and so on.
        """
        return self._send(
            "GET /v1/Workspaces/{WorkspaceSid}/Workers/RealTimeStatistics",
            into=WorkersRealTimeStatistics,
            query={"TaskChannel": task_channel},
        )


class AsyncWorkersRealTimeStatisticsResource(AsyncResource):
    """Workers real time statistics, awaited; see ``WorkersRealTimeStatisticsResource``."""

    async def fetch(
        self, *, task_channel: str | Omit = OMIT
    ) -> WorkersRealTimeStatistics:
        """Fetch workers real time statistics. See
        ``WorkersRealTimeStatisticsResource.fetch``."""
        return await self._send(
            "GET /v1/Workspaces/{WorkspaceSid}/Workers/RealTimeStatistics",
            into=WorkersRealTimeStatistics,
            query={"TaskChannel": task_channel},
        )
