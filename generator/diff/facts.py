"""What is known of one field in both versions: values, defaults, limits, marks, words."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diff.changes import Change, Key
from generator.diff.scope import Scope
from generator.diff.types import value_text
from generator.ir import Constraint, ConstraintKind, Field, Origin
from generator.value import Struct

_MOST = (ConstraintKind.MAX_LENGTH, ConstraintKind.MAXIMUM, ConstraintKind.MAX_ITEMS)
"""Limits that are tighter the smaller they are."""


class FieldPair(Struct, frozen=True, kw_only=True):
    """One field of both versions: the kinds' prefix, how it is called, and what follows from it.

    ``touches`` are the parts of the SDK that its type decides.
    """

    scope: Scope
    family: str
    subject: str
    old: Field
    new: Field
    touches: frozenset[Key] = frozenset()

    @property
    def same_words(self) -> bool:
        """Whether both pages print and say the same of it."""
        was, now = self.old, self.new
        words = was.description.split() == now.description.split()
        return words and was.notation == now.notation and was.name == now.name

    def change(
        self,
        kind: str,
        before: object = "",
        after: object = "",
        *,
        reason: str = "",
        touches: frozenset[Key] = frozenset(),
        origins: tuple[Origin | None, ...] = (),
    ) -> Change:
        """A change of the field; ``origins`` are those of a fact that has some."""
        reread = bool(origins) and self.same_words and Origin.CONFIG not in origins
        return self.scope.change(
            f"{self.family}-{kind}",
            self.subject,
            before=str(before),
            after=str(after),
            old=self.old.span,
            new=self.new.span,
            reason=reason,
            reread=reread,
            touches=touches,
        )


def compare_facts(pair: FieldPair) -> Iterator[Change]:
    """Every difference beside name, type and required-ness."""
    yield from _values(pair)
    yield from _default(pair)
    yield from _limits(pair)
    old, new = pair.old, pair.new
    if old.deprecated != new.deprecated:
        yield pair.change("deprecated" if new.deprecated else "undeprecated")
    if old.read_only != new.read_only:
        kind = "became-read-only" if new.read_only else "became-writable"
        yield pair.change(kind, touches=pair.touches)
    if old.description.split() != new.description.split():
        yield pair.change("description-changed", old.description, new.description)
    yield from _origins(pair)


def _values(pair: FieldPair) -> Iterator[Change]:
    was, now = pair.old.values, pair.new.values
    origins = tuple(one.origin for one in (was, now) if one)
    if was is None or now is None:
        if was is not now:
            found = was or now
            assert found is not None
            text = ", ".join(value_text(one) for one in found.values)
            kind = "values-unknown" if was else "values-known"
            before, after = (text, "") if was else ("", text)
            yield pair.change(kind, before, after, touches=pair.touches, origins=origins)
        return
    old, new = ([value_text(one) for one in facts.values] for facts in (was, now))
    for text in sorted(set(old) - set(new)):
        touches = _of_value(pair, text)
        yield pair.change("value-removed", text, touches=touches, origins=origins)
    for text in sorted(set(new) - set(old)):
        touches = _of_value(pair, text)
        yield pair.change("value-added", after=text, touches=touches, origins=origins)
    if was.open != now.open:
        kind = "values-opened" if now.open else "values-closed"
        yield pair.change(kind, touches=pair.touches, origins=origins)


def _of_value(pair: FieldPair, text: str) -> frozenset[Key]:
    """The parts of the SDK that one value decides: its constants, and types that spell it."""
    return frozenset(key for key in pair.touches if key[0] != "value" or value_text(key[2]) == text)


def _default(pair: FieldPair) -> Iterator[Change]:
    was, now = pair.old.default, pair.new.default
    origins = tuple(one.origin for one in (was, now) if one)
    before = value_text(was.value) if was else ""
    after = value_text(now.value) if now else ""
    if before != after:
        kind = "changed" if was and now else "removed" if was else "added"
        yield pair.change(f"default-{kind}", before, after, origins=origins)


def _limits(pair: FieldPair) -> Iterator[Change]:
    were = {one.kind: one for one in pair.old.constraints}
    are = {one.kind: one for one in pair.new.constraints}
    for kind in ConstraintKind:
        was, now = were.get(kind), are.get(kind)
        before = f"{kind.value} {value_text(was.value)}" if was else ""
        after = f"{kind.value} {value_text(now.value)}" if now else ""
        if before == after:
            continue
        origins = tuple(one.origin for one in (was, now) if one)
        yield pair.change(_limit_kind(kind, was, now), before, after, origins=origins)


def _limit_kind(kind: ConstraintKind, was: Constraint | None, now: Constraint | None) -> str:
    if was is None or now is None:
        return "limit-added" if was is None else "limit-removed"
    return "limit-tightened" if _is_tighter(kind, was.value, now.value) else "limit-loosened"


def _is_tighter(kind: ConstraintKind, was: object, now: object) -> bool:
    if not isinstance(was, int | float) or not isinstance(now, int | float):
        return True  # of what cannot be compared, the worse is assumed
    return now < was if kind in _MOST else now > was


def _origins(pair: FieldPair) -> Iterator[Change]:
    """The same fact, said by somebody else: ``api.toml`` instead of prose."""
    for name, was, now in _said(pair):
        if was is not None and now is not None and was is not now:
            yield pair.change("origin-changed", f"{name}: {was.value}", f"{name}: {now.value}")


def _said(pair: FieldPair) -> Iterator[tuple[str, Origin | None, Origin | None]]:
    old, new = pair.old, pair.new
    yield "type", old.type_origin, new.type_origin
    if old.required == new.required:
        yield "required", old.required_origin, new.required_origin
    if old.values and new.values:
        yield "values", old.values.origin, new.values.origin
    if old.default and new.default:
        yield "default", old.default.origin, new.default.origin
    limits = {one.kind: one.origin for one in new.constraints}
    for one in old.constraints:
        yield one.kind.value, one.origin, limits.get(one.kind)
