"""Sample values for arguments, and what they look like on the wire."""

from __future__ import annotations

from collections.abc import Mapping

from generator.emit.call_views import AWKWARD, ArgumentView, SentView
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
    "date-time": "2026-01-02T03:04:05Z",
    "date": "2026-01-02",
    "uuid": "0f4b1c2d-3e4f-4a5b-8c6d-7e8f9a0b1c2d",
    "uri": "https://example.com/hook?a=1&b=2",
    "url": "https://example.com/hook?a=1&b=2",
    "email": "ada@example.com",
}
SAMPLE_ID = "ID1"
"""Reads well in documents; tests have worse ones."""


def sample(type_: TypeExpr, name: str, models: Mapping[str, Model]) -> object:
    """A value a caller may pass: made of literals, the same on every machine."""
    match type_:
        case ScalarType(kind=kind, format=form):
            return _scalar(kind, form, name)
        case ArrayType(item=item):
            return [sample(item, name, models), _another(item, name, models)]
        case NullableType(item=item):
            return sample(item, name, models)
        case MapType(value=value):
            return {"key": sample(value, name, models)}
        case UnionType(members=members):
            return sample(members[0], name, models)
        case RefType(name=model):
            found = models[model].type
            return found.values[0] if isinstance(found, EnumType) else {"key": "value"}
        case ObjectType() | AnyType() | EnumType():
            return {"key": "value"}


def _another(type_: TypeExpr, name: str, models: Mapping[str, Model]) -> object:
    """A second item, without which the ways of sending a list look alike."""
    if isinstance(type_, RefType) and isinstance(found := models[type_.name].type, EnumType):
        return found.values[-1]
    return sample(type_, retraced(f"{name} 2", name), models)


def _scalar(kind: ScalarKind, form: str | None, name: str) -> object:
    match kind:
        case ScalarKind.INTEGER:
            return 7
        case ScalarKind.NUMBER:
            return 1.5
        case ScalarKind.BOOLEAN:
            return True
        case ScalarKind.STRING:
            plain = "".join(letter for letter in name if letter.isascii() and letter.isalnum())
            return retraced(_STRINGS.get(form or "", plain + AWKWARD), name)


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
