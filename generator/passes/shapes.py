"""Types of sample values: the narrowest one that takes all of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from generator.examples import Sample
from generator.ir import (
    AnyType,
    ArrayType,
    Field,
    MapType,
    NullableType,
    ObjectType,
    Origin,
    ScalarKind,
    ScalarType,
    TypeExpr,
    UnionType,
    WireName,
    without_null,
)
from generator.passes.formats import format_of, is_data
from generator.value import replace

T = TypeVar("T", ArrayType, MapType, ObjectType)

MOST_FIELDS = 250
"""Names in one object; where there are more, somebody's data are the keys."""
MOST_MEMBERS = 3
"""Alternatives of a union; more say no more than any value does."""


def infer(samples: Sequence[Sample]) -> TypeExpr:
    """The type of values that stand at one place, whatever their order.

    A null makes it nullable; nothing but null, or nothing at all, says nothing. Whether a field
    is always there cannot be seen in samples, so none is required. Values never become the known
    values of a type: a sample may hold anybody's data.
    """
    known = [one for one in samples if one.value is not None]
    type_ = _known(known)
    return NullableType(item=type_) if len(known) < len(samples) else type_


def _known(samples: Sequence[Sample]) -> TypeExpr:
    """The type of values that are not null."""
    kinds = [
        _scalar(ScalarKind.STRING, [x.value for x in samples if isinstance(x.value, str)]),
        _number([one.value for one in samples]),
        _scalar(ScalarKind.BOOLEAN, [x.value for x in samples if isinstance(x.value, bool)]),
        _array([one.value for one in samples if isinstance(one.value, tuple)]),
        _object([one.value for one in samples if isinstance(one.value, Mapping)]),
    ]
    found = tuple(one for one in kinds if one is not None)
    if len(found) == 1:
        return found[0]
    return UnionType(members=found) if 1 < len(found) <= MOST_MEMBERS else AnyType()


def _scalar(kind: ScalarKind, values: Sequence[object]) -> TypeExpr | None:
    if not values:
        return None
    texts = [one for one in values if isinstance(one, str)]
    return ScalarType(kind=kind, format=format_of(texts) if texts else None)


def _number(values: Iterable[object]) -> TypeExpr | None:
    kinds = {type(one) for one in values} & {int, float}
    if not kinds:
        return None
    return ScalarType(kind=ScalarKind.NUMBER if float in kinds else ScalarKind.INTEGER)


def _array(values: Sequence[tuple[Sample, ...]]) -> TypeExpr | None:
    if not values:
        return None
    return ArrayType(item=infer([item for one in values for item in one]))


def _object(values: Sequence[Mapping[str, Sample]]) -> TypeExpr | None:
    """An object by its names, or a map where every key is data; a bare one says nothing."""
    if not values:
        return None
    found: dict[str, list[Sample]] = {}
    for one in values:
        for key, sample in one.items():
            found.setdefault(key, []).append(sample)
    names = [key for key in found if not is_data(key, found)]
    if not names:
        return _map([sample for all_ in found.values() for sample in all_])
    if len(names) > MOST_FIELDS:
        return ObjectType()
    # By their first place, so that the order of samples does not matter.
    names.sort(key=lambda name: (min(one.span for one in found[name]), name))
    return ObjectType(fields=tuple(_field(name, found[name]) for name in names))


def _map(values: Sequence[Sample]) -> TypeExpr:
    """The map of values that are alike; a bare object where they are not."""
    type_ = infer(values)
    unlike = isinstance(without_null(type_), AnyType | UnionType)
    return ObjectType() if unlike else MapType(value=type_)


def _field(name: str, samples: Sequence[Sample]) -> Field:
    return Field(
        name=WireName(name),
        type=infer(samples),
        type_origin=Origin.EXAMPLE,
        sampled=True,
        span=min(one.span for one in samples),
    )


def settle(stated: TypeExpr, seen: TypeExpr) -> TypeExpr:
    """The stated type; what it leaves open is filled with what was seen there.

    An object that lists fields gets no others: its page says what it holds.
    """
    match stated:
        case AnyType():
            return stated if isinstance(without_null(seen), AnyType) else seen
        case NullableType(item=item):
            return replace(stated, item=without_null(settle(item, seen)))
        case ArrayType(item=item):
            array = _part(seen, ArrayType)
            return replace(stated, item=settle(item, array.item)) if array else stated
        case MapType(value=value):
            map_ = _part(seen, MapType)
            return replace(stated, value=settle(value, map_.value)) if map_ else stated
        case ObjectType():
            return _settle_object(stated, seen)
        case UnionType(members=members):
            return replace(stated, members=tuple(_settle_member(one, seen) for one in members))
        case _:
            return stated


def _settle_member(stated: TypeExpr, seen: TypeExpr) -> TypeExpr:
    """One of several types settled, unless it takes so much that the samples may be others'."""
    takes_all = stated in (AnyType(), ArrayType(item=AnyType()))
    return stated if takes_all else settle(stated, seen)


def _settle_object(stated: ObjectType, seen: TypeExpr) -> TypeExpr:
    """The object's fields settled each; a bare one is what was seen."""
    object_, map_ = _part(seen, ObjectType), _part(seen, MapType)
    if not stated.fields:
        if map_ is not None:
            return replace(map_, format=stated.format)
        return replace(stated, fields=object_.fields) if object_ else stated
    types = {one.name: one.type for one in object_.fields} if object_ else {}
    return replace(
        stated,
        fields=tuple(
            _settle_field(one, types[one.name]) if one.name in types else one
            for one in stated.fields
        ),
    )


def _settle_field(stated: Field, seen: TypeExpr) -> Field:
    type_ = settle(stated.type, seen)
    return (
        stated if type_ == stated.type else replace(stated, type=type_, type_origin=Origin.EXAMPLE)
    )


def _part(seen: TypeExpr, kind: type[T]) -> T | None:
    """The part of what was seen that is of a kind."""
    plain = without_null(seen)
    members = plain.members if isinstance(plain, UnionType) else (plain,)
    return next((one for one in members if isinstance(one, kind)), None)
