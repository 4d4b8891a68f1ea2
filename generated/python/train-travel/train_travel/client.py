"""The two clients: one blocks, one is awaited."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

import httpx

from ._runtime._auth import bearer as _authenticate
from ._runtime._client import AsyncClient, Client
from ._runtime._errors import ErrorShape
from ._runtime._options import AsyncOptions, ClientOptions, Settings
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
    return _authenticate(("token", token, "TRAIN_TRAVEL_TOKEN"))


class TrainTravel(Client):
    """Calls the API and waits for each answer; close it, or use it in a ``with`` statement."""

    _settings = _SETTINGS

    def __init__(
        self, token: str | None = None, **options: Unpack[ClientOptions]
    ) -> None:
        """Make a client; nothing is sent yet.

        Args:
            token: From the environment where not given.
            options: ``base_url``, ``auth``, ``timeout``, ``max_retries``, ``headers``,
                ``http_client``, ``strict``, ``middleware``: see ``ClientOptions``.
        """
        if options.get("auth") is None:
            options["auth"] = _documented_auth(token)
        super().__init__(**options)

    @property
    def bookings(self) -> Bookings:
        from .resources import bookings as child

        return child.Bookings(self)

    @property
    def stations(self) -> Stations:
        from .resources import stations as child

        return child.Stations(self)

    @property
    def trips(self) -> Trips:
        from .resources import trips as child

        return child.Trips(self)


class AsyncTrainTravel(AsyncClient):
    """Calls the API without blocking; close it, or use it in an ``async with`` statement."""

    _settings = _SETTINGS

    def __init__(
        self, token: str | None = None, **options: Unpack[AsyncOptions]
    ) -> None:
        """Make a client; the arguments are those of ``TrainTravel``."""
        if options.get("auth") is None:
            options["auth"] = _documented_auth(token)
        super().__init__(**options)

    @property
    def bookings(self) -> AsyncBookings:
        from .resources import bookings as child

        return child.AsyncBookings(self)

    @property
    def stations(self) -> AsyncStations:
        from .resources import stations as child

        return child.AsyncStations(self)

    @property
    def trips(self) -> AsyncTrips:
        from .resources import trips as child

        return child.AsyncTrips(self)
