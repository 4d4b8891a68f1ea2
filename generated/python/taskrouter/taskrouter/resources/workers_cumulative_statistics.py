from __future__ import annotations

import datetime as dt

from .._runtime._omit import OMIT, Omit
from .._runtime._resource import AsyncResource, Resource
from ..models.workers_cumulative_statistics import WorkersCumulativeStatistics


class WorkersCumulativeStatisticsResource(Resource):
    """Workers cumulative statistics:
    ``client.workspaces().workers.cumulative_statistics``."""

    def fetch(
        self,
        *,
        end_date: dt.datetime | str | Omit = OMIT,
        minutes: int | Omit = OMIT,
        start_date: dt.datetime | str | Omit = OMIT,
        task_channel: str | Omit = OMIT,
    ) -> WorkersCumulativeStatistics:
        """Fetch workers cumulative statistics.

        Returns totals for the workers of a workspace over an interval of time.

        Args:
            end_date: Count up to this time, in GMT and ISO 8601 form.
            minutes: Number of minutes to look back. Defaults to `15`.
            start_date: Count from this time on, in ISO 8601 form.
            task_channel: Count only the task channel with this SID or unique name:
                `voice`, `sms`, `default` and so on.
        """
        return self._send(
            "GET /v1/Workspaces/{WorkspaceSid}/Workers/CumulativeStatistics",
            into=WorkersCumulativeStatistics,
            query={
                "EndDate": end_date,
                "Minutes": minutes,
                "StartDate": start_date,
                "TaskChannel": task_channel,
            },
        )


class AsyncWorkersCumulativeStatisticsResource(AsyncResource):
    """Workers cumulative statistics, awaited; see ``WorkersCumulativeStatisticsResource``."""

    async def fetch(
        self,
        *,
        end_date: dt.datetime | str | Omit = OMIT,
        minutes: int | Omit = OMIT,
        start_date: dt.datetime | str | Omit = OMIT,
        task_channel: str | Omit = OMIT,
    ) -> WorkersCumulativeStatistics:
        """Fetch workers cumulative statistics. See
        ``WorkersCumulativeStatisticsResource.fetch``."""
        return await self._send(
            "GET /v1/Workspaces/{WorkspaceSid}/Workers/CumulativeStatistics",
            into=WorkersCumulativeStatistics,
            query={
                "EndDate": end_date,
                "Minutes": minutes,
                "StartDate": start_date,
                "TaskChannel": task_channel,
            },
        )
