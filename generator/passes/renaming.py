"""Models take new names, everywhere they are referred to; those that meet in one are merged."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from generator.ir import (
    Api,
    ArrayType,
    EnumType,
    Function,
    MapType,
    Model,
    NullableType,
    ObjectType,
    RefType,
    Resource,
    ScalarType,
    TypeExpr,
    UnionType,
)
from generator.passes.merging import merge_fields
from generator.passes.unchanged import (
    answering,
    each,
    holding,
    map_functions,
    map_resources,
    retyped,
    with_arguments,
    with_fields,
)
from generator.value import Struct, replace


class Place(Struct, frozen=True, kw_only=True):
    """What a model is called, and the file it goes to."""

    name: str
    home: str


def moved(api: Api, places: Mapping[str, Place]) -> Api:
    """The API with the models at their new places; those that meet there are merged."""
    return replace(
        api,
        resources=map_resources(api.resources, lambda one: _resource(one, places)),
        models=merged_models(api.models, places),
    )


def merged_models(models: tuple[Model, ...], places: Mapping[str, Place]) -> tuple[Model, ...]:
    """The models at their places; those without one stay where they are."""
    found: dict[str, list[Model]] = defaultdict(list)
    for model in sorted(models, key=lambda one: (len(one.name), one.name)):
        place = places.get(model.name, Place(name=model.name, home=model.home))
        found[place.name].append(_at(place, model, _renamed(model.type, places)))
    merged = (_merged(some) if len(some) > 1 else some[0] for some in found.values())
    return tuple(sorted(merged, key=lambda one: (one.home, one.name)))


def _at(place: Place, model: Model, type_: TypeExpr) -> Model:
    """The model at its place with that type."""
    if model.type is type_ and (model.name, model.home) == (place.name, place.home):
        return model
    return replace(model, name=place.name, home=place.home, type=type_)


def _merged(some: list[Model]) -> Model:
    """One of the models that meet, named and described as the first."""
    first = some[0]
    type_ = first.type
    if isinstance(type_, ObjectType):
        alike = [one.type.fields for one in some if isinstance(one.type, ObjectType)]
        type_ = ObjectType(fields=merge_fields(alike))
    if isinstance(type_, EnumType):
        values = [x for one in some if isinstance(one.type, EnumType) for x in one.type.values]
        type_ = replace(type_, values=tuple(dict.fromkeys(values)))
    own = min((one.own for one in some), key=lambda one: (len(one), one))
    description = next((one.description for one in some if one.description), some[-1].description)
    return replace(first, own=own, type=type_, description=description)


def _resource(resource: Resource, places: Mapping[str, Place]) -> Resource:
    return map_functions(resource, lambda one: _function(one, places))


def _function(function: Function, places: Mapping[str, Place]) -> Function:
    operation = with_arguments(
        function.operation,
        parameters=lambda one: retyped(one, _renamed(one.type, places)),
        bodies=lambda one: retyped(one, _renamed(one.type, places)),
    )
    returns = _renamed(function.returns, places) if function.returns is not None else None
    return answering(function, operation, returns)


def _renamed(type_: TypeExpr, places: Mapping[str, Place]) -> TypeExpr:
    match type_:
        case ScalarType():  # first, as most are
            return type_
        case RefType(name=name):
            place = places.get(name)
            return type_ if place is None or place.name == name else RefType(name=place.name)
        case ArrayType() | NullableType():
            return holding(type_, _renamed(type_.item, places))
        case MapType(value=value):
            renamed = _renamed(value, places)
            return type_ if renamed is value else replace(type_, value=renamed)
        case UnionType(members=members):
            others = each(members, lambda one: _renamed(one, places))
            return type_ if others is members else replace(type_, members=others)
        case ObjectType():
            return with_fields(type_, lambda one: retyped(one, _renamed(one.type, places)))
        case _:
            return type_
