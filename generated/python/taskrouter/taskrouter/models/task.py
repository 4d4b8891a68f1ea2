from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal, TypeAlias

from .._runtime._enums import OpenEnum, member
from .._runtime._models import Model
from ..headers import Headers


class TaskAssignmentStatus(OpenEnum):
    """Known values; any other string is accepted too."""

    PENDING = member("pending")
    RESERVED = member("reserved")
    ASSIGNED = member("assigned")
    CANCELED = member("canceled")
    WRAPPING = member("wrapping")
    COMPLETED = member("completed")


TaskAssignmentStatusParam: TypeAlias = (
    Literal["pending", "reserved", "assigned", "canceled", "wrapping", "completed"]
    | TaskAssignmentStatus
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Task(Model[Headers]):
    """A task, as the API answers with it."""

    account_sid: str | None = None
    """SID of the account that owns the task. Exactly 34 characters, beginning with `AC`."""
    age: int | None = None
    """Seconds since the task was created. Defaults to `0`."""
    assignment_status: TaskAssignmentStatus | None = None
    """Assignment status of the task. One of `pending`, `reserved`, `assigned`, `canceled`,
    `wrapping` or `completed`."""
    attributes: str | None = None
    """JSON text with the custom attributes of the task. Filled in only when a single task
    is fetched."""
    addons: str | None = None
    """Data of all installed add-ons."""
    date_created: dt.datetime | None = None
    """When the task was created, in GMT."""
    date_updated: dt.datetime | None = None
    """When the task was last changed, in GMT."""
    task_queue_entered_date: dt.datetime | None = None
    """When the task entered its task queue, in GMT."""
    priority: int | None = None
    """Current priority of the task; higher values are assigned first. Defaults to `0`."""
    reason: str | None = None
    """Why the task was canceled or completed, if it was."""
    sid: str | None = None
    """SID of the task. Exactly 34 characters, beginning with `WT`."""
    task_queue_sid: str | None = None
    """SID of the task queue the task is in. Exactly 34 characters, beginning with `WQ`."""
    task_queue_friendly_name: str | None = None
    """Friendly name of the task queue the task is in."""
    task_channel_sid: str | None = None
    """SID of the task channel of the task. Exactly 34 characters, beginning with `TC`."""
    task_channel_unique_name: str | None = None
    """Unique name of the task channel of the task."""
    timeout: int | None = None
    """Seconds the task can wait to be assigned."""
    workflow_sid: str | None = None
    """SID of the workflow that controls the task. Exactly 34 characters, beginning with
    `WW`."""
    workflow_friendly_name: str | None = None
    """Friendly name of the workflow that controls the task."""
    workspace_sid: str | None = None
    """SID of the workspace that holds the task. Exactly 34 characters, beginning with
    `WS`."""
    url: str | None = None
    """Address of the task."""
    links: dict[str, str] | None = None
    """Addresses of related resources, by name."""
    virtual_start_time: dt.datetime | None = None
    """Time that orders the task for routing, in GMT."""
    ignore_capacity: bool | None = None
    """Whether the task goes to the worker whatever their capacity and availability. It
    applies only when `routing_target` is a worker SID, where it defaults to `true`."""
    routing_target: str | None = None
    """SID of the worker, queue or workflow that the task goes to."""
