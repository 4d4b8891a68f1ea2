"""The two clients: one configuration, and one short loop each."""

from __future__ import annotations

import copy
import time
from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import replace
from typing import Any, ClassVar, Generic, Self, TypeVar, Unpack

import httpx

from ._auth import AuthTypes
from ._call import Call
from ._encoding import Parts
from ._exchange import FAILURES, Exchange, Outcome
from ._omit import OMIT, Omit
from ._options import Options, Settings, Timeout
from ._paths import refuse_dot_segments
from ._requests import build_request
from ._results import Answer
from ._urls import parse_base_url

T = TypeVar("T")
HttpT = TypeVar("HttpT", httpx.Client, httpx.AsyncClient)

DEFAULT_TIMEOUT = httpx.Timeout(30.0)


class BaseClient(ABC, Generic[HttpT]):
    """What both clients are made of."""

    _settings: ClassVar[Settings]

    def __init__(
        self,
        *,
        auth: AuthTypes | None,
        base_url: str | None = None,
        timeout: Timeout | Omit = OMIT,
        max_retries: int = 2,
        headers: Mapping[str, str] | None = None,
        http_client: HttpT | None = None,
        strict: bool = False,
    ) -> None:
        self._base_url = parse_base_url(base_url or self._settings.base_url)
        self._options = Options(
            timeout=timeout,
            max_retries=max_retries,
            headers=dict(headers or {}),
            strict=strict,
        )
        self._auth = auth
        self._owns_http = http_client is None
        self._http: HttpT = self._new_http() if http_client is None else http_client

    def with_options(
        self,
        *,
        timeout: Timeout | Omit = OMIT,
        max_retries: int | Omit = OMIT,
        headers: Mapping[str, str] | Omit | None = OMIT,
        extra_headers: Mapping[str, str] | Omit = OMIT,
        extra_query: Mapping[str, object] | Omit = OMIT,
        extra_body: Mapping[str, object] | Omit = OMIT,
    ) -> Self:
        """The same client with other options, on the same connections (this one closes them).

        Mappings add to those of this client. `headers` yield to a call's own headers,
        `extra_headers`, `extra_query` and `extra_body` win over what a call sends.
        """
        given: dict[str, Any] = {"timeout": timeout, "max_retries": max_retries}
        mappings = {
            "headers": headers,
            "extra_headers": extra_headers,
            "extra_query": extra_query,
            "extra_body": extra_body,
        }
        for name, added in mappings.items():
            if not isinstance(added, Omit):
                given[name] = {**getattr(self._options, name), **(added or {})}
        chosen = {name: value for name, value in given.items() if value is not OMIT}
        client = copy.copy(self)
        client._options = replace(self._options, **chosen)
        client._owns_http = False
        return client

    def _exchange(self, call: Call[T]) -> Exchange[T]:
        request = build_request(
            self._http, self._base_url, self._settings, self._options, call
        )
        return Exchange(call, request, self._settings, self._options)

    @abstractmethod
    def _new_http(self) -> HttpT:
        """A connection pool of the client's own."""

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self._base_url}>"


def _free_call(method: str, path: str, parts: Parts) -> Call[Answer[Any]]:
    unknown = parts.keys() - Parts.__annotations__.keys()
    if unknown:
        known = ", ".join(Parts.__annotations__)
        raise TypeError(
            f"no part is called {', '.join(sorted(unknown))}; there are {known}"
        )
    refuse_dot_segments(path)
    template = path.partition("?")[0]  # what stands in messages has no query
    return Call(
        method=method.upper(),
        template=template,
        path=path,
        into=Answer[Any],
        parts=parts,
    )


class Client(BaseClient[httpx.Client]):
    """Calls that block until the answer is there."""

    def request(self, method: str, path: str, **parts: Unpack[Parts]) -> Answer[Any]:
        """Calls what has no method of its own; the answer's JSON or text is `.value`."""
        return self._perform(_free_call(method, path, parts))

    def close(self) -> None:
        """Closes the connections, unless they came with `http_client=`."""
        if self._owns_http:
            self._http.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()

    def _perform(self, call: Call[T]) -> T:
        exchange = self._exchange(call)
        while True:
            outcome = self._attempt(exchange.request)
            wait = exchange.after(outcome)
            if wait is None:
                return exchange.result(outcome)
            self._pause(wait)

    def _attempt(self, request: httpx.Request) -> Outcome:
        auth = httpx.USE_CLIENT_DEFAULT if self._auth is None else self._auth
        try:
            return self._http.send(request, auth=auth, follow_redirects=False)
        except FAILURES as error:
            return error

    def _pause(self, seconds: float) -> None:
        time.sleep(seconds)

    def _new_http(self) -> httpx.Client:
        return httpx.Client(timeout=DEFAULT_TIMEOUT)


class AsyncClient(BaseClient[httpx.AsyncClient]):
    """Calls that are awaited, under asyncio or trio."""

    async def request(
        self, method: str, path: str, **parts: Unpack[Parts]
    ) -> Answer[Any]:
        """Calls what has no method of its own; the answer's JSON or text is `.value`."""
        return await self._perform(_free_call(method, path, parts))

    async def aclose(self) -> None:
        """Closes the connections, unless they came with `http_client=`."""
        if self._owns_http:
            await self._http.aclose()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *exception: object) -> None:
        await self.aclose()

    async def _perform(self, call: Call[T]) -> T:
        exchange = self._exchange(call)
        while True:
            outcome = await self._attempt(exchange.request)
            wait = exchange.after(outcome)
            if wait is None:
                return exchange.result(outcome)
            await self._pause(wait)

    async def _attempt(self, request: httpx.Request) -> Outcome:
        auth = httpx.USE_CLIENT_DEFAULT if self._auth is None else self._auth
        try:
            return await self._http.send(request, auth=auth, follow_redirects=False)
        except FAILURES as error:
            return error

    async def _pause(self, seconds: float) -> None:
        from anyio import sleep  # comes with httpx; only a retry needs it

        await sleep(seconds)

    def _new_http(self) -> httpx.AsyncClient:
        return httpx.AsyncClient(timeout=DEFAULT_TIMEOUT)
