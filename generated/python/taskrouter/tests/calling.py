"""Makes the calls, over either client."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import Any

import httpx

from .clients import FakeAwaited, FakeBlocking, awaited, blocking
from .exchange import IDS, Exchange


class Recorder(httpx.BaseTransport, httpx.AsyncBaseTransport):
    """Gives the answers in order, the last one again and again; keeps the requests."""

    def __init__(self, *answers: httpx.Response) -> None:
        self.answers = list(answers)
        self.requests: list[httpx.Request] = []

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Keeps the request, whatever it is."""
        request.read()
        return self._answer(request)

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Keeps the request, whatever it is."""
        await request.aread()
        return self._answer(request)

    def _answer(self, request: httpx.Request) -> httpx.Response:
        self.requests.append(request)
        answer = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        return httpx.Response(
            answer.status_code, headers=answer.headers, content=answer.content
        )


def call(
    exchange: Exchange,
    transport: Recorder,
    kind: str = "blocking",
    *,
    ids: Sequence[object] = IDS,
    given: dict[str, Any] | None = None,
) -> Any:
    """What the client returns; all items of a list, the bytes of a download."""
    values = exchange.values if given is None else given
    if kind == "blocking":
        with blocking(transport) as client:
            return taken(exchange, exchange.call(client, ids, values))

    async def run() -> Any:
        async with awaited(transport) as client:
            return await awaited_of(exchange, exchange.call(client, ids, values))

    return asyncio.run(run())


def call_fake(exchange: Exchange, fake: FakeBlocking | FakeAwaited) -> Any:
    """What the fake returns."""
    answer = exchange.call(fake, IDS, exchange.values)
    if isinstance(fake, FakeBlocking):
        return taken(exchange, answer)
    return asyncio.run(awaited_of(exchange, answer))


def taken(exchange: Exchange, answer: Any) -> Any:
    """All items of a list, the bytes of a download, else the answer."""
    if exchange.streamed:
        return answer.read()
    return list(answer) if exchange.turning else answer


async def awaited_of(exchange: Exchange, answer: Any) -> Any:
    """The same of an answer that is awaited."""
    if exchange.turning:
        return [one async for one in answer]
    found = await answer
    return await found.read() if exchange.streamed else found
