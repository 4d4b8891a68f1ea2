"""What the API says about workflow real time statistics."""

from __future__ import annotations

from ..reading import Field, Known, Reading

READINGS: list[Reading] = [
    Reading(
        "WorkflowRealTimeStatistics",
        [
            Field("account_sid", "account_sid", "accountsid & more", "str"),
            Field("longest_task_waiting_age", "longest_task_waiting_age", 8, "int"),
            Field(
                "longest_task_waiting_sid",
                "longest_task_waiting_sid",
                "longesttaskwaitingsid & more",
                "str",
            ),
            Field("tasks_by_priority", "tasks_by_priority", {"key": "value"}, "Any"),
            Field("tasks_by_status", "tasks_by_status", {"key": "value"}, "Any"),
            Field("total_tasks", "total_tasks", 12, "int"),
            Field("workflow_sid", "workflow_sid", "workflowsid & more", "str"),
            Field("workspace_sid", "workspace_sid", "workspacesid & more", "str"),
            Field("url", "url", "https://example.com/hook?a=1&b=10", "str"),
        ],
    )
]

KNOWN: list[Known] = []
