"""What the API says about workflow."""

from __future__ import annotations

from ..reading import Field, Known, Reading

READINGS: list[Reading] = [
    Reading(
        "Workflow",
        [
            Field("account_sid", "account_sid", "accountsid & more", "str"),
            Field(
                "assignment_callback_url",
                "assignment_callback_url",
                "https://example.com/hook?a=1&b=3",
                "str",
            ),
            Field("configuration", "configuration", "configuration & more", "str"),
            Field("date_created", "date_created", "2026-01-02T03:07:05Z", "datetime"),
            Field("date_updated", "date_updated", "2026-01-02T03:08:05Z", "datetime"),
            Field(
                "document_content_type",
                "document_content_type",
                "documentcontenttype & more",
                "str",
            ),
            Field(
                "fallback_assignment_callback_url",
                "fallback_assignment_callback_url",
                "https://example.com/hook?a=1&b=8",
                "str",
            ),
            Field("friendly_name", "friendly_name", "friendlyname & more", "str"),
            Field("sid", "sid", "sid & more", "str"),
            Field("task_reservation_timeout", "task_reservation_timeout", 16, "int"),
            Field("workspace_sid", "workspace_sid", "workspacesid & more", "str"),
            Field("url", "url", "https://example.com/hook?a=1&b=13", "str"),
            Field(
                "links", "links", {"key": "https://example.com/hook?a=1&b=14"}, "str"
            ),
        ],
    )
]

KNOWN: list[Known] = []
