"""What the API says about reservation."""

from __future__ import annotations

from ..reading import Field, Known, Reading

READINGS: list[Reading] = [
    Reading(
        "Reservation",
        [
            Field("account_sid", "account_sid", "accountsid & more", "str"),
            Field("date_created", "date_created", "2026-01-02T03:05:05Z", "datetime"),
            Field("date_updated", "date_updated", "2026-01-02T03:06:05Z", "datetime"),
            Field(
                "reservation_status",
                "reservation_status",
                "timeout",
                "ReservationStatus",
            ),
            Field("sid", "sid", "sid & more", "str"),
            Field("task_sid", "task_sid", "tasksid & more", "str"),
            Field("worker_name", "worker_name", "workername & more", "str"),
            Field("worker_sid", "worker_sid", "workersid & more", "str"),
            Field("workspace_sid", "workspace_sid", "workspacesid & more", "str"),
            Field("url", "url", "https://example.com/hook?a=1&b=11", "str"),
            Field(
                "links", "links", {"key": "https://example.com/hook?a=1&b=12"}, "str"
            ),
        ],
    )
]

KNOWN: list[Known] = [
    Known(
        "ConferenceStatusCallbackEvent",
        {
            "START": "start",
            "END": "end",
            "JOIN": "join",
            "LEAVE": "leave",
            "MUTE": "mute",
            "HOLD": "hold",
            "SPEAKER": "speaker",
        },
        given="ConferenceStatusCallbackEventParam",
    ),
    Known(
        "ReservationBeep",
        {"TRUE": "true", "FALSE": "false", "ON_ENTER": "onEnter", "ON_EXIT": "onExit"},
        given="ReservationBeepParam",
    ),
    Known(
        "ReservationConferenceRecord",
        {
            "TRUE": "true",
            "FALSE": "false",
            "RECORD_FROM_START": "record-from-start",
            "DO_NOT_RECORD": "do-not-record",
        },
        given="ReservationConferenceRecordParam",
    ),
    Known(
        "ReservationConferenceTrim",
        {"TRIM_SILENCE": "trim-silence", "DO_NOT_TRIM": "do-not-trim"},
        given="ReservationConferenceTrimParam",
    ),
    Known(
        "ReservationJitterBufferSize",
        {"SMALL": "small", "MEDIUM": "medium", "LARGE": "large", "OFF": "off"},
        given="ReservationJitterBufferSizeParam",
    ),
    Known(
        "ReservationRecordingChannels",
        {"MONO": "mono", "DUAL": "dual"},
        given="ReservationRecordingChannelsParam",
    ),
    Known(
        "ReservationRegion",
        {
            "US1": "us1",
            "US2": "us2",
            "BR1": "br1",
            "IE1": "ie1",
            "DE1": "de1",
            "SG1": "sg1",
            "JP1": "jp1",
            "AU1": "au1",
        },
        given="ReservationRegionParam",
    ),
    Known(
        "ReservationStatus",
        {
            "PENDING": "pending",
            "ACCEPTED": "accepted",
            "REJECTED": "rejected",
            "TIMEOUT": "timeout",
            "CANCELED": "canceled",
            "RESCINDED": "rescinded",
            "WRAPPING": "wrapping",
            "COMPLETED": "completed",
        },
        given="ReservationStatusParam",
    ),
    Known(
        "ReservationStatusCallbackEvent",
        {
            "INITIATED": "initiated",
            "RINGING": "ringing",
            "ANSWERED": "answered",
            "COMPLETED": "completed",
        },
        given="ReservationStatusCallbackEventParam",
    ),
    Known(
        "ReservationSupervisorMode",
        {"MONITOR": "monitor", "WHISPER": "whisper", "BARGE": "barge"},
        given="ReservationSupervisorModeParam",
    ),
    Known(
        "ReservationWaitMethod",
        {"GET": "GET", "POST": "POST"},
        given="ReservationWaitMethodParam",
    ),
    Known(
        "StatusCallbackMethod",
        {"GET": "GET", "POST": "POST"},
        given="StatusCallbackMethodParam",
    ),
]
