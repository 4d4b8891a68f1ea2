"""What the API says about task channel."""

from __future__ import annotations

from ..reading import Field, Known, Reading

READINGS: list[Reading] = [
    Reading(
        "TaskChannel",
        [
            Field("account_sid", "account_sid", "accountsid & more", "str"),
            Field("date_created", "date_created", "2026-01-02T03:05:05Z", "datetime"),
            Field("date_updated", "date_updated", "2026-01-02T03:06:05Z", "datetime"),
            Field("friendly_name", "friendly_name", "friendlyname & more", "str"),
            Field("sid", "sid", "sid & more", "str"),
            Field("unique_name", "unique_name", "uniquename & more", "str"),
            Field("workspace_sid", "workspace_sid", "workspacesid & more", "str"),
            Field(
                "channel_optimized_routing", "channel_optimized_routing", False, "bool"
            ),
            Field("url", "url", "https://example.com/hook?a=1&b=10", "str"),
            Field(
                "links", "links", {"key": "https://example.com/hook?a=1&b=11"}, "str"
            ),
        ],
    )
]

KNOWN: list[Known] = []
