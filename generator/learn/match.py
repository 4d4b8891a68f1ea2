"""Addresses of recorded requests -> the operations that pages describe."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from urllib.parse import unquote, urlsplit

from generator.ir import Operation
from generator.learn.exchange import Aside, Exchange
from generator.value import Struct

_PLACEHOLDER = re.compile(r"(?:\{[^{}]*\})+")  # neighbours are one: nobody could tell them apart
_PORTS = {"http": ":80", "https": ":443"}
_ADDRESS = re.compile(r"(?P<origin>[A-Za-z][A-Za-z0-9+.-]*://[^/?#]+)(?P<path>[^?#]*)")

Segment = tuple[str, ...]
"""The literal parts around the placeholders of one segment; a single part has none."""


class Base(Struct, frozen=True, kw_only=True):
    """Where an API answers: its origin and the path in front of those of the pages."""

    origin: re.Pattern[str]
    segments: tuple[Segment, ...]


class Route(Struct, frozen=True, kw_only=True):
    """One operation below one base."""

    base: Base
    segments: tuple[Segment, ...]
    operation: Operation

    @property
    def openness(self) -> tuple[object, ...]:
        """Orders routes that fit one request: literals before placeholders, from the left.

        A fragment is not sent: the page without one tells of more of the requests.
        """
        operation = self.operation
        kinds = map(_openness, self.segments)
        return (*kinds, -len(operation.fixed_query), "#" in operation.path)


class Routes:
    """All operations of an API, with the bases each of them answers at."""

    def __init__(self, operations: Iterable[tuple[Operation, Sequence[Base]]]) -> None:
        self._bases: dict[str, list[Base]] = {}
        self._routes: dict[str, list[Route]] = {}
        for operation, bases in operations:
            for base in bases:
                self._bases.setdefault(base.origin.pattern, []).append(base)
                if operation.sent_path.startswith("/"):
                    segments = (*base.segments, *_template(operation.sent_path))
                    route = Route(base=base, segments=segments, operation=operation)
                    self._routes.setdefault(operation.method, []).append(route)

    def find(self, exchange: Exchange) -> Operation | Aside:
        """The operation a request calls, or why there is none."""
        origin, segments = _split(exchange.url)
        bases = [one for many in self._bases.values() for one in _unique(many)]
        if not any(_below(one, origin, segments) for one in bases):
            return Aside.OTHER_HOST
        routes = [
            one
            for one in self._routes.get(exchange.method, ())
            if one.base.origin.fullmatch(origin) and _asks(one.operation, exchange)
        ]
        fitting = [one for one in routes if _fits(one.segments, segments)]
        if not fitting:  # a slash or .json more or less is the same place at most services
            fitting = [one for one in routes if _fits(_bare(one.segments), _bare_path(segments))]
        if not fitting:
            preflight = exchange.method == "OPTIONS"
            return Aside.PREFLIGHT if preflight else Aside.UNDESCRIBED
        best = min(one.openness for one in fitting)
        found = {one.operation.id: one.operation for one in fitting if one.openness == best}
        return next(iter(found.values())) if len(found) == 1 else Aside.AMBIGUOUS

    def label(self, exchange: Exchange) -> str:
        """Verb and path of a request without anything of its values.

        Only words that a page's path has in the same place are repeated.
        """
        origin, segments = _split(exchange.url)
        known = [
            dict(enumerate(one.segments))
            for many in self._routes.values()
            for one in many
            if one.base.origin.fullmatch(origin)
        ]
        parts = [
            part if any(one.get(at) == (part,) for one in known) else "{…}"
            for at, part in enumerate(segments)
        ]
        verb = exchange.method if exchange.method in _VERBS else "another verb"
        return f"{verb} /{'/'.join(parts)}"


_VERBS = frozenset("GET POST PUT PATCH DELETE HEAD OPTIONS TRACE QUERY".split())


def base_of(url: str) -> Base | None:
    """The base a server's address names; ``None`` where it names no host.

    What stands in braces may be anything: ``https://{region}.example.com/v1``.
    """
    found = _ADDRESS.match(url.strip())
    if found is None:
        return None
    literals = _PLACEHOLDER.split(_normal(found["origin"]))
    origin = re.compile(r"[^/?#@]+?".join(re.escape(one) for one in literals[:4]))
    if len(literals) > 4:  # more variables than a host has parts: nothing is known of it
        return None
    path = found["path"].rstrip("/")
    return Base(origin=origin, segments=_template(path) if path else ())


def _normal(origin: str) -> str:
    """Scheme and host in small letters, without a user or the scheme's own port."""
    scheme, _, host = origin.partition("://")
    host = host.rpartition("@")[2].lower()
    return f"{scheme.lower()}://{host.removesuffix(_PORTS.get(scheme.lower(), ' '))}"


