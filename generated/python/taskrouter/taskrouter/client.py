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
    basic,
)
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
    return basic(
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
            auth=_documented_auth(account_sid, auth_token) if auth is None else auth,
            base_url=base_url,
            timeout=timeout,
            max_retries=max_retries,
            headers=headers,
            http_client=http_client,
            strict=strict,
        )

    @property
    def workspaces(self) -> Workspaces:
        """Workspaces."""
        from .resources.workspaces import Workspaces

        return Workspaces(self)


class AsyncTaskRouter(AsyncClient):
    """Calls the API without blocking; close it, or use it in an ``async with`` statement."""

    _settings = _SETTINGS

    def __init__(
        self,
        account_sid: str | None = None,
        auth_token: str | None = None,
        *,
        base_url: str | None = None,
        auth: AuthTypes | None = None,
        timeout: Timeout | Omit = OMIT,
        max_retries: int = 2,
        headers: Mapping[str, str] | None = None,
        http_client: httpx.AsyncClient | None = None,
        strict: bool = False,
    ) -> None:
        """Make a client; the arguments are those of ``TaskRouter``."""
        super().__init__(
            auth=_documented_auth(account_sid, auth_token) if auth is None else auth,
            base_url=base_url,
            timeout=timeout,
            max_retries=max_retries,
            headers=headers,
            http_client=http_client,
            strict=strict,
        )

    @property
    def workspaces(self) -> AsyncWorkspaces:
        """Workspaces."""
        from .resources.workspaces import AsyncWorkspaces

        return AsyncWorkspaces(self)
