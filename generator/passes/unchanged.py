"""Parts of an API rewritten: where nothing changes, the same object comes back and none is made.

Most parts of most pages stay as they are in most passes, and a copy of a field takes longer than
all that a pass asks about it.
"""

from __future__ import annotations

from collections.abc import Callable
from operator import is_
from typing import TypeVar

from generator.ir import (
    ArrayType,
    Body,
    Field,
    Function,
    NullableType,
    ObjectType,
    Operation,
    Parameter,
    Resource,
    TypeExpr,
)
from generator.value import replace

T = TypeVar("T")
Typed = TypeVar("Typed", Field, Parameter, Body)


def each(items: tuple[T, ...], change: Callable[[T], T]) -> tuple[T, ...]:
    """The items changed, in their order."""
    changed = tuple(map(change, items))
    return items if all(map(is_, items, changed)) else changed


def retyped(one: Typed, type_: TypeExpr) -> Typed:
    """The field, parameter or body with that type."""
    return one if one.type is type_ else replace(one, type=type_)


def holding(one: ArrayType | NullableType, item: TypeExpr) -> ArrayType | NullableType:
    """The list, or the type that may be null, with that item."""
    return one if one.item is item else replace(one, item=item)


def with_fields(one: ObjectType, change: Callable[[Field], Field]) -> ObjectType:
    """The object with each of its fields changed."""
    fields = each(one.fields, change)
    return one if fields is one.fields else replace(one, fields=fields)


def with_arguments(
    one: Operation,
    *,
    parameters: Callable[[Parameter], Parameter] | None = None,
    bodies: Callable[[Body], Body] | None = None,
) -> Operation:
    """The operation with what callers give changed."""
    new_parameters = each(one.parameters, parameters) if parameters else one.parameters
    new_bodies = each(one.bodies, bodies) if bodies else one.bodies
    if new_parameters is one.parameters and new_bodies is one.bodies:
        return one
    return replace(one, parameters=new_parameters, bodies=new_bodies)


def answering(one: Function, operation: Operation, returns: TypeExpr | None) -> Function:
    """The function with that operation and answer."""
    if operation is one.operation and returns is one.returns:
        return one
    return replace(one, operation=operation, returns=returns)


def map_functions(resource: Resource, change: Callable[[Function], Function]) -> Resource:
    """The resource with every function of its own changed; children are left alone."""
    functions = each(resource.functions, change)
    return resource if functions is resource.functions else replace(resource, functions=functions)


def map_resources(
    resources: tuple[Resource, ...], change: Callable[[Resource], Resource]
) -> tuple[Resource, ...]:
    """The resources changed, each before those below it."""

    def whole(one: Resource) -> Resource:
        found = change(one)
        children = map_resources(found.children, change)
        items = map_resources(found.item_children, change)
        if children is found.children and items is found.item_children:
            return found
        return replace(found, children=children, item_children=items)

    return each(resources, whole)
