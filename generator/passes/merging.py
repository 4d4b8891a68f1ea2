"""Two descriptions of one thing become one."""

from __future__ import annotations

from dataclasses import replace

from generator.ir import (
    AnyType,
    ArrayType,
    Field,
    MapType,
    NullableType,
    ObjectType,
    Origin,
    RefType,
    ScalarKind,
    ScalarType,
    TypeExpr,
    WireName,
    retraced,
    without_null,
)


def same_thing(left: tuple[Field, ...], right: tuple[Field, ...]) -> bool:
    """Whether most names of the smaller description stand in the larger one too."""
    ours, theirs = {one.name for one in left}, {one.name for one in right}
    fewer = min(len(ours), len(theirs))
    return fewer > 0 and len(ours & theirs) >= 0.6 * fewer


def merge_fields(left: tuple[Field, ...], right: tuple[Field, ...]) -> tuple[Field, ...]:
    """All fields by name, in the first description's order, then the second's."""
    others = {one.name: one for one in right}
    merged = [
        _merge(one, others.pop(one.name)) if one.name in others else _optional(one) for one in left
    ]
    return (*merged, *(_optional(one) for one in right if one.name in others))


def _merge(left: Field, right: Field) -> Field:
    both = left.required and right.required
    return replace(
        left,
        name=WireName(retraced(left.name, left.name, right.name)),
        type=_merged_type(left, right),
        type_origin=Origin.CONFIG if _is_stated(right) else left.type_origin,
        description=left.description or right.description,
        required=both,
        required_origin=left.required_origin if both else None,
        default=left.default or right.default,
        deprecated=left.deprecated and right.deprecated,
        sampled=left.sampled and right.sampled,
        called=left.called or right.called,
    )


def _merged_type(left: Field, right: Field) -> TypeExpr:
    """What ``api.toml`` says of one of them, else what holds both."""
    if _is_stated(left) == _is_stated(right):
        return merge_types(left.type, right.type)
    return left.type if _is_stated(left) else right.type


def _is_stated(field: Field) -> bool:
    return field.type_origin is Origin.CONFIG


def _optional(field: Field) -> Field:
    """A field that one description lacks is not always there."""
    return replace(field, required=False, required_origin=None) if field.required else field


def merge_types(left: TypeExpr, right: TypeExpr) -> TypeExpr:
    """The narrowest type that holds both; ``AnyType`` where they contradict each other."""
    if left == right or isinstance(right, AnyType):
        return left
    if isinstance(left, AnyType):
        return right
    if isinstance(left, NullableType) or isinstance(right, NullableType):
        inner = merge_types(without_null(left), without_null(right))
        return inner if isinstance(inner, AnyType) else NullableType(item=inner)
    if isinstance(left, ArrayType) and isinstance(right, ArrayType):
        return ArrayType(item=merge_types(left.item, right.item))
    if isinstance(left, MapType) and right == ObjectType():
        return left
    if isinstance(right, MapType) and left == ObjectType():
        return right
    if isinstance(left, RefType) and _gives_way(right):
        return left
    if isinstance(right, RefType) and _gives_way(left):
        return right
    if isinstance(left, ScalarType) and isinstance(right, ScalarType) and left.kind is right.kind:
        return ScalarType(kind=left.kind)
    return AnyType()


def _gives_way(type_: TypeExpr) -> bool:
    """A bare object or string says less than the model or the known values beside it."""
    return type_ == ObjectType() or (
        isinstance(type_, ScalarType) and type_.kind is ScalarKind.STRING
    )
