"""Descriptions of one thing become one."""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce

from generator.ir import (
    AnyType,
    ArrayType,
    Field,
    MapType,
    NullableType,
    ObjectType,
    Origin,
    RefType,
    ScalarKind,
    ScalarType,
    TypeExpr,
    WireName,
    retraced,
    without_null,
)
from generator.value import replace


def same_thing(left: tuple[Field, ...], right: tuple[Field, ...]) -> bool:
    """Whether most names of the smaller description stand in the larger one too."""
    ours, theirs = {one.name for one in left}, {one.name for one in right}
    fewer = min(len(ours), len(theirs))
    return fewer > 0 and len(ours & theirs) >= 0.6 * fewer


def merge_fields(descriptions: Sequence[tuple[Field, ...]]) -> tuple[Field, ...]:
    """All fields by name, in the first description's order, then the second's, and so on.

    What the first says of a field goes before what others say. A field that some description
    lacks is not always there.
    """
    if len(descriptions) == 1:
        return descriptions[0]
    told: dict[str, list[Field]] = {}
    for fields in descriptions:
        for one in fields:
            told.setdefault(one.name, []).append(one)
    merged = ((_merge(some) if len(some) > 1 else some[0], len(some)) for some in told.values())
    return tuple(one if count == len(descriptions) else _optional(one) for one, count in merged)


def _merge(some: list[Field]) -> Field:
    """One field of what several descriptions say, made in one step however many there are.

    Where ``api.toml`` says what its type is, the pages' own types do not count.
    """
    first, last = some[0], some[-1]
    stated = [one for one in some if one.type_origin is Origin.CONFIG]
    required = all(one.required for one in some)
    return replace(
        first,
        name=WireName(retraced(first.name, *[one.name for one in some])),
        type=reduce(merge_types, [one.type for one in stated or some]),
        type_origin=Origin.CONFIG if stated else first.type_origin,
        description=next(filter(None, [one.description for one in some]), last.description),
        required=required,
        required_origin=first.required_origin if required else None,
        default=next(filter(None, [one.default for one in some]), None),
        deprecated=all(one.deprecated for one in some),
        sampled=all(one.sampled for one in some),
        called=next(filter(None, [one.called for one in some]), ""),
    )


def _optional(field: Field) -> Field:
    """A field that one description lacks is not always there."""
    return replace(field, required=False, required_origin=None) if field.required else field


def merge_types(left: TypeExpr, right: TypeExpr) -> TypeExpr:
    """The narrowest type that holds both; ``AnyType`` where they contradict each other."""
    if left == right or isinstance(right, AnyType):
        return left
    if isinstance(left, AnyType):
        return right
    if isinstance(left, NullableType) or isinstance(right, NullableType):
        inner = merge_types(without_null(left), without_null(right))
        return inner if isinstance(inner, AnyType) else NullableType(item=inner)
    if isinstance(left, ArrayType) and isinstance(right, ArrayType):
        return ArrayType(item=merge_types(left.item, right.item))
    if isinstance(left, MapType) and right == ObjectType():
        return left
    if isinstance(right, MapType) and left == ObjectType():
        return right
    if isinstance(left, RefType) and _gives_way(right):
        return left
    if isinstance(right, RefType) and _gives_way(left):
        return right
    if isinstance(left, ScalarType) and isinstance(right, ScalarType) and left.kind is right.kind:
        return ScalarType(kind=left.kind)
    return AnyType()


def _gives_way(type_: TypeExpr) -> bool:
    """A bare object or string says less than the model or the known values beside it."""
    return type_ == ObjectType() or (
        isinstance(type_, ScalarType) and type_.kind is ScalarKind.STRING
    )
