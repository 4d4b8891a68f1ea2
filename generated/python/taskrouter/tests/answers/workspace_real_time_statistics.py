"""What the API says about workspace real time statistics."""

from __future__ import annotations

from ..reading import Field, Known, Reading

READINGS: list[Reading] = [
    Reading(
        "WorkspaceRealTimeStatistics",
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
            Field("tasks_by_priority", "tasks_by_priority", {"key": "value"}, "Any"),
            Field("tasks_by_status", "tasks_by_status", {"key": "value"}, "Any"),
            Field("total_tasks", "total_tasks", 13, "int"),
            Field("total_workers", "total_workers", 14, "int"),
            Field("workspace_sid", "workspace_sid", "workspacesid & more", "str"),
            Field("url", "url", "https://example.com/hook?a=1&b=11", "str"),
        ],
    )
]

KNOWN: list[Known] = []
