"""What the API says about task queue real time statistics."""

from __future__ import annotations

from ..reading import Field, Known, Reading

READINGS: list[Reading] = [
    Reading(
        "TaskQueueRealTimeStatistics",
        [
            Field("account_sid", "account_sid", "accountsid & more", "str"),
            Field(
                "activity_statistics", "activity_statistics", [{"key": "value"}], "Any"
            ),
            Field("longest_task_waiting_age", "longest_task_waiting_age", 9, "int"),
            Field(
                "longest_task_waiting_sid",
                "longest_task_waiting_sid",
                "longesttaskwaitingsid & more",
                "str",
            ),
            Field(
                "longest_relative_task_age_in_queue",
                "longest_relative_task_age_in_queue",
                11,
                "int",
            ),
            Field(
                "longest_relative_task_sid_in_queue",
                "longest_relative_task_sid_in_queue",
                "longestrelativetasksidinqueue & more",
                "str",
            ),
            Field("task_queue_sid", "task_queue_sid", "taskqueuesid & more", "str"),
            Field("tasks_by_priority", "tasks_by_priority", {"key": "value"}, "Any"),
            Field("tasks_by_status", "tasks_by_status", {"key": "value"}, "Any"),
            Field("total_available_workers", "total_available_workers", 16, "int"),
            Field("total_eligible_workers", "total_eligible_workers", 17, "int"),
            Field("total_tasks", "total_tasks", 18, "int"),
            Field("workspace_sid", "workspace_sid", "workspacesid & more", "str"),
            Field("url", "url", "https://example.com/hook?a=1&b=15", "str"),
        ],
    )
]

KNOWN: list[Known] = []
