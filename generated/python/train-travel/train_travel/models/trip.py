from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from .._runtime._models import Model
from ..headers import Headers


@dataclass(frozen=True, slots=True, kw_only=True)
class Trip(Model[Headers]):
    """A trip, as the API answers with it."""

    id: str | None = None
    origin: str | None = None
    destination: str | None = None
    departure_time: dt.datetime | None = None
    arrival_time: dt.datetime | None = None
    operator: str | None = None
    price: float | None = None
    bicycles_allowed: bool | None = None
    dogs_allowed: bool | None = None
