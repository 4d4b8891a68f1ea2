"""Every list: how it goes on, and where it ends; both clients."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qs

import httpx
import pytest

from .calling import Recorder, call
from .clients import AUTH_HEADER, sdk
from .exchange import Exchange, Turning
from .exchanges import EXCHANGES
from .reading import merge, nest

pytest_plugins = (f"{__package__}.no_cases",)

LISTS = [(one, one.turning) for one in EXCHANGES if one.turning]

every_list = pytest.mark.parametrize(
    ("exchange", "turning"), LISTS, ids=[one.name for one, _ in LISTS]
)
either_client = pytest.mark.parametrize("kind", ["blocking", "awaited"])

SECOND = "/second?page=2"
ELSEWHERE = "https://elsewhere.invalid/second"


def pages(
    exchange: Exchange, turning: Turning, second: str | None = None
) -> list[httpx.Response]:
    """A page that names a second one, and that one, which is the last."""
    second = second or exchange.server + SECOND
    by_link = turning.style == "link-header"
    following = "cursor+2" if turning.style == "cursor" else second
    pointed = nest(turning.next, following) if turning.next and not by_link else {}
    flagged = nest(turning.more, True) if turning.more else {}
    counted = nest(turning.total, 2) if turning.total else {}
    first = exchange.respond(pointed, flagged, counted)
    if by_link:
        first.headers["Link"] = f'<{second}>; rel="next"'
    item = exchange.item
    other = {**item, "number": 2} if isinstance(item, dict) else item
    ended = nest(turning.more, False) if turning.more else {}
    last = merge(nest(turning.items, [other, other]), counted, ended)
    empty = merge(nest(turning.items, []), counted, ended)
    return [first, httpx.Response(200, json=last), httpx.Response(200, json=empty)]


@either_client
@every_list
def test_goes_on_and_ends(exchange: Exchange, turning: Turning, kind: str) -> None:
    """The second page is asked for as documented, with credentials; then the list ends."""
    transport = Recorder(*pages(exchange, turning))
    items = call(exchange, transport, kind, given=exchange.least)
    second = transport.requests[1]
    counts = turning.style in ("offset", "page-number")

    assert len(items) == 3
    assert len(transport.requests) == (3 if counts and not ends(turning) else 2)
    if AUTH_HEADER is not None:
        assert second.headers[AUTH_HEADER[0]] == AUTH_HEADER[1]
    if turning.style in ("next-url", "link-header"):
        assert str(second.url).startswith(exchange.server + SECOND)
        return
    asked = parse_qs(second.url.query.decode())
    before = parse_qs(transport.requests[0].url.query.decode())
    following = {"cursor": "cursor+2", "offset": 1, "page-number": 2}[turning.style]
    if turning.start is not None and counts:
        following = turning.start + 1
    assert asked == {**before, turning.parameter: [str(following)]}


def ends(turning: Turning) -> bool:
    """Whether an answer says that it is the last one."""
    return bool(turning.more or turning.total)


@either_client
@every_list
def test_stops_where_it_is_told(
    exchange: Exchange, turning: Turning, kind: str
) -> None:
    """After so many items, without another request."""
    given: dict[str, Any] = {**exchange.least, turning.limit: 1}
    transport = Recorder(*pages(exchange, turning))
    items = call(exchange, transport, kind, given=given if turning.limit else {})

    assert len(items) == 1
    assert len(transport.requests) == 1


@either_client
@every_list
def test_never_leaves_for_another_host(
    exchange: Exchange, turning: Turning, kind: str
) -> None:
    """An answer that points elsewhere gets no credentials there."""
    transport = Recorder(*pages(exchange, turning, ELSEWHERE))
    if turning.style in ("next-url", "link-header"):
        with pytest.raises(sdk.APIRedirectError):
            call(exchange, transport, kind, given=exchange.least)

    assert all(one.url.host != "elsewhere.invalid" for one in transport.requests)
