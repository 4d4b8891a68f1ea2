"""The two clients: one blocks, one is awaited."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

from ._runtime._client import AsyncClient, Client
from ._runtime._errors import ErrorShape
from ._runtime._options import AsyncOptions, ClientOptions, Settings
from .headers import Headers

if TYPE_CHECKING:
    from .resources.odd import AsyncOdd, Odd

_SETTINGS = Settings(
    name="hostile_text",
    version="0.0.0",
    base_url="https://odd.example",
    headers=Headers,
    error=ErrorShape(),
)


class HostileText(Client):
    """Calls the API and waits for each answer; close it, or use it in a ``with`` statement."""

    _settings = _SETTINGS

    def __init__(self, **options: Unpack[ClientOptions]) -> None:
        """Make a client; nothing is sent yet.

        Args:
            options: ``base_url``, ``auth``, ``timeout``, ``max_retries``, ``headers``,
                ``http_client``, ``strict``, ``middleware``: see ``ClientOptions``.
        """
        super().__init__(**options)

    @property
    def odd(self) -> Odd:
        from .resources import odd as child

        return child.Odd(self)


class AsyncHostileText(AsyncClient):
    """Calls the API without blocking; close it, or use it in an ``async with`` statement."""

    _settings = _SETTINGS

    def __init__(self, **options: Unpack[AsyncOptions]) -> None:
        """Make a client; the arguments are those of ``HostileText``."""
        super().__init__(**options)

    @property
    def odd(self) -> AsyncOdd:
        from .resources import odd as child

        return child.AsyncOdd(self)
