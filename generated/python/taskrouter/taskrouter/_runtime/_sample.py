"""Makes the JSON a documented answer could be, from the types it is read into."""

from __future__ import annotations

import types
from datetime import date, datetime
from typing import Any, Literal, Union, get_args, get_origin

from ._answers import shape_of
from ._call import Call
from ._enums import OpenEnum
from ._field_types import field_types
from ._models import Model, wire_names
from ._results import Answer, Items, NoContent

DEPTH = 2
"""How many models stand inside each other before the rest is left out."""

UNKNOWN = "undocumented"

_SCALARS: dict[Any, Any] = {
    datetime: "2030-01-02T03:04:05Z",
    date: "2030-01-02",
    int: 1,
    float: 1.5,
    bool: True,
    type(None): None,
}


Odd = Literal["", "fields", "values"]
"""What a sample has beyond the documentation: fields, or values of enumerations."""


def sample_answer(call: Call[Any], odd: Odd = "") -> tuple[int, bytes | None, Any]:
    """Status, raw body and JSON of a plausible answer; the raw body is None when there is JSON."""
    kind, inner, _, streamed = shape_of(call.into)
    if call.paging is not None:
        return 200, None, _nest(call.paging.items, [sample(call.item, "item", odd)])
    if kind is NoContent:
        return 204, b"", None
    if kind is Items:
        return 200, None, [sample(inner, "item", odd)]
    if streamed or (kind is Answer and inner in (bytes, str)):
        return 200, b"content", None
    return 200, None, sample(inner if kind is Answer else call.into, "value", odd)


def sample(kind: Any, name: str, odd: Odd = "", depth: int = DEPTH) -> Any:
    """A value of the type, in JSON's own types; `name` is what a text says."""
    origin, args = get_origin(kind) or kind, get_args(kind)
    if origin is Union or origin is types.UnionType:
        kind = next(arg for arg in args if arg is not type(None))
        return sample(kind, name, odd, depth)
    if origin is Literal:
        return args[0]
    if origin is list:
        return [sample(args[0] if args else str, name, odd, depth)] if depth else []
    if origin is dict:
        return {name: sample(args[1], name, odd, depth)} if args and depth else {}
    if isinstance(origin, type) and issubclass(origin, Model):
        return _sample_model(origin, odd, depth)
    if isinstance(origin, type) and issubclass(origin, OpenEnum):
        return UNKNOWN if odd == "values" else str(next(iter(origin.known()), name))
    return _SCALARS.get(origin, name)


def _sample_model(cls: type[Model[Any]], odd: Odd, depth: int) -> dict[str, Any] | None:
    if depth == 0:
        return None
    hints = field_types(cls)
    found = {
        wire: sample(hints[attribute], wire, odd, depth - 1)
        for attribute, wire in wire_names(cls).items()
    }
    return found | {UNKNOWN: UNKNOWN} if odd == "fields" else found


def _nest(path: str, value: Any) -> Any:
    for step in reversed(path.split(".") if path else []):
        value = {step: value}
    return value
