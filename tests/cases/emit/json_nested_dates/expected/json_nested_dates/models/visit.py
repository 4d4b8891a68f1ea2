from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from .._runtime._models import Model
from ..headers import Headers


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit(Model[Headers]):
    """A visit, as the API answers with it."""

    id: str | None = None
    """Name of the visit."""
    day: dt.date | None = None
    """The day of the visit."""
    reminded_at: dt.datetime | None = None
    """When a reminder was sent, if one was."""
    owner: VisitOwner | None = None
    """Who came along."""
    score: float | None = None
    """How it went."""


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitOwner(Model[Headers]):
    """A visit owner, as the API answers with it."""

    name: str | None = None
    """How to call them."""
    phone: str | None = None
    """How to reach them."""
