"""One answer against the type its page states: every difference, without any value."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from enum import StrEnum
from typing import assert_never

from generator.ir import (
    AnyType,
    ArrayType,
    EnumType,
    Field,
    MapType,
    NullableType,
    ObjectType,
    RefType,
    ScalarKind,
    ScalarType,
    TypeExpr,
    UnionType,
    Values,
    without_null,
)
from generator.learn.exchange import Json
from generator.learn.formats import format_of
from generator.learn.thin import kind_of
from generator.source import SourceSpan
from generator.value import Struct

CHECKED = {one: one for one in ("date-time", "date", "uuid", "uri", "email", "ipv4", "ipv6")}
CHECKED |= {"url": "uri", "date-time-rfc-2822": "date-time-rfc-2822"}
"""Formats of the notation that are looked at, by the name they have here."""

UNNAMED = "…"
"""Stands for a key that is data, which is not printed."""


class Remark(StrEnum):
    """What is to be said of one place in one answer."""

    PRESENT = "present"
    MISSING = "missing"
    REQUIRED = "required"
    """Missing, where the page says that it is always there."""
    UNDOCUMENTED = "undocumented"
    TYPE = "type"
    FORMAT = "format"
    """Text, but not of the format the page says."""
    VALUE = "value"


class Finding(Struct, frozen=True, kw_only=True):
    """A remark on the field at the dotted ``path``; ``kind`` is the type of what was there.

    ``span`` is the field's place, ``None`` where the page has none; ``stated`` is its notation.
    """

    remark: Remark
    path: str
    kind: str = ""
    stated: str = ""
    span: SourceSpan | None = None


class Place(Struct, frozen=True, kw_only=True):
    """Where a comparison stands: the way to it and the field that is nearest."""

    path: str = ""
    span: SourceSpan | None = None
    stated: str = ""
    values: Values | None = None

    def below(self, name: str) -> Place:
        """The same field, one step further in."""
        return Place(path=self._join(name), span=self.span, stated=self.stated, values=self.values)

    def at(self, field: Field) -> Place:
        """A field of the object that stands here."""
        return Place(
            path=self._join(field.name),
            span=field.span,
            stated=field.notation,
            values=field.values,
        )

    def _join(self, name: str) -> str:
        if name == "[]" or not self.path:
            return f"{self.path}{name}"
        return f"{self.path}.{name}"


def compare(
    value: Json, type_: TypeExpr, place: Place, *, is_name: Callable[[str], bool]
) -> Iterator[Finding]:
    """All findings about a value, from the outside in; the same one may come several times.

    An object whose fields the page does not list agrees with everything. ``is_name`` says which
    keys may be repeated.
    """
    kind = kind_of(value)
    if not fits(value, type_):
        yield Finding(
            remark=Remark.TYPE, path=place.path, kind=kind, stated=place.stated, span=place.span
        )
        return
    chosen = _member(value, without_null(type_))
    if isinstance(value, list) and isinstance(chosen, ArrayType):
        for inner in value:
            yield from compare(inner, chosen.item, place.below("[]"), is_name=is_name)
    elif isinstance(value, dict):
        yield from _in_object(value, chosen, place, is_name)
    elif value is not None:
        yield from _in_scalar(value, chosen, place)


def _in_scalar(value: Json, type_: TypeExpr, place: Place) -> Iterator[Finding]:
    if not _is_listed(value, type_, place.values):
        yield Finding(remark=Remark.VALUE, path=place.path, span=place.span)
    stated = type_.format if isinstance(type_, ScalarType) else None
    if not isinstance(value, str) or not value or stated not in CHECKED:
        return  # an empty text means at most services that there is none
    if _format(value) != CHECKED[stated]:
        yield Finding(remark=Remark.FORMAT, path=place.path, stated=place.stated, span=place.span)


def _format(text: str) -> str:
    found = format_of(text)
    return found.name if found else ""


def fits(value: Json, type_: TypeExpr) -> bool:
    """Whether the value is of the type, not looking inside arrays and objects."""
    match type_:
        case NullableType(item=item):
            return value is None or fits(value, item)
        case UnionType(members=members):
            return any(fits(value, one) for one in members)
        case ArrayType():
            return isinstance(value, list)
        case MapType() | ObjectType():
            return isinstance(value, dict)
        case EnumType(base=base):
            return fits(value, base)
        case ScalarType(kind=kind):
            return _is_scalar(value, kind)
        case AnyType() | RefType():
            return True
        case _:
            assert_never(type_)


def _is_scalar(value: Json, kind: ScalarKind) -> bool:
    if isinstance(value, bool):
        return kind is ScalarKind.BOOLEAN
    if isinstance(value, float):
        # 1.0 is an integer in JSON, whatever the service's language thinks of it.
        return kind is ScalarKind.NUMBER or (kind is ScalarKind.INTEGER and value.is_integer())
    if isinstance(value, int):
        return kind in (ScalarKind.INTEGER, ScalarKind.NUMBER)
    return isinstance(value, str) and kind is ScalarKind.STRING


def _member(value: Json, type_: TypeExpr) -> TypeExpr:
    """The one member of a union that the value fits; nothing is known where several do."""
    if not isinstance(type_, UnionType):
        return type_
    fitting = [one for one in type_.members if fits(value, one)]
    return without_null(fitting[0]) if len(fitting) == 1 else AnyType()


def _in_object(
    value: dict[str, Json], type_: TypeExpr, place: Place, is_name: Callable[[str], bool]
) -> Iterator[Finding]:
    if isinstance(type_, MapType):
        for inner in value.values():
            yield from compare(inner, type_.value, place.below(UNNAMED), is_name=is_name)
    if not isinstance(type_, ObjectType) or not type_.fields:
        return
    for field in type_.fields:
        here = place.at(field)
        if field.name in value:
            yield Finding(remark=Remark.PRESENT, path=here.path, span=field.span)
            yield from compare(value[field.name], field.type, here, is_name=is_name)
        else:
            remark = Remark.REQUIRED if field.required else Remark.MISSING
            yield Finding(remark=remark, path=here.path, span=field.span)
    names = {str(one.name) for one in type_.fields}
    for key in value.keys() - names:
        path = place.below(key if is_name(key) else UNNAMED).path
        kind = kind_of(value[key])
        yield Finding(remark=Remark.UNDOCUMENTED, path=path, kind=kind, span=place.span)


def _is_listed(value: Json, type_: TypeExpr, values: Values | None) -> bool:
    """Whether the value is among those the page lists, if it lists any."""
    if isinstance(type_, EnumType):
        return value in type_.values
    return values is None or value in values.values
