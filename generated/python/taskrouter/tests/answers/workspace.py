"""What the API says about workspace."""

from __future__ import annotations

from ..reading import Field, Known, Reading

READINGS: list[Reading] = [
    Reading(
        "Workspace",
        [
            Field("account_sid", "account_sid", "accountsid & more", "str"),
            Field("date_created", "date_created", "2026-01-02T03:05:05Z", "datetime"),
            Field("date_updated", "date_updated", "2026-01-02T03:06:05Z", "datetime"),
            Field(
                "default_activity_name",
                "default_activity_name",
                "defaultactivityname & more",
                "str",
            ),
            Field(
                "default_activity_sid",
                "default_activity_sid",
                "defaultactivitysid & more",
                "str",
            ),
            Field(
                "event_callback_url",
                "event_callback_url",
                "https://example.com/hook?a=1&b=7",
                "str",
            ),
            Field("events_filter", "events_filter", "eventsfilter & more", "str"),
            Field("friendly_name", "friendly_name", "friendlyname & more", "str"),
            Field("multi_task_enabled", "multi_task_enabled", True, "bool"),
            Field("sid", "sid", "sid & more", "str"),
            Field(
                "timeout_activity_name",
                "timeout_activity_name",
                "timeoutactivityname & more",
                "str",
            ),
            Field(
                "timeout_activity_sid",
                "timeout_activity_sid",
                "timeoutactivitysid & more",
                "str",
            ),
            Field(
                "prioritize_queue_order",
                "prioritize_queue_order",
                "LIFO",
                "WorkspacePrioritizeQueueOrder",
            ),
            Field("url", "url", "https://example.com/hook?a=1&b=15", "str"),
            Field(
                "links", "links", {"key": "https://example.com/hook?a=1&b=16"}, "str"
            ),
        ],
    )
]

KNOWN: list[Known] = [
    Known(
        "WorkspacePrioritizeQueueOrder",
        {"LIFO": "LIFO", "FIFO": "FIFO"},
        given="WorkspacePrioritizeQueueOrderParam",
    ),
    Known(
        "WorkspaceTemplate",
        {"NONE": "NONE", "FIFO": "FIFO"},
        given="WorkspaceTemplateParam",
    ),
]
