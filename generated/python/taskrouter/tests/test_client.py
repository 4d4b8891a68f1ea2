"""What all calls share: credentials, headers of answers, errors, and when to try again."""

from __future__ import annotations

import logging
from typing import Any

import httpx
import pytest

from .calling import Recorder, call, call_fake
from .clients import (
    AUTH_HEADER,
    AUTH_QUERY,
    BASE_URL,
    CREDENTIALS,
    ENVIRONMENT,
    ERROR_PARTS,
    HEADERS,
    USER_AGENT,
    FakeAwaited,
    FakeBlocking,
    awaited,
    blocking,
    sdk,
)
from .exchange import Exchange
from .exchanges import EXCHANGES
from .reading import nest

pytest_plugins = (f"{__package__}.no_cases",)

READING = ("GET", "HEAD", "OPTIONS", "PUT", "DELETE")

ONE_OF_EACH = {one.method: one for one in EXCHANGES if not one.idempotency_header}

either_fake = pytest.mark.parametrize("fake", [FakeBlocking, FakeAwaited])
either_client = pytest.mark.parametrize("kind", ["blocking", "awaited"])
every_method = pytest.mark.parametrize("method", ONE_OF_EACH)


def test_answers_at_the_documented_address() -> None:
    """Where no other is given."""
    transport = Recorder(httpx.Response(200, json={}))
    blocking(transport).request("GET", "/")

    documented = str(httpx.URL(BASE_URL)).rstrip("/")
    assert str(transport.requests[0].url).startswith(f"{documented}/")
    assert transport.requests[0].headers["User-Agent"].startswith(f"{USER_AGENT} ")


def test_credentials_come_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each from its variable; without any, the error names them."""
    for name, secret in ENVIRONMENT.items():
        monkeypatch.setenv(name, secret)
    nothing = dict.fromkeys(CREDENTIALS) if ENVIRONMENT else {}
    for client in (blocking, awaited):
        made: Any = client
        auth = made(Recorder(), **nothing)._auth
        request = httpx.Request("GET", BASE_URL)
        if isinstance(auth, httpx.Auth):
            next(auth.sync_auth_flow(request))
        if AUTH_HEADER is not None:
            assert request.headers[AUTH_HEADER[0]] == AUTH_HEADER[1]
        if AUTH_QUERY is not None:
            assert request.url.params[AUTH_QUERY[0]] == AUTH_QUERY[1]
    for name in ENVIRONMENT:
        with monkeypatch.context() as patch:
            patch.delenv(name)
            with pytest.raises(sdk.MissingCredentialsError, match=name):
                blocking(Recorder(), **nothing)


@pytest.mark.parametrize("attribute", ERROR_PARTS)
def test_errors_say_what_the_answer_says(attribute: str) -> None:
    """Each part of an error is read from its documented place."""
    body = nest(ERROR_PARTS[attribute], f"the {attribute}")
    with pytest.raises(sdk.BadRequestError) as caught:
        blocking(Recorder(httpx.Response(400, json=body))).request("GET", "/")

    assert getattr(caught.value, attribute) == f"the {attribute}"
    assert caught.value.body == body


def test_documented_headers_are_attributes() -> None:
    """Each is read as its documented type, and None where it is absent or odd."""
    sent = {wire: text for _, wire, text, _ in HEADERS}
    headers = sdk.Headers(sent)
    nothing, odd = sdk.Headers({}), sdk.Headers(dict.fromkeys(sent, "odd"))
    falsely = sdk.Headers(dict.fromkeys(sent, "false"))
    for attribute, _, _, value in HEADERS:
        assert getattr(headers, attribute) == value
        assert type(getattr(headers, attribute)) is type(value)
        assert getattr(nothing, attribute) is None
        assert getattr(odd, attribute) in ("odd", None)
        assert getattr(falsely, attribute) is not True


@either_fake
@every_method
@pytest.mark.parametrize("status", [400, 401, 403, 404, 408, 409, 422, 429, 500, 503])
def test_tries_again_where_that_is_safe(fake: Any, method: str, status: int) -> None:
    """What only reads or replaces after a failure that can pass; the rest when told to wait."""
    client = fake(max_retries=2)
    client.fail(status)
    again = status == 429 or (method in READING and status in (408, 500, 503))
    if again:
        call_fake(ONE_OF_EACH[method], client)
    else:
        with pytest.raises(sdk.APIStatusError):
            call_fake(ONE_OF_EACH[method], client)

    assert len(client.sent) == (2 if again else 1)


@either_fake
@every_method
def test_waits_as_long_as_it_is_told(fake: Any, method: str) -> None:
    """Up to a minute, and as often as was asked for; then the error is the caller's."""
    client = fake(max_retries=2)
    for seconds in (60, 1):
        client.fail(503, retry_after=seconds)
    call_fake(ONE_OF_EACH[method], client)
    client.fail(503, retry_after=61)
    with pytest.raises(sdk.InternalServerError):
        call_fake(ONE_OF_EACH[method], client)
    for _ in range(3):
        client.fail(429)
    with pytest.raises(sdk.RateLimitError):
        call_fake(ONE_OF_EACH[method], client)

    assert len(client.sent) == 3 + 1 + 3


@either_fake
@every_method
def test_a_lost_connection_is_tried_again_where_that_is_safe(
    fake: Any, method: str
) -> None:
    """The server may have done its work already."""
    for lose in ("disconnect", "timeout"):
        client = fake(max_retries=1)
        getattr(client, lose)()
        if method in READING:
            call_fake(ONE_OF_EACH[method], client)
        else:
            with pytest.raises(sdk.APIConnectionError):
                call_fake(ONE_OF_EACH[method], client)

        assert len(client.sent) == (2 if method in READING else 1)


@either_client
@every_method
def test_credentials_stay_on_their_host(method: str, kind: str) -> None:
    """A redirect elsewhere is refused."""
    moved = httpx.Response(307, headers={"Location": "https://elsewhere.invalid/"})
    transport = Recorder(moved)
    with pytest.raises(sdk.APIRedirectError):
        call(ONE_OF_EACH[method], transport, kind)

    assert len(transport.requests) == 1


def test_secrets_are_not_shown(caplog: pytest.LogCaptureFixture) -> None:
    """Neither by a client nor by its log."""
    caplog.set_level(logging.DEBUG)
    client = blocking(Recorder(httpx.Response(200, json={})))
    client.request("GET", "/")
    shown = [repr(client), *(one.getMessage() for one in caplog.records)]

    assert not [one for one in CREDENTIALS.values() if any(one in t for t in shown)]


def has_a_key(exchange: Exchange) -> bool:
    """Whether the server knows a repeated call again."""
    return bool(exchange.idempotency_header)


@either_fake
def test_a_key_makes_it_safe_to_try_again(fake: Any) -> None:
    """The second attempt carries the key of the first."""
    for exchange in filter(has_a_key, EXCHANGES):
        client = fake(max_retries=1)
        client.disconnect()
        call_fake(exchange, client)
        keys = [one.headers[exchange.idempotency_header.lower()] for one in client.sent]

        assert len(keys) == 2
        assert len(set(keys)) == 1
