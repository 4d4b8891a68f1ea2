"""Functions around every attempt, and keys that make a call safe to repeat."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

import anyio
import httpx
import pytest
from _runtime._errors import APIConnectionError, APIRedirectError, InternalServerError
from tiny_sdk import AsyncTiny, FakeAsyncTiny, FakeTiny, Tiny

CallNext = Callable[[httpx.Request], httpx.Response]


def test_middleware_stands_around_each_attempt_outermost_first() -> None:
    """It sees what goes out and what comes back, body included, once an attempt."""
    seen: list[str] = []

    def named(name: str) -> Callable[[httpx.Request, CallNext], httpx.Response]:
        def around(request: httpx.Request, call_next: CallNext) -> httpx.Response:
            seen.append(f"{name} sends")
            response = call_next(request)
            seen.append(f"{name} got {response.status_code} {len(response.content) > 0}")
            return response

        return around

    fake = FakeTiny()
    fake.fail(503)
    fake.with_options(middleware=[named("a")]).with_options(middleware=[named("b")]).team(
        "T"
    ).fetch("1")
    first = ["a sends", "b sends", "b got 503 True", "a got 503 True"]

    assert [*first, *(one.replace("503", "200") for one in first)] == seen


def test_middleware_may_change_the_request_and_answer_itself() -> None:
    """A header more, or no request at all."""

    def signing(request: httpx.Request, call_next: CallNext) -> httpx.Response:
        request.headers["X-Signed"] = "yes"
        return call_next(request)

    def answering(request: httpx.Request, call_next: CallNext) -> httpx.Response:
        return httpx.Response(200, json={"sid": "mine"})

    fake = FakeTiny()
    fake.with_options(middleware=[signing]).team("T").fetch("1")
    task = fake.with_options(middleware=[answering]).team("T").fetch("2")

    assert ["yes"] == [one.headers["x-signed"] for one in fake.sent]
    assert "mine" == task.sid


def test_middleware_sees_no_credentials_and_cannot_send_them_elsewhere() -> None:
    """They are added behind it, and only on the origin of the client."""
    seen: list[httpx.Request] = []

    def moving(request: httpx.Request, call_next: CallNext) -> httpx.Response:
        assert "authorization" not in request.headers
        request.url = httpx.URL("https://evil.example/x")
        return call_next(request)

    transport = httpx.MockTransport(lambda request: seen.append(request) or httpx.Response(200))
    http = httpx.Client(transport=transport)
    client = Tiny("u", "p", http_client=http, middleware=[moving])

    with pytest.raises(APIRedirectError, match="another origin"):
        client.team("T").fetch("1")

    assert [] == seen


def test_what_middleware_sees_fail_is_what_the_call_raises() -> None:
    """An error passes through it, and retries go on outside of it."""
    seen: list[str] = []

    def watching(request: httpx.Request, call_next: CallNext) -> httpx.Response:
        try:
            return call_next(request)
        except httpx.HTTPError as error:
            seen.append(type(error).__name__)
            raise

    fake = FakeTiny(max_retries=1)
    fake.disconnect()
    fake.timeout()

    with pytest.raises(APIConnectionError):
        fake.with_options(middleware=[watching]).team("T").fetch("1")

    assert ["ReadError", "ReadTimeout"] == seen


def test_an_async_clients_middleware_is_awaited() -> None:
    """The same, with await."""
    seen: list[int] = []

    async def around(
        request: httpx.Request, call_next: Callable[[httpx.Request], Awaitable[httpx.Response]]
    ) -> httpx.Response:
        response = await call_next(request)
        seen.append(response.status_code)
        return response

    async def call() -> None:
        fake = FakeAsyncTiny()
        fake.fail(429, retry_after=0)
        await fake.with_options(middleware=[around]).team("T").fetch("1")
        transport = httpx.MockTransport(lambda request: httpx.Response(200, json={}))
        async with httpx.AsyncClient(transport=transport) as http:
            await AsyncTiny("u", "p", http_client=http, middleware=[around]).team("T").fetch("1")

    anyio.run(call)

    assert [429, 200, 200] == seen


def test_an_unknown_option_is_refused() -> None:
    """A misspelling would otherwise do nothing."""

    with pytest.raises(TypeError, match="retries"):
        FakeTiny().with_options(retries=3)  # type: ignore[call-arg]


KEY = {"idempotency_header": "Idempotency-Key"}


def test_a_call_with_a_key_is_repeated_under_the_same_key() -> None:
    """The server knows the second by it, so the work is done once."""
    fake = FakeTiny()
    fake.fail(500)
    fake.disconnect()
    fake.request("POST", "/pay", json={}, **KEY)
    fake.request("POST", "/pay", json={}, **KEY)
    keys = [one.headers["idempotency-key"] for one in fake.sent]

    assert [36, 1, 2] == [len(keys[0]), len(set(keys[:3])), len(set(keys))]
    assert 4 == len(keys)


@pytest.mark.parametrize(
    ("method", "parts", "expected"),
    [
        ("POST", {"headers": {"idempotency-key": "mine"}}, "mine"),
        ("PATCH", {"headers": {"Idempotency-Key": "mine"}}, "mine"),
        ("GET", {}, None),
        ("PUT", {}, None),
        ("DELETE", {}, None),
    ],
)
def test_a_callers_own_key_stays(method: str, parts: Any, expected: str | None) -> None:
    """Methods that can be repeated anyway get none."""
    fake = FakeTiny()
    fake.request(method, "/pay", **parts, **KEY)

    assert expected == fake.sent[0].headers.get("idempotency-key")


def test_without_a_key_a_post_is_sent_once() -> None:
    """It could do its work twice."""
    fake = FakeTiny()
    fake.fail(500)

    with pytest.raises(InternalServerError):
        fake.request("POST", "/pay", json={})

    assert 1 == len(fake.sent)
