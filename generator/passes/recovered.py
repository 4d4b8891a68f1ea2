"""Shapes that a page leaves open and other pages gave away, seen in the finished API."""

from __future__ import annotations

from collections.abc import Iterator

from generator.ir import (
    Api,
    ArrayType,
    Function,
    ObjectType,
    Origin,
    RefType,
    TypeExpr,
    without_null,
)
from generator.passes.answers import success_body
from generator.passes.entry import Entry, Standing, Topic
from generator.passes.places import is_open
from generator.passes.stated import body_fields
from generator.passes.unknown import list_path
from generator.shown import shown
from generator.source import SourceSpan


def recovered(function: Function, api: Api) -> Iterator[Entry]:
    """An entry where the page prints a bare list and the function knows what its items are."""
    path = list_path(function)
    place = _open_list(function, path) if path is not None else None
    item = _item(function, path or "", api) if place else None
    if place is None or item is None:
        return
    name, span = place
    yield Entry(
        standing=Standing.INFERRED,
        topic=Topic.TYPE,
        message=f"`{shown(name)}` lists `{item}` items, as other pages describe them",
        span=span,
        names=(name,),
        value=item,
        origin=Origin.CONVENTION,
        rule="items-of-collection",
    )


def _open_list(function: Function, path: str) -> tuple[str, SourceSpan] | None:
    """The name and place of the list on the page, if the page leaves open what it holds."""
    body = success_body(function.operation)
    if body is None:
        return None
    status = next(
        one.status for one in function.operation.responses if any(body is x for x in one.bodies)
    )
    if not path:
        return (f"{status} body", body.span) if is_open(body.type) else None
    found = next((one for one in body_fields(body) if one.name == path), None)
    if found is None or not is_open(found.type):
        return None
    return f"{status} {path}", found.span


def _item(function: Function, path: str, api: Api) -> str | None:
    """The model of the list's items; ``None`` where its fields are not known either."""
    models = {one.name: one.type for one in api.models}

    def resolve(type_: TypeExpr) -> TypeExpr:
        plain = without_null(type_)
        return without_null(models[plain.name]) if isinstance(plain, RefType) else plain

    type_ = function.returns
    if type_ is None:
        return None
    if function.pagination is None:
        here = resolve(type_)
        if path:
            fields = here.fields if isinstance(here, ObjectType) else ()
            here = next((resolve(one.type) for one in fields if one.name == path), here)
        if not isinstance(here, ArrayType):
            return None
        type_ = here.item
    plain = without_null(type_)
    known = resolve(plain)
    holds = isinstance(known, ObjectType) and bool(known.fields)
    return plain.name if isinstance(plain, RefType) and holds else None
