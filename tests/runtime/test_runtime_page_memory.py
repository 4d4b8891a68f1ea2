"""A walk over a list holds one page, and nothing of those before it."""

from __future__ import annotations

import gc
import json
import tracemalloc
from collections.abc import AsyncIterator, Iterator
from typing import Any

import anyio
import httpx
import pytest
from _runtime._paging import Paging
from tiny_sdk import AsyncTiny, Task, Tiny

BASE = "https://api.example.com/v1/T/Tasks"
PAGES, LENGTH = 6, 200


class _Stream(httpx.SyncByteStream, httpx.AsyncByteStream):
    """A body as the network gives it; one in memory would hide what httpx holds of it."""

    def __init__(self, content: bytes) -> None:
        self._content = content

    def __iter__(self) -> Iterator[bytes]:
        yield self._content[:]

    async def __aiter__(self) -> AsyncIterator[bytes]:
        yield self._content[:]


def _page(number: int) -> bytes:
    first = number * LENGTH
    items = [{"sid": f"{n:0200}"} for n in range(first, first + LENGTH)]
    following = f"{BASE}?p={number + 1}" if number + 1 < PAGES else None
    return json.dumps({"items": items, "meta": {"next": following}}).encode()


CONTENTS = [_page(number) for number in range(PAGES)]


def _answer(request: httpx.Request) -> httpx.Response:
    content = _Stream(CONTENTS[int(request.url.params.get("p", "0"))])
    return httpx.Response(200, stream=content, headers={"Content-Type": "application/json"})


@pytest.fixture(autouse=True)
def _uncollected() -> Iterator[None]:
    """What goes, goes at once: circles would wait for the collector."""
    gc.collect()
    gc.disable()
    yield
    gc.enable()


def _tasks() -> int:
    return sum(type(one) is Task for one in gc.get_objects())


def test_no_item_of_the_page_before_is_held_when_the_next_is_asked() -> None:
    """The one in the caller's own loop aside; in both clients."""
    alive: list[int] = []
    before = _tasks()

    def counted(request: httpx.Request) -> httpx.Response:
        alive.append(_tasks() - before)
        return _answer(request)

    transport = httpx.MockTransport(counted)

    async def walk() -> int:
        client = AsyncTiny("u", "p", http_client=httpx.AsyncClient(transport=transport))
        return len([0 async for _ in client.team("T").list()])

    found = 0
    for _ in Tiny("u", "p", http_client=httpx.Client(transport=transport)).team("T").list():
        found += 1

    assert (PAGES * LENGTH, PAGES * LENGTH) == (found, anyio.run(walk))
    assert 2 * PAGES == len(alive)
    assert {0, 1, 2} >= set(alive)


def test_a_walk_needs_the_memory_of_one_page() -> None:
    """Bytes, JSON and models of a page are gone before the next one comes."""
    client = Tiny("u", "p", http_client=httpx.Client(transport=httpx.MockTransport(_answer)))
    tasks = client.team("T").list()

    def peak(work: Any) -> int:
        tracemalloc.start()
        work()
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        return most

    tasks.first()
    one = peak(lambda: [None for task in next(tasks.pages()) if not task.sid])
    whole = peak(lambda: [None for task in tasks if not task.sid])

    assert one > len(CONTENTS[0])
    assert whole < 1.2 * one


def test_of_plain_values_each_one_counts() -> None:
    """Long pages that differ in a single one of them are two pages."""
    bodies = [[0] * 1000, [*[0] * 501, 1, *[0] * 498], [0] * 1000, [0] * 1000]
    seen: list[httpx.Request] = []

    def answer(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        return httpx.Response(200, json={"items": bodies[len(seen) - 1]})

    client = Tiny("u", "p", http_client=httpx.Client(transport=httpx.MockTransport(answer)))
    paging = Paging(style="page-number", items="items", parameter="page")

    assert 3000 == len(list(client.team("T").list(paging=paging)))


@pytest.mark.parametrize("length", [1, 2, 16, 17, 100])
@pytest.mark.parametrize("place", ["first", "last"])
def test_pages_that_differ_in_one_item_are_two_pages(length: int, place: str) -> None:
    """Only a page that repeats the one before it ends a walk."""
    index = 0 if place == "first" else length - 1

    def answer(request: httpx.Request) -> httpx.Response:
        page = int(request.url.params.get("page", "1"))
        items = [{"sid": "same"} for _ in range(length)]
        items[index] = {"sid": str(min(page, 3))}
        return httpx.Response(200, json={"items": items})

    client = Tiny("u", "p", http_client=httpx.Client(transport=httpx.MockTransport(answer)))
    paging = Paging(style="page-number", items="items", parameter="page")

    assert 3 * length == len(list(client.team("T").list(paging=paging)))
