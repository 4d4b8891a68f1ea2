"""Types as a page would write them."""

from __future__ import annotations

from generator.ir import (
    ArrayType,
    EnumType,
    MapType,
    NullableType,
    ObjectType,
    ScalarType,
    TypeExpr,
    UnionType,
)


def written(type_: TypeExpr) -> str:
    """The type in the pages' notation, ``array[string(uri)] | null``; ``any`` where all is open.

    Fields of objects and values of maps have no place in it.
    """
    match type_:
        case ScalarType(kind=kind, format=form):
            return f"{kind.value}({form})" if form else kind.value
        case ArrayType(item=item):
            return f"array[{written(item)}]"
        case NullableType(item=item):
            return f"{written(item)} | null"
        case UnionType(members=members):
            return " | ".join(map(written, members))
        case EnumType(base=base):
            return written(base)
        case MapType(format=form) | ObjectType(format=form):
            return f"object({form})" if form else "object"
        case _:
            return "any"
