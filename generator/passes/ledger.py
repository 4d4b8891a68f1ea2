"""The ledger of an API: what was inferred and from which words, and what nobody said."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from generator.config import ApiConfig
from generator.ir import Api, AuthKind, Function, Operation, Resource, words
from generator.passes.entry import Entry, Standing, Topic
from generator.passes.inferred import inferred
from generator.passes.recovered import recovered
from generator.passes.unknown import unknown, unpaged
from generator.shown import shown
from generator.source import Source, SourceSpan
from generator.value import Struct, replace


class Total(Struct, frozen=True, kw_only=True):
    """How much of a topic there is: ``number`` of facts or names, on ``pages`` pages."""

    standing: Standing
    topic: Topic
    number: int
    pages: int


def ledger(api: Api, config: ApiConfig, sources: tuple[Source, ...]) -> tuple[Entry, ...]:
    """All entries by place. What a page's notation or ``api.toml`` states is not among them.

    ``api`` is the finished one; ``sources`` are its pages, which hold the words.
    """
    texts = {one.path: one for one in sources}
    functions = {one.operation.span: one for one in _functions(api.resources)}
    found = [*_of_api(api, config)]
    for operation in api.operations:
        function = functions.get(operation.span)
        items = tuple(recovered(function, api)) if function else ()
        places = frozenset(name for one in items for name in one.names)
        entries = [*inferred(operation, texts.get(operation.span.path)), *items]
        entries += unknown(operation, config, recovered=places)
        entries += unpaged(function, config) if function else ()
        found += [replace(one, operation=operation.id) for one in entries]
    return tuple(sorted(found, key=_order))


def totals(entries: Iterable[Entry]) -> tuple[Total, ...]:
    """What the entries add up to, inferred first, in the topics' order; nothing for no entry."""
    groups: dict[tuple[Standing, Topic], list[Entry]] = defaultdict(list)
    for one in entries:
        groups[one.standing, one.topic].append(one)
    return tuple(
        _total(standing, topic, groups[standing, topic])
        for standing in Standing
        for topic in Topic
        if (standing, topic) in groups
    )


def _total(standing: Standing, topic: Topic, entries: list[Entry]) -> Total:
    shared = max(one.pages for one in entries)
    return Total(
        standing=standing,
        topic=topic,
        number=sum(max(1, len(one.names), len(one.limits)) for one in entries),
        pages=max(shared, len({one.span.path for one in entries})),
    )


def _order(one: Entry) -> tuple[SourceSpan, Standing, Topic]:
    return one.span, one.standing, one.topic


def _functions(resources: tuple[Resource, ...]) -> Iterator[Function]:
    for one in resources:
        yield from one.functions
        yield from _functions((*one.children, *one.item_children))


def _of_api(api: Api, config: ApiConfig) -> Iterator[Entry]:
    """What is open for the whole API, told once, where its first page would say it."""
    if not api.operations:
        return
    if not api.servers and not config.client.base_url:
        hint = '[client] base_url = "https://…"'
        yield _open(Topic.SERVER, "which server answers", api.operations, hint)
    kinds = 'kind = "basic", "bearer" or "api-key"'
    for scheme in api.auth_schemes:
        if scheme.kind is AuthKind.UNKNOWN:
            title = shown(scheme.title)
            hint = f'[auth."{title}"] {kinds}'
            yield _open(Topic.AUTHENTICATION, f"how “{title}” works", _users(api, title), hint)
    if not api.auth_schemes:
        hint = f'[auth."…"] {kinds}'
        yield _open(Topic.AUTHENTICATION, "how callers prove who they are", api.operations, hint)


def _users(api: Api, title: str) -> tuple[Operation, ...]:
    """The operations that name an authentication method."""
    wanted = words(title)
    found = tuple(one for one in api.operations if wanted in map(words, one.auth))
    return found or api.operations


def _open(topic: Topic, what: str, operations: tuple[Operation, ...], hint: str) -> Entry:
    return Entry(
        standing=Standing.UNKNOWN,
        topic=topic,
        message=f"{what} is not said",
        span=min(one.span for one in operations),
        pages=len(operations),
        hint=hint,
    )
