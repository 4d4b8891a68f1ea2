"""Whether two models are one thing: their names agree, and what they hold does."""

from __future__ import annotations

from collections.abc import Mapping

from generator.ir import (
    AnyType,
    ArrayType,
    EnumType,
    Field,
    MapType,
    Model,
    NullableType,
    ObjectType,
    RefType,
    ScalarType,
    TypeExpr,
    without_null,
    words,
)
from generator.passes.merging import merge_types

_FEWEST = 4
"""Fields of a description that may lack some of the other's: fewer tell nothing."""
_IDS = frozenset({"id", "sid", "uuid", "guid"})
_ITSELF = RefType(name="")
"""Stands for the model in its own fields, so that two trees of one shape compare equal."""


def names_agree(left: str, right: str) -> bool:
    """Whether one name ends with the other: ``reservation``, ``task_reservation``."""
    longer, shorter = (left, right) if len(left) >= len(right) else (right, left)
    return bool(shorter) and (longer == shorter or longer.endswith(f"_{shorter}"))


def hold_the_same(left: Model, right: Model, models: Mapping[str, Model]) -> bool:
    """Whether two models of agreeing names can be one without a contradiction.

    Known values must be equal. Of two objects that have an id, each may lack a few fields of the
    other; what both have must fit together. Without an id there is only the description to go by,
    so it must be the same, and say something of each field. ``models`` are all, by name.
    """
    ours, theirs = left.type, right.type
    if isinstance(ours, EnumType) and isinstance(theirs, EnumType):
        return set(ours.values) == set(theirs.values) and ours.base == theirs.base
    if not isinstance(ours, ObjectType) or not isinstance(theirs, ObjectType):
        return False
    first = {one.name: _fieldtype(one, left) for one in ours.fields}
    second = {one.name: _fieldtype(one, right) for one in theirs.fields}
    if not (is_thing(left) and is_thing(right)):
        told = not any(isinstance(_inmost(one), AnyType) for one in first.values())
        enough = left.own == right.own or len(first) >= _FEWEST
        same = set(first) == set(second) and all(
            first[name] == second[name] or _share_values(first[name], second[name], models)
            for name in first
        )
        return same and told and enough
    if not _lacks_little(set(first), set(second)):
        return False
    return all(_fit(first[name], second[name], models) for name in first if name in second)


def is_thing(model: Model) -> bool:
    """Whether the model has an id of its own, so that it is something to be found again."""
    return any(_is_id(one.name, model.own) for one in _fields(model))


def _is_id(name: str, own: str) -> bool:
    """``id`` and ``Sid``, and ``orderId`` of an ``order``."""
    *rest, last = words(name) or ("",)
    return last in _IDS and (not rest or "_".join(rest) == own)


def _fields(model: Model) -> tuple[Field, ...]:
    return model.type.fields if isinstance(model.type, ObjectType) else ()


def _inmost(type_: TypeExpr) -> TypeExpr:
    """What the items of lists and maps are in the end."""
    plain = without_null(type_)
    match plain:
        case ArrayType(item=inner) | MapType(value=inner):
            return _inmost(inner)
        case _:
            return plain


def _lacks_little(left: set[str], right: set[str]) -> bool:
    """Whether both have the names that either has, but for a quarter of them at most."""
    common = len(left & right)
    return left == right or common >= max(_FEWEST, 0.75 * len(left | right))


def _fieldtype(field: Field, owner: Model) -> TypeExpr:
    return _renamed(field.type, owner.name)


def _renamed(type_: TypeExpr, itself: str) -> TypeExpr:
    match type_:
        case ScalarType():  # first, as most are
            return type_
        case RefType(name=name) if name == itself:
            return _ITSELF
        case ArrayType(item=item):
            return ArrayType(item=_renamed(item, itself))
        case NullableType(item=item):
            return NullableType(item=_renamed(item, itself))
        case MapType(value=value):
            return MapType(value=_renamed(value, itself))
        case _:
            return type_


def same_values(left: TypeExpr, right: TypeExpr) -> bool:
    """Whether two open enumerations have a value in common, as two incomplete lists of it would."""
    if not isinstance(left, EnumType) or not isinstance(right, EnumType):
        return False
    return left.open and right.open and bool(set(left.values) & set(right.values))


def _share_values(left: TypeExpr, right: TypeExpr, models: Mapping[str, Model]) -> bool:
    """Whether the types are, or list, enumerations that can be one."""
    ours, theirs = without_null(left), without_null(right)
    if isinstance(ours, ArrayType) and isinstance(theirs, ArrayType):
        return _share_values(ours.item, theirs.item, models)
    if not isinstance(ours, RefType) or not isinstance(theirs, RefType):
        return False
    first, second = models.get(ours.name), models.get(theirs.name)
    return bool(first and second and same_values(first.type, second.type))


def _fit(left: TypeExpr, right: TypeExpr, models: Mapping[str, Model]) -> bool:
    """Whether there is a type for both that is not simply anything."""
    if left == right or _share_values(left, right, models):
        return True
    left, right = without_null(left), without_null(right)
    if isinstance(left, ArrayType) and isinstance(right, ArrayType):
        bare = ObjectType() in (without_null(left.item), without_null(right.item))
        return not bare and _fit(left.item, right.item, models)
    open_ = isinstance(left, AnyType) or isinstance(right, AnyType)
    return open_ or not isinstance(merge_types(left, right), AnyType)
