"""Lists over pages, in five styles."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import anyio
import httpx
import pytest
from _runtime._errors import APIRedirectError, DecodeError
from _runtime._paging import Paging, next_link
from tiny_sdk import AsyncTiny, FakeTiny, Tiny

Serve = Callable[[Mapping[str, str]], httpx.Response]
"""A server's answer to the query of a request."""

BASE = "https://api.example.com"
PATH = "/v1/T/Tasks"


def _tasks(start: int, count: int) -> list[dict[str, str]]:
    return [{"sid": str(number)} for number in range(start, start + count)]


def _next_url(query: Mapping[str, str]) -> httpx.Response:
    page = int(query.get("p", "0"))
    following = f"{BASE}{PATH}?p={page + 1}" if page < 2 else None
    return httpx.Response(200, json={"items": _tasks(page * 2, 2), "meta": {"next": following}})


def _relative(query: Mapping[str, str]) -> httpx.Response:
    page = int(query.get("p", "0"))
    following = f"?p={page + 1}" if page < 2 else ""
    return httpx.Response(200, json={"items": _tasks(page * 2, 2), "meta": {"next": following}})


def _cursor(query: Mapping[str, str]) -> httpx.Response:
    start = int(query.get("after", "0"))
    cursor = start + 2 if start < 4 else None
    return httpx.Response(200, json={"data": {"items": _tasks(start, 2)}, "cursor": cursor})


def _last_id(query: Mapping[str, str]) -> httpx.Response:
    start = int(query.get("after", "-1")) + 1
    return httpx.Response(200, json={"items": _tasks(start, 2), "has_more": start < 4})


def _offset(query: Mapping[str, str]) -> httpx.Response:
    start = int(query.get("offset", "0"))
    return httpx.Response(200, json=_tasks(start, 2 if start < 6 else 0))


def _total(query: Mapping[str, str]) -> httpx.Response:
    start = int(query.get("offset", "0"))
    return httpx.Response(200, json={"items": _tasks(start, 2), "total": 6})


def _number(query: Mapping[str, str]) -> httpx.Response:
    page = int(query.get("page", "1")) - 1
    return httpx.Response(200, json={"items": _tasks(page * 2, 2 if page < 3 else 0)})


def _page_count(query: Mapping[str, str]) -> httpx.Response:
    page = int(query.get("page", "1")) - 1
    return httpx.Response(200, json={"items": _tasks(page * 2, 2), "pages": 3})


def _link(query: Mapping[str, str]) -> httpx.Response:
    page = int(query.get("p", "0"))
    link = f'<{PATH}?p=0>; rel="first", <{PATH}?p={page + 1}>; title="a, b"; rel="next"'
    return httpx.Response(200, json=_tasks(page * 2, 2), headers={"Link": link} if page < 2 else {})


NEXT = Paging(style="next-url", items="items", next="meta.next")
STYLES = {
    "next-url": (_next_url, NEXT, 3),
    "relative": (_relative, NEXT, 3),
    "cursor": (
        _cursor,
        Paging(style="cursor", items="data.items", next="cursor", parameter="after"),
        3,
    ),
    "last id": (
        _last_id,
        Paging(
            style="cursor", items="items", next="items.-1.sid", parameter="after", more="has_more"
        ),
        3,
    ),
    "offset": (_offset, Paging(style="offset", parameter="offset"), 4),
    "total": (
        _total,
        Paging(style="offset", items="items", parameter="offset", total="total"),
        3,
    ),
    "page-number": (_number, Paging(style="page-number", items="items", parameter="page"), 4),
    "page count": (
        _page_count,
        Paging(style="page-number", items="items", parameter="page", total="pages"),
        3,
    ),
    "link-header": (_link, Paging(style="link-header"), 3),
}


