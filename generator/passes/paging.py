"""How a list may go on, guessed from names that such lists use everywhere; for a human to check."""

from __future__ import annotations

from collections.abc import Iterator

from generator.config import PaginationConfig
from generator.ir import (
    Body,
    Field,
    Location,
    ObjectType,
    Operation,
    ScalarType,
    without_null,
    words,
)
from generator.passes.answers import success_body
from generator.passes.places import is_open
from generator.passes.stated import body_fields
from generator.value import Struct

_CURSORS = frozenset({"cursor", "marker", "bookmark", "continuation"})
_CURSOR_ENDS = (("page", "token"), ("next", "token"), ("starting", "after"), ("after",))
_ADDRESSES = frozenset({"url", "uri", "link", "href"})
_HOLDERS = frozenset({"meta", "metadata", "paging", "pagination", "page", "links"})
_OFFSETS = (("offset",), ("skip",), ("start",), ("start", "index"))
_PAGES = (("page",), ("page", "number"), ("page", "index"), ("page", "no"))
_SIZES = (
    ("limit",),
    ("page", "size"),
    ("per", "page"),
    ("page", "limit"),
    ("size",),
    ("max", "results"),
    ("max", "items"),
    ("count",),
)


class Guess(Struct, frozen=True, kw_only=True):
    """What ``api.toml`` might say. ``holder`` is the field whose parts the page does not list and
    that ``next`` is only supposed to be in; empty where the page lists it."""

    pagination: PaginationConfig
    holder: str = ""


def guess_paging(operation: Operation) -> Guess | None:
    """The likeliest way the list goes on, what the page lists in full first; ``None`` without a
    sign of any."""
    return next(_guesses(operation), None)


def _guesses(operation: Operation) -> Iterator[Guess]:
    names = [str(one.name) for one in operation.parameters if one.location is Location.QUERY]
    cursor = next((one for one in names if _is_cursor(words(one))), "")
    body = success_body(operation)
    paths = dict(_paths(body)) if body else {}
    holder = next((one for one, field in paths.items() if _is_holder(field)), "")
    following = next((one for one in paths if _is_next(one)), "")
    size = next((one for one in names if words(one) in _SIZES), "")
    address = next((one for one, field in paths.items() if _is_address(one, field)), "")
    if address:
        yield Guess(pagination=PaginationConfig(style="next-url", next=address, size=size))
    if cursor and (following or holder):
        path = following or f"{holder}.next"
        found = PaginationConfig(style="cursor", next=path, parameter=cursor, size=size)
        yield Guess(pagination=found, holder="" if following else holder)
    yield from _counted(names, size)
    if any(_is_link(one) for response in operation.responses for one in response.headers):
        yield Guess(pagination=PaginationConfig(style="link-header", size=size))
    if holder:
        found = PaginationConfig(style="next-url", next=f"{holder}.next", size=size)
        yield Guess(pagination=found, holder=holder)


def _counted(names: list[str], size: str) -> Iterator[Guess]:
    for one in names:
        if words(one) in _OFFSETS:
            yield Guess(pagination=PaginationConfig(style="offset", parameter=one, size=size))
    for one in names:
        if words(one) in _PAGES:
            found = PaginationConfig(style="page-number", parameter=one, size=size)
            yield Guess(pagination=found)


def _paths(body: Body) -> Iterator[tuple[str, Field]]:
    """The answer's own fields and those one object deeper, by dotted path."""
    for one in body_fields(body):
        yield str(one.name), one
        inner = without_null(one.type)
        for deeper in inner.fields if isinstance(inner, ObjectType) else ():
            yield f"{one.name}.{deeper.name}", deeper


def _is_cursor(name: tuple[str, ...]) -> bool:
    return bool(_CURSORS & set(name)) or any(name[-len(one) :] == one for one in _CURSOR_ENDS)


def _is_next(path: str) -> bool:
    """Whether a field holds what the next page is asked for by."""
    last = words(path.rpartition(".")[2])
    return "next" in last and (len(last) == 1 or _is_cursor(last) or last[-1] == "page")


def _is_address(path: str, field: Field) -> bool:
    """Whether a field holds the next page's address."""
    last = words(path.rpartition(".")[2])
    type_ = without_null(field.type)
    is_uri = isinstance(type_, ScalarType) and (type_.format or "").startswith("uri")
    return "next" in last and (bool(_ADDRESSES & set(last)) or is_uri)


def _is_holder(field: Field) -> bool:
    return bool(_HOLDERS & set(words(field.name))) and is_open(field.type)


def _is_link(header: Field) -> bool:
    return header.name.lower() == "link"
