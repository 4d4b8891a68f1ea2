"""Requests are built faster than by httpx, and come out the same."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import httpx
import pytest
from tiny_sdk import Tiny

SENT: list[tuple[str, dict[str, Any], dict[str, Any]]] = [
    ("GET", {}, {}),
    ("GET", {"query": {"a": "b"}}, {"params": {"a": "b"}}),
    ("DELETE", {}, {}),
    ("POST", {}, {}),
    ("PUT", {"content": b""}, {"content": b""}),
    ("POST", {"form": {"a": "é", "b": "1"}}, {"data": {"a": "é", "b": "1"}}),
    ("DELETE", {"json": {"a": 1}}, {"json": {"a": 1}}),
    ("PATCH", {"json": [1, "é"]}, {"json": [1, "é"]}),
    ("POST", {"content": b"12345"}, {"content": b"12345"}),
]


def _client(answer: Callable[[httpx.Request], httpx.Response], **options: Any) -> Tiny:
    http = httpx.Client(transport=httpx.MockTransport(answer), **options)
    return Tiny("user", "pass", http_client=http, base_url="https://h:8443/base")


@pytest.mark.parametrize(("method", "parts", "raw"), SENT)
def test_a_request_is_the_one_that_httpx_builds(
    method: str, parts: dict[str, Any], raw: dict[str, Any]
) -> None:
    """Address, body, and every header but those that the SDK has its own of."""
    seen: list[httpx.Request] = []
    client = _client(lambda request: seen.append(request) or httpx.Response(200, json=1))
    client.request(method, "/x", **parts)
    expected = httpx.Client().build_request(method, "https://h:8443/base/x", **raw)
    ours, theirs = dict(seen[0].headers), dict(expected.headers)
    for name in ("user-agent", "accept", "accept-encoding", "authorization"):
        ours.pop(name, None), theirs.pop(name, None)

    assert theirs == ours
    assert (expected.url, expected.content) == (seen[0].url, seen[0].content)


def test_headers_and_cookies_of_the_http_client_are_those_of_now() -> None:
    """What is kept between calls does not hide a change to the httpx client."""
    seen: list[tuple[str | None, str | None]] = []

    def answer(request: httpx.Request) -> httpx.Response:
        seen.append((request.headers.get("x-a"), request.headers.get("cookie")))
        return httpx.Response(200, json=1)

    client = _client(answer, headers={"X-A": "1"})
    client.request("GET", "/x")
    client._http.headers["X-A"] = "2"
    client._http.cookies.set("c", "d")
    client.request("GET", "/x")

    assert [("1", None), ("2", "c=d")] == seen


def test_a_header_of_the_http_client_may_hold_any_bytes() -> None:
    """It need not be ASCII or UTF-8, and a host of its own stays."""
    raw: list[list[tuple[bytes, bytes]]] = []

    def answer(request: httpx.Request) -> httpx.Response:
        raw.append(request.headers.raw)
        return httpx.Response(200, json=1)

    own: Any = {b"X-A": b"\xe9", b"Host": b"other"}
    _client(answer, headers=own).request("POST", "/x", form={"a": "b"})

    assert (b"X-A", b"\xe9") in raw[0]
    assert [b"other"] == [value for name, value in raw[0] if name.lower() == b"host"]


def test_middleware_may_add_a_header_outside_ascii() -> None:
    """It travels as UTF-8, as with httpx."""
    seen: list[httpx.Request] = []
    client = _client(lambda request: seen.append(request) or httpx.Response(200, json=1))

    def named(request: httpx.Request, call_next: Any) -> httpx.Response:
        request.headers["X-Name"] = "é"
        answer: httpx.Response = call_next(request)
        return answer

    client.with_options(middleware=[named]).request("GET", "/x")

    assert (b"X-Name", "é".encode()) in seen[0].headers.raw


def test_no_query_is_kept_between_calls() -> None:
    """Only bare paths are, and no more than so many of them: a query can hold a secret."""
    client = _client(lambda _: httpx.Response(200, json=1))
    for number in range(300):
        client.request("GET", f"/x/{number}", query={"token": "canary"})
        client.request("GET", f"/x/{number}?token=canary")
    url_of: Any = client._shared.url_of
    unkept = url_of.cache_info().currsize
    for number in range(300):
        client.request("GET", f"/x/{number}")

    assert (0, 128) == (unkept, url_of.cache_info().currsize)
