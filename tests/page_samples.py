"""What a page says, as samples: arguments to call with, and what has to travel for them."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from generator.diagnostics import Diagnostics
from generator.documents import load_documents
from generator.ir import (
    AnyType,
    ArrayType,
    EnumType,
    Field,
    Location,
    MapType,
    NullableType,
    ObjectType,
    Operation,
    RefType,
    Response,
    ScalarKind,
    ScalarType,
    TypeExpr,
    UnionType,
)
from generator.read import is_root, read

MOMENT = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
DAY = date(2026, 1, 2)


def operations(pages: Path) -> dict[str, Operation]:
    """What each page of the folder says, by the operation's id; nothing of ``api.toml``."""
    found = Diagnostics()
    documents = load_documents(pages, found)
    assert documents is not None
    read_in = [one for page in documents.sources if not is_root(page) for one in read(page, found)]
    assert not found.has_errors
    return {one.id: one for one in read_in}


def argument(type_: TypeExpr, name: str) -> Any:
    """A value that a caller would give for a parameter of this type."""
    match type_:
        case ScalarType(format="date-time"):
            return MOMENT
        case ScalarType(format="date"):
            return DAY
        case ScalarType(kind=ScalarKind.STRING):
            return f"{name} & ü+1"
        case ScalarType(kind=kind):
            samples = {
                ScalarKind.INTEGER: 7,
                ScalarKind.NUMBER: 1.5,
                ScalarKind.BOOLEAN: True,
            }
            return samples[kind]
        case ArrayType(item=item):
            return [argument(item, name), argument(item, f"{name}2")]
        case MapType(value=value):
            return {"first": argument(value, name)}
        case ObjectType(fields=fields):
            return {one.name: argument(one.type, one.name) for one in fields} or {"deep": {"a": 1}}
        case NullableType(item=item):
            return argument(item, name)
        case UnionType(members=members):
            return argument(members[0], name)
        case EnumType(values=values):
            return values[0]
        case AnyType():
            return {"any": [1, "two"]}
        case RefType():
            raise AssertionError("a page alone names no models")


def as_json(value: Any) -> Any:
    """The argument as JSON says it."""
    match value:
        case datetime():
            return "2026-01-02T03:04:05Z"
        case date():
            return "2026-01-02"
        case list():
            return [as_json(one) for one in value]
        case dict():
            return {name: as_json(one) for name, one in value.items()}
        case _:
            return value


def as_texts(value: Any) -> list[str]:
    """The argument as queries, forms and headers say it: a list repeats its name."""
    match value:
        case list():
            return [text for one in value for text in as_texts(one)]
        case bool():
            return ["true" if value else "false"]
        case _:
            return [str(as_json(value))]


def fields_at(operation: Operation, location: Location) -> tuple[Field, ...]:
    """The parameters that travel there, in the page's order."""
    return tuple(one for one in operation.parameters if one.location is location)


def body_fields(operation: Operation) -> tuple[Field, ...]:
    """The fields of the request's body, in the page's order."""
    return tuple(one for body in operation.bodies[:1] for one in object_fields(body.type))


def object_fields(type_: TypeExpr) -> tuple[Field, ...]:
    """The fields a page lists for a body."""
    return type_.fields if isinstance(type_, ObjectType) else ()


def success(operation: Operation) -> Response:
    """The first answer that is one."""
    return next(one for one in operation.responses if one.status.startswith("2"))


def answer_fields(operation: Operation) -> tuple[Field, ...]:
    """The fields of the successful answer, in the page's order."""
    return tuple(one for body in success(operation).bodies for one in object_fields(body.type))


def answer(operation: Operation) -> dict[str, Any]:
    """A successful answer as the page describes it, with a sample for each field."""
    return {one.name: as_json(argument(one.type, one.name)) for one in answer_fields(operation)}


def list_field(operation: Operation) -> str | None:
    """The field of the answer that holds a list's items, if it is a list's answer."""
    arrays = [one.name for one in answer_fields(operation) if _is_objects(one.type)]
    paged = {"meta", "links"} & {one.name for one in answer_fields(operation)}
    return arrays[0] if operation.method == "GET" and len(arrays) == 1 and paged else None


def _is_objects(type_: TypeExpr) -> bool:
    if isinstance(type_, NullableType):
        return _is_objects(type_.item)
    return isinstance(type_, ArrayType) and isinstance(type_.item, ObjectType)
