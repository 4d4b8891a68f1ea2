"""Lists that follow their pages, one page in memory at a time."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass, field
from typing import Any, Generic, Literal, NamedTuple, TypeVar

import httpx

from ._answers import read_list
from ._call import Call
from ._client import AsyncClient, BaseClient, Client
from ._encoding import Parts
from ._errors import DecodeError, dig
from ._headers import Documented
from ._omit import OMIT
from ._results import Answer, ApiResponse

T = TypeVar("T")
ClientT = TypeVar("ClientT", bound=BaseClient[Any])

Style = Literal["next-url", "cursor", "offset", "page-number", "link-header"]

LOOKS = 16

_LINK = r"<([^<>]*)>([^<]*)"
_REL_NEXT = r"(?i);\s*rel\s*=\s*(\"[^\"]*\bnext\b[^\"]*\"|next\b)"


class Paging(NamedTuple):
    """How one API pages; the paths are dotted, an integer step is an index (`data.-1.id`)."""

    style: Style
    items: str = ""
    """The path of the items; empty where the answer itself is the array."""
    next: str | None = None
    """The path of the next URL or cursor."""
    parameter: str | None = None
    """The query parameter of the cursor, offset or page number."""
    size: str | None = None
    """The query parameter of the page size."""
    more: str | None = None
    """The path of a flag that is false on the last page."""
    total: str | None = None
    """The path of the number of all items (offset) or of all pages (page-number)."""
    start: int | None = None
    """The first offset (default 0) or page number (default 1)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page(Generic[T]):
    """One page of a list."""

    items: list[T]
    response: ApiResponse[Documented] = field(compare=False)
    next: str | int | None = None
    """The next page's URL, cursor, offset or number; None on the last page."""

    def __iter__(self) -> Iterator[T]:
        return iter(self.items)

    def __len__(self) -> int:
        return len(self.items)


class Walk(Generic[T]):
    """The state of one walk over the pages, shared by both clients."""

    def __init__(
        self, call: Call[Answer[Any]], limit: int | None, *, strict: bool
    ) -> None:
        self.call: Call[Answer[Any]] | None = None if limit == 0 else call
        self._left = limit
        self._strict = strict
        self._seen: set[str | int] = set()
        self._last: tuple[int, int] | None = None

    def turn(self, call: Call[Answer[Any]], answer: Answer[Any]) -> Page[T]:
        """The page that the answer holds; `call` becomes the next one, or None at the end."""
        paging = call.paging or Paging(style="link-header")
        found = dig(answer.value, paging.items)
        # A server that does not know the parameter would send its first page for ever.
        likeness = _likeness(found)
        repeated = likeness is not None and likeness == self._last
        self._last = likeness
        items: list[T] = []
        following: str | int | None = None
        if not repeated:
            items = _read_items(call, paging, answer, strict=self._strict)
            following = self._following(call, paging, answer, len(items))
        if self._left is not None:
            items = items[: self._left]
            self._left -= len(items)
            following = following if self._left > 0 else None
        self.call = None if following is None else _turned(call, paging, following)
        return Page(items=items, response=answer.response, next=following)

    def _following(
        self, call: Call[Any], paging: Paging, answer: Answer[Any], count: int
    ) -> str | int | None:
        if paging.more and not dig(answer.value, paging.more):
            return None
        if paging.style in ("offset", "page-number"):
            return _count_on(call, paging, answer.value, count)
        if paging.style == "cursor":
            self._seen.add(_current(call, paging))
            following = _reference(dig(answer.value, paging.next or ""))
        else:
            self._seen.add(answer.response.url)
            following = _next_url(paging, answer)
        return None if following in self._seen else following


def _likeness(found: Any) -> tuple[int, int] | None:
    """What tells a page from others when it is gone; None where there is nothing to tell.

    Of many objects only some are looked at: pages that agree in these are the same one. Plain
    values have less to tell, so all of them count.
    """
    if not isinstance(found, list) or not found:
        return None
    step = 1 + len(found) // LOOKS if isinstance(found[0], dict) else 1
    looks = [*found[::step], found[-1]]
    try:
        return len(found), hash(repr(looks))
    except RecursionError:
        return None


