from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from .._runtime._models import Model
from ..headers import Headers


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkflowRealTimeStatistics(Model[Headers]):
    """A workflow real time statistics, as the API answers with it."""

    account_sid: str | None = None
    """SID of the account that owns the workflow. Exactly 34 characters, beginning with
    `AC`."""
    longest_task_waiting_age: int | None = None
    """Age of the task that has waited longest. Defaults to `0`."""
    longest_task_waiting_sid: str | None = None
    """SID of the task that has waited longest. Exactly 34 characters, beginning with `WT`."""
    tasks_by_priority: Any = None
    """How many tasks there are of each priority."""
    tasks_by_status: Any = None
    """How many tasks there are in each status."""
    total_tasks: int | None = None
    """Number of tasks in all. Defaults to `0`."""
    workflow_sid: str | None = None
    """SID of the workflow these statistics cover. Exactly 34 characters, beginning with
    `WW`."""
    workspace_sid: str | None = None
    """SID of the workspace that holds the workflow. Exactly 34 characters, beginning with
    `WS`."""
    url: str | None = None
    """Address of these statistics."""
