"""Every operation: what it sends, what it reads, and how it fails; both clients."""

from __future__ import annotations

import asyncio
from typing import Any

import httpx
import pytest

from .clients import SENT_HEADER, awaited, blocking, sdk
from .exchange import Exchange, Recorder
from .exchanges import EXCHANGES

SOME_ID = "a/b ?1"

ERRORS = {
    400: "BadRequestError",
    401: "AuthenticationError",
    403: "PermissionDeniedError",
    404: "NotFoundError",
    409: "ConflictError",
    418: "APIStatusError",
    422: "UnprocessableEntityError",
    429: "RateLimitError",
    500: "InternalServerError",
    503: "InternalServerError",
}

every_operation = pytest.mark.parametrize(
    "exchange", EXCHANGES, ids=[one.name for one in EXCHANGES]
)


def call(exchange: Exchange, transport: Recorder, some_id: object = SOME_ID) -> Any:
    """What the blocking client returns; the first item of a list, the bytes of a download."""
    with blocking(transport) as client:
        answer = exchange.call(client, some_id)
        if exchange.streamed:
            return answer.read()
        return answer.first() if exchange.pages else answer


def call_awaited(exchange: Exchange, transport: Recorder) -> Any:
    """What the awaited client returns; the first item of a list, the bytes of a download."""

    async def run() -> Any:
        async with awaited(transport) as client:
            answer = exchange.call(client, SOME_ID)
            if exchange.streamed:
                return await (await answer).read()
            return await (answer.first() if exchange.pages else answer)

    return asyncio.run(run())


@every_operation
def test_sends_exactly_what_is_documented(exchange: Exchange) -> None:
    """Method, path, query, headers and body are those of the page, under its own names."""
    transport = Recorder()
    call(exchange, transport)

    (request,) = transport.requests
    exchange.check(request)


@every_operation
def test_the_awaited_client_sends_the_same(exchange: Exchange) -> None:
    """Both clients put the same bytes on the wire."""
    blocked, waited = Recorder(), Recorder()
    call(exchange, blocked)
    call_awaited(exchange, waited)

    assert wire(blocked) == wire(waited)


@every_operation
def test_authenticates(exchange: Exchange) -> None:
    """Every request carries the credentials where the API wants them."""
    transport = Recorder()
    call(exchange, transport)

    if SENT_HEADER is not None:
        name, value = SENT_HEADER
        assert transport.requests[0].headers[name] == value


@every_operation
def test_reads_the_documented_answer(exchange: Exchange) -> None:
    """The answer has the documented type and loses nothing of what was sent."""
    transport = Recorder()
    blocked = call(exchange, transport)
    waited = call_awaited(exchange, Recorder())

    assert type(blocked) is type(waited)
    if hasattr(sdk, exchange.returns):
        assert type(blocked) is getattr(sdk, exchange.returns)
        assert blocked == waited
    if exchange.streamed:
        assert blocked == waited == b"content"
    elif not exchange.pages:
        assert blocked.response.status_code in (200, 204)
        assert blocked.response.path == exchange.template


@every_operation
@pytest.mark.parametrize("status", ERRORS)
def test_raises_the_error_of_the_status(exchange: Exchange, status: int) -> None:
    """An answer that is no success is an error that says which, never a value."""
    transport = Recorder(status, {"message": "no"})
    with pytest.raises(sdk.APIStatusError) as caught:
        call(exchange, transport)

    assert type(caught.value).__name__ == ERRORS[status]
    assert caught.value.status_code == status
    assert caught.value.method == exchange.method
    assert caught.value.path == exchange.template


@every_operation
@pytest.mark.parametrize("bad", ["", ".", ".."])
def test_refuses_ids_that_would_leave_the_path(exchange: Exchange, bad: str) -> None:
    """An id that changes the path is refused before anything is sent."""
    transport = Recorder()
    if "{" not in exchange.template:
        return
    with pytest.raises(ValueError, match=r"id|path"):
        call(exchange, transport, bad)

    assert transport.requests == []


def wire(transport: Recorder) -> list[tuple[str, httpx.URL, bytes]]:
    """What went over the wire, without a boundary that differs from call to call."""
    return [
        (
            one.method,
            one.url,
            b"" if "boundary=" in one.headers.get("Content-Type", "") else one.content,
        )
        for one in transport.requests
    ]
