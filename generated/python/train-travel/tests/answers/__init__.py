"""Every documented model and enumeration."""

from __future__ import annotations

from ..reading import Known, Reading
from . import booking
from . import payment
from . import station
from . import trip

_ALL: list[Reading] = [
    *booking.READINGS,
    *payment.READINGS,
    *station.READINGS,
    *trip.READINGS,
]

READINGS: dict[str, Reading] = {one.model: one for one in _ALL}

KNOWN: list[Known] = [*booking.KNOWN, *payment.KNOWN, *station.KNOWN, *trip.KNOWN]
