"""Where requests may go."""

from __future__ import annotations

import anyio
import httpx
import pytest
from _runtime._auth import api_key, bearer
from _runtime._errors import APIError, APIRedirectError, APIStatusError
from tiny_sdk import AsyncTiny, Tiny

KEY = ("key", "canary", "X")
FOREIGN = [
    "https://evil.example/x",
    "http://api.example.com/x",
    "https://api.example.com:444/x",
    "https://sub.api.example.com/x",
    "//evil.example/x",
    "https://user@api.example.com/x",
    "https://api.example.com@evil.example/x",
    "ftp://api.example.com/x",
]


@pytest.mark.parametrize("location", FOREIGN)
@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
@pytest.mark.parametrize("method", ["GET", "HEAD", "POST", "DELETE"])
def test_a_redirect_to_another_origin_is_refused(location: str, status: int, method: str) -> None:
    """No second request is made, so no credential travels."""
    seen: list[httpx.Request] = []

    def answer(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        return httpx.Response(status, headers={"Location": location})

    http = httpx.Client(transport=httpx.MockTransport(answer), follow_redirects=True)
    client = Tiny(auth=api_key(KEY, header="X-API-Key"), http_client=http)

    with pytest.raises(APIRedirectError) as caught:
        client.request(method, "/a")

    assert 1 == len(seen)
    assert "evil" not in str(caught.value)


@pytest.mark.parametrize("location", ["https://[::1/x", "javascript:alert(1)", "http://\\0"])
def test_a_redirect_to_no_address_is_an_error_of_ours(location: str) -> None:
    """httpx itself stumbles over some of these."""
    transport = httpx.MockTransport(
        lambda request: httpx.Response(302, headers={"Location": location})
    )
    http = httpx.Client(transport=transport)

    with pytest.raises(APIError):
        Tiny("u", "p", http_client=http, max_retries=0).request("GET", "/a")


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
@pytest.mark.parametrize(
    ("location", "expected"),
    [
        ("/b", "/b"),
        ("https://api.example.com/b?x=1", "/b?x=1"),
        ("https://API.EXAMPLE.COM:443/b", "/b"),
        ("c", "/v1/c"),
    ],
)
def test_reading_follows_redirects_on_the_origin(status: int, location: str, expected: str) -> None:
    """The method and the credentials stay."""
    seen: list[httpx.Request] = []

    def answer(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        if len(seen) == 1:
            return httpx.Response(status, headers={"Location": location})
        return httpx.Response(200, json="done")

    http = httpx.Client(transport=httpx.MockTransport(answer))

    assert "done" == Tiny(auth=bearer(KEY), http_client=http).request("GET", "/v1/a").value
    assert ["GET", expected] == [seen[1].method, seen[1].url.raw_path.decode()]
    assert "Bearer canary" == seen[1].headers["authorization"]


def test_a_key_in_the_query_goes_along_on_the_origin() -> None:
    """A redirect's address does not hold it."""
    seen: list[bytes] = []

    def answer(request: httpx.Request) -> httpx.Response:
        seen.append(request.url.raw_path)
        moved = httpx.Response(302, headers={"Location": "/b"})
        return moved if len(seen) == 1 else httpx.Response(200, json=1)

    http = httpx.Client(transport=httpx.MockTransport(answer))
    Tiny(auth=api_key(KEY, query="key"), http_client=http).request("GET", "/a", query={"q": 1})

    assert [b"/a?q=1&key=canary", b"/b?key=canary"] == seen


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE"])
def test_writing_does_not_follow_redirects(method: str) -> None:
    """The body is not sent twice."""
    seen: list[httpx.Request] = []

    def answer(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        return httpx.Response(307, headers={"Location": "/b"})

    http = httpx.Client(transport=httpx.MockTransport(answer))

    with pytest.raises(APIStatusError, match=r"^307 Temporary Redirect"):
        Tiny(auth=bearer(KEY), http_client=http).request(method, "/a", json={})

    assert 1 == len(seen)


def test_redirects_end() -> None:
    """Five, then an error."""
    seen: list[httpx.Request] = []

    def answer(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        return httpx.Response(302, headers={"Location": f"/{len(seen)}"})

    http = httpx.Client(transport=httpx.MockTransport(answer))

    with pytest.raises(APIRedirectError, match="more than 5"):
        Tiny(auth=bearer(KEY), http_client=http).request("GET", "/a")

    assert 6 == len(seen)


@pytest.mark.parametrize("path", ["/a/../b", "/%2e%2e/b", "/./b", "/a/.."])
def test_a_free_path_cannot_have_dot_segments(path: str) -> None:
    """httpx would shorten it silently."""
    transport = httpx.MockTransport(lambda request: httpx.Response(200))
    http = httpx.Client(transport=transport)

    with pytest.raises(ValueError, match="segments"):
        Tiny("u", "p", http_client=http).request("GET", path)


def test_the_async_client_refuses_alike() -> None:
    """One set of rules for both."""
    transport = httpx.MockTransport(
        lambda request: httpx.Response(302, headers={"Location": "https://evil.example"})
    )

    async def call() -> None:
        async with httpx.AsyncClient(transport=transport) as http:
            await AsyncTiny("u", "p", http_client=http).team("T").fetch("1")

    with pytest.raises(APIRedirectError):
        anyio.run(call)
