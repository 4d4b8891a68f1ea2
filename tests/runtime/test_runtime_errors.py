"""What is raised, what it says, and what it keeps to itself."""

from __future__ import annotations

import logging
import pickle
import traceback
from collections.abc import Callable
from typing import Any

import httpx
import pytest
from _runtime._auth import api_key, basic, bearer
from _runtime._errors import (
    APIConnectionError,
    APIError,
    APIRedirectError,
    APIStatusError,
    APITimeoutError,
    AuthenticationError,
    BadRequestError,
    ConflictError,
    DecodeError,
    InternalServerError,
    MissingCredentialsError,
    NotFoundError,
    PermissionDeniedError,
    RateLimitError,
    UnprocessableEntityError,
)
from tiny_sdk import FakeTiny, Tiny, pickled

CANARY = "s3cr3t-canary"


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (400, BadRequestError),
        (401, AuthenticationError),
        (403, PermissionDeniedError),
        (404, NotFoundError),
        (409, ConflictError),
        (422, UnprocessableEntityError),
        (429, RateLimitError),
        (500, InternalServerError),
        (503, InternalServerError),
        (418, APIStatusError),
        (304, APIStatusError),
        (799, InternalServerError),
    ],
)
def test_each_status_has_its_class(status: int, kind: type[APIStatusError]) -> None:
    """And every class is an APIError."""
    fake = FakeTiny(max_retries=0)
    fake.fail(status)

    with pytest.raises(APIError) as caught:
        fake.team("T").fetch("1")

    assert kind is type(caught.value)


def test_an_error_tells_what_the_vendor_told() -> None:
    """The error shape's paths are dotted."""
    fake = FakeTiny()
    body = {"error": {"code": 20404, "text": "The resource\n was not found", "help": "https://h/e"}}
    fake.reply(status=404, json=body, headers={"Vendor-Request-Id": "RQ1", "X-Left": "7"})

    with pytest.raises(NotFoundError) as caught:
        fake.team("T").fetch("1")
    error = caught.value

    assert (
        "404 Not Found: The resource was not found (GET /v1/{Team}/Tasks/{Sid}, request id RQ1)"
    ) == str(error)
    assert (404, 20404, "https://h/e") == (error.status_code, error.code, error.more_info)
    assert ("GET", "/v1/{Team}/Tasks/{Sid}", "RQ1") == (error.method, error.path, error.request_id)
    assert ("The resource was not found", body) == (error.message, error.body)
    assert 7 == error.response.headers.x_left


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"<html>", "Bad Request"),
        (b"", "Bad Request"),
        (b"[1]", "Bad Request"),
        (b'{"message": "m"}', "m"),
        (b'{"error": "e"}', "e"),
        (b'{"error": {"message": "em"}}', "em"),
        (b'{"detail": "d"}', "d"),
        (b'{"error": {"text": {"odd": 1}}}', "{'odd': 1}"),
        (b"[" * 100_000, "Bad Request"),
    ],
)
def test_an_error_of_any_shape_is_still_an_error(content: bytes, message: str) -> None:
    """What cannot be read leaves the status's own words."""
    fake = FakeTiny()
    fake.reply(status=400, content=content)

    with pytest.raises(BadRequestError) as caught:
        fake.team("T").fetch("1")

    assert message == caught.value.message


def test_errors_survive_pickling() -> None:
    """A worker can send them home."""
    fake = FakeTiny(max_retries=0)
    fake.fail(404)
    fake.timeout()
    fake.broken_json()
    fake.reply(status=302, headers={"Location": "https://evil.example/"})
    for _ in range(4):
        with pytest.raises(APIError) as caught:
            fake.team("T").fetch("1")
        error = caught.value
        again = pickled(error)

        assert (type(error), str(error), repr(error)) == (type(again), str(again), repr(again))
        assert vars(error) == vars(again)


