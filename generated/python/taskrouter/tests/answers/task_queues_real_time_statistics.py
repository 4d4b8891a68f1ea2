"""What the API says about task queues real time statistics."""

from __future__ import annotations

from ..reading import Field, Known, Reading

READINGS: list[Reading] = [
    Reading(
        "TaskQueuesRealTimeStatistics",
        [
            Field("account_sid", "account_sid", "accountsid & more", "str"),
            Field("workspace_sid", "workspace_sid", "workspacesid & more", "str"),
            Field("task_queue_data", "task_queue_data", [{"key": "value"}], "Any"),
            Field("task_queue_response_count", "task_queue_response_count", 10, "int"),
            Field("url", "url", "https://example.com/hook?a=1&b=6", "str"),
        ],
    )
]

KNOWN: list[Known] = []
