"""Sample values for arguments, and what they look like on the wire."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from urllib.parse import quote

from generator.emit.call_views import AWKWARD, ArgumentView, ExchangeView
from generator.ir import (
    AnyType,
    ArrayType,
    EnumType,
    MapType,
    Model,
    NullableType,
    ObjectType,
    Operation,
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
SAMPLE_ID = "a/b ?1"
"""An id that has to be quoted on its way into a path."""


def sample(type_: TypeExpr, name: str, models: Mapping[str, Model]) -> object:
    """A value a caller may pass: made of literals, the same on every machine."""
    match type_:
        case ScalarType(kind=kind, format=form):
            return _scalar(kind, form, name)
        case ArrayType(item=item):
            return [sample(item, name, models)]
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


def exchange(
    operation: Operation,
    ids: Iterable[str],
    *,
    arguments: Iterable[ArgumentView],
    body: ArgumentView | None,
) -> ExchangeView:
    """What a call with every sample sends. ``arguments`` are the keywords, the body aside."""
    places: dict[str, list[ArgumentView]] = {}
    for one in arguments:
        places.setdefault(one.place, []).append(one)
    fields = places.get("json", [])
    whole = body if body is not None and body.place == "json" else None
    form = body if body is not None and body.place == "form" else None
    return ExchangeView(
        target=retraced(_target(operation.sent_path, ids), operation.path),
        query=operation.fixed_query + _pairs(places.get("query", [])),
        headers=_texts(places.get("header", [])),
        cookies=_texts(places.get("cookie", [])),
        form=_pairs(places.get("form", [])) + _flat_pairs("", form.sample if form else {}),
        has_form="form" in places or form is not None,
        json=whole.sample if whole else {one.wire: one.sample for one in fields},
        has_json=whole is not None or bool(fields),
        files=tuple(one.wire for one in places.get("multipart", [])),
        content=str(body.sample) if body is not None and body.place == "content" else "",
    )


def _target(path: str, ids: Iterable[str]) -> str:
    """The path with quoted ids in the order of its placeholders."""
    found = path
    for one in ids:
        before, _, rest = found.partition("{")
        found = before + quote(one, safe="") + rest.partition("}")[2]
    return found


def _pairs(arguments: list[ArgumentView]) -> tuple[tuple[str, str], ...]:
    return tuple(pair for one in arguments for pair in _flat_pairs(one.wire, one.sample, one.style))


def _texts(arguments: list[ArgumentView]) -> tuple[tuple[str, str], ...]:
    return tuple((one.wire, _text(one.sample)) for one in arguments)


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
