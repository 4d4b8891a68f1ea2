"""Type expressions: a closed union of frozen values."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

from generator.value import Struct

if TYPE_CHECKING:
    from generator.ir.facts import Scalar
    from generator.ir.operation import Field


class ScalarKind(StrEnum):
    """The notation's words for single values."""

    STRING = "string"
    INTEGER = "integer"
    NUMBER = "number"
    BOOLEAN = "boolean"


class ScalarType(Struct, frozen=True, kw_only=True):
    """One value, perhaps of a known format: ``string(date-time)``."""

    kind: ScalarKind
    format: str | None = None


class ArrayType(Struct, frozen=True, kw_only=True):
    """A list; ``AnyType`` items where the page says only ``array``."""

    item: TypeExpr


class MapType(Struct, frozen=True, kw_only=True):
    """An object whose keys are data: ``object(uri-map)`` maps names to addresses."""

    value: TypeExpr
    format: str | None = None


class ObjectType(Struct, frozen=True, kw_only=True):
    """An object; no fields where the page does not list them."""

    fields: tuple[Field, ...] = ()
    format: str | None = None


class EnumType(Struct, frozen=True, kw_only=True):
    """Known values of a scalar; where ``open``, any other value is as good."""

    base: ScalarType
    values: tuple[Scalar, ...]
    open: bool = True


class UnionType(Struct, frozen=True, kw_only=True):
    """One of several types; never holds null, see ``NullableType``."""

    members: tuple[TypeExpr, ...]


class NullableType(Struct, frozen=True, kw_only=True):
    """The item, or null."""

    item: TypeExpr


class RefType(Struct, frozen=True, kw_only=True):
    """A model of ``Api.models``, by name."""

    name: str


class AnyType(Struct, frozen=True, kw_only=True):
    """Nothing is known: the page's ``()``."""


TypeExpr: TypeAlias = (
    ScalarType
    | ArrayType
    | MapType
    | ObjectType
    | EnumType
    | UnionType
    | NullableType
    | RefType
    | AnyType
)


def without_null(type_: TypeExpr) -> TypeExpr:
    """The type without its null."""
    return type_.item if isinstance(type_, NullableType) else type_


def references(type_: TypeExpr) -> Iterator[str]:
    """The names of the models that the type refers to, in order, however deep."""
    match type_:
        case RefType(name=name):
            yield name
        case ArrayType(item=inner) | NullableType(item=inner) | MapType(value=inner):
            yield from references(inner)
        case UnionType(members=members):
            for one in members:
                yield from references(one)
        case ObjectType(fields=fields):
            for field in fields:
                yield from references(field.type)
        case _:
            return
