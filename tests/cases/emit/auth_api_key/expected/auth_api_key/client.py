"""The two clients: one blocks, one is awaited."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

import httpx

from ._runtime._auth import api_key as _authenticate
from ._runtime._client import AsyncClient, Client
from ._runtime._errors import ErrorShape
from ._runtime._options import AsyncOptions, ClientOptions, Settings
from .headers import Headers

if TYPE_CHECKING:
    from .resources.weather import AsyncWeatherResource, WeatherResource

_SETTINGS = Settings(
    name="auth_api_key",
    version="0.0.0",
    base_url="https://sky.example",
    headers=Headers,
    error=ErrorShape(),
)


def _documented_auth(sky_key: str | None) -> httpx.Auth:
    """The documented way to authenticate, with credentials from the environment where not given."""
    return _authenticate(("sky_key", sky_key, "SKY_KEY"), header="X-Sky-Key")


class AuthApiKey(Client):
    """Calls the API and waits for each answer; close it, or use it in a ``with`` statement."""

    _settings = _SETTINGS

    def __init__(
        self, sky_key: str | None = None, **options: Unpack[ClientOptions]
    ) -> None:
        """Make a client; nothing is sent yet.

        Args:
            sky_key: From the environment where not given.
            options: ``base_url``, ``auth``, ``timeout``, ``max_retries``, ``headers``,
                ``http_client``, ``strict``, ``middleware``: see ``ClientOptions``.
        """
        if options.get("auth") is None:
            options["auth"] = _documented_auth(sky_key)
        super().__init__(**options)

    @property
    def weather(self) -> WeatherResource:
        from .resources import weather as child

        return child.WeatherResource(self)


class AsyncAuthApiKey(AsyncClient):
    """Calls the API without blocking; close it, or use it in an ``async with`` statement."""

    _settings = _SETTINGS

    def __init__(
        self, sky_key: str | None = None, **options: Unpack[AsyncOptions]
    ) -> None:
        """Make a client; the arguments are those of ``AuthApiKey``."""
        if options.get("auth") is None:
            options["auth"] = _documented_auth(sky_key)
        super().__init__(**options)

    @property
    def weather(self) -> AsyncWeatherResource:
        from .resources import weather as child

        return child.AsyncWeatherResource(self)
