"""Every operation: what it sends, what it reads, and how it fails; both clients."""

from __future__ import annotations

import httpx
import pytest

from .answers import READINGS
from .calling import Recorder, call
from .clients import sdk
from .exchange import IDS, Exchange
from .exchanges import EXCHANGES
from .reading import check

pytest_plugins = (f"{__package__}.no_cases",)

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
either_client = pytest.mark.parametrize("kind", ["blocking", "awaited"])


@either_client
@every_operation
def test_sends_exactly_what_is_documented(exchange: Exchange, kind: str) -> None:
    """Method, path, query, headers, credentials and body are the page's, and nothing else."""
    transport = Recorder(exchange.respond())
    call(exchange, transport, kind)

    exchange.check(transport.requests[0], exchange.values)


@either_client
@every_operation
def test_sends_nothing_that_was_not_given(exchange: Exchange, kind: str) -> None:
    """With what is required alone, only that travels; defaults are the server's business."""
    transport = Recorder(exchange.respond())
    call(exchange, transport, kind, given=exchange.least)

    exchange.check(transport.requests[0], exchange.least)


@either_client
@every_operation
def test_needs_what_is_required(exchange: Exchange, kind: str) -> None:
    """A call without a required argument is an error before anything is sent."""
    transport = Recorder(exchange.respond())
    for name in exchange.least:
        given = {one: value for one, value in exchange.values.items() if one != name}
        with pytest.raises(TypeError, match=name):
            call(exchange, transport, kind, given=given)

    assert transport.requests == []


@either_client
@every_operation
def test_reads_the_documented_answer(exchange: Exchange, kind: str) -> None:
    """The answer has the documented type, and every value in it its own."""
    answer = call(exchange, Recorder(exchange.respond()), kind)
    if exchange.streamed:
        assert answer == b"content"
        return
    if exchange.turning is None:
        assert type(answer).__name__ == exchange.returns.partition("[")[0]
        assert answer.response.status_code in (200, 204)
        assert answer.response.path == exchange.template
    plain = exchange.returns.startswith("Answer[")
    value = answer.value if plain else answer
    for one in value if exchange.turning else [value]:
        if exchange.returns in READINGS:
            READINGS[exchange.returns].check(one)
        elif exchange.item is not None:
            check(one, exchange.item, exchange.kind)
    assert exchange.turning is None or len(answer) == 1


@either_client
@every_operation
def test_raises_the_error_of_the_status(exchange: Exchange, kind: str) -> None:
    """An answer that is no success is an error that says which, never a value."""
    for status, name in ERRORS.items():
        transport = Recorder(httpx.Response(status, json={}))
        with pytest.raises(sdk.APIStatusError) as caught:
            call(exchange, transport, kind)

        assert type(caught.value).__name__ == name
        assert caught.value.status_code == status
        assert caught.value.method == exchange.method
        assert caught.value.path == exchange.template


@either_client
@every_operation
def test_refuses_ids_that_would_leave_the_path(exchange: Exchange, kind: str) -> None:
    """An id that changes the path is refused before anything is sent, wherever it stands."""
    transport = Recorder(exchange.respond())
    for place in range(exchange.template.count("{")):
        for bad in ("", ".", "..", "a/../b", "a/./b"):
            ids = [*IDS[:place], bad, *IDS[place + 1 :]]
            with pytest.raises(ValueError, match=r"id|path"):
                call(exchange, transport, kind, ids=ids)

    assert transport.requests == []
