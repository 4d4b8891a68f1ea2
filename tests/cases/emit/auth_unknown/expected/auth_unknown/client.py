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
)
from .headers import Headers

if TYPE_CHECKING:
    from .resources.weather import AsyncWeatherResource, WeatherResource

_SETTINGS = Settings(
    name="auth_unknown",
    version="0.0.0",
    base_url=None,
    headers=Headers,
    error=ErrorShape(),
)


class AuthUnknown(Client):
    """Calls the API and waits for each answer; close it, or use it in a ``with`` statement."""

    _settings = _SETTINGS

    def __init__(
        self,
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
            base_url: Where the API answers.
            auth: Any httpx authentication; beats the documented one.
            timeout: Seconds for each attempt, or an ``httpx.Timeout``; 30 by default.
            max_retries: How often a failed attempt is repeated where that is safe.
            headers: Sent with every request.
            http_client: Used instead of a connection pool of its own, and left open.
            strict: Raise ``DecodeError`` over an answer that differs from the documentation.
        """
        super().__init__(
            auth=auth,
            base_url=base_url,
            timeout=timeout,
            max_retries=max_retries,
            headers=headers,
            http_client=http_client,
            strict=strict,
        )

    @property
    def weather(self) -> WeatherResource:
        """Weather."""
        from .resources.weather import WeatherResource

        return WeatherResource(self)


class AsyncAuthUnknown(AsyncClient):
    """Calls the API without blocking; close it, or use it in an ``async with`` statement."""

    _settings = _SETTINGS

    def __init__(
        self,
        *,
        base_url: str | None = None,
        auth: AuthTypes | None = None,
        timeout: Timeout | Omit = OMIT,
        max_retries: int = 2,
        headers: Mapping[str, str] | None = None,
        http_client: httpx.AsyncClient | None = None,
        strict: bool = False,
    ) -> None:
        """Make a client; the arguments are those of ``AuthUnknown``."""
        super().__init__(
            auth=auth,
            base_url=base_url,
            timeout=timeout,
            max_retries=max_retries,
            headers=headers,
            http_client=http_client,
            strict=strict,
        )

    @property
    def weather(self) -> AsyncWeatherResource:
        """Weather."""
        from .resources.weather import AsyncWeatherResource

        return AsyncWeatherResource(self)
