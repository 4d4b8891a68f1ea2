"""What the API says about workers cumulative statistics."""

from __future__ import annotations

from ..reading import Field, Known, Reading

READINGS: list[Reading] = [
    Reading(
        "WorkersCumulativeStatistics",
        [
            Field("account_sid", "account_sid", "accountsid & more", "str"),
            Field("start_time", "start_time", "2026-01-02T03:05:05Z", "datetime"),
            Field("end_time", "end_time", "2026-01-02T03:06:05Z", "datetime"),
            Field(
                "activity_durations", "activity_durations", [{"key": "value"}], "Any"
            ),
            Field("reservations_created", "reservations_created", 11, "int"),
            Field("reservations_accepted", "reservations_accepted", 12, "int"),
            Field("reservations_rejected", "reservations_rejected", 13, "int"),
            Field("reservations_timed_out", "reservations_timed_out", 14, "int"),
            Field("reservations_canceled", "reservations_canceled", 15, "int"),
            Field("reservations_rescinded", "reservations_rescinded", 16, "int"),
            Field("workspace_sid", "workspace_sid", "workspacesid & more", "str"),
            Field("url", "url", "https://example.com/hook?a=1&b=13", "str"),
        ],
    )
]

KNOWN: list[Known] = []
