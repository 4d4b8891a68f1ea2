from __future__ import annotations

from dataclasses import dataclass

from .._runtime._models import Model
from ..headers import Headers


@dataclass(frozen=True, slots=True, kw_only=True)
class Station(Model[Headers]):
    """A station, as the API answers with it."""

    id: str | None = None
    name: str | None = None
    address: str | None = None
    country_code: str | None = None
    timezone: str | None = None
