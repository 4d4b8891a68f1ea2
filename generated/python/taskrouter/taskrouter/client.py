"""The two clients: one blocks, one is awaited."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

import httpx

from ._runtime._auth import basic as _authenticate
from ._runtime._client import AsyncClient, Client
from ._runtime._errors import ErrorShape
from ._runtime._options import AsyncOptions, ClientOptions, Settings
from .headers import Headers

if TYPE_CHECKING:
    from .resources.workspaces import AsyncWorkspaces, Workspaces

_SETTINGS = Settings(
    name="taskrouter",
    version="1.0.0",
    base_url="https://taskrouter.twilio.com",
    headers=Headers,
    error=ErrorShape(
        code="code", message="message", more_info="more_info", status="status"
    ),
)


def _documented_auth(account_sid: str | None, auth_token: str | None) -> httpx.Auth:
    """The documented way to authenticate, with credentials from the environment where not given."""
    return _authenticate(
        ("account_sid", account_sid, "TWILIO_ACCOUNT_SID"),
        ("auth_token", auth_token, "TWILIO_AUTH_TOKEN"),
    )


class TaskRouter(Client):
    """Calls the API and waits for each answer; close it, or use it in a ``with`` statement."""

    _settings = _SETTINGS

    def __init__(
        self,
        account_sid: str | None = None,
        auth_token: str | None = None,
        **options: Unpack[ClientOptions],
    ) -> None:
        """Make a client; nothing is sent yet.

        Args:
            account_sid: From the environment where not given.
            auth_token: From the environment where not given.
            options: ``base_url``, ``auth``, ``timeout``, ``max_retries``, ``headers``,
                ``http_client``, ``strict``, ``middleware``: see ``ClientOptions``.
        """
        if options.get("auth") is None:
            options["auth"] = _documented_auth(account_sid, auth_token)
        super().__init__(**options)

    @property
    def workspaces(self) -> Workspaces:
        from .resources import workspaces as child

        return child.Workspaces(self)


class AsyncTaskRouter(AsyncClient):
    """Calls the API without blocking; close it, or use it in an ``async with`` statement."""

    _settings = _SETTINGS

    def __init__(
        self,
        account_sid: str | None = None,
        auth_token: str | None = None,
        **options: Unpack[AsyncOptions],
    ) -> None:
        """Make a client; the arguments are those of ``TaskRouter``."""
        if options.get("auth") is None:
            options["auth"] = _documented_auth(account_sid, auth_token)
        super().__init__(**options)

    @property
    def workspaces(self) -> AsyncWorkspaces:
        from .resources import workspaces as child

        return child.AsyncWorkspaces(self)
