"""What services of the five styles of paging answer, and what they have to be asked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

NUMBERS = ["P1", "P2", "P3", "P4", "P5"]
Answer = tuple[Any, dict[str, str]]
"""A body and its headers."""


@dataclass(frozen=True, kw_only=True)
class Style:
    """What a service of the style answers, page by page, and what it has to be asked.

    ``answer`` makes a page of the parcels that leads to ``following``, a target like those of
    ``targets``, or ends the list where that is empty. ``counts`` says that it leads nowhere: the
    client counts on by itself.
    """

    asked: dict[str, Any]
    targets: list[str]
    answer: Callable[[list[dict[str, str]], str, str], Answer]
    counts: bool = False


def next_url(parcels: list[dict[str, str]], base: str, following: str) -> Answer:
    """The whole address."""
    return {"parcels": parcels, "next_page": f"{base}{following}" if following else None}, {}


def cursor(parcels: list[dict[str, str]], base: str, following: str) -> Answer:
    """A cursor with characters that do not stand in a query as they are."""
    _, _, found = following.partition("after=")
    body = {"data": parcels, "cursor": found.replace("%2B", "+"), "has_more": bool(following)}
    return body, {}


def offset(parcels: list[dict[str, str]], base: str, following: str) -> Answer:
    """How many there are."""
    return {"parcels": parcels, "total": len(NUMBERS)}, {}


def page_number(parcels: list[dict[str, str]], base: str, following: str) -> Answer:
    """Nothing: the page behind the last one is empty."""
    return {"parcels": parcels}, {}


def link_header(parcels: list[dict[str, str]], base: str, following: str) -> Answer:
    """An address on the same host, beside one that is no next page."""
    links = [f'<{base}/v1/parcels>; rel="first"']
    links += [f'<{following}>; rel="next"'] if following else []
    return parcels, {"Link": ", ".join(links)}


FIRST = "/v1/parcels?state=sent"
STYLES = {
    "next_url": Style(
        asked={"page_size": 2},
        targets=[f"{FIRST}&page_size=2", "/v1/parcels?at=2&state=sent", "/v1/parcels?at=4"],
        answer=next_url,
    ),
    "cursor": Style(
        asked={},
        targets=[FIRST, f"{FIRST}&after=a%2B2", f"{FIRST}&after=a%2B4"],
        answer=cursor,
    ),
    "offset": Style(
        asked={"limit": 2},
        targets=[
            f"{FIRST}&limit=2",
            f"{FIRST}&offset=2&limit=2",
            f"{FIRST}&offset=4&limit=2",
        ],
        answer=offset,
        counts=True,
    ),
    "page_number": Style(
        asked={"per_page": 2},
        targets=[f"{FIRST}&per_page=2"]
        + [f"{FIRST}&page={number}&per_page=2" for number in (2, 3, 4)],
        answer=page_number,
        counts=True,
    ),
    "link_header": Style(
        asked={"per_page": 2},
        targets=[f"{FIRST}&per_page=2", "/v1/parcels?from=P3", "/v1/parcels?from=P5"],
        answer=link_header,
    ),
}
