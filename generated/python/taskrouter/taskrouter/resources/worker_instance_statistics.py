from __future__ import annotations

import datetime as dt

from .._runtime._omit import OMIT, Omit
from .._runtime._resource import AsyncResource, Resource
from ..models.worker_instance_statistics import WorkerInstanceStatistics


class WorkerInstanceStatisticsResource(Resource):
    """Worker instance statistics: ``client.workspaces().workers().statistics``."""

    def fetch(
        self,
        *,
        minutes: int | Omit = OMIT,
        start_date: dt.datetime | str | Omit = OMIT,
        end_date: dt.datetime | str | Omit = OMIT,
        task_channel: str | Omit = OMIT,
    ) -> WorkerInstanceStatistics:
        """Fetch worker instance statistics.

        Returns the statistics of one worker.

        Args:
            minutes: Number of minutes to look back. Defaults to `15`.
            start_date: Count from this time on, in ISO 8601 form.
            end_date: Count up to this time, in GMT and ISO 8601 form.
            task_channel: Count only the task channel with this SID or unique name:
                `voice`, `sms`, `default` and so on.
        """
        return self._send(
            "GET /v1/Workspaces/{WorkspaceSid}/Workers/{WorkerSid}/Statistics",
            into=WorkerInstanceStatistics,
            query={
                "Minutes": minutes,
                "StartDate": start_date,
                "EndDate": end_date,
                "TaskChannel": task_channel,
            },
        )


class AsyncWorkerInstanceStatisticsResource(AsyncResource):
    """Worker instance statistics, awaited; see ``WorkerInstanceStatisticsResource``."""

    async def fetch(
        self,
        *,
        minutes: int | Omit = OMIT,
        start_date: dt.datetime | str | Omit = OMIT,
        end_date: dt.datetime | str | Omit = OMIT,
        task_channel: str | Omit = OMIT,
    ) -> WorkerInstanceStatistics:
        """Fetch worker instance statistics. See
        ``WorkerInstanceStatisticsResource.fetch``."""
        return await self._send(
            "GET /v1/Workspaces/{WorkspaceSid}/Workers/{WorkerSid}/Statistics",
            into=WorkerInstanceStatistics,
            query={
                "Minutes": minutes,
                "StartDate": start_date,
                "EndDate": end_date,
                "TaskChannel": task_channel,
            },
        )
