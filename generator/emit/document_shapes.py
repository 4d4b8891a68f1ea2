"""Which shapes of answers are shared, and what is known of a page's answer beyond the page."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping

from generator.emit.document_fields import printed_type
from generator.emit.document_types import listed_fields
from generator.ir import (
    Api,
    ArrayType,
    Body,
    Field,
    Function,
    MapType,
    Model,
    NullableType,
    ObjectType,
    Operation,
    Origin,
    RefType,
    Resource,
    Response,
    TypeExpr,
    without_null,
)
from generator.ir.media import is_json
from generator.value import Struct, replace

Fields = tuple[Field, ...]


class Known(Struct, frozen=True, kw_only=True):
    """What the model says of one field of an answer."""

    type: TypeExpr
    origin: Origin


class Shapes:
    """The API's answers, each as its own page lists it, with the models they may refer to."""

    def __init__(self, api: Api) -> None:
        self._models = {one.name: one for one in api.models}
        self._functions = {
            (one.operation.method, one.operation.path): one for one in functions_of(api.resources)
        }
        self._shared: dict[str, Fields] = {}
        self._shared = self._most_listed(api)
        self._shared = self._most_listed(api)  # now that it is known what the models share

    def shared_fields(self, model: Model) -> Fields:
        """The model's fields as the pages that fetch it list them, else as most pages do, or as
        somebody stated them; its own where no page lists it whole."""
        own = listed_fields(model.type)
        listed = self._shared.get(model.name)
        if not listed:
            return own
        stated = {one.name: one for one in own if one.type_origin is Origin.CONFIG}
        return (*(stated.pop(one.name, one) for one in listed), *stated.values())

    def is_success(self, operation: Operation, response: Response) -> bool:
        """Whether the answer is what a successful call gives back."""
        if response.status == "default":
            return not any(one.status.startswith("2") for one in operation.responses)
        return response.status.startswith("2")

    def body_type(self, operation: Operation, response: Response, body: Body) -> TypeExpr:
        """The body's type: by name where the page lists just what the shared model holds."""
        function = self._function(operation, response, body)
        printed = printed_type(body)
        if function is None:
            return printed
        deep = self._deep(printed, function)
        return self._named(deep, _answer(function))

    def _most_listed(self, api: Api) -> dict[str, Fields]:
        counts: dict[str, Counter[Fields]] = defaultdict(Counter)
        fetched: dict[str, Counter[Fields]] = defaultdict(Counter)
        for operation in api.operations:
            for response in operation.responses:
                for body in response.bodies:
                    function = self._function(operation, response, body)
                    name = _model_name(_answer(function)) if function else ""
                    fields = listed_fields(self._deep(body.type, function)) if function else ()
                    if name and fields:
                        assert function is not None
                        counts[name][fields] += 1
                        if operation.method == "GET" and function.positional:
                            fetched[name][fields] += 1
        return {
            name: fetched.get(name, count).most_common(1)[0][0] for name, count in counts.items()
        }

    def _function(self, operation: Operation, response: Response, body: Body) -> Function | None:
        """The function that gives this answer back, if it is its success."""
        if not self.is_success(operation, response) or not is_json(body.media_type):
            return None
        found = self._functions.get((operation.method, operation.path))
        return found if found is not None and found.returns is not None else None

    def _deep(self, type_: TypeExpr, function: Function) -> TypeExpr:
        """The type with the models of its fields' items, where the page says only ``object``."""
        known = self._known(function)
        match type_:
            case NullableType():
                return replace(type_, item=self._deep(type_.item, function))
            case ArrayType() if _is_open(listed_fields(type_)):
                return self._exact(self._filled(type_, _answer(function)), "", function)
            case ObjectType(fields=fields):
                deep = [(one, self._field(one, known)) for one in fields]
                return replace(
                    type_,
                    fields=tuple(
                        (
                            new
                            if new is old
                            else replace(new, type=self._exact(new.type, str(new.name), function))
                        )
                        for old, new in deep
                    ),
                )
            case _:
                return type_

    def _known(self, function: Function) -> Mapping[str, Known]:
        returns, pages = function.returns, function.pagination
        if returns is None:
            return {}
        if pages is not None:
            items = ArrayType(item=returns)
            return {pages.items: Known(type=items, origin=Origin.CONVENTION)}
        name = _model_name(returns)
        fields = listed_fields(self._models[name].type) if name else ()
        return {one.name: Known(type=one.type, origin=one.type_origin) for one in fields}

    def _field(self, field: Field, known: Mapping[str, Known]) -> Field:
        found = known.get(field.name)
        if found is None:
            return field
        if field.type_origin is Origin.EXAMPLE and found.origin is not Origin.CONVENTION:
            return field  # what is known of it was seen in the very same samples
        filled = self._filled(field.type, found.type)
        if filled == field.type:
            return field
        origin = Origin.CONVENTION if found.origin is Origin.STATED else found.origin
        return replace(field, type=filled, type_origin=origin)

    def _exact(self, type_: TypeExpr, place: str, function: Function) -> TypeExpr:
        """The type with no more fields in the objects of a list than were recovered for it: the
        shared model may hold what only the pages of one thing have."""
        match type_:
            case NullableType() | ArrayType():
                return replace(type_, item=self._exact(type_.item, place, function))
            case RefType(name=name) if name in self._shared:
                shared = {one.name for one in self._shared[name]}
                found = [one.type for one in function.recovered if one.place == place]
                less = [one for one in found if not shared <= {x.name for x in one.fields}]
                return less[0] if less else type_
            case _:
                return type_

    def _filled(self, type_: TypeExpr, known: TypeExpr) -> TypeExpr:
        """The page's own type; its bare objects are the models that stand there in ``known``."""
        known = without_null(known)
        match type_:
            case NullableType():
                return replace(type_, item=self._filled(type_.item, known))
            case ArrayType() if isinstance(known, ArrayType):
                return replace(type_, item=self._filled(type_.item, known.item))
            case MapType() if isinstance(known, MapType):
                return replace(type_, value=self._filled(type_.value, known.value))
            case ObjectType(fields=fields) if isinstance(known, RefType) and _is_open(fields):
                return known if isinstance(self._models[known.name].type, ObjectType) else type_
            case _:
                return type_

    def _named(self, type_: TypeExpr, known: TypeExpr) -> TypeExpr:
        """The type by its model's name, where the fields are the shared ones to the letter."""
        name = _model_name(known)
        match type_:
            case ArrayType():
                return replace(type_, item=self._named(type_.item, known))
            case ObjectType(fields=fields) if fields and fields == self._shared.get(name):
                return RefType(name=name)
            case _:
                return type_


def functions_of(resources: tuple[Resource, ...]) -> Iterator[Function]:
    """Every function of the tree."""
    for one in resources:
        yield from one.functions
        yield from functions_of(one.children)
        yield from functions_of(one.item_children)


def _is_open(fields: Fields) -> bool:
    """Whether the page itself lists no fields; what samples show is known elsewhere, too."""
    return all(one.sampled for one in fields)


def _answer(function: Function) -> TypeExpr:
    """The type of the whole answer as far as a model knows it; a page of a list is not known."""
    assert function.returns is not None
    if function.pagination is None:
        return function.returns
    return ArrayType(item=function.returns) if function.pagination.items == "" else ObjectType()


def _model_name(type_: TypeExpr) -> str:
    match type_:
        case RefType(name=name):
            return name
        case NullableType(item=item) | ArrayType(item=item):
            return _model_name(item)
        case _:
            return ""
