"""Sample values for arguments, and what they look like on the wire."""

from __future__ import annotations

import re
from collections.abc import Mapping

from generator.emit.part_views import AWKWARD, ArgumentView, SentView
from generator.ir import (
    AnyType,
    ArrayType,
    EnumType,
    MapType,
    Model,
    NullableType,
    ObjectType,
    RefType,
    ScalarKind,
    ScalarType,
    TypeExpr,
    UnionType,
)
from generator.ir.page_text import retraced

_STRINGS = {
    "date-time": "2026-01-02T03:{minute:02}:05Z",
    "date-time-rfc-2822": "Fri, 02 Jan 2026 03:{minute:02}:05 +0000",
    "date": "2026-01-{day:02}",
    "uuid": "0f4b1c2d-3e4f-4a5b-8c6d-{number:012x}",
    "uri": "https://example.com/hook?a=1&b={number}",
    "url": "https://example.com/hook?a=1&b={number}",
    "email": "ada{number}@example.com",
}
_OTHERS = re.compile(r"[^A-Za-z0-9]+")
SAMPLE_ID = "ID1"
"""Reads well in documents; tests have worse ones."""


def sample(type_: TypeExpr, name: str, models: Mapping[str, Model], *, number: int = 0) -> object:
    """A value a caller may pass: made of literals, the same on every machine.

    ``number`` tells one argument's sample from another's, so that a test sees them swapped.
    """
    match type_:
        case ScalarType(kind=kind, format=form):
            return _scalar(kind, form, name, number=number)
        case ArrayType(item=item):
            other = retraced(f"{name} 2", name)  # or the ways of sending a list look alike
            return [
                sample(item, name, models, number=number),
                sample(item, other, models, number=number + 1),
            ]
        case NullableType(item=item):
            return sample(item, name, models, number=number)
        case MapType(value=value):
            return {"key": sample(value, name, models, number=number)}
        case UnionType(members=members):
            return sample(members[0], name, models, number=number)
        case RefType(name=model):
            found = models[model].type
            if isinstance(found, EnumType):
                return found.values[number % len(found.values)]
            return {"key": "value"}
        case ObjectType() | AnyType() | EnumType():
            return {"key": "value"}


def _scalar(kind: ScalarKind, form: str | None, name: str, *, number: int) -> object:
    match kind:
        case ScalarKind.INTEGER:
            return 7 + number
        case ScalarKind.NUMBER:
            return 1.5 + number
        case ScalarKind.BOOLEAN:
            return number % 2 == 0
        case ScalarKind.STRING:
            if form in _STRINGS:
                minute, day = (4 + number) % 60, 1 + (1 + number) % 28
                text = _STRINGS[form].format(number=2 + number, minute=minute, day=day)
                return retraced(text, name)
            return retraced(_OTHERS.sub("", name) + AWKWARD, name)


def sent(argument: ArgumentView, place: str) -> SentView:
    """What an argument with its sample adds to ``place``, a part of the request."""
    flat = isinstance(argument.sample, str | int | float)
    return SentView(
        name=argument.name,
        place=place,
        wire=argument.wire,
        value=argument.sample,
        pairs=() if flat else _spread(argument, place),
        required=argument.required,
    )


def _spread(argument: ArgumentView, place: str) -> tuple[tuple[str, str], ...]:
    """Names and texts of a list or mapping; none where it is one value of a document."""
    match place:
        case "query" | "form":
            return _flat_pairs(argument.wire, argument.sample, argument.style)
        case "headers" | "cookies":
            return ((argument.wire, _text(argument.sample)),)
        case _:
            return ()


def _flat_pairs(name: str, value: object, style: str = "") -> tuple[tuple[str, str], ...]:
    """Lists repeat the name unless their style differs; objects put each key in brackets."""
    if style == "comma" and isinstance(value, list | dict):
        items = (
            value if isinstance(value, list) else [one for pair in value.items() for one in pair]
        )
        return ((name, ",".join(_text(one) for one in items)),)
    if isinstance(value, list):
        return tuple(
            pair
            for index, one in enumerate(value)
            for pair in _flat_pairs(
                retraced(_item_name(name, index, one, style=style), name), one, style
            )
        )
    if isinstance(value, dict):
        return tuple(
            pair
            for key, one in value.items()
            for pair in _flat_pairs(retraced(f"{name}[{key}]", name) if name else key, one, style)
        )
    return ((name, retraced(_text(value), value)),)


def _item_name(name: str, index: int, item: object, *, style: str) -> str:
    if style == "brackets":
        return f"{name}[]"
    return f"{name}[{index}]" if style == "indices" or isinstance(item, dict) else name


def _text(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return ", ".join(_text(one) for one in value)
    return str(value)
