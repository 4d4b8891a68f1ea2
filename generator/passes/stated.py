"""What ``api.toml`` states about single operations, written into them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from difflib import get_close_matches
from typing import TypeVar

from generator.config import ApiConfig, OperationConfig
from generator.diagnostics import Diagnostics
from generator.ir import (
    AnyType,
    ArrayType,
    Body,
    Field,
    NullableType,
    ObjectType,
    Operation,
    Origin,
    RefType,
    Response,
    Server,
    Trace,
    TypeExpr,
    Variable,
    WireName,
    traced,
    traces_of,
    without_null,
)
from generator.passes.stated_fields import FieldStatements
from generator.source import SourceSpan
from generator.value import replace

F = TypeVar("F", bound=Field)

_MODEL = re.compile(r"[A-Za-z]\w*", re.ASCII)
_TYPES = frozenset({"string", "integer", "number", "boolean", "object", "array", "null"})
_REPEATABLE_WITH_KEY = frozenset({"POST", "PATCH"})
"""Methods that do more each time they are called (RFC 9110, section 9.2.2; RFC 5789)."""


def apply_config(
    operations: tuple[Operation, ...],
    config: ApiConfig,
    diagnostics: Diagnostics,
    *,
    fields: FieldStatements | None = None,
    types: Mapping[str, TypeExpr] | None = None,
) -> tuple[Operation, ...]:
    """The operations with what is stated about them; those to skip are gone.

    ``fields`` writes what is stated about fields; ``types`` are the stated types by their text.
    """
    found = []
    for operation in operations:
        stated = config.operations.get(operation.id, OperationConfig())
        if stated.skip:
            continue
        place = config.place("operations", operation.id, "required")
        operation = _with_required(operation, frozenset(stated.required or ()), place)
        operation = _with_answer(operation, stated, types or {})
        operation = fields.apply(operation) if fields is not None else operation
        operation = _with_server(operation, config, diagnostics)
        found.append(_marked(operation, stated, config))
    return tuple(found)


def stated_servers(config: ApiConfig) -> tuple[Server, ...]:
    """The servers that ``api.toml`` lists, in its order."""
    return tuple(
        Server(
            url=one.url,
            name=one.name,
            description=one.description,
            variables=tuple(
                Variable(name=name, default=value) for name, value in one.variables.items()
            ),
            origin=Origin.CONFIG,
            span=config.place("servers", at),
        )
        for at, one in enumerate(config.servers)
    )


def body_fields(body: Body) -> tuple[Field, ...]:
    """The fields a body lists, null aside; none where it is no object."""
    type_ = without_null(body.type)
    return type_.fields if isinstance(type_, ObjectType) else ()


def sent_names(operation: Operation) -> frozenset[str]:
    """What a call may send: parameters, and the fields of its bodies."""
    found = {str(one.name) for one in operation.parameters}
    return frozenset(
        found.union(str(f.name) for body in operation.bodies for f in body_fields(body))
    )


def names_model(returns: str) -> bool:
    """Whether what is stated of an answer is a model's name, and no type of the pages."""
    plain = returns.strip()
    return bool(_MODEL.fullmatch(plain)) and plain not in _TYPES


def _with_required(operation: Operation, names: frozenset[str], place: SourceSpan) -> Operation:
    if not names:
        return operation
    return replace(
        operation,
        parameters=tuple(_require(one, names, place) for one in operation.parameters),
        bodies=tuple(
            replace(body, type=_require_in(body.type, names, place)) for body in operation.bodies
        ),
    )


def _require(one: F, names: frozenset[str], place: SourceSpan) -> F:
    if one.name not in names:
        return one
    said = Trace(span=place, fact="required", name=one.name, origin=Origin.CONFIG)
    name = WireName(traced(one.name, (*traces_of(one.name), said)))
    return replace(one, name=name, required=True, required_origin=Origin.CONFIG)


def _require_in(type_: TypeExpr, names: frozenset[str], place: SourceSpan) -> TypeExpr:
    match type_:
        case ObjectType():
            fields = tuple(_require(one, names, place) for one in type_.fields)
            return replace(type_, fields=fields)
        case NullableType():
            return replace(type_, item=_require_in(type_.item, names, place))
        case _:
            return type_


def _with_answer(
    operation: Operation, stated: OperationConfig, types: Mapping[str, TypeExpr]
) -> Operation:
    """The operation with the stated type of an answer of which its page lists nothing.

    A model's name leaves the type as it is: what other pages or samples tell may carry the name.
    """
    said = types.get(stated.returns)
    if said is None:
        return operation
    type_ = ObjectType() if isinstance(said, RefType) else said
    responses = operation.responses
    good = [one for one in responses if one.status.startswith("2")] or [
        one for one in responses if one.status == "default"
    ]
    if not all(lists_nothing(body) for one in good for body in one.bodies):
        return operation
    if isinstance(said, RefType) and any(one.bodies for one in good):
        return operation
    first = good[0] if good else Response(status="200", span=operation.span)
    bodies = first.bodies or (Body(media_type="", type=type_, span=operation.span),)
    told = tuple(replace(one, type=type_, notation=stated.returns) for one in bodies)
    answer = replace(first, bodies=told)
    others = [answer if one is first else one for one in responses]
    return replace(operation, responses=tuple(others if good else [answer, *others]))


def lists_nothing(body: Body) -> bool:
    """Whether a page says of a body at most that it is an object or a list."""
    match without_null(body.type):
        case AnyType() | ObjectType(fields=()):
            return True
        case ArrayType(item=item):
            return isinstance(item, AnyType) or item == ObjectType()
        case _:
            return False


def _with_server(operation: Operation, config: ApiConfig, diagnostics: Diagnostics) -> Operation:
    """The operation with its own server; where all are stated, the page's do not count."""
    stated = config.operations.get(operation.id)
    if config.servers:
        operation = replace(operation, servers=())
    if stated is None or not stated.server:
        return operation
    place = config.place("operations", operation.id, "server")
    known = {name: one for one in stated_servers(config) for name in (one.name, one.url) if name}
    if stated.server in known:
        return replace(operation, servers=(known[stated.server],))
    if not stated.server.startswith(("https://", "http://")):
        near = get_close_matches(stated.server, sorted(known), n=1)
        hint = f"Did you mean {near[0]}?" if near else "Write an address, or a name of [[servers]]."
        message = f"operations.{operation.id}.server: no server has this name"
        diagnostics.error("config-value", message, place, hint)
        return operation
    server = Server(url=stated.server, origin=Origin.CONFIG, span=place)
    return replace(operation, servers=(server,))


def _marked(operation: Operation, stated: OperationConfig, config: ApiConfig) -> Operation:
    """The operation with what is stated by a word or by yes and no."""
    if stated.deprecated is not None:
        operation = replace(
            operation, deprecated=stated.deprecated, deprecated_origin=Origin.CONFIG
        )
    header = stated.idempotency_header
    if header is None and operation.method in _REPEATABLE_WITH_KEY:
        header = config.client.idempotency_header
    return replace(operation, idempotency_header=header) if header else operation
