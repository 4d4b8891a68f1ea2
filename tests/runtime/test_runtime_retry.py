"""When a call is repeated, and how long it waits."""

from __future__ import annotations

import ssl
from collections.abc import Callable, Iterator
from datetime import UTC, datetime

import anyio
import httpx
import pytest
from _runtime._errors import (
    APIConnectionError,
    APIStatusError,
    APITimeoutError,
    DecodeError,
    InternalServerError,
    RateLimitError,
)
from _runtime._retry import backoff, may_retry_failure, may_retry_status, parse_retry_after
from tiny_sdk import FakeAsyncTiny, FakeTiny, Tiny

NOW = datetime(2030, 1, 1, tzinfo=UTC)
SAFE = ("GET", "HEAD", "OPTIONS", "PUT", "DELETE")
UNSAFE = ("POST", "PATCH")


@pytest.mark.parametrize("method", SAFE)
@pytest.mark.parametrize(
    ("status", "expected"),
    [(408, True), (429, True), (500, True), (502, True), (503, True), (504, True), (599, True)]
    + [(status, False) for status in (200, 301, 400, 401, 403, 404, 409, 422)],
)
def test_repeatable_methods(method: str, status: int, expected: bool) -> None:
    """408, 429 and 5xx, with or without Retry-After."""

    assert expected == may_retry_status(method, status, None) == may_retry_status(method, status, 1)


@pytest.mark.parametrize("method", UNSAFE)
@pytest.mark.parametrize(
    ("status", "retry_after", "expected"),
    [
        (429, None, True),
        (429, 1.0, True),
        (503, 1.0, True),
        (503, None, False),
        (500, 1.0, False),
        (408, 1.0, False),
        (502, None, False),
    ],
)
def test_methods_that_may_not_be_repeated(
    method: str, status: int, retry_after: float | None, expected: bool
) -> None:
    """Only where the server says that it has done nothing."""

    assert expected == may_retry_status(method, status, retry_after)


@pytest.mark.parametrize(
    ("method", "opened", "expected"),
    [("GET", True, True), ("DELETE", True, True), ("POST", True, False), ("POST", False, True)],
)
def test_connection_failures(method: str, opened: bool, expected: bool) -> None:
    """A POST is repeated only where no connection was opened."""

    assert expected == may_retry_failure(method, opened=opened)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("0", 0.0),
        (" 7 ", 7.0),
        ("1.5", 1.5),
        ("9999999999", 9999999999.0),
        ("Tue, 01 Jan 2030 00:00:30 GMT", 30.0),
        ("2030-01-01T00:00:10Z", 10.0),
        ("Tue, 01 Jan 2019 00:00:00 GMT", 0.0),
        (None, None),
        ("", None),
        ("-1", None),
        ("nan", None),
        ("inf", None),
        ("1e9", None),
        ("soon: later", None),
        ("٣", None),
        ("9" * 400, None),
    ],
)
def test_retry_after(text: str | None, expected: float | None) -> None:
    """Seconds or a date; everything else is as if it were absent."""

    assert expected == parse_retry_after(text, NOW)


def test_backoff_grows_with_full_jitter() -> None:
    """From anything up to half a second, to anything up to eight."""

    assert [0.5, 1.0, 2.0, 4.0, 8.0, 8.0] == [backoff(n, lambda: 1.0) for n in range(6)]
    assert 0.0 == backoff(3, lambda: 0.0)
    assert 8.0 == backoff(10_000, lambda: 1.0)


class Waits(FakeTiny):
    """Notes its pauses."""

    def _pause(self, seconds: float) -> None:
        self.pauses = [*getattr(self, "pauses", []), seconds]


def test_retry_after_decides_the_pause() -> None:
    """The server's word beats the backoff."""
    client = Waits()
    client.fail(429, retry_after=3)
    client.fail(503, retry_after=60)
    task = client.team("T").fetch("1")

    assert ([3.0, 60.0], 2, 3) == (client.pauses, task.response.retries, len(client.sent))


@pytest.mark.parametrize("seconds", [61, 9999999999])
def test_a_long_retry_after_is_told_at_once(seconds: int) -> None:
    """The caller decides whether to wait longer than a minute."""
    client = Waits()
    client.fail(429, retry_after=seconds)

    with pytest.raises(RateLimitError) as caught:
        client.team("T").fetch("1")

    assert (str(seconds), 1) == (caught.value.retry_after, len(client.sent))


def test_the_waits_of_one_call_have_a_sum() -> None:
    """Two minutes, whatever max_retries allows."""
    client = Waits(max_retries=9)
    for _ in range(9):
        client.fail(429, retry_after=50)

    with pytest.raises(RateLimitError):
        client.team("T").fetch("1")

    assert [50.0, 50.0] == client.pauses


def test_retries_end() -> None:
    """Two retries by default, none when the caller says so; with_options too."""
    fake = FakeTiny()
    for client, expected in ((fake, 3), (fake.with_options(max_retries=0), 1)):
        fake.sent.clear()
        for _ in range(expected):
            fake.fail(500)
        with pytest.raises(InternalServerError):
            client.team("T").fetch("1")

        assert expected == len(fake.sent)


