"""Known values that two pages spell in two ways: neither is certain, so neither is kept."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable

from generator.diagnostics import Diagnostics
from generator.ir import (
    ArrayType,
    Field,
    MapType,
    NullableType,
    ObjectType,
    Operation,
    Origin,
    Response,
    ScalarType,
    TypeExpr,
    UnionType,
    Values,
)
from generator.value import replace

_JOINT = re.compile(r"[-_ ]")

_Told = tuple[str, frozenset[str]]
"""A field's name, and values that a page tells of it."""


def drop_doubtful(
    operations: tuple[Operation, ...], diagnostics: Diagnostics
) -> tuple[Operation, ...]:
    """The operations without lists read in prose that differ in ``-``, ``_`` and spaces alone.

    Two lists are compared where their fields have one name. An open list that lacks a value costs
    little; a value that does not exist is sent, and refused.
    """
    spelled: dict[_Told, dict[frozenset[str], Field]] = defaultdict(dict)
    told: list[set[_Told]] = []
    for one in operations:
        told.append(set())
        for field in _fields_of(one):
            if (read := _read(field)) is not None:
                name = str(field.name)
                told[-1].add((name, read))
                key = (name, frozenset(_JOINT.sub("", value) for value in read))
                spelled[key].setdefault(read, field)
    doubtful = {key: found for key, found in spelled.items() if len(found) > 1}
    for (name, _), found in doubtful.items():
        first, other = list(found.values())[:2]
        diagnostics.note(
            "two-spellings",
            f"the values of '{name}' are spelled differently in {other.span}; none is taken",
            first.span,
            "correct the page that is wrong",
        )
    if not doubtful:
        return operations
    names = {(name, read) for (name, _), found in doubtful.items() for read in found}
    return tuple(
        one if here.isdisjoint(names) else _changed(one, lambda field: _without(field, names))
        for one, here in zip(operations, told, strict=True)
    )


def _read(field: Field) -> frozenset[str] | None:
    """The values as a set, where they were read in prose and are texts."""
    values: Values | None = field.values
    if values is None or values.origin is not Origin.PROSE:
        return None
    texts = frozenset(one for one in values.values if isinstance(one, str))
    return texts if len(texts) == len(values.values) else None


def _without(field: Field, names: set[_Told]) -> Field:
    read = _read(field)
    doubtful = read is not None and (str(field.name), read) in names
    return replace(field, values=None) if doubtful else field


def _fields_of(operation: Operation) -> list[Field]:
    """All fields with known values in the page's order, however deep."""
    found: list[Field] = [one for one in operation.parameters if one.values is not None]
    for body in operation.bodies:
        _gather(body.type, found)
    for response in operation.responses:
        found += [one for one in response.headers if one.values is not None]
        for body in response.bodies:
            _gather(body.type, found)
    return found


def _gather(type_: TypeExpr, found: list[Field]) -> None:
    match type_:
        case ScalarType():  # first, as most are
            return
        case ObjectType(fields=fields):
            for one in fields:
                if one.values is not None:
                    found.append(one)
                if not isinstance(one.type, ScalarType):
                    _gather(one.type, found)
        case ArrayType(item=inner) | NullableType(item=inner) | MapType(value=inner):
            _gather(inner, found)
        case UnionType(members=members):
            for member in members:
                _gather(member, found)
        case _:
            return


def _changed(operation: Operation, change: Callable[[Field], Field]) -> Operation:
    def responded(one: Response) -> Response:
        return replace(
            one,
            headers=tuple(map(change, one.headers)),
            bodies=tuple(replace(body, type=_typed(body.type, change)) for body in one.bodies),
        )

    return replace(
        operation,
        parameters=tuple(replace(one, values=change(one).values) for one in operation.parameters),
        bodies=tuple(replace(one, type=_typed(one.type, change)) for one in operation.bodies),
        responses=tuple(map(responded, operation.responses)),
    )


def _typed(type_: TypeExpr, change: Callable[[Field], Field]) -> TypeExpr:
    match type_:
        case ObjectType(fields=fields):
            changed = (replace(one, type=_typed(one.type, change)) for one in fields)
            return replace(type_, fields=tuple(map(change, changed)))
        case ArrayType() | NullableType():
            return replace(type_, item=_typed(type_.item, change))
        case MapType():
            return replace(type_, value=_typed(type_.value, change))
        case UnionType():
            return replace(type_, members=tuple(_typed(one, change) for one in type_.members))
        case _:
            return type_
