"""What the API says about task queue statistics."""

from __future__ import annotations

from ..reading import Field, Known, Reading

READINGS: list[Reading] = [
    Reading(
        "TaskQueueStatistics",
        [
            Field("account_sid", "account_sid", "accountsid & more", "str"),
            Field("cumulative", "cumulative", {"key": "value"}, "Any"),
            Field("realtime", "realtime", {"key": "value"}, "Any"),
            Field("task_queue_sid", "task_queue_sid", "taskqueuesid & more", "str"),
            Field("workspace_sid", "workspace_sid", "workspacesid & more", "str"),
            Field("url", "url", "https://example.com/hook?a=1&b=7", "str"),
        ],
    )
]

KNOWN: list[Known] = []
