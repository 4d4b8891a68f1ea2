from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from .._runtime._models import Model
from ..headers import Headers


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkerChannel(Model[Headers]):
    """A worker channel, as the API answers with it."""

    account_sid: str | None = None
    """SID of the account that owns the worker channel. Exactly 34 characters, beginning
    with `AC`."""
    assigned_tasks: int | None = None
    """Tasks of this channel assigned to the worker. Defaults to `0`."""
    available: bool | None = None
    """Whether the worker receives new tasks on this channel."""
    available_capacity_percentage: int | None = None
    """Share of the capacity that is free, in percent; `100` means the worker can take any
    task of this channel. Between 0 and 100. Defaults to `0`."""
    configured_capacity: int | None = None
    """How many tasks of this channel the worker can have at once. Defaults to `0`."""
    date_created: dt.datetime | None = None
    """When the worker channel was created, in GMT."""
    date_updated: dt.datetime | None = None
    """When the worker channel was last changed, in GMT."""
    sid: str | None = None
    """SID of the worker channel. Exactly 34 characters, beginning with `WC`."""
    task_channel_sid: str | None = None
    """SID of the task channel. Exactly 34 characters, beginning with `TC`."""
    task_channel_unique_name: str | None = None
    """Unique name of the task channel, such as `voice` or `sms`."""
    worker_sid: str | None = None
    """SID of the worker the channel belongs to. Exactly 34 characters, beginning with
    `WK`."""
    workspace_sid: str | None = None
    """SID of the workspace that holds the worker channel. Exactly 34 characters, beginning
    with `WS`."""
    url: str | None = None
    """Address of the worker channel."""
