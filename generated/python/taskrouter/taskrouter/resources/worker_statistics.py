from __future__ import annotations

import datetime as dt

from .._runtime._omit import OMIT, Omit
from .._runtime._resource import AsyncResource, Resource
from ..models.worker_statistics import WorkerStatistics


class WorkerStatisticsResource(Resource):
    """Worker statistics: ``client.workspaces().workers.statistics``."""

    def fetch(
        self,
        *,
        minutes: int | Omit = OMIT,
        start_date: dt.datetime | str | Omit = OMIT,
        end_date: dt.datetime | str | Omit = OMIT,
        task_queue_sid: str | Omit = OMIT,
        task_queue_name: str | Omit = OMIT,
        friendly_name: str | Omit = OMIT,
        task_channel: str | Omit = OMIT,
    ) -> WorkerStatistics:
        """Fetch worker statistics.

        Returns the real-time and the cumulative statistics of the workers in a
        workspace, or of those that match the filters.

        Args:
            minutes: Number of minutes to look back. Defaults to `15`.
            start_date: Count from this time on, in ISO 8601 form.
            end_date: Count up to this time, in GMT and ISO 8601 form.
            task_queue_sid: Report only on the workers of this task queue. Exactly 34
                characters, beginning with `WQ`.
            task_queue_name: Report only on the workers of the task queue with this
                friendly name.
            friendly_name: Report only on workers with this friendly name.
            task_channel: Count only the task channel with this SID or unique name:
                `voice`, `sms`, `default` and so on.
        """
        return self._send(
            "GET /v1/Workspaces/{WorkspaceSid}/Workers/Statistics",
            into=WorkerStatistics,
            query={
                "Minutes": minutes,
                "StartDate": start_date,
                "EndDate": end_date,
                "TaskQueueSid": task_queue_sid,
                "TaskQueueName": task_queue_name,
                "FriendlyName": friendly_name,
                "TaskChannel": task_channel,
            },
        )


class AsyncWorkerStatisticsResource(AsyncResource):
    """Worker statistics, awaited; see ``WorkerStatisticsResource``."""

    async def fetch(
        self,
        *,
        minutes: int | Omit = OMIT,
        start_date: dt.datetime | str | Omit = OMIT,
        end_date: dt.datetime | str | Omit = OMIT,
        task_queue_sid: str | Omit = OMIT,
        task_queue_name: str | Omit = OMIT,
        friendly_name: str | Omit = OMIT,
        task_channel: str | Omit = OMIT,
    ) -> WorkerStatistics:
        """Fetch worker statistics. See ``WorkerStatisticsResource.fetch``."""
        return await self._send(
            "GET /v1/Workspaces/{WorkspaceSid}/Workers/Statistics",
            into=WorkerStatistics,
            query={
                "Minutes": minutes,
                "StartDate": start_date,
                "EndDate": end_date,
                "TaskQueueSid": task_queue_sid,
                "TaskQueueName": task_queue_name,
                "FriendlyName": friendly_name,
                "TaskChannel": task_channel,
            },
        )
