from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from .._runtime._models import Model
from ..headers import Headers


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskQueuesRealTimeStatistics(Model[Headers]):
    """A task queues real time statistics, as the API answers with it."""

    account_sid: str | None = None
    """SID of the account that owns the task queues. Exactly 34 characters, beginning with
    `AC`."""
    workspace_sid: str | None = None
    """SID of the workspace that holds the task queues. Exactly 34 characters, beginning
    with `WS`."""
    task_queue_data: list[Any] | None = None
    """One entry of real-time statistics per task queue asked for: workers available and
    eligible, tasks in all, by status and by priority, the longest waiting task, and
    workers by activity."""
    task_queue_response_count: int | None = None
    """How many task queues `task_queue_data` covers. Defaults to `0`."""
    url: str | None = None
    """Address of these statistics."""
