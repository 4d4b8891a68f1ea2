"""Shapes that a page leaves open and other pages gave away, seen in the finished API."""

from __future__ import annotations

from collections.abc import Iterator

from generator.ir import (
    Api,
    ArrayType,
    Function,
    ObjectType,
    Origin,
    Recovered,
    RefType,
    TypeExpr,
    without_null,
)
from generator.passes.answers import success_body
from generator.passes.entry import Entry, Standing, Topic
from generator.passes.stated import body_fields
from generator.shown import shown
from generator.source import SourceSpan

_MOST_PAGES = 3
"""Pages that a message names; the model has all of them."""


def recovered(function: Function, api: Api) -> Iterator[Entry]:
    """An entry for each bare list of which the function knows what its items are: the model,
    the rule, and the pages that describe it."""
    for one in function.recovered:
        place = _place(function, one.place)
        if place is None:
            continue
        name, span = place
        item = _item(function, one, api)
        yield Entry(
            standing=Standing.INFERRED,
            topic=Topic.TYPE,
            message=f"`{shown(name)}` lists `{item}` items, as {_pages(one)} describes them",
            span=span,
            names=(name,),
            value=item,
            origin=Origin.CONVENTION,
            rule=one.rule,
        )


def _place(function: Function, path: str) -> tuple[str, SourceSpan] | None:
    """The name and place of the list on the page."""
    body = success_body(function.operation)
    if body is None:
        return None
    status = next(
        one.status for one in function.operation.responses if any(body is x for x in one.bodies)
    )
    if not path:
        return f"{status} body", body.span
    spans = [one.span for one in body_fields(body) if one.name == path]
    return (f"{status} {path}", spans[0]) if spans else None


def _pages(found: Recovered) -> str:
    """The pages by name, best first."""
    first, *others = (f"`{shown(one)}`" for one in found.pages)
    more = len(others) + 1 - _MOST_PAGES
    named = ", ".join(others[: _MOST_PAGES - 1])
    also = f" (also {named}{f' and {more} more' if more > 0 else ''})" if others else ""
    return f"{first}{also}"


def _item(function: Function, found: Recovered, api: Api) -> str:
    """The model of the list's items; ``object`` where they have none."""
    models = {one.name: one.type for one in api.models}

    def resolve(type_: TypeExpr) -> TypeExpr:
        plain = without_null(type_)
        return without_null(models[plain.name]) if isinstance(plain, RefType) else plain

    type_ = function.returns
    if type_ is None:
        return "object"
    if function.pagination is not None and function.pagination.items == found.place:
        return _name(type_)
    here = resolve(type_)
    if found.place:
        fields = here.fields if isinstance(here, ObjectType) else ()
        here = next((resolve(one.type) for one in fields if one.name == found.place), here)
    return _name(here.item) if isinstance(here, ArrayType) else "object"


def _name(type_: TypeExpr) -> str:
    plain = without_null(type_)
    return plain.name if isinstance(plain, RefType) else "object"
