from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from .._runtime._models import Model
from ..headers import Headers


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskChannel(Model[Headers]):
    """A task channel, as the API answers with it."""

    account_sid: str | None = None
    """SID of the account that owns the task channel. Exactly 34 characters, beginning with
    `AC`."""
    date_created: dt.datetime | None = None
    """When the task channel was created, in GMT."""
    date_updated: dt.datetime | None = None
    """When the task channel was last changed, in GMT."""
    friendly_name: str | None = None
    """Name that describes the task channel."""
    sid: str | None = None
    """SID of the task channel. Exactly 34 characters, beginning with `TC`."""
    unique_name: str | None = None
    """Your own unique name for the task channel, for example `voice` or `sms`."""
    workspace_sid: str | None = None
    """SID of the workspace that holds the task channel. Exactly 34 characters, beginning
    with `WS`."""
    channel_optimized_routing: bool | None = None
    """Whether the workers who have been idle the longest come first."""
    url: str | None = None
    """Address of the task channel."""
    links: dict[str, str] | None = None
    """Addresses of related resources, by name."""
