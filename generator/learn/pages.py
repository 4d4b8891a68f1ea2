"""What the pages themselves say, before other sources fill what they leave open."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePosixPath

from generator.diagnostics import Diagnostics
from generator.ir import (
    ArrayType,
    Body,
    Field,
    MapType,
    NullableType,
    ObjectType,
    Operation,
    Response,
    Scalar,
    TypeExpr,
    UnionType,
)
from generator.ir.media import is_json
from generator.read import read
from generator.run import Reading


def page_operations(reading: Reading) -> tuple[Operation, ...]:
    """Every operation as its page has it, those that ``api.toml`` skips too.

    Examples were learned from answers once and must not hide that a page lacks something. Faults
    of the pages were reported when the API was read.
    """
    unheard = Diagnostics()
    every = (one for source in reading.documents.sources for one in read(source, unheard))
    return tuple({one.id: one for one in every}.values())


def file_stem(operation: Operation) -> str:
    """The name of the operation's page without ``.md``; its id where the page has several."""
    stem = PurePosixPath(operation.span.path).stem
    return stem if stem.removeprefix("operation-") == operation.id else operation.id


def response_for(operation: Operation, status: str) -> Response | None:
    """The response that describes a status: by itself, by its range, or as the default."""
    by_status = {one.status.upper(): one for one in operation.responses}
    names = (status.upper(), f"{status[:1]}XX", "DEFAULT")
    return next((by_status[one] for one in names if one in by_status), None)


def fields_of(operation: Operation) -> Iterator[Field]:
    """Every field of the page: sent or answered, however deep."""
    yield from operation.parameters
    for body in operation.bodies:
        yield from _inside(body.type)
    for response in operation.responses:
        yield from response.headers
        for body in response.bodies:
            yield from _inside(body.type)


def known_values(fields: Iterable[Field]) -> Mapping[str, frozenset[Scalar]]:
    """The values and defaults that pages give for fields of each name."""
    found: dict[str, set[Scalar]] = {}
    for one in fields:
        values = found.setdefault(one.name, set())
        values.update(one.values.values if one.values else ())
        values.update([one.default.value] if one.default else ())
    return {name: frozenset(values) for name, values in found.items()}


def json_body(response: Response) -> Body | None:
    """The response's first JSON body; ``None`` where the page describes none."""
    return next((one for one in response.bodies if is_json(one.media_type)), None)


def _inside(type_: TypeExpr) -> Iterator[Field]:
    match type_:
        case ObjectType(fields=fields):
            for one in fields:
                yield one
                yield from _inside(one.type)
        case ArrayType(item=inner) | NullableType(item=inner) | MapType(value=inner):
            yield from _inside(inner)
        case UnionType(members=members):
            for member in members:
                yield from _inside(member)
        case _:
            return
