"""What the API says about task reservation."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal, TypeAlias

from .._runtime import Model, OpenEnum, member
from ..headers import Headers


class ConferenceRecordingStatusCallbackMethod(OpenEnum):
    """Known values; any other string is accepted too."""

    GET = member("GET")
    POST = member("POST")


ConferenceRecordingStatusCallbackMethodParam: TypeAlias = (
    Literal["GET", "POST"] | ConferenceRecordingStatusCallbackMethod
)


class ConferenceStatusCallbackEvent(OpenEnum):
    """Known values; any other string is accepted too."""

    START = member("start")
    END = member("end")
    JOIN = member("join")
    LEAVE = member("leave")
    MUTE = member("mute")
    HOLD = member("hold")
    SPEAKER = member("speaker")


ConferenceStatusCallbackEventParam: TypeAlias = (
    Literal["start", "end", "join", "leave", "mute", "hold", "speaker"]
    | ConferenceStatusCallbackEvent
)


class ConferenceStatusCallbackMethod(OpenEnum):
    """Known values; any other string is accepted too."""

    GET = member("GET")
    POST = member("POST")


ConferenceStatusCallbackMethodParam: TypeAlias = (
    Literal["GET", "POST"] | ConferenceStatusCallbackMethod
)


class RecordingStatusCallbackMethod(OpenEnum):
    """Known values; any other string is accepted too."""

    GET = member("GET")
    POST = member("POST")


RecordingStatusCallbackMethodParam: TypeAlias = (
    Literal["GET", "POST"] | RecordingStatusCallbackMethod
)


class TaskReservationBeep(OpenEnum):
    """Known values; any other string is accepted too."""

    TRUE = member("true")
    FALSE = member("false")
    ON_ENTER = member("onEnter")
    ON_EXIT = member("onExit")


TaskReservationBeepParam: TypeAlias = (
    Literal["true", "false", "onEnter", "onExit"] | TaskReservationBeep
)


class TaskReservationConferenceRecord(OpenEnum):
    """Known values; any other string is accepted too."""

    TRUE = member("true")
    FALSE = member("false")
    RECORD_FROM_START = member("record-from-start")
    DO_NOT_RECORD = member("do-not-record")


TaskReservationConferenceRecordParam: TypeAlias = (
    Literal["true", "false", "record-from-start", "do-not-record"]
    | TaskReservationConferenceRecord
)


class TaskReservationConferenceTrim(OpenEnum):
    """Known values; any other string is accepted too."""

    TRIM_SILENCE = member("trim-silence")
    DO_NOT_TRIM = member("do-not-trim")


TaskReservationConferenceTrimParam: TypeAlias = (
    Literal["trim-silence", "do-not-trim"] | TaskReservationConferenceTrim
)


class TaskReservationJitterBufferSize(OpenEnum):
    """Known values; any other string is accepted too."""

    SMALL = member("small")
    MEDIUM = member("medium")
    LARGE = member("large")
    OFF = member("off")


TaskReservationJitterBufferSizeParam: TypeAlias = (
    Literal["small", "medium", "large", "off"] | TaskReservationJitterBufferSize
)


class TaskReservationRecordingChannels(OpenEnum):
    """Known values; any other string is accepted too."""

    MONO = member("mono")
    DUAL = member("dual")


TaskReservationRecordingChannelsParam: TypeAlias = (
    Literal["mono", "dual"] | TaskReservationRecordingChannels
)


class TaskReservationRegion(OpenEnum):
    """Known values; any other string is accepted too."""

    US1 = member("us1")
    US2 = member("us2")
    BR1 = member("br1")
    IE1 = member("ie1")
    DE1 = member("de1")
    SG1 = member("sg1")
    JP1 = member("jp1")
    AU1 = member("au1")


TaskReservationRegionParam: TypeAlias = (
    Literal["us1", "us2", "br1", "ie1", "de1", "sg1", "jp1", "au1"]
    | TaskReservationRegion
)


class TaskReservationStatus(OpenEnum):
    """Known values; any other string is accepted too."""

    PENDING = member("pending")
    ACCEPTED = member("accepted")
    REJECTED = member("rejected")
    TIMEOUT = member("timeout")
    CANCELED = member("canceled")
    RESCINDED = member("rescinded")
    WRAPPING = member("wrapping")
    COMPLETED = member("completed")


TaskReservationStatusParam: TypeAlias = (
    Literal[
        "pending",
        "accepted",
        "rejected",
        "timeout",
        "canceled",
        "rescinded",
        "wrapping",
        "completed",
    ]
    | TaskReservationStatus
)


class TaskReservationStatusCallbackEvent(OpenEnum):
    """Known values; any other string is accepted too."""

    INITIATED = member("initiated")
    RINGING = member("ringing")
    ANSWERED = member("answered")
    COMPLETED = member("completed")


TaskReservationStatusCallbackEventParam: TypeAlias = (
    Literal["initiated", "ringing", "answered", "completed"]
    | TaskReservationStatusCallbackEvent
)


class TaskReservationStatusCallbackMethod(OpenEnum):
    """Known values; any other string is accepted too."""

    GET = member("GET")
    POST = member("POST")


TaskReservationStatusCallbackMethodParam: TypeAlias = (
    Literal["GET", "POST"] | TaskReservationStatusCallbackMethod
)


class TaskReservationSupervisorMode(OpenEnum):
    """Known values; any other string is accepted too."""

    MONITOR = member("monitor")
    WHISPER = member("whisper")
    BARGE = member("barge")


TaskReservationSupervisorModeParam: TypeAlias = (
    Literal["monitor", "whisper", "barge"] | TaskReservationSupervisorMode
)


class TaskReservationWaitMethod(OpenEnum):
    """Known values; any other string is accepted too."""

    GET = member("GET")
    POST = member("POST")


TaskReservationWaitMethodParam: TypeAlias = (
    Literal["GET", "POST"] | TaskReservationWaitMethod
)


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskReservation(Model[Headers]):
    """A task reservation, as the API answers with it."""

    account_sid: str | None = None
    """SID of the account that owns the reservation. Exactly 34 characters, beginning with
    `AC`.
    """
    date_created: dt.datetime | None = None
    """When the reservation was created, in GMT."""
    date_updated: dt.datetime | None = None
    """When the reservation was last changed, in GMT."""
    reservation_status: TaskReservationStatus | None = None
    """Current status of the reservation. One of `pending`, `accepted`, `rejected`,
    `timeout`, `canceled`, `rescinded`, `wrapping` or `completed`.
    """
    sid: str | None = None
    """SID of the reservation. Exactly 34 characters, beginning with `WR`."""
    task_sid: str | None = None
    """SID of the reserved task. Exactly 34 characters, beginning with `WT`."""
    worker_name: str | None = None
    """Friendly name of the reserved worker."""
    worker_sid: str | None = None
    """SID of the reserved worker. Exactly 34 characters, beginning with `WK`."""
    workspace_sid: str | None = None
    """SID of the workspace that holds the reservation. Exactly 34 characters, beginning
    with `WS`.
    """
    url: str | None = None
    """Address of the reservation."""
    links: dict[str, str] | None = None
    """Addresses of related resources, by name."""
