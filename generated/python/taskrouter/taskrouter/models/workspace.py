from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal, TypeAlias

from .._runtime._enums import OpenEnum, member
from .._runtime._models import Model
from ..headers import Headers


class WorkspacePrioritizeQueueOrder(OpenEnum):
    """Known values; any other string is accepted too."""

    LIFO = member("LIFO")
    FIFO = member("FIFO")


WorkspacePrioritizeQueueOrderParam: TypeAlias = (
    Literal["LIFO", "FIFO"] | WorkspacePrioritizeQueueOrder
)


class WorkspaceTemplate(OpenEnum):
    """Known values; any other string is accepted too."""

    NONE = member("NONE")
    FIFO = member("FIFO")


WorkspaceTemplateParam: TypeAlias = Literal["NONE", "FIFO"] | WorkspaceTemplate


@dataclass(frozen=True, slots=True, kw_only=True)
class Workspace(Model[Headers]):
    """A workspace, as the API answers with it."""

    account_sid: str | None = None
    """SID of the account that owns the workspace. Exactly 34 characters, beginning with
    `AC`."""
    date_created: dt.datetime | None = None
    """When the workspace was created, in GMT."""
    date_updated: dt.datetime | None = None
    """When the workspace was last changed, in GMT."""
    default_activity_name: str | None = None
    """Name of the default activity."""
    default_activity_sid: str | None = None
    """SID of the activity that new workers start in. Exactly 34 characters, beginning with
    `WA`."""
    event_callback_url: str | None = None
    """Address that receives the events of the workspace."""
    events_filter: str | None = None
    """Events sent to `event_callback_url`, separated by commas, such as
    `task.created,task.canceled`."""
    friendly_name: str | None = None
    """Name that describes the workspace."""
    multi_task_enabled: bool | None = None
    """Whether workers can handle several tasks at once; `false` is the legacy
    single-tasking mode. Defaults to `true`."""
    sid: str | None = None
    """SID of the workspace. Exactly 34 characters, beginning with `WS`."""
    timeout_activity_name: str | None = None
    """Name of the timeout activity."""
    timeout_activity_sid: str | None = None
    """SID of the activity that workers enter when a reservation times out unanswered.
    Exactly 34 characters, beginning with `WA`."""
    prioritize_queue_order: WorkspacePrioritizeQueueOrder | None = None
    """Kind of task queue that comes first for workers who serve both kinds. One of `LIFO`
    or `FIFO`. Defaults to `FIFO`."""
    url: str | None = None
    """Address of the workspace."""
    links: dict[str, str] | None = None
    """Addresses of related resources, by name."""
