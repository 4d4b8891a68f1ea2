"""What the API says about worker statistics."""

from __future__ import annotations

from ..reading import Field, Known, Reading

READINGS: list[Reading] = [
    Reading(
        "WorkerStatistics",
        [
            Field("realtime", "realtime", {"key": "value"}, "Any"),
            Field("cumulative", "cumulative", {"key": "value"}, "Any"),
            Field("account_sid", "account_sid", "accountsid & more", "str"),
            Field("workspace_sid", "workspace_sid", "workspacesid & more", "str"),
            Field("url", "url", "https://example.com/hook?a=1&b=6", "str"),
        ],
    )
]

KNOWN: list[Known] = []