def _client(serve: Serve, seen: list[httpx.Request], **options: Any) -> Tiny:
    def answer(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        assert len(seen) < 20, "the walk does not end"
        return serve(request.url.params)

    http = httpx.Client(transport=httpx.MockTransport(answer))
    return Tiny("u", "p", http_client=http, **options)


@pytest.mark.parametrize("style", STYLES)
def test_all_items_in_order(style: str) -> None:
    """Six items in three pages, no request too many, credentials on each."""
    serve, paging, requests = STYLES[style]
    seen: list[httpx.Request] = []
    tasks = _client(serve, seen).team("T").list(paging=paging)

    assert [] == seen
    assert list("012345") == [task.sid for task in tasks]
    assert requests == len(seen)
    assert {PATH} == {request.url.path for request in seen}
    assert {"Basic dTpw"} == {request.headers["authorization"] for request in seen}
    assert list("012345") == [task.sid for task in tasks], "each iteration starts anew"


@pytest.mark.parametrize("style", STYLES)
def test_the_async_walk_is_the_same(style: str) -> None:
    """One state, two loops."""
    serve, paging, requests = STYLES[style]
    seen: list[httpx.Request] = []

    def answer(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        return serve(request.url.params)

    async def walk() -> list[str]:
        http = httpx.AsyncClient(transport=httpx.MockTransport(answer))
        tasks = AsyncTiny("u", "p", http_client=http).team("T").list(paging=paging)
        first = await tasks.first()
        assert first is not None
        seen.clear()
        return [first.sid] + [task.sid async for task in tasks]

    assert list("0012345") == anyio.run(walk)
    assert requests == len(seen)


@pytest.mark.parametrize(
    ("limit", "items", "requests"),
    [(0, "", 0), (1, "0", 1), (2, "01", 1), (3, "012", 2), (99, "012345", 3)],
)
def test_a_limit_fetches_no_page_too_many(limit: int, items: str, requests: int) -> None:
    """The last page may be cut."""
    seen: list[httpx.Request] = []
    tasks = _client(_next_url, seen).team("T").list(limit=limit)

    assert list(items) == [task.sid for task in tasks]
    assert requests == len(seen)


def test_pages_show_their_metadata() -> None:
    """Each page is fetched when it is asked for."""
    seen: list[httpx.Request] = []
    pages = _client(_next_url, seen).team("T").list().pages()
    page = next(pages)

    assert (1, 2, 200) == (len(seen), len(page), page.response.status_code)
    assert f"{BASE}{PATH}?p=1" == page.next
    assert ["0", "1"] == [task.sid for task in page]
    assert [f"{BASE}{PATH}?p=2", None] == [page.next for page in pages]


def test_first() -> None:
    """One request at most; None where there is nothing."""
    seen: list[httpx.Request] = []
    first = _client(_next_url, seen).team("T").list().first()

    assert ("0", 1) == (first.sid if first else None, len(seen))
    assert None is _client(lambda query: httpx.Response(200, json={}), []).team("T").list().first()


def test_the_query_goes_along() -> None:
    """Counting styles keep the other parameters and begin where the caller says."""
    seen: list[httpx.Request] = []
    paging = Paging(style="page-number", items="items", parameter="page")
    list(_client(_number, seen).team("T").list(paging=paging, page=2, size=50))

    assert [b"page=2&size=50", b"page=3&size=50", b"page=4&size=50"] == [
        request.url.query for request in seen
    ]


def _same(query: Mapping[str, str]) -> httpx.Response:
    here = f"{BASE}{PATH}?p=1"
    return httpx.Response(
        200,
        json={"items": _tasks(0, 2), "meta": {"next": here}, "cursor": "same"},
        headers={"Link": f'<{here}>; rel="next"'},
    )


@pytest.mark.parametrize(
    ("paging", "requests"),
    [
        (NEXT, 2),
        (Paging(style="link-header", items="items"), 2),
        (Paging(style="cursor", items="items", next="cursor", parameter="after"), 2),
        (Paging(style="offset", items="items", parameter="offset"), 2),
        (Paging(style="page-number", items="items", parameter="page"), 2),
    ],
)
def test_a_server_that_repeats_itself_is_left(paging: Paging, requests: int) -> None:
    """The walk ends however the server pages."""
    seen: list[httpx.Request] = []
    list(_client(_same, seen).team("T").list(paging=paging))

    assert requests == len(seen)


def test_a_page_that_names_itself_is_not_fetched_again() -> None:
    """Its address is known from the first request on."""
    seen: list[httpx.Request] = []
    body = {"items": _tasks(0, 1), "meta": {"next": f"{BASE}{PATH}?a=1"}}
    list(_client(lambda query: httpx.Response(200, json=body), seen).team("T").list(a=1))

    assert 1 == len(seen)


@pytest.mark.parametrize(
    "following",
    [
        "https://evil.example/v1/T/Tasks?p=1",
        "http://api.example.com/v1/T/Tasks?p=1",
        "https://api.example.com:8443/x",
        "//evil.example/x",
        "https://u:p@api.example.com/x",
        "https://[::1/x",
    ],
)
@pytest.mark.parametrize("style", ["next-url", "link-header"])
def test_a_page_on_another_origin_is_refused(following: str, style: Any) -> None:
    """What was found before is still given; nothing is sent to the other place."""
    seen: list[httpx.Request] = []
    body = {"items": _tasks(0, 2), "meta": {"next": following}}
    headers = {"Link": f'<{following}>; rel="next"'}
    client = _client(lambda query: httpx.Response(200, json=body, headers=headers), seen)
    tasks = iter(client.team("T").list(paging=Paging(style=style, items="items", next="meta.next")))

    assert ["0", "1"] == [next(tasks).sid, next(tasks).sid]
    with pytest.raises(APIRedirectError, match="another origin"):
        next(tasks)
    assert 1 == len(seen)


@pytest.mark.parametrize("body", [{}, [], {"items": None}, {"items": {}}, {"meta": 5}, None, "x"])
def test_odd_pages_are_empty_or_an_error(body: Any) -> None:
    """Lenient ends the walk, strict says why."""

    def serve(query: Mapping[str, str]) -> httpx.Response:
        return httpx.Response(200, json=body)

    assert [] == list(_client(serve, []).team("T").list())
    with pytest.raises(DecodeError, match="items: expected an array"):
        list(_client(serve, [], strict=True).team("T").list())


def test_a_negative_limit_is_refused() -> None:
    """Before anything is sent."""

    with pytest.raises(ValueError, match="negative"):
        FakeTiny().team("T").list(limit=-1)


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ('<https://h/a>; rel="next"', "https://h/a"),
        ("<https://h/a>; rel=next", "https://h/a"),
        ('<https://h/a,b;c>; title="x"; REL="last next"', "https://h/a,b;c"),
        ('<https://h/a>; rel="prev", <https://h/b>; rel="next"', "https://h/b"),
        ('<https://h/a>; rel="nextish"', None),
        ("", None),
        ("garbage", None),
        ("<" * 50_000, None),
        ("<a>" + "; rel" * 20_000, None),
    ],
)
def test_link_headers(header: str, expected: str | None) -> None:
    """RFC 8288 as servers write it; rubbish is read quickly."""

    assert expected == next_link(header)
