from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal, TypeAlias

from .._runtime._enums import OpenEnum, member
from .._runtime._models import Model
from ..headers import Headers


class TaskQueueTaskOrder(OpenEnum):
    """Known values; any other string is accepted too."""

    LIFO = member("LIFO")
    FIFO = member("FIFO")


TaskQueueTaskOrderParam: TypeAlias = Literal["LIFO", "FIFO"] | TaskQueueTaskOrder


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskQueue(Model[Headers]):
    """A task queue, as the API answers with it."""

    account_sid: str | None = None
    """SID of the account that owns the task queue. Exactly 34 characters, beginning with
    `AC`."""
    assignment_activity_sid: str | None = None
    """SID of the activity that workers enter when a task is assigned to them. Exactly 34
    characters, beginning with `WA`."""
    assignment_activity_name: str | None = None
    """Name of the activity that workers enter when a task is assigned to them."""
    date_created: dt.datetime | None = None
    """When the task queue was created, in GMT."""
    date_updated: dt.datetime | None = None
    """When the task queue was last changed, in GMT."""
    friendly_name: str | None = None
    """Name that describes the task queue."""
    max_reserved_workers: int | None = None
    """How many workers can be reserved at once for a task in the queue. Between 1 and 50.
    Defaults to `1`."""
    reservation_activity_sid: str | None = None
    """SID of the activity that workers enter when a task is reserved for them. Exactly 34
    characters, beginning with `WA`."""
    reservation_activity_name: str | None = None
    """Name of the activity that workers enter when a task is reserved for them."""
    sid: str | None = None
    """SID of the task queue. Exactly 34 characters, beginning with `WQ`."""
    target_workers: str | None = None
    """Expression that selects the workers for tasks in the queue, such as
    `"language" == "spanish"`. Without one, tasks wait until they are deleted or moved
    to another queue. Defaults to `1==1`."""
    task_order: TaskQueueTaskOrder | None = None
    """Which task is handed out first: the oldest with `FIFO`, the newest with `LIFO`. One
    of `LIFO` or `FIFO`. Defaults to `FIFO`."""
    url: str | None = None
    """Address of the task queue."""
    workspace_sid: str | None = None
    """SID of the workspace that holds the task queue. Exactly 34 characters, beginning
    with `WS`."""
    links: dict[str, str] | None = None
    """Addresses of related resources, by name."""
