"""Every value that an operation's page lists, with the way to it."""

from __future__ import annotations

from collections.abc import Iterator

from generator.ir import (
    AnyType,
    ArrayType,
    Body,
    Field,
    Location,
    MapType,
    NullableType,
    ObjectType,
    Operation,
    TypeExpr,
    UnionType,
)
from generator.passes.stated import body_fields
from generator.value import Struct


class Place(Struct, frozen=True, kw_only=True):
    """A field and the way to it.

    ``name`` is ``FriendlyName`` for what is sent, with the status in front for what is answered:
    ``200 meta.page_size``, ``200 workspaces[].sid``, ``200 header Link``.
    """

    name: str
    field: Field


def places(operation: Operation) -> Iterator[Place]:
    """All fields in the page's order, however deep; parents before what they hold."""
    for parameter in operation.parameters:
        yield from _place(parameter, "")
    for body in operation.bodies:
        yield from _inside(body.type, "")
    for response in operation.responses:
        for header in response.headers:
            yield from _place(header, f"{response.status} header ")
        for body in response.bodies:
            yield from _inside(body.type, f"{response.status} ")


def chosen(operation: Operation) -> tuple[Field, ...]:
    """What a caller may or must give, each name once: parameters but those of the path, and the
    fields of the bodies that are not read-only."""
    found: dict[str, Field] = {}
    for parameter in operation.parameters:
        if parameter.location is not Location.PATH:
            found.setdefault(parameter.name, parameter)
    for body in operation.bodies:
        for field in body_fields(body):
            if not field.read_only:
                found.setdefault(field.name, field)
    return tuple(found.values())


def bodies(operation: Operation) -> Iterator[tuple[str, Body]]:
    """All bodies, named ``body`` for a request's and ``200 body`` for a response's."""
    for body in operation.bodies:
        yield "body", body
    for response in operation.responses:
        for body in response.bodies:
            yield f"{response.status} body", body


def is_open(type_: TypeExpr) -> bool:
    """Whether the page leaves open what the value, or each item of it, holds."""
    match type_:
        case AnyType():
            return True
        case ObjectType(fields=fields):
            return not fields
        case ArrayType(item=item) | NullableType(item=item) | MapType(value=item):
            return is_open(item)
        case UnionType(members=members):
            return any(is_open(one) for one in members)
        case _:
            return False


def listed(type_: TypeExpr) -> tuple[Field, ...]:
    """The fields of the object that a value is, or that each item of it is."""
    match type_:
        case ObjectType(fields=fields):
            return fields
        case ArrayType(item=item) | NullableType(item=item) | MapType(value=item):
            return listed(item)
        case UnionType(members=members):
            return next((found for one in members if (found := listed(one))), ())
        case _:
            return ()


def _place(field: Field, before: str) -> Iterator[Place]:
    name = f"{before}{field.name}"
    yield Place(name=name, field=field)
    yield from _inside(field.type, f"{name}.")


def _inside(type_: TypeExpr, before: str) -> Iterator[Place]:
    """The fields in a type; ``before`` ends in what stands between a name and its part."""
    match type_:
        case ObjectType(fields=fields):
            for field in fields:
                yield from _place(field, before)
        case ArrayType(item=item) | MapType(value=item):
            mark = "[]" if isinstance(type_, ArrayType) else "{}"
            inner = f"{before[:-1]}{mark}." if before.endswith(".") else f"{before}{mark}."
            yield from _inside(item, inner)
        case NullableType(item=item):
            yield from _inside(item, before)
        case UnionType(members=members):
            for one in members:
                yield from _inside(one, before)
        case _:
            return
