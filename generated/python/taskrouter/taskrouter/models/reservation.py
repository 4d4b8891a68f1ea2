from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal, TypeAlias

from .._runtime._enums import OpenEnum, member
from .._runtime._models import Model
from ..headers import Headers


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


class ReservationBeep(OpenEnum):
    """Known values; any other string is accepted too."""

    TRUE = member("true")
    FALSE = member("false")
    ON_ENTER = member("onEnter")
    ON_EXIT = member("onExit")


ReservationBeepParam: TypeAlias = (
    Literal["true", "false", "onEnter", "onExit"] | ReservationBeep
)


class ReservationConferenceRecord(OpenEnum):
    """Known values; any other string is accepted too."""

    TRUE = member("true")
    FALSE = member("false")
    RECORD_FROM_START = member("record-from-start")
    DO_NOT_RECORD = member("do-not-record")


ReservationConferenceRecordParam: TypeAlias = (
    Literal["true", "false", "record-from-start", "do-not-record"]
    | ReservationConferenceRecord
)


class ReservationConferenceTrim(OpenEnum):
    """Known values; any other string is accepted too."""

    TRIM_SILENCE = member("trim-silence")
    DO_NOT_TRIM = member("do-not-trim")


ReservationConferenceTrimParam: TypeAlias = (
    Literal["trim-silence", "do-not-trim"] | ReservationConferenceTrim
)


class ReservationJitterBufferSize(OpenEnum):
    """Known values; any other string is accepted too."""

    SMALL = member("small")
    MEDIUM = member("medium")
    LARGE = member("large")
    OFF = member("off")


ReservationJitterBufferSizeParam: TypeAlias = (
    Literal["small", "medium", "large", "off"] | ReservationJitterBufferSize
)


class ReservationRecordingChannels(OpenEnum):
    """Known values; any other string is accepted too."""

    MONO = member("mono")
    DUAL = member("dual")


ReservationRecordingChannelsParam: TypeAlias = (
    Literal["mono", "dual"] | ReservationRecordingChannels
)


class ReservationRegion(OpenEnum):
    """Known values; any other string is accepted too."""

    US1 = member("us1")
    US2 = member("us2")
    BR1 = member("br1")
    IE1 = member("ie1")
    DE1 = member("de1")
    SG1 = member("sg1")
    JP1 = member("jp1")
    AU1 = member("au1")


ReservationRegionParam: TypeAlias = (
    Literal["us1", "us2", "br1", "ie1", "de1", "sg1", "jp1", "au1"] | ReservationRegion
)


class ReservationStatus(OpenEnum):
    """Known values; any other string is accepted too."""

    PENDING = member("pending")
    ACCEPTED = member("accepted")
    REJECTED = member("rejected")
    TIMEOUT = member("timeout")
    CANCELED = member("canceled")
    RESCINDED = member("rescinded")
    WRAPPING = member("wrapping")
    COMPLETED = member("completed")


ReservationStatusParam: TypeAlias = (
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
    | ReservationStatus
)


class ReservationStatusCallbackEvent(OpenEnum):
    """Known values; any other string is accepted too."""

    INITIATED = member("initiated")
    RINGING = member("ringing")
    ANSWERED = member("answered")
    COMPLETED = member("completed")


ReservationStatusCallbackEventParam: TypeAlias = (
    Literal["initiated", "ringing", "answered", "completed"]
    | ReservationStatusCallbackEvent
)


class ReservationSupervisorMode(OpenEnum):
    """Known values; any other string is accepted too."""

    MONITOR = member("monitor")
    WHISPER = member("whisper")
    BARGE = member("barge")


ReservationSupervisorModeParam: TypeAlias = (
    Literal["monitor", "whisper", "barge"] | ReservationSupervisorMode
)


class ReservationWaitMethod(OpenEnum):
    """Known values; any other string is accepted too."""

    GET = member("GET")
    POST = member("POST")


ReservationWaitMethodParam: TypeAlias = Literal["GET", "POST"] | ReservationWaitMethod


class StatusCallbackMethod(OpenEnum):
    """Known values; any other string is accepted too."""

    GET = member("GET")
    POST = member("POST")


StatusCallbackMethodParam: TypeAlias = Literal["GET", "POST"] | StatusCallbackMethod


@dataclass(frozen=True, slots=True, kw_only=True)
class Reservation(Model[Headers]):
    """A reservation, as the API answers with it."""

    account_sid: str | None = None
    """SID of the account that owns the reservation. Exactly 34 characters, beginning with
    `AC`."""
    date_created: dt.datetime | None = None
    """When the reservation was created, in GMT."""
    date_updated: dt.datetime | None = None
    """When the reservation was last changed, in GMT."""
    reservation_status: ReservationStatus | None = None
    """Current status of the reservation. One of `pending`, `accepted`, `rejected`,
    `timeout`, `canceled`, `rescinded`, `wrapping` or `completed`."""
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
    with `WS`."""
    url: str | None = None
    """Address of the reservation."""
    links: dict[str, str] | None = None
    """Addresses of related resources, by name."""
