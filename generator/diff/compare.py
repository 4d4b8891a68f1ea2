"""Two APIs compared: pages' changes with their effects, and effects that no page explains."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from generator.diff.api_wide import compare_api
from generator.diff.changes import Change, Effect, Key, Level
from generator.diff.effects import effects
from generator.diff.operations import added, compare_operation, gone
from generator.diff.pairs import Pairs, pair_operations
from generator.diff.scope import Scope
from generator.diff.surface import Surface, call_key, surface
from generator.ir import Api, Function, Operation, Resource
from generator.source import SourceSpan
from generator.value import replace

_SHARED = frozenset({"class", "value"})
"""Parts of the SDK that several operations decide together."""


def compare(old: Api, new: Api) -> tuple[Change, ...]:
    """Every change from ``old`` to ``new``, the worst first, then by place.

    The same two APIs give the same changes, whatever the order of their pages.
    """
    old = replace(old, name=new.name)  # the folder an old version lies in names nothing
    before, after = surface(old), surface(new)
    pairs = pair_operations(old.operations, new.operations)
    found = list(_changes(old, new, pairs, before=before, after=after))
    moved = {
        call_key(was.method, was.path): call_key(now.method, now.path) for was, now, _ in pairs.both
    }
    parts = _by_part(before, after, moved)
    explained = [_with_effects(one, parts) for one in found]
    told = {effect for one in explained for effect in one.effects}
    spans = {call_key(now.method, now.path): (was.span, now.span) for was, now, _ in pairs.both}
    rest = [
        _unexplained(key, effect, spans)
        for key, some in parts.items()
        for effect in some
        if effect not in told
    ]
    return tuple(sorted(dict.fromkeys([*explained, *rest]), key=_order))


def _changes(
    old: Api, new: Api, pairs: Pairs[Operation], *, before: Surface, after: Surface
) -> Iterator[Change]:
    yield from compare_api(old, new)
    for one in pairs.gone:
        yield gone(one, before)
    for one in pairs.new:
        yield added(one, after)
    shared = frozenset(one.url for one in old.servers) & {one.url for one in new.servers}
    pagings = _pagings(old), _pagings(new)
    for was, now, reason in pairs.both:
        scope = Scope(
            call=call_key(now.method, now.path),
            old=was,
            new=now,
            before=before,
            after=after,
            servers=shared,
            paging=(
                pagings[0].get(call_key(was.method, was.path), ""),
                pagings[1].get(call_key(now.method, now.path), ""),
            ),
        )
        yield from compare_operation(scope, reason)


def _by_part(
    before: Surface, after: Surface, moved: Mapping[str, str]
) -> Mapping[Key, list[Effect]]:
    found: dict[Key, list[Effect]] = defaultdict(list)
    for key, effect in effects(before, after, moved):
        found[key].append(effect)
    return found


def _with_effects(change: Change, parts: Mapping[Key, list[Effect]]) -> Change:
    """The change with what it does to the SDK.

    What is merely added takes nothing away from parts that operations share.
    """
    adds = change.kind.level is not Level.BREAKING and change.kind.id.endswith("-added")
    some = [
        effect
        for key in sorted(change.touches & parts.keys())
        for effect in parts[key]
        if not (adds and key[0] in _SHARED and effect.kind.level is Level.BREAKING)
    ]
    return replace(change, effects=tuple(dict.fromkeys(some)))


def _unexplained(
    key: Key, effect: Effect, spans: Mapping[str, tuple[SourceSpan, SourceSpan]]
) -> Change:
    """An effect as a change of its own: of its operation, where it is one's, else of the API.

    Its text is a sentence already; that of its kind would say it twice.
    """
    call = key[1] if len(key) > 1 and key[1] in spans else ""
    old, new = spans.get(call, (None, None))
    return Change(
        kind=replace(effect.kind, sentence=""), call=call, subject=effect.text, old=old, new=new
    )


def _order(one: Change) -> tuple[object, ...]:
    levels = list(Level)
    return levels.index(one.level), one.call, one.kind.id, one.subject, one.before, one.after


def _pagings(api: Api) -> dict[str, str]:
    """How each list goes on, in words."""
    return {
        call_key(one.operation.method, one.operation.path): " ".join(
            f"{name}={value}"
            for name, value in (
                ("style", one.pagination.style.value),
                ("items", one.pagination.items),
                ("next", one.pagination.next),
                ("parameter", one.pagination.parameter),
                ("size", one.pagination.size),
            )
            if value
        )
        for one in _functions(api.resources)
        if one.pagination is not None
    }


def _functions(resources: tuple[Resource, ...]) -> Iterator[Function]:
    for one in resources:
        yield from one.functions
        yield from _functions((*one.children, *one.item_children))
