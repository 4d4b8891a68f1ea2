"""What the API says about task."""

from __future__ import annotations

from ..reading import Field, Known, Reading

READINGS: list[Reading] = [
    Reading(
        "Task",
        [
            Field("account_sid", "account_sid", "accountsid & more", "str"),
            Field("age", "age", 8, "int"),
            Field(
                "assignment_status",
                "assignment_status",
                "assigned",
                "TaskAssignmentStatus",
            ),
            Field("attributes", "attributes", "attributes & more", "str"),
            Field("addons", "addons", "addons & more", "str"),
            Field("date_created", "date_created", "2026-01-02T03:09:05Z", "datetime"),
            Field("date_updated", "date_updated", "2026-01-02T03:10:05Z", "datetime"),
            Field(
                "task_queue_entered_date",
                "task_queue_entered_date",
                "2026-01-02T03:11:05Z",
                "datetime",
            ),
            Field("priority", "priority", 15, "int"),
            Field("reason", "reason", "reason & more", "str"),
            Field("sid", "sid", "sid & more", "str"),
            Field("task_queue_sid", "task_queue_sid", "taskqueuesid & more", "str"),
            Field(
                "task_queue_friendly_name",
                "task_queue_friendly_name",
                "taskqueuefriendlyname & more",
                "str",
            ),
            Field(
                "task_channel_sid", "task_channel_sid", "taskchannelsid & more", "str"
            ),
            Field(
                "task_channel_unique_name",
                "task_channel_unique_name",
                "taskchanneluniquename & more",
                "str",
            ),
            Field("timeout", "timeout", 22, "int"),
            Field("workflow_sid", "workflow_sid", "workflowsid & more", "str"),
            Field(
                "workflow_friendly_name",
                "workflow_friendly_name",
                "workflowfriendlyname & more",
                "str",
            ),
            Field("workspace_sid", "workspace_sid", "workspacesid & more", "str"),
            Field("url", "url", "https://example.com/hook?a=1&b=21", "str"),
            Field(
                "links", "links", {"key": "https://example.com/hook?a=1&b=22"}, "str"
            ),
            Field(
                "virtual_start_time",
                "virtual_start_time",
                "2026-01-02T03:25:05Z",
                "datetime",
            ),
            Field("ignore_capacity", "ignore_capacity", True, "bool"),
            Field("routing_target", "routing_target", "routingtarget & more", "str"),
        ],
    )
]

KNOWN: list[Known] = [
    Known(
        "TaskAssignmentStatus",
        {
            "PENDING": "pending",
            "RESERVED": "reserved",
            "ASSIGNED": "assigned",
            "CANCELED": "canceled",
            "WRAPPING": "wrapping",
            "COMPLETED": "completed",
        },
        given="TaskAssignmentStatusParam",
    )
]
