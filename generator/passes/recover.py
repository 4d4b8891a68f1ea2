"""What the pages drop and other pages tell: the items of a list."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from generator.ir import (
    Api,
    ArrayType,
    Field,
    Function,
    NullableType,
    ObjectType,
    Origin,
    Resource,
    TypeExpr,
    without_null,
)
from generator.passes.merging import same_thing
from generator.passes.shapes import settle

_DESCRIBING = ("fetch", "get", "retrieve", "create", "update", "replace")


def recover(api: Api) -> Api:
    """The API with the shapes that REST convention gives away.

    The one array of objects in a collection's list answer holds what the page of one item
    describes, which goes before what samples of it show. A list with ``pagination`` returns the
    type of its items.
    """
    return replace(api, resources=tuple(_recover(one) for one in api.resources))


def map_functions(resource: Resource, change: Callable[[Function], Function]) -> Resource:
    """The resource with every function of its own changed; children are left alone."""
    return replace(resource, functions=tuple(change(one) for one in resource.functions))


def _recover(resource: Resource) -> Resource:
    item = _item_of(resource)
    found = map_functions(resource, lambda one: _with_items(one, item))
    return replace(
        found,
        children=tuple(_recover(one) for one in resource.children),
        item_children=tuple(_recover(one) for one in resource.item_children),
    )


def _item_of(resource: Resource) -> ObjectType | None:
    """What the pages of one item describe as their answer."""
    for verb in _DESCRIBING:
        for function in resource.functions:
            of_one = function.positional or function.operation.method == "POST"
            if function.name == verb and of_one and function.pagination is None:
                type_ = without_null(function.returns) if function.returns else None
                if isinstance(type_, ObjectType) and len(type_.fields) > 2:
                    return type_
    return None


def _with_items(function: Function, item: ObjectType | None) -> Function:
    """The function with typed items, where it lists them."""
    if function.returns is None:
        return function
    lists = function.name == "list" or function.pagination is not None
    returns = _fill(function.returns, item) if item and lists else function.returns
    if function.pagination is not None:
        returns = _at(returns, function.pagination.items)
    return replace(function, returns=returns)


def _fill(type_: TypeExpr, item: ObjectType) -> TypeExpr:
    """The list answer with the item's fields where the page says only ``array[object]``."""
    if isinstance(type_, NullableType):
        return replace(type_, item=_fill(type_.item, item))
    if isinstance(type_, ArrayType):
        return replace(type_, item=_known(type_.item, item)) if _is_bare(type_, item) else type_
    if isinstance(type_, ObjectType):
        bare = [one for one in type_.fields if _is_bare(one.type, item)]
        if len(bare) == 1:
            return replace(
                type_,
                fields=tuple(_filled(one, item) if one is bare[0] else one for one in type_.fields),
            )
    return type_


def _is_bare(type_: TypeExpr, item: ObjectType) -> bool:
    """Whether the type lists objects of which the page says nothing, and samples no other thing."""
    array = without_null(type_)
    found = without_null(array.item) if isinstance(array, ArrayType) else None
    if not isinstance(found, ObjectType):
        return False
    seen = all(one.sampled for one in found.fields)
    return seen and (not found.fields or same_thing(found.fields, item.fields))


def _known(seen: TypeExpr, item: ObjectType) -> TypeExpr:
    """The item as its page describes it, with what samples of the list add; null stays."""
    known = settle(item, seen)
    return NullableType(item=known) if isinstance(seen, NullableType) else known


def _filled(field: Field, item: ObjectType) -> Field:
    return replace(field, type=_fill(field.type, item), type_origin=Origin.CONVENTION)


def _at(type_: TypeExpr, path: str) -> TypeExpr:
    """The type of one item of the list at a dotted path; a free object where nobody said."""
    here = without_null(type_)
    for name in path.split(".") if path else []:
        fields = here.fields if isinstance(here, ObjectType) else ()
        found = next((one.type for one in fields if one.name == name), None)
        here = without_null(found) if found is not None else ObjectType()
    return here.item if isinstance(here, ArrayType) else ObjectType()