def _read_items(
    call: Call[Any], paging: Paging, answer: Answer[Any], *, strict: bool
) -> list[Any]:
    found = dig(answer.value, paging.items)
    if isinstance(found, list):
        return read_list(found, call.item, answer.response, strict=strict)
    if strict:
        raise DecodeError.of(f"$.{paging.items}: expected an array", answer.response)
    return []


def _count_on(call: Call[Any], paging: Paging, body: Any, count: int) -> int | None:
    current = _current(call, paging)
    total = dig(body, paging.total) if paging.total else None
    if count == 0 or not isinstance(current, int):
        return None
    by_page = paging.style == "page-number"
    following = current + (1 if by_page else count)
    reached = current if by_page else following
    return None if isinstance(total, int) and reached >= total else following


def _current(call: Call[Any], paging: Paging) -> str | int:
    """The cursor, offset or page number that the call asks for."""
    asked = (call.parts.get("query") or {}).get(paging.parameter or "", OMIT)
    if isinstance(asked, int):
        return asked
    if isinstance(asked, str):
        return int(asked) if asked.isdecimal() and paging.style != "cursor" else asked
    if paging.style == "cursor":
        return ""
    first = int(paging.style == "page-number")
    return first if paging.start is None else paging.start


def _reference(found: Any) -> str | int | None:
    usable = isinstance(found, str | int) and not isinstance(found, bool)
    return found if usable and found != "" else None


def _next_url(paging: Paging, answer: Answer[Any]) -> str | None:
    if paging.style == "link-header":
        found = next_link(answer.response.headers.get("link", ""))
    else:
        found = dig(answer.value, paging.next or "")
    if not isinstance(found, str) or not found:
        return None
    try:  # a foreign one is refused when it is asked
        if found.partition("://")[0] in ("https", "http"):
            return str(httpx.URL(found))
        return str(httpx.URL(answer.response.url).join(found))
    except (httpx.InvalidURL, ValueError):
        return found


def next_link(header: str) -> str | None:
    """The address that a `Link` header gives for `rel="next"`."""
    links = (match.groups() for match in re.finditer(_LINK, header))
    return next(
        (address for address, facts in links if re.search(_REL_NEXT, facts)), None
    )


def _turned(
    call: Call[Answer[Any]], paging: Paging, following: str | int
) -> Call[Answer[Any]]:
    if paging.style in ("next-url", "link-header"):
        return call._replace(url=str(following))
    query = {**(call.parts.get("query") or {}), paging.parameter or "": following}
    return call._replace(parts=Parts(**{**call.parts, "query": query}))


class _Lazy(Generic[T, ClientT]):
    """A list that has sent nothing yet; each iteration starts anew."""

    def __init__(
        self, client: ClientT, call: Call[Answer[Any]], limit: int | None
    ) -> None:
        if limit is not None and limit < 0:
            raise ValueError("limit cannot be negative")
        self._client = client
        self._call = call
        self._limit = limit

    def _walk(self) -> Walk[T]:
        return Walk(self._call, self._limit, strict=self._client._options.strict)

    def __repr__(self) -> str:
        return f"<{type(self).__name__} of {self._call.method} {self._call.template}>"


class Pages(_Lazy[T, Client]):
    """Items over all pages: iterate them, or `.pages()`, or take the `.first()`."""

    def __iter__(self) -> Iterator[T]:
        for page in self.pages():
            items = iter(page.items)
            del page  # with the answer's bytes; the items go when the last of them is given
            yield from items

    def pages(self) -> Iterator[Page[T]]:
        """The pages, each fetched when it is asked for."""
        walk = self._walk()
        while (call := walk.call) is not None:
            yield walk.turn(call, self._client._perform(call))

    def first(self) -> T | None:
        """The first item, or None when there is none."""
        return next(iter(self), None)


class AsyncPages(_Lazy[T, AsyncClient]):
    """Items over all pages: iterate them, or `.pages()`, or take the `.first()`."""

    async def __aiter__(self) -> AsyncIterator[T]:
        async for page in self.pages():
            items = iter(page.items)
            del page
            for item in items:
                yield item

    async def pages(self) -> AsyncIterator[Page[T]]:
        """The pages, each fetched when it is asked for."""
        walk = self._walk()
        while (call := walk.call) is not None:
            yield walk.turn(call, await self._client._perform(call))

    async def first(self) -> T | None:
        """The first item, or None when there is none."""
        async for item in self:
            return item
        return None
