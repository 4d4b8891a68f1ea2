from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from .._runtime._models import Model
from ..headers import Headers


@dataclass(frozen=True, slots=True, kw_only=True)
class Worker(Model[Headers]):
    """A worker, as the API answers with it."""

    account_sid: str | None = None
    """SID of the account that owns the worker. Exactly 34 characters, beginning with `AC`."""
    activity_name: str | None = None
    """Name of the activity the worker is in."""
    activity_sid: str | None = None
    """SID of the activity the worker is in. Exactly 34 characters, beginning with `WA`."""
    attributes: str | None = None
    """JSON text that describes the worker, passed to the assignment callback when a task
    is assigned. Filled in only when a single worker is fetched."""
    available: bool | None = None
    """Whether the worker is available for tasks."""
    date_created: dt.datetime | None = None
    """When the worker was created, in GMT."""
    date_status_changed: dt.datetime | None = None
    """When the activity of the worker last changed, in GMT. Workflow statistics are
    computed from it."""
    date_updated: dt.datetime | None = None
    """When the worker was last changed, in GMT."""
    friendly_name: str | None = None
    """Name that describes the worker, unique in the workspace whatever its case."""
    sid: str | None = None
    """SID of the worker. Exactly 34 characters, beginning with `WK`."""
    workspace_sid: str | None = None
    """SID of the workspace that holds the worker. Exactly 34 characters, beginning with
    `WS`."""
    url: str | None = None
    """Address of the worker."""
    links: dict[str, str] | None = None
    """Addresses of related resources, by name."""
