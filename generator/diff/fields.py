"""Parameters, fields of bodies and headers compared, each direction by its own rules."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.diff.changes import Change, Key
from generator.diff.facts import FieldPair, compare_facts
from generator.diff.pairs import pair_fields
from generator.diff.scope import Scope, classes_of
from generator.diff.surface import BODY, Call, Surface
from generator.diff.types import Relation, relation, type_text
from generator.ir import (
    ArrayType,
    Field,
    Location,
    MapType,
    NullableType,
    ObjectType,
    Parameter,
    TypeExpr,
    without_null,
)
from generator.value import Struct


class Place(Struct, frozen=True, kw_only=True):
    """Where fields stand. ``family`` is the kinds' prefix; ``label`` is what people call them.

    ``path`` are the names of the fields around them. A ``sent`` one is the caller's to give.
    """

    family: str
    label: str
    sent: bool
    path: tuple[str, ...] = ()

    def subject(self, name: str) -> str:
        """The field as messages name it: ``body field `meta.name` ``."""
        return f"{self.label} `{'.'.join((*self.path, name))}`"

    def below(self, name: str) -> Place:
        """The place of what a field holds."""
        return Place(family=self.family, label=self.label, sent=self.sent, path=(*self.path, name))


def compare_fields(
    scope: Scope, place: Place, old: Iterable[Field], new: Iterable[Field]
) -> Iterator[Change]:
    """Every difference of two lists of fields, and of what they hold."""
    pairs = pair_fields(old, new)
    for one in pairs.gone:
        touches = _touches(scope, place, one, None)
        subject = place.subject(one.name)
        text = type_text(one.type)
        yield scope.change(
            f"{place.family}-removed", subject, before=text, old=one.span, touches=touches
        )
    for one in pairs.new:
        touches = _touches(scope, place, None, one)
        kind = "added-required" if one.required and place.sent else "added"
        text = type_text(one.type)
        subject = place.subject(one.name)
        yield scope.change(
            f"{place.family}-{kind}", subject, after=text, new=one.span, touches=touches
        )
    for was, now, reason in pairs.both:
        yield from _compare(scope, place, was, now, reason)


def fields_in(type_: TypeExpr) -> tuple[Field, ...]:
    """The fields of an object, or of the objects a list or map holds."""
    match type_:
        case NullableType(item=item) | ArrayType(item=item) | MapType(value=item):
            return fields_in(item)
        case ObjectType(fields=fields):
            return fields
        case _:
            return ()


def _compare(scope: Scope, place: Place, was: Field, now: Field, reason: str) -> Iterator[Change]:
    pair = FieldPair(
        scope=scope,
        family=place.family,
        subject=place.subject(now.name),
        old=was,
        new=now,
        touches=_touches(scope, place, was, now),
    )
    if reason and not _same_header(place, was, now):
        before, after = str(was.name), str(now.name)
        yield pair.change("renamed", before, after, reason=reason, touches=pair.touches)
    if isinstance(was, Parameter) and isinstance(now, Parameter) and was.location != now.location:
        before, after = was.location.value, now.location.value
        yield pair.change("moved", before, after, touches=pair.touches)
    yield from (_given if place.sent else _held)(pair)
    yield from compare_facts(pair)
    yield from compare_fields(
        scope, place.below(now.name), fields_in(was.type), fields_in(now.type)
    )


def _same_header(place: Place, was: Field, now: Field) -> bool:
    """Names of headers differ by more than case alone (RFC 9110, section 5.1)."""
    return "header" in place.label and was.name.lower() == now.name.lower()


def _given(pair: FieldPair) -> Iterator[Change]:
    """What a caller gives: a narrower type refuses what was accepted."""
    old, new = pair.old, pair.new
    if old.required != new.required:
        kind = "became-required" if new.required else "became-optional"
        origins = (old.required_origin, new.required_origin)
        yield pair.change(kind, touches=pair.touches, origins=origins)
    yield from _type(pair, old.type, new.type)


def _held(pair: FieldPair) -> Iterator[Change]:
    """What a caller reads: a wider type holds what nobody expected."""
    old, new = pair.old, pair.new
    if old.required != new.required:
        kind = "became-required" if new.required else "became-optional"
        origins = (old.required_origin, new.required_origin)
        yield pair.change(kind, touches=pair.touches, origins=origins)
    was, now = (isinstance(one.type, NullableType) for one in (old, new))
    if now and not was:
        kind = "became-nullable" if old.required else "optional-became-nullable"
        yield pair.change(kind, touches=pair.touches)
    elif was and not now:
        yield pair.change("became-not-nullable", touches=pair.touches)
    was_type, now_type = without_null(old.type), without_null(new.type)
    if type_text(was_type, formats=False) != type_text(now_type, formats=False):
        yield from _type(pair, was_type, now_type)
    elif type_text(was_type) != type_text(now_type):
        # Most formats are text like any other; where the SDK has a type for one, its effect tells.
        before, after = type_text(was_type), type_text(now_type)
        yield pair.change("format-changed", before, after, touches=pair.touches)


def _type(pair: FieldPair, was: TypeExpr, now: TypeExpr) -> Iterator[Change]:
    found = relation(was, now)
    if found is not Relation.SAME:
        yield pair.change(
            f"type-{found.value}", type_text(was), type_text(now), touches=pair.touches
        )


def _touches(scope: Scope, place: Place, was: Field | None, now: Field | None) -> frozenset[Key]:
    """The parts of the SDK that a field's name and type decide, in both versions."""
    found: set[Key] = set()
    sides = ((scope.was, scope.before, was), (scope.now, scope.after, now))
    for call, surface, one in sides:
        if call is not None and one is not None:
            if place.sent:
                found |= _argument(scope.call, call, surface, place, one)
            elif "header" in place.label:
                found.add(("header", one.name.lower()))
            else:
                found |= set(attribute_keys(scope.call, call, surface, (*place.path, one.name)))
    return frozenset(found)


def _argument(key: str, call: Call, surface: Surface, place: Place, one: Field) -> frozenset[Key]:
    if isinstance(one, Parameter) and one.location is Location.PATH:
        return frozenset({("call", key), ("resource", call.resource)})
    name = place.path[0] if place.path else str(one.name)
    at = (one.location.value if isinstance(one, Parameter) else BODY, name)
    argument = call.arguments.get(at) or call.arguments.get((BODY, ""))
    types = iter((argument.type,) if argument else ())
    return frozenset({("argument", key, *at), *classes_of(types, surface)})


def attribute_keys(key: str, call: Call, surface: Surface, path: tuple[str, ...]) -> Iterator[Key]:
    """The attribute of a model that a field of an answer becomes, and the classes of its type."""
    if call.items is not None:
        around = tuple(call.items.split(".")) if call.items else ()
        if path[: len(around)] != around:
            return
        path = path[len(around) :]
    text = call.item
    if not path:
        yield ("returns", key)
        yield from classes_of(iter((text,)), surface)
    for at, wire in enumerate(path):
        owners = [one for one in surface.mentioned(text) if wire in surface.models.get(one, {})]
        if not owners:
            return
        text = " | ".join(surface.models[one][wire].type for one in sorted(owners))
        if at == len(path) - 1:
            yield from (("attribute", one, wire) for one in owners)
            yield from classes_of(iter((text,)), surface)
