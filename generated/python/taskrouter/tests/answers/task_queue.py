"""What the API says about task queue."""

from __future__ import annotations

from ..reading import Field, Known, Reading

READINGS: list[Reading] = [
    Reading(
        "TaskQueue",
        [
            Field("account_sid", "account_sid", "accountsid & more", "str"),
            Field(
                "assignment_activity_sid",
                "assignment_activity_sid",
                "assignmentactivitysid & more",
                "str",
            ),
            Field(
                "assignment_activity_name",
                "assignment_activity_name",
                "assignmentactivityname & more",
                "str",
            ),
            Field("date_created", "date_created", "2026-01-02T03:07:05Z", "datetime"),
            Field("date_updated", "date_updated", "2026-01-02T03:08:05Z", "datetime"),
            Field("friendly_name", "friendly_name", "friendlyname & more", "str"),
            Field("max_reserved_workers", "max_reserved_workers", 13, "int"),
            Field(
                "reservation_activity_sid",
                "reservation_activity_sid",
                "reservationactivitysid & more",
                "str",
            ),
            Field(
                "reservation_activity_name",
                "reservation_activity_name",
                "reservationactivityname & more",
                "str",
            ),
            Field("sid", "sid", "sid & more", "str"),
            Field("target_workers", "target_workers", "targetworkers & more", "str"),
            Field("task_order", "task_order", "FIFO", "TaskQueueTaskOrder"),
            Field("url", "url", "https://example.com/hook?a=1&b=14", "str"),
            Field("workspace_sid", "workspace_sid", "workspacesid & more", "str"),
            Field(
                "links", "links", {"key": "https://example.com/hook?a=1&b=16"}, "str"
            ),
        ],
    )
]

KNOWN: list[Known] = [
    Known(
        "TaskQueueTaskOrder",
        {"LIFO": "LIFO", "FIFO": "FIFO"},
        given="TaskQueueTaskOrderParam",
    )
]
