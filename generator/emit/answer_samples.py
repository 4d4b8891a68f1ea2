"""Sample answers: JSON as the pages describe it, and the types its values are read into."""

from __future__ import annotations

from collections.abc import Mapping

from generator.emit.samples import sample
from generator.emit.type_words import TypeWords
from generator.ir import (
    AnyType,
    ArrayType,
    EnumType,
    Field,
    MapType,
    Model,
    NullableType,
    ObjectType,
    RefType,
    ScalarType,
    TypeExpr,
    UnionType,
    WireName,
    without_null,
)

_ANY = "Any"


class AnswerSamples:
    """Makes answers of one API; a model inside another has what it needs and one field more."""

    def __init__(self, models: Mapping[str, Model], types: TypeWords) -> None:
        self._models = models
        self._types = types

    def value(self, type_: TypeExpr, name: str, *, number: int = 0) -> object:
        """JSON of the type; ``name`` is what a text says, ``number`` tells all other values apart."""
        return self._value(type_, name, frozenset(), number=number)

    def kind(self, type_: TypeExpr) -> str:
        """The type of the values in lists and maps of the type, ``Any`` where that is open."""
        match type_:
            case NullableType(item=inner) | ArrayType(item=inner) | MapType(value=inner):
                return self.kind(inner)
            case RefType(name=name) if self._types.is_closed(self._models[name]):
                return _ANY
            case UnionType() | AnyType() | EnumType():
                return _ANY
            case ScalarType() | ObjectType() | RefType():
                return self._types.held(type_).text.partition("[")[0].rpartition(".")[2]

    def _value(
        self, type_: TypeExpr, name: str, inside: frozenset[str], *, number: int = 0
    ) -> object:
        match type_:
            case NullableType(item=item):
                return self._value(item, name, inside, number=number)
            case ArrayType(item=item):
                return [self._value(item, name, inside, number=number)]
            case MapType(value=value):
                return {"key": self._value(value, name, inside, number=number)}
            case UnionType(members=members):
                return self._value(members[0], name, inside, number=number)
            case RefType(name=model) if isinstance(self._models[model].type, ObjectType):
                return self._nested(self._models[model], inside)
            case RefType(name=model):
                return self._known(self._models[model], name, number)
            case EnumType() | ScalarType() | ObjectType() | AnyType():
                return sample(type_, name, self._models, number=number)

    def _known(self, model: Model, name: str, number: int) -> object:
        values = model.type.values if isinstance(model.type, EnumType) else ()
        known = [one for one in values if isinstance(one, str)]
        return known[number % len(known)] if known else name

    def _nested(self, model: Model, inside: frozenset[str]) -> dict[WireName, object]:
        """The fields that must be there, and the first; a model inside itself stays empty."""
        fields: tuple[Field, ...] = getattr(model.type, "fields", ())
        if model.name in inside:
            return {}
        own = inside | {model.name}
        return {
            one.name: self._value(one.type, one.name, own, number=number)
            for number, one in enumerate(fields)
            if one.required or one is fields[0]
        }


def takes_null(field: Field) -> bool:
    """Whether a model's field may be null: all those that need not be there may."""
    return not field.required or field.type != without_null(field.type)
