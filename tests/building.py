"""Small builders: operations and linked APIs in a line each."""

from __future__ import annotations

from collections.abc import Iterator

from generator.config import ApiConfig
from generator.config_types import read_types
from generator.diagnostics import Diagnostics
from generator.ir import (
    Api,
    Body,
    Field,
    Function,
    Location,
    ObjectType,
    Operation,
    Origin,
    Parameter,
    Resource,
    Response,
    Root,
    ScalarKind,
    ScalarType,
    Server,
    TypeExpr,
    Values,
    WireName,
)
from generator.passes.link import link
from generator.source import SourceSpan

TEXT = ScalarType(kind=ScalarKind.STRING)
NUMBER = ScalarType(kind=ScalarKind.INTEGER)
PLACE = SourceSpan(path="specs/shop/page.md")


def values(*known: str) -> Values:
    """Known values read in prose."""
    return Values(values=known, origin=Origin.PROSE)


def field(name: str, type_: TypeExpr = TEXT, known: Values | None = None) -> Field:
    """A field of an object, perhaps with known values."""
    return Field(name=WireName(name), type=type_, values=known, span=PLACE)


def record(*fields: Field | str) -> ObjectType:
    """An object; a bare name is a field of text."""
    return ObjectType(fields=tuple(field(one) if isinstance(one, str) else one for one in fields))


def query(name: str, type_: TypeExpr = TEXT, known: Values | None = None) -> Parameter:
    """A query parameter, perhaps with known values."""
    return Parameter(
        name=WireName(name), type=type_, values=known, location=Location.QUERY, span=PLACE
    )


def operation(
    call: str,
    title: str,
    *,
    answer: TypeExpr | None = None,
    sent: TypeExpr | None = None,
    parameters: tuple[Parameter, ...] = (),
    servers: tuple[str, ...] = (),
    auth: tuple[str, ...] = (),
    id: str = "",
) -> Operation:
    """``operation("GET /pets", "List pets")``; ``answer`` and ``sent`` travel as JSON."""
    method, _, path = call.partition(" ")
    name = id or title.lower().replace(" ", "-")
    span = SourceSpan(path=f"specs/shop/operation-{name}.md")
    bodies = (Body(media_type="application/json", type=sent, span=span),) if sent else ()
    answers = (Body(media_type="application/json", type=answer, span=span),) if answer else ()
    return Operation(
        id=name,
        title=title,
        method=method,
        path=path,
        parameters=parameters,
        bodies=bodies,
        responses=(Response(status="200", bodies=answers, span=span),),
        servers=tuple(Server(url=url) for url in servers),
        auth=auth,
        span=span,
    )


def linked(
    *operations: Operation,
    config: ApiConfig | None = None,
    diagnostics: Diagnostics | None = None,
    root: Root | None = None,
) -> Api:
    """The linked API called ``shop``."""
    stated = config or ApiConfig()
    found = diagnostics if diagnostics is not None else Diagnostics()
    return link(
        operations,
        name="shop",
        root=root,
        config=stated,
        diagnostics=found,
        types=read_types(stated, found),
    )


def resources(api: Api) -> Iterator[Resource]:
    """Every resource of the tree, parents first."""
    waiting = list(api.resources)
    while waiting:
        one = waiting.pop(0)
        yield one
        waiting = [*one.children, *one.item_children, *waiting]


def functions(api: Api) -> Iterator[tuple[Resource, Function]]:
    """Every function with its resource."""
    for resource in resources(api):
        for function in resource.functions:
            yield resource, function


def calls(api: Api) -> list[str]:
    """``pets.fetch(petId)`` for every function, in the order of the tree."""
    return [
        f"{resource.path}.{function.name}({', '.join(function.positional)})"
        for resource, function in functions(api)
    ]
