"""What the API says about worker channel."""

from __future__ import annotations

from ..reading import Field, Known, Reading

READINGS: list[Reading] = [
    Reading(
        "WorkerChannel",
        [
            Field("account_sid", "account_sid", "accountsid & more", "str"),
            Field("assigned_tasks", "assigned_tasks", 8, "int"),
            Field("available", "available", True, "bool"),
            Field(
                "available_capacity_percentage",
                "available_capacity_percentage",
                10,
                "int",
            ),
            Field("configured_capacity", "configured_capacity", 11, "int"),
            Field("date_created", "date_created", "2026-01-02T03:09:05Z", "datetime"),
            Field("date_updated", "date_updated", "2026-01-02T03:10:05Z", "datetime"),
            Field("sid", "sid", "sid & more", "str"),
            Field(
                "task_channel_sid", "task_channel_sid", "taskchannelsid & more", "str"
            ),
            Field(
                "task_channel_unique_name",
                "task_channel_unique_name",
                "taskchanneluniquename & more",
                "str",
            ),
            Field("worker_sid", "worker_sid", "workersid & more", "str"),
            Field("workspace_sid", "workspace_sid", "workspacesid & more", "str"),
            Field("url", "url", "https://example.com/hook?a=1&b=14", "str"),
        ],
    )
]

KNOWN: list[Known] = []
