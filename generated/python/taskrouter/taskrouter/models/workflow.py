from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from .._runtime._models import Model
from ..headers import Headers


@dataclass(frozen=True, slots=True, kw_only=True)
class Workflow(Model[Headers]):
    """A workflow, as the API answers with it."""

    account_sid: str | None = None
    """SID of the account that owns the workflow. Exactly 34 characters, beginning with
    `AC`."""
    assignment_callback_url: str | None = None
    """Address that is called when a task of the workflow is assigned to a worker."""
    configuration: str | None = None
    """JSON text with the routing rules of the workflow."""
    date_created: dt.datetime | None = None
    """When the workflow was created, in GMT."""
    date_updated: dt.datetime | None = None
    """When the workflow was last changed, in GMT."""
    document_content_type: str | None = None
    """MIME type of the configuration document."""
    fallback_assignment_callback_url: str | None = None
    """Address that is called if the assignment callback fails."""
    friendly_name: str | None = None
    """Name that describes the workflow."""
    sid: str | None = None
    """SID of the workflow. Exactly 34 characters, beginning with `WW`."""
    task_reservation_timeout: int | None = None
    """Seconds to wait for your application to confirm an assignment. At most 86400.
    Defaults to `120`."""
    workspace_sid: str | None = None
    """SID of the workspace that holds the workflow. Exactly 34 characters, beginning with
    `WS`."""
    url: str | None = None
    """Address of the workflow."""
    links: dict[str, str] | None = None
    """Addresses of related resources, by name."""
