"""What ``api.toml`` states about single operations, written into them."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

from generator.config import ApiConfig, OperationConfig
from generator.diagnostics import Diagnostics
from generator.ir import (
    Body,
    Field,
    NullableType,
    ObjectType,
    Operation,
    Origin,
    TypeExpr,
    without_null,
)
from generator.source import SourceSpan

F = TypeVar("F", bound=Field)


def report_unused(
    operations: tuple[Operation, ...], config: ApiConfig, diagnostics: Diagnostics
) -> None:
    """Warn of statements about pages that are not there."""
    known = {operation.id for operation in operations}
    for name in sorted(set(config.operations) - known):
        diagnostics.warning(
            "unused-config",
            f"[operations.{name}] applies to no page",
            config.place("operations", name),
            f"known operations: {', '.join(sorted(known)[:8])}…",
        )


def apply_config(
    operations: tuple[Operation, ...], config: ApiConfig, diagnostics: Diagnostics
) -> tuple[Operation, ...]:
    """The operations with what is stated about them; those to skip are gone."""
    found = []
    for operation in operations:
        stated = config.operations.get(operation.id)
        if stated is None:
            found.append(operation)
        elif not stated.skip:
            place = config.place("operations", operation.id, "required")
            found.append(_with_required(operation, stated, place, diagnostics))
    return tuple(found)


def _with_required(
    operation: Operation, stated: OperationConfig, place: SourceSpan, diagnostics: Diagnostics
) -> Operation:
    names = set(stated.required or ())
    missing = names - _names(operation)
    for name in sorted(missing):
        diagnostics.warning(
            "unused-config",
            f"[operations.{operation.id}] requires `{name}`, which the page does not have",
            place,
            f"the page has: {', '.join(sorted(_names(operation)))}",
        )
    return replace(
        operation,
        parameters=tuple(_require(one, names) for one in operation.parameters),
        bodies=tuple(
            replace(body, type=_require_in(body.type, names)) for body in operation.bodies
        ),
    )


def _require(one: F, names: set[str]) -> F:
    if one.name not in names:
        return one
    return replace(one, required=True, required_origin=Origin.CONFIG)


def _require_in(type_: TypeExpr, names: set[str]) -> TypeExpr:
    match type_:
        case ObjectType():
            return replace(type_, fields=tuple(_require(one, names) for one in type_.fields))
        case NullableType():
            return replace(type_, item=_require_in(type_.item, names))
        case _:
            return type_


def _names(operation: Operation) -> set[str]:
    found = {str(one.name) for one in operation.parameters}
    for body in operation.bodies:
        found |= {str(one.name) for one in body_fields(body)}
    return found


def body_fields(body: Body) -> tuple[Field, ...]:
    """The fields a body lists, null aside; none where it is no object."""
    type_ = without_null(body.type)
    return type_.fields if isinstance(type_, ObjectType) else ()
