"""What ``api.toml`` states about fields, written into them: the narrower statement comes last."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TypeVar

from generator.config import ApiConfig, FieldConfig
from generator.ir import (
    ArrayType,
    Body,
    Default,
    Field,
    MapType,
    NullableType,
    ObjectType,
    Operation,
    Origin,
    Response,
    TypeExpr,
    UnionType,
    Values,
    ValueStyle,
    WireName,
    without_null,
)
from generator.value import Struct, replace

F = TypeVar("F", bound=Field)
Keys = tuple[str, ...]

_STATUS = re.compile(r"\A(?:[1-5](?:\d\d|XX)|default) (?:header )?", re.IGNORECASE)


class Statement(Struct, frozen=True, kw_only=True):
    """What one table says of a field, and the way to the table."""

    keys: Keys
    said: FieldConfig


def place_path(name: str) -> str:
    """A place without the status it stands in: ``200 meta.page`` is ``meta.page``."""
    return _STATUS.sub("", name)


class FieldStatements:
    """Writes what is stated into the fields of operations; ``used`` are the tables that applied."""

    def __init__(self, config: ApiConfig, types: Mapping[str, TypeExpr]) -> None:
        self._config = config
        self._types = types
        self.used: set[Keys] = set()

    def apply(self, operation: Operation) -> Operation:
        """The operation with what is stated of its fields, however deep, and of its bodies."""
        stated = self._config.operations.get(operation.id)
        if not self._config.fields and not (stated and stated.fields):
            return operation
        own = dict(stated.fields) if stated else {}
        return _Rewriting(self, operation.id, own).operation(operation)

    def everywhere(self, field: Field, name: str) -> Iterator[Statement]:
        """What is said of fields of that name, of that path, and of that path in one status."""
        for key in dict.fromkeys((str(field.name), place_path(name), name)):
            if key in self._config.fields:
                yield Statement(keys=("fields", key), said=self._config.fields[key])

    def state(self, field: F, statement: Statement) -> F:
        """The field as stated; keys that are not there change nothing."""
        said, keys = statement.said, statement.keys
        self.used.add(keys)
        place = self._config.place
        field = _marked(field, said)
        if said.type:
            field = replace(
                field,
                type=self._types[said.type],
                type_origin=Origin.CONFIG,
                notation=said.type,
            )
        if said.values is not None:
            span = place(*keys, "values")
            values = Values(values=said.values, origin=Origin.CONFIG, span=span)
            field = replace(field, values=values if said.values else None)
        if said.open is not None and field.values is not None:
            values = replace(field.values, open=said.open, origin=Origin.CONFIG)
            field = replace(field, values=replace(values, span=place(*keys, "open")))
        if said.default is not None:
            span = place(*keys, "default")
            default = Default(value=said.default, origin=Origin.CONFIG, span=span)
            field = replace(field, default=default)
        return field


def _marked(field: F, said: FieldConfig) -> F:
    """The field with what is said by a word or by yes and no."""
    if said.name:
        field = replace(field, called=said.name)
    if said.style is not None:
        field = replace(field, style=ValueStyle(said.style))
    if said.required is not None:
        field = replace(field, required=said.required, required_origin=Origin.CONFIG)
    if said.deprecated is not None:
        field = replace(field, deprecated=said.deprecated, deprecated_origin=Origin.CONFIG)
    if said.read_only is not None:
        field = replace(field, read_only=said.read_only, read_only_origin=Origin.CONFIG)
    return field


def _names(type_: TypeExpr) -> frozenset[str]:
    plain = without_null(type_)
    return (
        frozenset(one.name for one in plain.fields)
        if isinstance(plain, ObjectType)
        else frozenset()
    )


class _Rewriting:
    """One operation on its way; the names of its places are those of ``places``."""

    def __init__(self, statements: FieldStatements, id_: str, own: dict[str, FieldConfig]) -> None:
        self._statements = statements
        self._id = id_
        self._own = own

    def operation(self, one: Operation) -> Operation:
        return replace(
            one,
            parameters=tuple(self._field(field, "") for field in one.parameters),
            bodies=tuple(self._body(body, "") for body in one.bodies),
            responses=tuple(map(self._response, one.responses)),
        )

    def _response(self, one: Response) -> Response:
        before = f"{one.status} header "
        return replace(
            one,
            headers=tuple(self._field(field, before) for field in one.headers),
            bodies=tuple(self._body(body, f"{one.status} ") for body in one.bodies),
        )

    def _body(self, body: Body, before: str) -> Body:
        """A body has a type alone; whatever else its table says is said of nothing."""
        whole = Field(name=WireName("body"), type=body.type, span=body.span)
        if (own := self._said_here(f"{before}body")) and "body" not in _names(body.type):
            whole = self._statements.state(whole, own)
        type_ = self._inside(whole.type, before)
        notation = whole.notation or body.notation
        return body if type_ == body.type else replace(body, type=type_, notation=notation)

    def _field(self, field: F, before: str) -> F:
        name = f"{before}{field.name}"
        field = self._stated(field, name)
        type_ = self._inside(field.type, f"{name}.")
        return field if type_ == field.type else replace(field, type=type_)

    def _stated(self, field: F, name: str) -> F:
        for one in self._statements.everywhere(field, name):
            field = self._statements.state(field, one)
        own = self._said_here(name)
        return self._statements.state(field, own) if own else field

    def _said_here(self, name: str) -> Statement | None:
        """What is said of a place of this operation alone."""
        if name not in self._own:
            return None
        return Statement(keys=("operations", self._id, "fields", name), said=self._own[name])

    def _inside(self, type_: TypeExpr, before: str) -> TypeExpr:
        match type_:
            case ObjectType(fields=fields):
                return replace(type_, fields=tuple(self._field(one, before) for one in fields))
            case ArrayType(item=item) | MapType(value=item):
                mark = "[]" if isinstance(type_, ArrayType) else "{}"
                inner = f"{before[:-1]}{mark}." if before.endswith(".") else f"{before}{mark}."
                changed = self._inside(item, inner)
                if isinstance(type_, ArrayType):
                    return replace(type_, item=changed)
                return replace(type_, value=changed)
            case NullableType(item=item):
                return replace(type_, item=self._inside(item, before))
            case UnionType(members=members):
                return replace(type_, members=tuple(self._inside(one, before) for one in members))
            case _:
                return type_
