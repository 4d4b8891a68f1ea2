from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from .._runtime._models import Model
from ..headers import Headers


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkerStatistics(Model[Headers]):
    """A worker statistics, as the API answers with it."""

    realtime: Any = None
    """Real-time statistics of the workers."""
    cumulative: Any = None
    """Cumulative statistics of the workers."""
    account_sid: str | None = None
    """SID of the account that owns the workers. Exactly 34 characters, beginning with
    `AC`."""
    workspace_sid: str | None = None
    """SID of the workspace that holds the workers. Exactly 34 characters, beginning with
    `WS`."""
    url: str | None = None
    """Address of these statistics."""
