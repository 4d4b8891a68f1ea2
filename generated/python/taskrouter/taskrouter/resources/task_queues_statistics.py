from __future__ import annotations

import datetime as dt
from typing import Any

from .._runtime._omit import OMIT, Omit
from .._runtime._paging import AsyncPages, Pages, Paging
from .._runtime._resource import AsyncResource, Resource

PAGING = Paging(
    style="next-url",
    items="task_queues_statistics",
    next="meta.next_page_url",
    size="PageSize",
)


class TaskQueuesStatistics(Resource):
    """Task queues statistics: ``client.workspaces().task_queues.statistics``."""

    def list(
        self,
        *,
        end_date: dt.datetime | str | Omit = OMIT,
        friendly_name: str | Omit = OMIT,
        minutes: int | Omit = OMIT,
        start_date: dt.datetime | str | Omit = OMIT,
        task_channel: str | Omit = OMIT,
        split_by_wait_time: str | Omit = OMIT,
        page_size: int | Omit = OMIT,
        page: int | Omit = OMIT,
        page_token: str | Omit = OMIT,
        limit: int | None = None,
    ) -> Pages[dict[str, Any]]:
        """List task queues statistics.

        Lists the statistics of the task queues in a workspace, page by page.

        Args:
            end_date: Count up to this time, in GMT and ISO 8601 form.
            friendly_name: Report only on task queues with this friendly name.
            minutes: Number of minutes to look back. Defaults to `15`.
            start_date: Count from this time on, in ISO 8601 form.
            task_channel: Count only the task channel with this SID or unique name:
                `voice`, `sms`, `default` and so on.
            split_by_wait_time: Wait time thresholds in seconds, separated by commas,
                such as `5,30`. Canceled tasks and accepted reservations are counted
                above and below each one.
            page_size: How many task queues to return per page. Between 1 and 1000.
                Defaults to `50`.
            page: Number of the page, kept for the client's own use. At least 0.
            page_token: Token of the page to return, as handed out with the page before
                it.
            limit: Stop after this many items, however many a page holds.
        """
        return self._pages(
            "GET /v1/Workspaces/{WorkspaceSid}/TaskQueues/Statistics",
            item=dict[str, Any],
            paging=PAGING,
            limit=limit,
            query={
                "EndDate": end_date,
                "FriendlyName": friendly_name,
                "Minutes": minutes,
                "StartDate": start_date,
                "TaskChannel": task_channel,
                "SplitByWaitTime": split_by_wait_time,
                "PageSize": page_size,
                "Page": page,
                "PageToken": page_token,
            },
        )


class AsyncTaskQueuesStatistics(AsyncResource):
    """Task queues statistics, awaited; see ``TaskQueuesStatistics``."""

    def list(
        self,
        *,
        end_date: dt.datetime | str | Omit = OMIT,
        friendly_name: str | Omit = OMIT,
        minutes: int | Omit = OMIT,
        start_date: dt.datetime | str | Omit = OMIT,
        task_channel: str | Omit = OMIT,
        split_by_wait_time: str | Omit = OMIT,
        page_size: int | Omit = OMIT,
        page: int | Omit = OMIT,
        page_token: str | Omit = OMIT,
        limit: int | None = None,
    ) -> AsyncPages[dict[str, Any]]:
        """List task queues statistics. See ``TaskQueuesStatistics.list``."""
        return self._pages(
            "GET /v1/Workspaces/{WorkspaceSid}/TaskQueues/Statistics",
            item=dict[str, Any],
            paging=PAGING,
            limit=limit,
            query={
                "EndDate": end_date,
                "FriendlyName": friendly_name,
                "Minutes": minutes,
                "StartDate": start_date,
                "TaskChannel": task_channel,
                "SplitByWaitTime": split_by_wait_time,
                "PageSize": page_size,
                "Page": page,
                "PageToken": page_token,
            },
        )
