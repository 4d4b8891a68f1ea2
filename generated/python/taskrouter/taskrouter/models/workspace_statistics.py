from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from .._runtime._models import Model
from ..headers import Headers


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkspaceStatistics(Model[Headers]):
    """A workspace statistics, as the API answers with it."""

    realtime: Any = None
    """Real-time statistics of the workspace."""
    cumulative: Any = None
    """Cumulative statistics of the workspace."""
    account_sid: str | None = None
    """SID of the account that owns the workspace. Exactly 34 characters, beginning with
    `AC`."""
    workspace_sid: str | None = None
    """SID of the workspace these statistics cover. Exactly 34 characters, beginning with
    `WS`."""
    url: str | None = None
    """Address of these statistics."""
