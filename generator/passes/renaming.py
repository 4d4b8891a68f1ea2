"""Models take new names, everywhere they are referred to; those that meet in one are merged."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from generator.ir import (
    Api,
    ArrayType,
    EnumType,
    Field,
    Function,
    MapType,
    Model,
    NullableType,
    ObjectType,
    Parameter,
    RefType,
    Resource,
    TypeExpr,
    UnionType,
)
from generator.passes.merging import merge_fields
from generator.passes.recover import map_functions

AnyField = TypeVar("AnyField", Field, Parameter)


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """What a model is called, and the file it goes to."""

    name: str
    home: str


def moved(api: Api, places: Mapping[str, Place]) -> Api:
    """The API with the models at their new places; those that meet there are merged."""
    return replace(
        api,
        resources=tuple(_resource(one, places) for one in api.resources),
        models=merged_models(api.models, places),
    )


def merged_models(models: tuple[Model, ...], places: Mapping[str, Place]) -> tuple[Model, ...]:
    """The models at their places; those without one stay where they are."""
    found: dict[str, Model] = {}
    for model in sorted(models, key=lambda one: (len(one.name), one.name)):
        place = places.get(model.name, Place(name=model.name, home=model.home))
        type_ = _renamed(model.type, places)
        new = replace(model, name=place.name, home=place.home, type=type_)
        known = found.get(place.name)
        found[place.name] = _merged(known, new) if known is not None else new
    return tuple(sorted(found.values(), key=lambda one: (one.home, one.name)))


def _merged(left: Model, right: Model) -> Model:
    own = min((left.own, right.own), key=lambda one: (len(one), one))
    type_ = left.type
    if isinstance(type_, ObjectType) and isinstance(right.type, ObjectType):
        type_ = ObjectType(fields=merge_fields(type_.fields, right.type.fields))
    if isinstance(type_, EnumType) and isinstance(right.type, EnumType):
        type_ = replace(type_, values=tuple(dict.fromkeys(type_.values + right.type.values)))
    return replace(left, own=own, type=type_, description=left.description or right.description)


def _resource(resource: Resource, places: Mapping[str, Place]) -> Resource:
    found = map_functions(resource, lambda one: _function(one, places))
    return replace(
        found,
        children=tuple(_resource(one, places) for one in resource.children),
        item_children=tuple(_resource(one, places) for one in resource.item_children),
    )


def _function(function: Function, places: Mapping[str, Place]) -> Function:
    operation = function.operation
    operation = replace(
        operation,
        parameters=tuple(_retyped(one, places) for one in operation.parameters),
        bodies=tuple(replace(one, type=_renamed(one.type, places)) for one in operation.bodies),
    )
    returns = _renamed(function.returns, places) if function.returns is not None else None
    return replace(function, operation=operation, returns=returns)


def _retyped(one: AnyField, places: Mapping[str, Place]) -> AnyField:
    """The field or parameter; as it is where its type is, which most are."""
    type_ = _renamed(one.type, places)
    return one if type_ is one.type else replace(one, type=type_)


def _renamed(type_: TypeExpr, places: Mapping[str, Place]) -> TypeExpr:
    match type_:
        case RefType(name=name) if name in places:
            return RefType(name=places[name].name)
        case ArrayType() | NullableType():
            item = _renamed(type_.item, places)
            return type_ if item is type_.item else replace(type_, item=item)
        case MapType():
            return replace(type_, value=_renamed(type_.value, places))
        case UnionType():
            return replace(type_, members=tuple(_renamed(one, places) for one in type_.members))
        case ObjectType():
            return replace(type_, fields=tuple(_retyped(one, places) for one in type_.fields))
        case _:
            return type_
