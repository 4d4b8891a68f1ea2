"""Task queues statistics: ``client.workspaces().task_queues.statistics``."""

from __future__ import annotations

from ..exchange import Exchange, Sent, Turning

EXCHANGES: list[Exchange] = [
    Exchange(
        name="listtaskqueuesstatistics",
        call=lambda client, ids, given: client.workspaces(
            ids[0]
        ).task_queues.statistics.list(**given),
        method="GET",
        template="/v1/Workspaces/{WorkspaceSid}/TaskQueues/Statistics",
        returns="dict[str, Any]",
        sent=[
            Sent("end_date", "query", "EndDate", "2026-01-02T03:04:05Z"),
            Sent("friendly_name", "query", "FriendlyName", "FriendlyName & more"),
            Sent("minutes", "query", "Minutes", 9),
            Sent("start_date", "query", "StartDate", "2026-01-02T03:07:05Z"),
            Sent("task_channel", "query", "TaskChannel", "TaskChannel & more"),
            Sent(
                "split_by_wait_time",
                "query",
                "SplitByWaitTime",
                "SplitByWaitTime & more",
            ),
            Sent("page_size", "query", "PageSize", 13),
            Sent("page", "query", "Page", 14),
            Sent("page_token", "query", "PageToken", "PageToken & more"),
        ],
        turning=Turning(
            style="next-url",
            items="task_queues_statistics",
            next="meta.next_page_url",
            limit="limit",
        ),
        answer={"key": "value"},
        kind="dict",
    )
]
