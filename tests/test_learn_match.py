"""Requests and the pages that describe them."""

from __future__ import annotations

import time

import pytest

from generator.ir import Operation, Server
from generator.learn.exchange import Aside, Exchange
from generator.learn.har import exchange_of
from generator.learn.match import Routes, base_of, bases_by_operation
from generator.source import SourceSpan
from tests.table_rows import table_rows
from tests.traffic import entry

PATHS = {
    "list": "GET /pets",
    "one": "GET /pets/{id}",
    "mine": "GET /pets/mine",
    "toy": "GET /pets/{id}/toys/{toy}",
    "best": "GET /pets/{id}/toys/best",
    "feed": "GET /pets/{id}:feed",
    "report": "GET /report-{year}-{month}.csv",
    "search": "GET /search",
    "cats": "GET /search?kind=cat",
    "account": "GET /Accounts/{Sid}.json",
    "same": "GET /same/{a}",
    "alike": "GET /same/{b}",
    "token": "POST /token",
    "refresh": "POST /token#refresh",
    "copy": "POST /files#copy",
    "move": "POST /files#move",
    "options": "OPTIONS /options",
    "hook": "GET hook",
}


def operation(id_: str, call: str, *servers: str) -> Operation:
    """An operation of a verb and path."""
    method, path = call.split(" ")
    return Operation(
        id=id_,
        title=id_,
        method=method,
        path=path,
        servers=tuple(Server(url=one) for one in servers),
        span=SourceSpan(path=f"operation-{id_}.md"),
    )


def routes() -> Routes:
    """Pages at one server, one page at a server with a variable, and a proxy for all."""
    every = [operation(*one) for one in PATHS.items()]
    every.append(operation("region", "GET /region", "https://{region}.shop.test"))
    bases = bases_by_operation(
        every, shared=["https://api.test/v1/"], given=["http://localhost:8080/proxy"]
    )
    return Routes((one, bases[one.id]) for one in every)


def exchange(request: str) -> Exchange:
    """A recorded request."""
    method, url = request.split(" ", 1)
    found = exchange_of(entry(method, url), path="x.har", number=1)
    assert found is not None
    return found


@pytest.mark.parametrize(("request_", "page"), table_rows("routes"))
def test_a_request_belongs_to(request_: str, page: str) -> None:
    """The rows of tables/routes.md."""
    found = routes().find(exchange(request_))

    assert page == (found.value if isinstance(found, Aside) else found.id)


@pytest.mark.parametrize("url", ["", "/v1", "api.test/v1", "https://", "https:///v1"])
def test_an_address_without_a_host_is_no_base(url: str) -> None:
    """Relative servers say nothing of where the API is."""
    assert base_of(url) is None


def test_a_label_repeats_only_words_of_pages() -> None:
    """What stands in a path may be anybody's name."""
    request = exchange("GET https://api.test/v1/pets/ada/toys/secret/x?token=y")

    assert "GET /v1/pets/{…}/toys/{…}/{…}" == routes().label(request)


def test_many_placeholders_in_a_segment_cost_no_time() -> None:
    """A page may put any number of them into a path."""
    one = operation("x", "GET /" + "-".join("{a}" for _ in range(200)) + "!")
    base = base_of("https://api.test")
    assert base is not None
    began = time.monotonic()
    found = Routes([(one, (base,))]).find(exchange("GET https://api.test/" + "-" * 5000))

    assert Aside.UNDESCRIBED is found
    assert time.monotonic() - began < 2