def _split(url: str) -> tuple[str, tuple[str, ...]]:
    """The origin and the decoded segments of a request's address."""
    parts = urlsplit(url)
    path = parts.path.removeprefix("/")
    segments = tuple(unquote(one) for one in path.split("/")) if path else ()
    return _normal(f"{parts.scheme}://{parts.netloc}"), segments


def _template(path: str) -> tuple[Segment, ...]:
    bare = path.removeprefix("/")
    if not bare:
        return ()
    return tuple(
        tuple(unquote(part) for part in _PLACEHOLDER.split(one)) for one in bare.split("/")
    )


def _unique(bases: list[Base]) -> Iterable[Base]:
    return {one.segments: one for one in bases}.values()


def _below(base: Base, origin: str, segments: tuple[str, ...]) -> bool:
    prefix = segments[: len(base.segments)]
    return bool(base.origin.fullmatch(origin)) and _fits(base.segments, prefix)


def _asks(operation: Operation, exchange: Exchange) -> bool:
    """Whether the request has what the operation's path asks for in its query."""
    return set(operation.fixed_query) <= set(exchange.pairs)


def _fits(template: tuple[Segment, ...], segments: tuple[str, ...]) -> bool:
    return len(template) == len(segments) and all(map(_fits_one, template, segments))


def _fits_one(parts: Segment, text: str) -> bool:
    """Whether the text has the literal parts in order, with something between each two.

    By search and not by pattern: a page may put any number of placeholders into a segment.
    """
    first, *rest = parts
    if not rest:
        return text == first
    if not text.startswith(first):
        return False
    at = len(first)
    for part in rest[:-1]:
        found = text.find(part, at + 1)
        if found < 0:
            return False
        at = found + len(part)
    return text.endswith(rest[-1]) and len(text) - len(rest[-1]) > at


def _openness(segment: Segment) -> int:
    """0 for a literal, 1 for one with placeholders inside, 2 for a placeholder alone."""
    return 0 if len(segment) == 1 else 1 + (not any(segment))


def _bare(template: tuple[Segment, ...]) -> tuple[Segment, ...]:
    kept = template[:-1] if template and template[-1] == ("",) else template
    if not kept:
        return kept
    *parts, last = kept[-1]
    return (*kept[:-1], (*parts, last.removesuffix(".json")))


def _bare_path(segments: tuple[str, ...]) -> tuple[str, ...]:
    kept = segments[:-1] if segments and segments[-1] == "" else segments
    return (*kept[:-1], kept[-1].removesuffix(".json")) if kept else kept


def bases_by_operation(
    operations: Iterable[Operation], *, shared: Sequence[str], given: Sequence[str]
) -> Mapping[str, tuple[Base, ...]]:
    """The bases of each operation by its id: its page's servers, else the ``shared`` ones, and in
    any case those that were ``given``."""
    found: dict[str, tuple[Base, ...]] = {}
    for one in operations:
        urls = [*given, *([server.url for server in one.servers] or shared)]
        bases = (base_of(url) for url in dict.fromkeys(urls))
        found[one.id] = tuple(base for base in bases if base is not None)
    return found
