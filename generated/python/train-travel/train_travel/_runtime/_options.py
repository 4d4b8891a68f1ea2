"""What one API says about itself, and what a caller may choose."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple, TypedDict

import httpx

from ._auth import AuthTypes
from ._encoding import header_fields
from ._errors import ErrorShape
from ._headers import ResponseHeaders
from ._omit import OMIT, Omit

Timeout = float | httpx.Timeout | None
"""Seconds, httpx's finer form, or None to wait without end."""

Middleware = Callable[
    [httpx.Request, Callable[[httpx.Request], httpx.Response]], httpx.Response
]
"""`f(request, call_next)`: stands around every attempt, before credentials are added."""

AsyncMiddleware = Callable[
    [httpx.Request, Callable[[httpx.Request], Awaitable[httpx.Response]]],
    Awaitable[httpx.Response],
]
"""The same for an async client: `async def f(request, call_next)`."""


class Settings(NamedTuple):
    """The facts of an API that are the same for every caller."""

    name: str
    version: str
    base_url: str | None = None
    headers: type[ResponseHeaders] = ResponseHeaders
    error: ErrorShape = ErrorShape()


class Shared(TypedDict, total=False):
    """What both clients take."""

    base_url: str | None
    """Where the API answers, instead of the documented address."""
    auth: AuthTypes | None
    """Any httpx authentication; beats the documented one."""
    timeout: Timeout | Omit
    """Seconds for each attempt, or an `httpx.Timeout`; 30 by default, None to wait without end."""
    max_retries: int
    """How often a failed attempt is repeated where that is safe; 2 by default."""
    headers: Mapping[str, str] | None
    """Sent with every request; a call's own headers win."""
    strict: bool
    """Raise `DecodeError` over an answer that differs from the documentation."""


class ClientOptions(Shared, total=False):
    """What a client takes."""

    http_client: httpx.Client | None
    """Used instead of connections of its own, and left open."""
    middleware: Sequence[Middleware]
    """Functions `f(request, call_next)` around every attempt, outermost first."""


class AsyncOptions(Shared, total=False):
    """What an async client takes."""

    http_client: httpx.AsyncClient | None
    middleware: Sequence[AsyncMiddleware]


class Changes(TypedDict, total=False):
    """What `with_options` takes; `OMIT` changes nothing."""

    timeout: Timeout | Omit
    max_retries: int | Omit
    headers: Mapping[str, str] | Omit | None
    extra_headers: Mapping[str, str] | Omit
    """Win over what a call sends, credentials too."""
    extra_query: Mapping[str, object] | Omit
    extra_body: Mapping[str, object] | Omit
    deadline: float | Omit | None
    """Seconds that the attempts of a call may take together; twice the timeout by default."""
    max_bytes: int | Omit | None
    """The longest answer, unpacked, downloads aside; 32 MiB by default. None allows bombs, too."""
    middleware: Sequence[Middleware | AsyncMiddleware] | Omit
    log_bodies: bool | Omit
    """Show bodies to the log at level DEBUG."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Options:
    """What `with_options` changes; the mappings stay out of repr, they can hold secrets."""

    timeout: Timeout | Omit = OMIT
    deadline: float | Omit | None = OMIT
    max_retries: int = 2
    max_bytes: int | None = 32 << 20
    middleware: tuple[Any, ...] = field(default=(), repr=False)
    log_bodies: bool = False
    headers: Mapping[str, str] = field(default_factory=dict, repr=False)
    extra_headers: Mapping[str, str] = field(default_factory=dict, repr=False)
    extra_query: Mapping[str, object] = field(default_factory=dict, repr=False)
    extra_body: Mapping[str, object] = field(default_factory=dict, repr=False)
    strict: bool = False

    @property
    def extra_header_names(self) -> frozenset[str]:
        """In lower case."""
        return frozenset(name.lower() for name in self.extra_headers)

    def changed(self, changes: Mapping[str, Any]) -> Options:
        """These with the changes of `with_options`; mappings and middleware add to those here."""
        given = {}
        for name, value in changes.items():
            if name not in Changes.__annotations__:
                raise TypeError(f"with_options() has no option {name!r}")
            old = getattr(self, name)
            if isinstance(old, Mapping):
                value = old if value is OMIT else {**old, **(value or {})}
            elif name == "middleware" and value is not OMIT:
                value = (*old, *value)
            if value is not OMIT:
                given[name] = value
        return replace(self, **given)

    def __post_init__(self) -> None:
        if self.max_retries < 0:
            raise ValueError("max_retries cannot be negative")
        # These raise now, not in a later call.
        header_fields({**self.headers, **self.extra_headers})
