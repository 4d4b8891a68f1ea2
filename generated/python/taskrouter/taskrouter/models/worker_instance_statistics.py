from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from .._runtime._models import Model
from ..headers import Headers


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkerInstanceStatistics(Model[Headers]):
    """A worker instance statistics, as the API answers with it."""

    account_sid: str | None = None
    """SID of the account that owns the worker. Exactly 34 characters, beginning with `AC`."""
    cumulative: Any = None
    """Cumulative statistics of the worker."""
    worker_sid: str | None = None
    """SID of the worker these statistics cover. Exactly 34 characters, beginning with
    `WK`."""
    workspace_sid: str | None = None
    """SID of the workspace that holds the worker. Exactly 34 characters, beginning with
    `WS`."""
    url: str | None = None
    """Address of these statistics."""
