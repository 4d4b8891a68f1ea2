from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from .._runtime._models import Model
from ..headers import Headers


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkersCumulativeStatistics(Model[Headers]):
    """A workers cumulative statistics, as the API answers with it."""

    account_sid: str | None = None
    """SID of the account that owns the workers. Exactly 34 characters, beginning with
    `AC`."""
    start_time: dt.datetime | None = None
    """Start of the interval these statistics cover, in ISO 8601 form."""
    end_time: dt.datetime | None = None
    """End of the interval these statistics cover, in ISO 8601 form."""
    activity_durations: list[Any] | None = None
    """Minimum, average, maximum and total seconds that workers spent in each activity."""
    reservations_created: int | None = None
    """Reservations that were created. Defaults to `0`."""
    reservations_accepted: int | None = None
    """Reservations that were accepted. Defaults to `0`."""
    reservations_rejected: int | None = None
    """Reservations that were rejected. Defaults to `0`."""
    reservations_timed_out: int | None = None
    """Reservations that timed out. Defaults to `0`."""
    reservations_canceled: int | None = None
    """Reservations that were canceled. Defaults to `0`."""
    reservations_rescinded: int | None = None
    """Reservations that were rescinded. Defaults to `0`."""
    workspace_sid: str | None = None
    """SID of the workspace that holds the workers. Exactly 34 characters, beginning with
    `WS`."""
    url: str | None = None
    """Address of these statistics."""
