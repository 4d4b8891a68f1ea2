from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from .._runtime._models import Model
from ..headers import Headers


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Model[Headers]):
    """An event, as the API answers with it."""

    account_sid: str | None = None
    """SID of the account that owns the event. Exactly 34 characters, beginning with `AC`."""
    actor_sid: str | None = None
    """SID of the resource that caused the event. Exactly 34 characters, beginning with two
    letters."""
    actor_type: str | None = None
    """Kind of resource that caused the event."""
    actor_url: str | None = None
    """Address of the resource that caused the event."""
    description: str | None = None
    """What happened, in words."""
    event_data: Any = None
    """Details of the event, which depend on its type."""
    event_date: dt.datetime | None = None
    """When the event was sent, in ISO 8601 form."""
    event_date_ms: int | None = None
    """When the event was sent, in milliseconds."""
    event_type: str | None = None
    """Type of the event."""
    resource_sid: str | None = None
    """SID of the object the event is about, such as a task, a reservation or a worker.
    Exactly 34 characters, beginning with two letters."""
    resource_type: str | None = None
    """Kind of object the event is about, such as a task, a reservation or a worker."""
    resource_url: str | None = None
    """Address of the object the event is about."""
    sid: str | None = None
    """SID of the event. Exactly 34 characters, beginning with `EV`."""
    source: str | None = None
    """Where the event came from."""
    source_ip_address: str | None = None
    """IP address the event came from."""
    url: str | None = None
    """Address of the event."""
    workspace_sid: str | None = None
    """SID of the workspace that holds the event. Exactly 34 characters, beginning with
    `WS`."""
