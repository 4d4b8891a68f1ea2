"""The two clients: one configuration, and one short loop each."""

from __future__ import annotations

import copy
import time
from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from typing import IO, Any, ClassVar, Generic, Self, TypeVar, Unpack

import httpx

from ._auth import AuthTypes
from ._call import Call
from ._encoding import Parts
from ._exchange import FAILURES, Exchange, Outcome, middleware_around
from ._omit import OMIT, Omit
from ._options import AsyncMiddleware, Changes, Middleware, Options, Settings, Timeout
from ._paths import refuse_dot_segments
from ._requests import Shared, build_request
from ._results import Answer
from ._urls import origin, parse_base_url

T = TypeVar("T")
HttpT = TypeVar("HttpT", httpx.Client, httpx.AsyncClient)

DEFAULT_TIMEOUT = httpx.Timeout(30.0, connect=5.0)


class BaseClient(ABC, Generic[HttpT]):
    """What both clients are made of."""

    _settings: ClassVar[Settings]

    def __init__(
        self,
        *,
        auth: AuthTypes | None = None,
        base_url: str | None = None,
        timeout: Timeout | Omit = OMIT,
        max_retries: int = 2,
        headers: Mapping[str, str] | None = None,
        http_client: HttpT | None = None,
        strict: bool = False,
        middleware: Sequence[Middleware | AsyncMiddleware] = (),
    ) -> None:
        self._base_url = parse_base_url(base_url or self._settings.base_url)
        self._origin = origin(self._base_url)
        self._chosen = bool(base_url)
        self._options = Options(
            timeout=timeout,
            max_retries=max_retries,
            headers=dict(headers or {}),
            strict=strict,
            middleware=tuple(middleware),
        )
        self._auth = httpx.USE_CLIENT_DEFAULT if auth is None else auth
        self._shared = Shared(self._base_url)
        self._owns_http = http_client is None
        # A list, so that copies of this client share what the first call opens.
        self._connections: list[HttpT] = [] if http_client is None else [http_client]

    def with_options(self, **changes: Unpack[Changes]) -> Self:
        """The same client with other options, on the same connections (this one closes them).

        Mappings add to those of this client, middleware stands inside of its own; the options
        are those of `Changes`.
        """
        client = copy.copy(self)
        client._options = self._options.changed(changes)
        client._shared = Shared(self._base_url)
        client._owns_http = False
        return client

    def _at(self, server: str) -> Self:
        """The same client where some calls are documented; an address its caller chose stays."""
        if self._chosen:
            return self
        client = copy.copy(self)
        client._base_url = parse_base_url(server)
        client._origin = origin(client._base_url)
        return client.with_options()

    def _exchange(self, call: Call[T]) -> Exchange[T]:
        opened: list[IO[bytes]] = []
        try:
            request = build_request(
                *(self._http, self._settings, self._options, call),
                shared=self._shared,
                opened=opened,
            )
        except BaseException:
            for file in opened:
                file.close()
            raise
        return Exchange(call, request, self._settings, self._options, opened)

    @property
    def _http(self) -> HttpT:
        if not self._connections:  # made late: it reads every certificate there is
            self._connections.append(self._new_http())
        return self._connections[0]

    @abstractmethod
    def _new_http(self) -> HttpT:
        """A connection pool of the client's own."""

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self._base_url}>"


def _free_call(method: str, path: str, parts: Parts) -> Call[Answer[Any]]:
    known = [name for name in Parts.__annotations__ if name != "server"]
    if unknown := ", ".join(sorted(parts.keys() - set(known))):
        raise TypeError(f"no part is called {unknown}; there are {', '.join(known)}")
    refuse_dot_segments(path)
    template = path.partition("?")[0]  # what stands in messages has no query
    verb, into = method.upper(), Answer[Any]
    return Call(method=verb, template=template, path=path, into=into, parts=parts)


class Client(BaseClient[httpx.Client]):
    """Calls that block until the answer is there."""

    def request(self, method: str, path: str, **parts: Unpack[Parts]) -> Answer[Any]:
        """Calls what has no method of its own; the answer's JSON or text is `.value`."""
        return self._perform(_free_call(method, path, parts))

    def close(self) -> None:
        """Closes the connections, unless they came with `http_client=`."""
        for http in self._connections if self._owns_http else ():
            http.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()

    def _perform(self, call: Call[T]) -> T:
        exchange = self._exchange(call)
        try:
            while True:
                outcome = self._attempt(exchange)
                wait = exchange.after(outcome)
                if wait is None:
                    return exchange.result(outcome)
                self._pause(wait)
        finally:
            exchange.close()

    def _attempt(self, exchange: Exchange[Any]) -> Outcome:
        def deliver(request: httpx.Request) -> httpx.Response:
            exchange.allow(request, self._origin)
            response = self._http.send(
                request, auth=self._auth, follow_redirects=False, stream=True
            )
            try:
                if exchange.guard(response):
                    response.read()
            except BaseException:
                response.close()
                raise
            return response

        exchange.begin()
        send = middleware_around(deliver, self._options.middleware)
        try:
            answer: httpx.Response = send(exchange.request)
        except FAILURES as error:
            return error
        return answer

    def _pause(self, seconds: float) -> None:
        time.sleep(seconds)

    def _new_http(self) -> httpx.Client:
        # Proxies and credentials of the environment are for those who pass `http_client=`.
        return httpx.Client(timeout=DEFAULT_TIMEOUT, trust_env=False)


class AsyncClient(BaseClient[httpx.AsyncClient]):
    """Calls that are awaited, under asyncio or trio."""

    async def request(
        self, method: str, path: str, **parts: Unpack[Parts]
    ) -> Answer[Any]:
        """Calls what has no method of its own; the answer's JSON or text is `.value`."""
        return await self._perform(_free_call(method, path, parts))

    async def aclose(self) -> None:
        """Closes the connections, unless they came with `http_client=`."""
        for http in self._connections if self._owns_http else ():
            await http.aclose()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *exception: object) -> None:
        await self.aclose()

    async def _perform(self, call: Call[T]) -> T:
        exchange = self._exchange(call)
        try:
            while True:
                outcome = await self._attempt(exchange)
                wait = exchange.after(outcome)
                if wait is None:
                    return exchange.result(outcome)
                await self._pause(wait)
        finally:
            exchange.close()

    async def _attempt(self, exchange: Exchange[Any]) -> Outcome:
        from anyio import move_on_after  # comes with httpx

        async def deliver(request: httpx.Request) -> httpx.Response:
            exchange.allow(request, self._origin)
            response = await self._http.send(
                request, auth=self._auth, follow_redirects=False, stream=True
            )
            try:
                if exchange.guard(response):
                    await response.aread()
            except BaseException:
                await response.aclose()
                raise
            return response

        exchange.begin()
        send = middleware_around(deliver, self._options.middleware)
        with move_on_after(exchange.seconds_left):
            try:
                answer: httpx.Response = await send(exchange.request)
            except FAILURES as error:
                return error
            return answer
        return httpx.ReadTimeout("the whole call took too long")

    async def _pause(self, seconds: float) -> None:
        from anyio import sleep  # comes with httpx; only a retry needs it

        await sleep(seconds)

    def _new_http(self) -> httpx.AsyncClient:
        return httpx.AsyncClient(timeout=DEFAULT_TIMEOUT, trust_env=False)
