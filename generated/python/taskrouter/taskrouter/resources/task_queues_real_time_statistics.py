from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .._runtime._omit import OMIT, Omit
from .._runtime._resource import AsyncResource, Resource
from ..models.task_queues_real_time_statistics import TaskQueuesRealTimeStatistics


class TaskQueuesRealTimeStatisticsResource(Resource):
    """Task queues real time statistics:
    ``client.workspaces().task_queues.real_time_statistics``."""

    def fetch(
        self, *, body: Mapping[str, Any] | Omit = OMIT
    ) -> TaskQueuesRealTimeStatistics:
        """Fetch task queue real time statistics in bulk.

        Returns the current statistics of several task queues at once, for up to 50 task
        queue SIDs in one request.

        Args:
            body: A JSON object that names the task queues by SID.
        """
        return self._send(
            "POST /v1/Workspaces/{WorkspaceSid}/TaskQueues/RealTimeStatistics",
            into=TaskQueuesRealTimeStatistics,
            json=body,
        )


class AsyncTaskQueuesRealTimeStatisticsResource(AsyncResource):
    """Task queues real time statistics, awaited; see
    ``TaskQueuesRealTimeStatisticsResource``."""

    async def fetch(
        self, *, body: Mapping[str, Any] | Omit = OMIT
    ) -> TaskQueuesRealTimeStatistics:
        """Fetch task queue real time statistics in bulk. See
        ``TaskQueuesRealTimeStatisticsResource.fetch``."""
        return await self._send(
            "POST /v1/Workspaces/{WorkspaceSid}/TaskQueues/RealTimeStatistics",
            into=TaskQueuesRealTimeStatistics,
            json=body,
        )
