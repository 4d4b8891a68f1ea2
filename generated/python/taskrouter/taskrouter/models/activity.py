from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from .._runtime._models import Model
from ..headers import Headers


@dataclass(frozen=True, slots=True, kw_only=True)
class Activity(Model[Headers]):
    """An activity, as the API answers with it."""

    account_sid: str | None = None
    """SID of the account that owns the activity. Exactly 34 characters, beginning with
    `AC`."""
    available: bool | None = None
    """Whether workers in this activity can receive tasks."""
    date_created: dt.datetime | None = None
    """When the activity was created, in GMT."""
    date_updated: dt.datetime | None = None
    """When the activity was last changed, in GMT."""
    friendly_name: str | None = None
    """Name that describes the activity."""
    sid: str | None = None
    """SID of the activity. Exactly 34 characters, beginning with `WA`."""
    workspace_sid: str | None = None
    """SID of the workspace that holds the activity. Exactly 34 characters, beginning with
    `WS`."""
    url: str | None = None
    """Address of the activity."""
    links: dict[str, str] | None = None
    """Addresses of related resources, by name."""
