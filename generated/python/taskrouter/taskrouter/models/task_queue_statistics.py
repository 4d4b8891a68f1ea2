from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from .._runtime._models import Model
from ..headers import Headers


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskQueueStatistics(Model[Headers]):
    """A task queue statistics, as the API answers with it."""

    account_sid: str | None = None
    """SID of the account that owns the task queue. Exactly 34 characters, beginning with
    `AC`."""
    cumulative: Any = None
    """Cumulative statistics of the task queue."""
    realtime: Any = None
    """Real-time statistics of the task queue."""
    task_queue_sid: str | None = None
    """SID of the task queue these statistics cover. Exactly 34 characters, beginning with
    `WQ`."""
    workspace_sid: str | None = None
    """SID of the workspace that holds the task queue. Exactly 34 characters, beginning
    with `WS`."""
    url: str | None = None
    """Address of these statistics."""
