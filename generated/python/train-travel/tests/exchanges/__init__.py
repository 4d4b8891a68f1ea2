"""Every documented operation as a call with samples."""

from __future__ import annotations

from ..exchange import Exchange
from . import bookings
from . import payment
from . import stations
from . import trips

EXCHANGES: list[Exchange] = [
    *bookings.EXCHANGES,
    *payment.EXCHANGES,
    *stations.EXCHANGES,
    *trips.EXCHANGES,
]
