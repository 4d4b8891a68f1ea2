from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from .._runtime._models import Model
from ..headers import Headers


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskQueueRealTimeStatistics(Model[Headers]):
    """A task queue real time statistics, as the API answers with it."""

    account_sid: str | None = None
    """SID of the account that owns the task queue. Exactly 34 characters, beginning with
    `AC`."""
    activity_statistics: list[Any] | None = None
    """How many workers are in each activity at present."""
    longest_task_waiting_age: int | None = None
    """Age of the task that has waited longest. Defaults to `0`."""
    longest_task_waiting_sid: str | None = None
    """SID of the task that has waited longest. Exactly 34 characters, beginning with `WT`."""
    longest_relative_task_age_in_queue: int | None = None
    """Age of the longest waiting task, counted from when it entered the queue. Defaults to
    `0`."""
    longest_relative_task_sid_in_queue: str | None = None
    """SID of the task that has been in the queue longest. Exactly 34 characters, beginning
    with `WT`."""
    task_queue_sid: str | None = None
    """SID of the task queue these statistics cover. Exactly 34 characters, beginning with
    `WQ`."""
    tasks_by_priority: Any = None
    """How many tasks there are of each priority."""
    tasks_by_status: Any = None
    """How many tasks there are in each status."""
    total_available_workers: int | None = None
    """Available workers in the queue, busy or not. Defaults to `0`."""
    total_eligible_workers: int | None = None
    """Workers eligible for tasks in the queue, whatever their activity. Defaults to `0`."""
    total_tasks: int | None = None
    """Number of tasks in all. Defaults to `0`."""
    workspace_sid: str | None = None
    """SID of the workspace that holds the task queue. Exactly 34 characters, beginning
    with `WS`."""
    url: str | None = None
    """Address of these statistics."""
