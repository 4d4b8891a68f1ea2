from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from .._runtime._models import Model
from ..headers import Headers


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkersRealTimeStatistics(Model[Headers]):
    """A workers real time statistics, as the API answers with it."""

    account_sid: str | None = None
    """SID of the account that owns the workers. Exactly 34 characters, beginning with
    `AC`."""
    activity_statistics: list[Any] | None = None
    """How many workers are in each activity at present."""
    total_workers: int | None = None
    """Number of workers in all. Defaults to `0`."""
    workspace_sid: str | None = None
    """SID of the workspace that holds the workers. Exactly 34 characters, beginning with
    `WS`."""
    url: str | None = None
    """Address of these statistics."""
