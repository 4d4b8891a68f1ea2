from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from .._runtime._models import Model
from ..headers import Headers


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkflowCumulativeStatistics(Model[Headers]):
    """A workflow cumulative statistics, as the API answers with it."""

    account_sid: str | None = None
    """SID of the account that owns the workflow. Exactly 34 characters, beginning with
    `AC`."""
    avg_task_acceptance_time: int | None = None
    """Average seconds from the creation of a task to its acceptance. Defaults to `0`."""
    start_time: dt.datetime | None = None
    """Start of the interval these statistics cover, in ISO 8601 form."""
    end_time: dt.datetime | None = None
    """End of the interval these statistics cover, in ISO 8601 form."""
    reservations_created: int | None = None
    """Reservations that were created. Defaults to `0`."""
    reservations_accepted: int | None = None
    """Reservations that were accepted. Defaults to `0`."""
    reservations_rejected: int | None = None
    """Reservations that were rejected. Defaults to `0`."""
    reservations_timed_out: int | None = None
    """Reservations that timed out. Defaults to `0`."""
    reservations_canceled: int | None = None
    """Reservations that were canceled. Defaults to `0`."""
    reservations_rescinded: int | None = None
    """Reservations that were rescinded. Defaults to `0`."""
    split_by_wait_time: Any = None
    """Canceled tasks and accepted reservations above and below each wait time threshold."""
    wait_duration_until_accepted: Any = None
    """Wait of the accepted tasks, as `avg`, `min`, `max` and `total`."""
    wait_duration_until_canceled: Any = None
    """Wait of the canceled tasks, as `avg`, `min`, `max` and `total`."""
    tasks_canceled: int | None = None
    """Tasks that were canceled. Defaults to `0`."""
    tasks_completed: int | None = None
    """Tasks that were completed. Defaults to `0`."""
    tasks_entered: int | None = None
    """Tasks that entered the workflow. Defaults to `0`."""
    tasks_deleted: int | None = None
    """Tasks that were deleted. Defaults to `0`."""
    tasks_moved: int | None = None
    """Tasks that moved from one queue to another. Defaults to `0`."""
    tasks_timed_out_in_workflow: int | None = None
    """Tasks that timed out in a workflow and were deleted. Defaults to `0`."""
    workflow_sid: str | None = None
    """SID of the workflow these statistics cover. Exactly 34 characters, beginning with
    `WW`."""
    workspace_sid: str | None = None
    """SID of the workspace that holds the workflow. Exactly 34 characters, beginning with
    `WS`."""
    url: str | None = None
    """Address of these statistics."""
