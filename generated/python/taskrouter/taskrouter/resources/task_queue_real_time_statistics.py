from __future__ import annotations

from .._runtime._omit import OMIT, Omit
from .._runtime._resource import AsyncResource, Resource
from ..models.task_queue_real_time_statistics import TaskQueueRealTimeStatistics


class TaskQueueRealTimeStatisticsResource(Resource):
    """Task queue real time statistics:
    ``client.workspaces().task_queues().real_time_statistics``."""

    def fetch(self, *, task_channel: str | Omit = OMIT) -> TaskQueueRealTimeStatistics:
        """Fetch task queue real time statistics.

        Returns the state of one task queue at this moment.

        Args:
            task_channel: Count only the task channel with this SID or unique name:
                `voice`, `sms`, `default` and so on.
        """
        return self._send(
            "GET /v1/Workspaces/{WorkspaceSid}/TaskQueues/{TaskQueueSid}/RealTimeStatistics",
            into=TaskQueueRealTimeStatistics,
            query={"TaskChannel": task_channel},
        )


class AsyncTaskQueueRealTimeStatisticsResource(AsyncResource):
    """Task queue real time statistics, awaited; see
    ``TaskQueueRealTimeStatisticsResource``."""

    async def fetch(
        self, *, task_channel: str | Omit = OMIT
    ) -> TaskQueueRealTimeStatistics:
        """Fetch task queue real time statistics. See
        ``TaskQueueRealTimeStatisticsResource.fetch``."""
        return await self._send(
            "GET /v1/Workspaces/{WorkspaceSid}/TaskQueues/{TaskQueueSid}/RealTimeStatistics",
            into=TaskQueueRealTimeStatistics,
            query={"TaskChannel": task_channel},
        )
