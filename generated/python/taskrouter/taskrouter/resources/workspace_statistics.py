from __future__ import annotations

import datetime as dt

from .._runtime._omit import OMIT, Omit
from .._runtime._resource import AsyncResource, Resource
from ..models.workspace_statistics import WorkspaceStatistics


class WorkspaceStatisticsResource(Resource):
    """Workspace statistics: ``client.workspaces().statistics``."""

    def fetch(
        self,
        *,
        minutes: int | Omit = OMIT,
        start_date: dt.datetime | str | Omit = OMIT,
        end_date: dt.datetime | str | Omit = OMIT,
        task_channel: str | Omit = OMIT,
        split_by_wait_time: str | Omit = OMIT,
    ) -> WorkspaceStatistics:
        """Fetch workspace statistics.

        Returns both the real-time and the cumulative statistics of a workspace.

        Args:
            minutes: Number of minutes to look back. Defaults to `15`.
            start_date: Count from this time on, in ISO 8601 form.
            end_date: Count up to this time, in GMT and ISO 8601 form.
            task_channel: Count only the task channel with this SID or unique name:
                `voice`, `sms`, `default` and so on.
            split_by_wait_time: Wait time thresholds in seconds, separated by commas,
                such as `5,30`. Canceled tasks and accepted reservations are counted
                above and below each one.
        """
        return self._send(
            "GET /v1/Workspaces/{WorkspaceSid}/Statistics",
            into=WorkspaceStatistics,
            query={
                "Minutes": minutes,
                "StartDate": start_date,
                "EndDate": end_date,
                "TaskChannel": task_channel,
                "SplitByWaitTime": split_by_wait_time,
            },
        )


class AsyncWorkspaceStatisticsResource(AsyncResource):
    """Workspace statistics, awaited; see ``WorkspaceStatisticsResource``."""

    async def fetch(
        self,
        *,
        minutes: int | Omit = OMIT,
        start_date: dt.datetime | str | Omit = OMIT,
        end_date: dt.datetime | str | Omit = OMIT,
        task_channel: str | Omit = OMIT,
        split_by_wait_time: str | Omit = OMIT,
    ) -> WorkspaceStatistics:
        """Fetch workspace statistics. See ``WorkspaceStatisticsResource.fetch``."""
        return await self._send(
            "GET /v1/Workspaces/{WorkspaceSid}/Statistics",
            into=WorkspaceStatistics,
            query={
                "Minutes": minutes,
                "StartDate": start_date,
                "EndDate": end_date,
                "TaskChannel": task_channel,
                "SplitByWaitTime": split_by_wait_time,
            },
        )
