"""What the pages drop and other pages tell: the objects in lists."""

from __future__ import annotations

from generator.ir import (
    Api,
    ArrayType,
    Function,
    NullableType,
    ObjectType,
    Origin,
    Recovered,
    Resource,
    TypeExpr,
    without_null,
)
from generator.passes.evidence import Evidence
from generator.passes.items import Items
from generator.passes.shapes import settle
from generator.passes.unchanged import map_functions, map_resources
from generator.value import replace


def recover(api: Api) -> Api:
    """The API with the shapes that REST convention gives away.

    A list of which the page says only ``array[object]`` holds what the pages of one thing
    describe, where ``items.Rule`` names a reason and nothing contradicts it. Each function keeps
    in ``recovered`` what it owes to which pages; samples of the list add what those leave open. A
    list with ``pagination`` returns the type of
    its items.
    """
    items = Items(Evidence(api))
    return replace(api, resources=map_resources(api.resources, lambda one: _recover(one, items)))


def _recover(resource: Resource, items: Items) -> Resource:
    return map_functions(resource, lambda one: _with_items(one, tuple(items.of(resource, one))))


def _with_items(function: Function, recovered: tuple[Recovered, ...]) -> Function:
    """The function with the items of its lists typed."""
    if function.returns is None:
        return function
    returns = function.returns
    for one in recovered:
        returns = _fill(returns, one.place, one.type)
    if function.pagination is not None:
        returns = _at(returns, function.pagination.items)
    if returns is function.returns and not recovered:
        return function
    return replace(function, returns=returns, recovered=recovered)


def _fill(type_: TypeExpr, place: str, item: ObjectType) -> TypeExpr:
    """The type with ``item`` in the bare list at the field ``place``, or in the type itself."""
    if isinstance(type_, NullableType):
        return replace(type_, item=_fill(type_.item, place, item))
    if isinstance(type_, ObjectType) and place:
        return replace(
            type_,
            fields=tuple(
                (
                    replace(one, type=_fill(one.type, "", item), type_origin=Origin.CONVENTION)
                    if one.name == place
                    else one
                )
                for one in type_.fields
            ),
        )
    if isinstance(type_, ArrayType):
        return replace(type_, item=_in_item(type_.item, item))
    return type_


def _in_item(type_: TypeExpr, item: ObjectType) -> TypeExpr:
    known = settle(item, type_)
    return NullableType(item=known) if isinstance(type_, NullableType) else known


def _at(type_: TypeExpr, path: str) -> TypeExpr:
    """The type of one item of the list at a dotted path; a free object where nobody said."""
    here = without_null(type_)
    for name in path.split(".") if path else []:
        fields = here.fields if isinstance(here, ObjectType) else ()
        found = next((one.type for one in fields if one.name == name), None)
        here = without_null(found) if found is not None else ObjectType()
    return here.item if isinstance(here, ArrayType) else ObjectType()
