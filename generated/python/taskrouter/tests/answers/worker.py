"""What the API says about worker."""

from __future__ import annotations

from ..reading import Field, Known, Reading

READINGS: list[Reading] = [
    Reading(
        "Worker",
        [
            Field("account_sid", "account_sid", "accountsid & more", "str"),
            Field("activity_name", "activity_name", "activityname & more", "str"),
            Field("activity_sid", "activity_sid", "activitysid & more", "str"),
            Field("attributes", "attributes", "attributes & more", "str"),
            Field("available", "available", True, "bool"),
            Field("date_created", "date_created", "2026-01-02T03:09:05Z", "datetime"),
            Field(
                "date_status_changed",
                "date_status_changed",
                "2026-01-02T03:10:05Z",
                "datetime",
            ),
            Field("date_updated", "date_updated", "2026-01-02T03:11:05Z", "datetime"),
            Field("friendly_name", "friendly_name", "friendlyname & more", "str"),
            Field("sid", "sid", "sid & more", "str"),
            Field("workspace_sid", "workspace_sid", "workspacesid & more", "str"),
            Field("url", "url", "https://example.com/hook?a=1&b=13", "str"),
            Field(
                "links", "links", {"key": "https://example.com/hook?a=1&b=14"}, "str"
            ),
        ],
    )
]

KNOWN: list[Known] = []
