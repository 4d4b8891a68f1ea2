from __future__ import annotations

from dataclasses import dataclass

from .._runtime._models import Model
from ..headers import Headers


@dataclass(frozen=True, slots=True, kw_only=True)
class Booking(Model[Headers]):
    """A booking, as the API answers with it."""

    id: str | None = None
    """ID of the booking."""
    trip_id: str | None = None
    """ID of the booked trip."""
    passenger_name: str | None = None
    """Name of the passenger."""
    has_bicycle: bool | None = None
    """Whether the passenger brings a bicycle."""
    has_dog: bool | None = None
    """Whether the passenger brings a dog."""
    links: BookingLink | None = None
    """Address of the booking."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BookingLink(Model[Headers]):
    """A booking link, as the API answers with it."""

    self: str | None = None