def test_the_hierarchy() -> None:
    """One except clause catches a family."""

    assert issubclass(APITimeoutError, APIConnectionError)
    assert issubclass(NotFoundError, APIStatusError)
    assert issubclass(MissingCredentialsError, ValueError)
    assert all(
        issubclass(kind, APIError)
        for kind in (APIConnectionError, APIStatusError, DecodeError, APIRedirectError)
    )


def test_missing_credentials_name_both_places(monkeypatch: pytest.MonkeyPatch) -> None:
    """The argument and the environment variable; an empty one is missing."""
    monkeypatch.setenv("TINY_USER", "u")
    monkeypatch.setenv("TINY_PASSWORD", "")

    with pytest.raises(MissingCredentialsError, match=r"^pass password= or set TINY_PASSWORD in"):
        Tiny()


def test_the_environment_is_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    """And an argument beats it."""
    monkeypatch.setenv("TINY_USER", "u")
    monkeypatch.setenv("TINY_PASSWORD", "p")
    transport = httpx.MockTransport(
        lambda request: httpx.Response(200, json=request.headers["authorization"])
    )
    http = httpx.Client(transport=transport)

    assert "Basic dTpw" == Tiny(http_client=http).request("GET", "/").value
    assert "Basic dTpx" == Tiny(password="q", http_client=http).request("GET", "/").value
    assert "Basic eDp5" == Tiny(auth=("x", "y"), http_client=http).request("GET", "/").value


def test_a_credential_with_a_line_break_is_refused() -> None:
    """A token read from a file with its newline."""

    with pytest.raises(ValueError, match="token holds") as caught:
        bearer(("token", f"{CANARY}\n", "X"))

    assert CANARY not in str(caught.value)


KEY = ("key", CANARY, "X")
AUTHS: list[Callable[[], httpx.Auth]] = [
    lambda: basic(("user", CANARY, "X"), KEY),
    lambda: bearer(KEY),
    lambda: api_key(KEY, header="X-API-Key"),
    lambda: api_key(KEY, query="key"),
]


def _broken(request: httpx.Request) -> httpx.Response:
    raise httpx.ConnectError("refused", request=request)


ANSWERS: list[Callable[[httpx.Request], httpx.Response]] = [
    lambda request: httpx.Response(200, json={"sid": "x"}),
    lambda request: httpx.Response(404, json={"message": "no"}),
    lambda request: httpx.Response(500),
    lambda request: httpx.Response(200, content=b"{"),
    lambda request: httpx.Response(302, headers={"Location": "https://evil.example/?a=1"}),
    lambda request: httpx.Response(302, headers={"Location": "/elsewhere"}),
    _broken,
]


@pytest.mark.parametrize("make", AUTHS)
@pytest.mark.parametrize("answer", ANSWERS)
def test_a_secret_is_sent_and_shown_nowhere(
    make: Callable[[], httpx.Auth],
    answer: Callable[[httpx.Request], httpx.Response],
    caplog: pytest.LogCaptureFixture,
) -> None:
    """Not in messages, tracebacks, reprs or logs, httpx's own included."""
    caplog.set_level(logging.DEBUG)
    seen: list[httpx.Request] = []

    def serve(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        return answer(request)

    http = httpx.Client(transport=httpx.MockTransport(serve))
    client = Tiny(auth=make(), http_client=http, max_retries=0)
    shown: list[Any] = [client, client._auth, vars(client), client.team("T")]
    try:
        task = client.team("T").fetch("1")
        shown += [task, task.response, task.response.url]
    except APIError as error:
        shown += [error, vars(error), *traceback.format_exception(error)]
    shown += [caplog.text, [str(request.url) for request in seen], seen]
    sent = str(seen[0].headers.raw) + seen[0].url.raw_path.decode()

    assert CANARY in sent or "czNjcjN0" in sent
    assert not [text for text in map(str, shown) if CANARY in text or "czNjcjN0" in text]
    with pytest.raises(TypeError):
        pickle.dumps(client._auth)
