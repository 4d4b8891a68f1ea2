"""One change made to every type of an operation or of a whole API."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from generator.ir import (
    Api,
    ArrayType,
    Field,
    MapType,
    NullableType,
    ObjectType,
    Operation,
    Resource,
    Response,
    TypeExpr,
    UnionType,
)
from generator.value import replace

Change = Callable[[TypeExpr], TypeExpr]
F = TypeVar("F", bound=Field)


def retyped_api(api: Api, change: Change) -> Api:
    """The API with every type changed, what a type holds before the type itself."""
    return replace(
        api,
        resources=tuple(_resource(one, change) for one in api.resources),
        models=tuple(replace(one, type=retyped(one.type, change)) for one in api.models),
        operations=tuple(_operation(one, change) for one in api.operations),
    )


def retyped(type_: TypeExpr, change: Change) -> TypeExpr:
    """The type with all its parts changed, then itself."""
    match type_:
        case ObjectType(fields=fields):
            type_ = replace(type_, fields=tuple(_field(one, change) for one in fields))
        case ArrayType(item=item) | NullableType(item=item):
            type_ = replace(type_, item=retyped(item, change))
        case MapType(value=value):
            type_ = replace(type_, value=retyped(value, change))
        case UnionType(members=members):
            type_ = replace(type_, members=tuple(retyped(one, change) for one in members))
    return change(type_)


def _field(field: F, change: Change) -> F:
    return replace(field, type=retyped(field.type, change))


def _operation(one: Operation, change: Change) -> Operation:
    return replace(
        one,
        parameters=tuple(_field(field, change) for field in one.parameters),
        bodies=tuple(replace(body, type=retyped(body.type, change)) for body in one.bodies),
        responses=tuple(_response(response, change) for response in one.responses),
    )


def _response(one: Response, change: Change) -> Response:
    return replace(
        one,
        headers=tuple(_field(field, change) for field in one.headers),
        bodies=tuple(replace(body, type=retyped(body.type, change)) for body in one.bodies),
    )


def _resource(one: Resource, change: Change) -> Resource:
    functions = tuple(
        replace(
            function,
            operation=_operation(function.operation, change),
            returns=None if function.returns is None else retyped(function.returns, change),
        )
        for function in one.functions
    )
    return replace(
        one,
        functions=functions,
        children=tuple(_resource(child, change) for child in one.children),
        item_children=tuple(_resource(child, change) for child in one.item_children),
    )
