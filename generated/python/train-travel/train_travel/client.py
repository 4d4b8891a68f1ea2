"""The two clients: one blocks, one is awaited."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import httpx

from ._runtime import (
    OMIT,
    AsyncClient,
    AuthTypes,
    Client,
    ErrorShape,
    Omit,
    Settings,
    Timeout,
    bearer,
)
from .headers import Headers

if TYPE_CHECKING:
    from .resources.bookings import AsyncBookings, Bookings
    from .resources.stations import AsyncStations, Stations
    from .resources.trips import AsyncTrips, Trips

_SETTINGS = Settings(
    name="train_travel",
    version="1.2.1",
    base_url="https://api.example.com",
    headers=Headers,
    error=ErrorShape(
        code="type", message="detail", more_info="instance", status="status"
    ),
)


def _documented_auth(token: str | None) -> httpx.Auth:
    """The documented way to authenticate, with credentials from the environment where not given."""
    return bearer(("token", token, "TRAIN_TRAVEL_TOKEN"))


class TrainTravel(Client):
    """Calls the API and waits for each answer; close it, or use it in a ``with`` statement."""

    _settings = _SETTINGS

    def __init__(
        self,
        token: str | None = None,
        *,
        base_url: str | None = None,
        auth: AuthTypes | None = None,
        timeout: Timeout | Omit = OMIT,
        max_retries: int = 2,
        headers: Mapping[str, str] | None = None,
        http_client: httpx.Client | None = None,
        strict: bool = False,
    ) -> None:
        """Make a client; nothing is sent yet.

        Args:
            base_url: Where the API answers, instead of the documented address.
            auth: Any httpx authentication; beats the documented one.
            timeout: Seconds for each attempt, or an ``httpx.Timeout``; 30 by default.
            max_retries: How often a failed attempt is repeated where that is safe.
            headers: Sent with every request.
            http_client: Used instead of a connection pool of its own, and left open.
            strict: Raise ``DecodeError`` over an answer that differs from the documentation.
        """
        super().__init__(
            auth=_documented_auth(token) if auth is None else auth,
            base_url=base_url,
            timeout=timeout,
            max_retries=max_retries,
            headers=headers,
            http_client=http_client,
            strict=strict,
        )

    @property
    def bookings(self) -> Bookings:
        """Bookings."""
        from .resources.bookings import Bookings

        return Bookings(self)

    @property
    def stations(self) -> Stations:
        """Stations."""
        from .resources.stations import Stations

        return Stations(self)

    @property
    def trips(self) -> Trips:
        """Trips."""
        from .resources.trips import Trips

        return Trips(self)


class AsyncTrainTravel(AsyncClient):
    """Calls the API without blocking; close it, or use it in an ``async with`` statement."""

    _settings = _SETTINGS

    def __init__(
        self,
        token: str | None = None,
        *,
        base_url: str | None = None,
        auth: AuthTypes | None = None,
        timeout: Timeout | Omit = OMIT,
        max_retries: int = 2,
        headers: Mapping[str, str] | None = None,
        http_client: httpx.AsyncClient | None = None,
        strict: bool = False,
    ) -> None:
        """Make a client; the arguments are those of ``TrainTravel``."""
        super().__init__(
            auth=_documented_auth(token) if auth is None else auth,
            base_url=base_url,
            timeout=timeout,
            max_retries=max_retries,
            headers=headers,
            http_client=http_client,
            strict=strict,
        )

    @property
    def bookings(self) -> AsyncBookings:
        """Bookings."""
        from .resources.bookings import AsyncBookings

        return AsyncBookings(self)

    @property
    def stations(self) -> AsyncStations:
        """Stations."""
        from .resources.stations import AsyncStations

        return AsyncStations(self)

    @property
    def trips(self) -> AsyncTrips:
        """Trips."""
        from .resources.trips import AsyncTrips

        return AsyncTrips(self)
