"""Known values that one page of a resource tells and another keeps to itself."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

from generator.ir import (
    Api,
    Field,
    Function,
    NullableType,
    ObjectType,
    Origin,
    Resource,
    ScalarKind,
    ScalarType,
    TypeExpr,
    Values,
    without_null,
    words,
)
from generator.passes.unchanged import (
    answering,
    holding,
    map_functions,
    map_resources,
    retyped,
    with_arguments,
    with_fields,
)
from generator.value import replace

F = TypeVar("F", bound=Field)

WRITING = frozenset({"create", "update", "replace"})
"""Functions that are given what the thing then is."""

_PLAIN = ScalarType(kind=ScalarKind.STRING)


def lend_values(api: Api) -> Api:
    """The API where one argument of create and update has the same known values in both.

    What the thing answers with has them too. Only text whose page tells no values of its own
    gets them; they stay open, so any other value is as good.
    """
    return replace(api, resources=map_resources(api.resources, _lend))


def _lend(resource: Resource) -> Resource:
    known: dict[tuple[str, ...], Values] = {}
    for function in resource.functions:
        for one in given_fields(function):
            if one.values is not None and one.values.open and without_null(one.type) == _PLAIN:
                borrowed = replace(one.values, origin=Origin.CONVENTION, rule="same-argument")
                known.setdefault(words(one.name), borrowed)
    return map_functions(resource, lambda one: _borrow(one, known)) if known else resource


def given_fields(function: Function) -> Iterator[Field]:
    """The fields that the body of a writing function lists."""
    if function.name in WRITING:
        for body in function.operation.bodies:
            type_ = without_null(body.type)
            yield from type_.fields if isinstance(type_, ObjectType) else ()


def _borrow(function: Function, known: dict[tuple[str, ...], Values]) -> Function:
    operation = function.operation
    if function.name in WRITING:
        operation = with_arguments(
            operation, bodies=lambda one: retyped(one, _inside(one.type, known))
        )
    returns = _inside(function.returns, known) if function.returns is not None else None
    return answering(function, operation, returns)


def _inside(type_: TypeExpr, known: dict[tuple[str, ...], Values]) -> TypeExpr:
    match type_:
        case NullableType():
            return holding(type_, _inside(type_.item, known))
        case ObjectType():
            return with_fields(type_, lambda one: _valued(one, known))
        case _:
            return type_


def _valued(one: F, known: dict[tuple[str, ...], Values]) -> F:
    plain = without_null(one.type) == _PLAIN and one.values is None
    values = known.get(words(one.name)) if plain else None
    return one if values is None else replace(one, values=values)
