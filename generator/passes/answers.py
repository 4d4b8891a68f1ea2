"""Which answer of an operation callers get, and how lists go on."""

from __future__ import annotations

from collections.abc import Iterable

from generator.config import ApiConfig, PaginationConfig
from generator.ir import (
    ArrayType,
    Body,
    Field,
    ObjectType,
    Operation,
    Origin,
    Pagination,
    PaginationStyle,
    RefType,
    Response,
    WireName,
    without_null,
)
from generator.ir.media import is_json
from generator.passes.stated import body_fields


def success_body(operation: Operation) -> Body | None:
    """The body of the successful answer, JSON before anything else; ``None`` for no content."""
    bodies = [body for response in _successes(operation) for body in response.bodies]
    return next(
        (body for body in bodies if is_json(body.media_type)), bodies[0] if bodies else None
    )


def _successes(operation: Operation) -> list[Response]:
    stated = [one for one in operation.responses if one.status.startswith("2")]
    if stated:
        return sorted(stated, key=lambda one: one.status)
    return [one for one in operation.responses if one.status == "default"]


def pagination_of(operation: Operation, body: Body | None, config: ApiConfig) -> Pagination | None:
    """How the list goes on, where ``api.toml`` says so and the answer has the parts."""
    stated = config.operations.get(operation.id)
    own = stated.pagination if stated else None
    if own is False or body is None or operation.method != "GET":
        return None
    if own is not None:
        items = own.items or list_of(body)
        return None if items is None else _pagination(own, items)
    shared = config.pagination
    if shared is None:
        return None
    items = shared.items or list_of(body)
    if items is None or not _applies(shared, operation, body, items):
        return None
    return _pagination(shared, items)


def applies_somewhere(operations: Iterable[Operation], config: ApiConfig) -> bool:
    """Whether a list goes on as ``api.toml`` says that most do."""
    alone = ApiConfig(pagination=config.pagination)
    return any(pagination_of(one, success_body(one), alone) is not None for one in operations)


def _applies(shared: PaginationConfig, operation: Operation, body: Body, items: str) -> bool:
    """Whether a list of this operation goes on as most lists of the API do."""
    names = {str(one.name) for one in body_fields(body)}
    if items and items.partition(".")[0] not in names:
        return False
    if shared.next and shared.next.partition(".")[0] not in names:
        return False
    parameters = {str(one.name) for one in operation.parameters}
    return not shared.parameter or shared.parameter in parameters


def _pagination(config: PaginationConfig, items: str) -> Pagination:
    return Pagination(
        style=PaginationStyle(config.style),
        items=items,
        next=config.next,
        parameter=WireName(config.parameter) if config.parameter else None,
        size=WireName(config.size) if config.size else None,
        more=config.more,
        total=config.total,
        start=config.start,
        origin=Origin.CONFIG,
    )


def list_of(body: Body) -> str | None:
    """The one field that lists objects; ``""`` where the answer itself is the list."""
    if isinstance(without_null(body.type), ArrayType):
        return ""
    arrays = [one for one in body_fields(body) if lists_objects(one)]
    return str(arrays[0].name) if len(arrays) == 1 else None


def lists_objects(one: Field) -> bool:
    """Whether the field is an array of objects, or of the model that ``api.toml`` names."""
    type_ = without_null(one.type)
    things = ObjectType | RefType
    return isinstance(type_, ArrayType) and isinstance(without_null(type_.item), things)
