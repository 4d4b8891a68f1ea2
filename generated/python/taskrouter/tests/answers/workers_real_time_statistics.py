"""What the API says about workers real time statistics."""

from __future__ import annotations

from ..reading import Field, Known, Reading

READINGS: list[Reading] = [
    Reading(
        "WorkersRealTimeStatistics",
        [
            Field("account_sid", "account_sid", "accountsid & more", "str"),
            Field(
                "activity_statistics", "activity_statistics", [{"key": "value"}], "Any"
            ),
            Field("total_workers", "total_workers", 9, "int"),
            Field("workspace_sid", "workspace_sid", "workspacesid & more", "str"),
            Field("url", "url", "https://example.com/hook?a=1&b=6", "str"),
        ],
    )
]

KNOWN: list[Known] = []