@pytest.mark.parametrize("status", [400, 401, 403, 404, 409, 422, 418])
def test_the_callers_faults_are_not_repeated(status: int) -> None:
    """Asking again would not help."""
    fake = FakeTiny()
    fake.fail(status)

    with pytest.raises(APIStatusError):
        fake.team("T").fetch("1")

    assert 1 == len(fake.sent)


@pytest.mark.parametrize(
    ("script", "method", "requests"),
    [
        (FakeTiny.timeout, "GET", 3),
        (FakeTiny.disconnect, "GET", 3),
        (FakeTiny.disconnect, "DELETE", 3),
        (FakeTiny.timeout, "POST", 1),
        (FakeTiny.disconnect, "PATCH", 1),
    ],
)
def test_lost_answers(script: Callable[[FakeTiny], None], method: str, requests: int) -> None:
    """What may have been done is not done twice."""
    fake = FakeTiny()
    for _ in range(3):
        script(fake)

    with pytest.raises(APIConnectionError):
        fake.request(method, "/x")

    assert requests == len(fake.sent)


@pytest.mark.parametrize(
    ("error", "requests", "raised"),
    [
        (httpx.ConnectError("refused"), 3, APIConnectionError),
        (httpx.ConnectTimeout("slow"), 3, APITimeoutError),
        (httpx.PoolTimeout("full"), 3, APITimeoutError),
        (httpx.WriteError("broken pipe"), 1, APIConnectionError),
        (httpx.LocalProtocolError("ours"), 1, APIConnectionError),
    ],
)
def test_a_post_is_repeated_while_no_connection_opened(
    error: Exception, requests: int, raised: type[Exception]
) -> None:
    """The connection's own failures come before the server saw anything."""
    seen: list[httpx.Request] = []

    def answer(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        raise error

    client = Tiny("u", "p", http_client=httpx.Client(transport=httpx.MockTransport(answer)))
    client._pause = lambda seconds: None  # type: ignore[method-assign]

    with pytest.raises(raised):
        client.request("POST", "/x", form={"a": 1})

    assert requests == len(seen)
    assert [b"a=1"] * requests == [request.content for request in seen]


def test_a_refused_certificate_is_not_repeated() -> None:
    """It does not pass by itself."""
    seen: list[httpx.Request] = []

    def answer(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        raise httpx.ConnectError("bad certificate") from ssl.SSLCertVerificationError("self-signed")

    client = Tiny("u", "p", http_client=httpx.Client(transport=httpx.MockTransport(answer)))

    with pytest.raises(APIConnectionError, match="bad certificate"):
        client.request("GET", "/x")

    assert 1 == len(seen)


def test_a_lost_tls_connection_is_repeated() -> None:
    """anyio's streams leave ssl's "want read" in the chain of any later failure."""
    lost = httpx.ReadError("reset")
    lost.__context__ = ssl.SSLWantReadError()
    answers: Iterator[Exception | httpx.Response]
    answers = iter([lost, httpx.Response(200, json="there")])

    def answer(request: httpx.Request) -> httpx.Response:
        outcome = next(answers)
        if isinstance(outcome, Exception):
            raise outcome
        return outcome

    client = Tiny("u", "p", http_client=httpx.Client(transport=httpx.MockTransport(answer)))
    client._pause = lambda seconds: None  # type: ignore[method-assign]

    assert "there" == client.request("GET", "/x").value


def test_broken_compression_is_a_decode_error() -> None:
    """httpx finds it while it reads."""
    headers = {"Content-Encoding": "gzip"}
    transport = httpx.MockTransport(
        lambda request: httpx.Response(200, stream=httpx.ByteStream(b"no gzip"), headers=headers)
    )

    with pytest.raises(DecodeError, match=r"compression is broken \(GET /x\)"):
        Tiny("u", "p", http_client=httpx.Client(transport=transport)).request("GET", "/x")


@pytest.mark.parametrize("backend", ["asyncio"])
def test_the_async_client_repeats_alike(backend: str) -> None:
    """One set of rules for both."""
    fake = FakeAsyncTiny()
    fake.fail(429, retry_after=0)
    fake.timeout()

    async def call() -> int:
        return (await fake.team("T").fetch("1")).response.retries

    assert 2 == anyio.run(call, backend=backend)


def test_the_real_pause_is_the_one_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only a fake does not sleep."""
    slept: list[float] = []
    monkeypatch.setattr("time.sleep", slept.append)
    answers = iter([httpx.Response(429, headers={"Retry-After": "2"}), httpx.Response(200, json=1)])
    transport = httpx.MockTransport(lambda request: next(answers))
    client = Tiny("u", "p", http_client=httpx.Client(transport=transport))

    assert 1 == client.request("GET", "/x").value
    assert [2.0] == slept
