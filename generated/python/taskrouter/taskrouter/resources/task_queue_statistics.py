from __future__ import annotations

import datetime as dt

from .._runtime._omit import OMIT, Omit
from .._runtime._resource import AsyncResource, Resource
from ..models.task_queue_statistics import TaskQueueStatistics


class TaskQueueStatisticsResource(Resource):
    """Task queue statistics: ``client.workspaces().task_queues().statistics``."""

    def fetch(
        self,
        *,
        end_date: dt.datetime | str | Omit = OMIT,
        minutes: int | Omit = OMIT,
        start_date: dt.datetime | str | Omit = OMIT,
        task_channel: str | Omit = OMIT,
        split_by_wait_time: str | Omit = OMIT,
    ) -> TaskQueueStatistics:
        """Fetch task queue statistics.

        Returns both the real-time and the cumulative statistics of one task queue.

        Args:
            end_date: Count up to this time, in GMT and ISO 8601 form.
            minutes: Number of minutes to look back. Defaults to `15`.
            start_date: Count from this time on, in ISO 8601 form.
            task_channel: Count only the task channel with this SID or unique name:
                `voice`, `sms`, `default` and so on.
            split_by_wait_time: Wait time thresholds in seconds, separated by commas,
                such as `5,30`. Canceled tasks and accepted reservations are counted
                above and below each one.
        """
        return self._send(
            "GET /v1/Workspaces/{WorkspaceSid}/TaskQueues/{TaskQueueSid}/Statistics",
            into=TaskQueueStatistics,
            query={
                "EndDate": end_date,
                "Minutes": minutes,
                "StartDate": start_date,
                "TaskChannel": task_channel,
                "SplitByWaitTime": split_by_wait_time,
            },
        )


class AsyncTaskQueueStatisticsResource(AsyncResource):
    """Task queue statistics, awaited; see ``TaskQueueStatisticsResource``."""

    async def fetch(
        self,
        *,
        end_date: dt.datetime | str | Omit = OMIT,
        minutes: int | Omit = OMIT,
        start_date: dt.datetime | str | Omit = OMIT,
        task_channel: str | Omit = OMIT,
        split_by_wait_time: str | Omit = OMIT,
    ) -> TaskQueueStatistics:
        """Fetch task queue statistics. See ``TaskQueueStatisticsResource.fetch``."""
        return await self._send(
            "GET /v1/Workspaces/{WorkspaceSid}/TaskQueues/{TaskQueueSid}/Statistics",
            into=TaskQueueStatistics,
            query={
                "EndDate": end_date,
                "Minutes": minutes,
                "StartDate": start_date,
                "TaskChannel": task_channel,
                "SplitByWaitTime": split_by_wait_time,
            },
        )
