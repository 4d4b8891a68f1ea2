"""What the API says about event."""

from __future__ import annotations

from ..reading import Field, Known, Reading

READINGS: list[Reading] = [
    Reading(
        "Event",
        [
            Field("account_sid", "account_sid", "accountsid & more", "str"),
            Field("actor_sid", "actor_sid", "actorsid & more", "str"),
            Field("actor_type", "actor_type", "actortype & more", "str"),
            Field("actor_url", "actor_url", "https://example.com/hook?a=1&b=5", "str"),
            Field("description", "description", "description & more", "str"),
            Field("event_data", "event_data", {"key": "value"}, "Any"),
            Field("event_date", "event_date", "2026-01-02T03:10:05Z", "datetime"),
            Field("event_date_ms", "event_date_ms", 14, "int"),
            Field("event_type", "event_type", "eventtype & more", "str"),
            Field("resource_sid", "resource_sid", "resourcesid & more", "str"),
            Field("resource_type", "resource_type", "resourcetype & more", "str"),
            Field(
                "resource_url",
                "resource_url",
                "https://example.com/hook?a=1&b=13",
                "str",
            ),
            Field("sid", "sid", "sid & more", "str"),
            Field("source", "source", "source & more", "str"),
            Field(
                "source_ip_address",
                "source_ip_address",
                "sourceipaddress & more",
                "str",
            ),
            Field("url", "url", "https://example.com/hook?a=1&b=17", "str"),
            Field("workspace_sid", "workspace_sid", "workspacesid & more", "str"),
        ],
    )
]

KNOWN: list[Known] = []
