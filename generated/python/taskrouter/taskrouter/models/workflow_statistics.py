from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from .._runtime._models import Model
from ..headers import Headers


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkflowStatistics(Model[Headers]):
    """A workflow statistics, as the API answers with it."""

    account_sid: str | None = None
    """SID of the account that owns the workflow. Exactly 34 characters, beginning with
    `AC`."""
    cumulative: Any = None
    """Cumulative statistics of the workflow."""
    realtime: Any = None
    """Real-time statistics of the workflow."""
    workflow_sid: str | None = None
    """SID of the workflow these statistics cover. Exactly 34 characters, beginning with
    `WW`."""
    workspace_sid: str | None = None
    """SID of the workspace that holds the workflow. Exactly 34 characters, beginning with
    `WS`."""
    url: str | None = None
    """Address of these statistics."""
