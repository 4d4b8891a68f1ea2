"""Types of the wire compared: does one hold every value of the other?"""

from __future__ import annotations

import json
from enum import StrEnum

from generator.ir import (
    AnyType,
    ArrayType,
    EnumType,
    MapType,
    NullableType,
    ObjectType,
    RefType,
    ScalarKind,
    ScalarType,
    TypeExpr,
    UnionType,
)


class Relation(StrEnum):
    """How a new type stands to the old one."""

    SAME = "same"
    NARROWED = "narrowed"
    WIDENED = "widened"
    CHANGED = "changed"


def relation(old: TypeExpr, new: TypeExpr) -> Relation:
    """What became of a type; fields of objects and known values are compared on their own."""
    if type_text(old) == type_text(new):
        return Relation.SAME
    keeps, fits = holds(new, old), holds(old, new)
    if keeps and fits:
        return Relation.SAME
    if keeps:
        return Relation.WIDENED
    return Relation.NARROWED if fits else Relation.CHANGED


def holds(wide: TypeExpr, narrow: TypeExpr) -> bool:
    """Whether every value of ``narrow`` is one of ``wide``, by types and formats alone."""
    match wide, narrow:
        case _, UnionType(members=members):
            return all(holds(wide, one) for one in members)
        case NullableType(item=item), NullableType(item=inner):
            return holds(item, inner)
        case NullableType(item=item), _:
            return holds(item, narrow)
        case AnyType(), _:
            return True
        case UnionType(members=members), _:
            return any(holds(one, narrow) for one in members)
        case ArrayType(item=item), ArrayType(item=inner):
            return holds(item, inner)
        case MapType(value=value), MapType(value=inner):
            return holds(value, inner)
        case ObjectType(), MapType():
            return not wide.fields
        case ObjectType(), ObjectType():
            return True
        case EnumType(base=base), EnumType(base=inner_base):
            return base == inner_base
        case ScalarType(), ScalarType():
            return _holds_scalar(wide, narrow)
        case _:
            return wide == narrow


def type_text(type_: TypeExpr, *, formats: bool = True) -> str:
    """The type in the pages' notation; what an object lists is left to its fields."""
    match type_:
        case ScalarType(kind=kind, format=form):
            return f"{kind.value}({form})" if form and formats else kind.value
        case ArrayType(item=item):
            return f"array[{type_text(item, formats=formats)}]"
        case MapType(value=value):
            return f"map[{type_text(value, formats=formats)}]"
        case ObjectType(format=form):
            return f"object({form})" if form and formats else "object"
        case EnumType(base=base):
            return type_text(base, formats=formats)
        case UnionType(members=members):
            return " | ".join(type_text(one, formats=formats) for one in members)
        case NullableType(item=item):
            return f"{type_text(item, formats=formats)} | null"
        case RefType(name=name):
            return name
        case AnyType():
            return "any"


def value_text(value: object) -> str:
    """A value as JSON writes it."""
    return json.dumps(value, ensure_ascii=False)


def _holds_scalar(wide: ScalarType, narrow: ScalarType) -> bool:
    if wide.kind is ScalarKind.NUMBER and narrow.kind is ScalarKind.INTEGER:
        return wide.format in (None, narrow.format)
    return wide.kind is narrow.kind and wide.format in (None, narrow.format)
