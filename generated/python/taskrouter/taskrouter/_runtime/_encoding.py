"""Turns arguments into query strings, headers and bodies."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from enum import Enum
from typing import IO, Any, Literal, NamedTuple, TypedDict
from urllib.parse import quote, urlencode

from ._dates import format_datetime
from ._models import Model, is_several, to_json
from ._omit import OMIT
from ._uploads import Content, FileStream, file_part, readable

Pair = tuple[str, str]
Style = Literal["repeat", "brackets", "indices", "comma"]
"""How a list travels in a query or form: `a=1&a=2`, `a[]=1&a[]=2`, `a[0]=1&a[1]=2`, `a=1,2`."""

PLAIN: Mapping[str, Style] = {}

FORM = "application/x-www-form-urlencoded"

_to_text = json.JSONEncoder(
    ensure_ascii=False, separators=(",", ":"), allow_nan=False
).encode
_FORBIDDEN_HEADERS = {"host", "content-length", "transfer-encoding", "connection"}
_BREAKS = ("\r", "\n", "\0")


class Parts(TypedDict, total=False):
    """The parts of a request beside its method and path; `OMIT` anywhere is not sent."""

    query: Mapping[str, object] | None
    headers: Mapping[str, object] | None
    cookies: Mapping[str, object] | None
    form: Mapping[str, object] | None
    json: object
    files: Mapping[str, object] | None
    content: Content | None
    content_type: str | None
    styles: Mapping[str, Style]
    """How lists and mappings of `query` and `form` travel, by name; else they repeat the name."""
    server: str
    """Where a generated call goes in place of the client's address."""
    idempotency_header: str
    """Gets a key of its own where the caller gives none; the call may then be repeated."""


def text_of(value: object) -> str:
    """A single value as queries, forms and headers write it; None is empty."""
    if isinstance(value, Enum):
        value = value.value
    if value is None:
        return ""
    if isinstance(value, bytes | bytearray):
        raise TypeError("bytes have no text here; decode them first")
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime):
        return format_datetime(value)
    if isinstance(value, date):
        return value.isoformat()
    return str.__str__(value) if isinstance(value, str) else str(value)


def pairs(
    fields: Mapping[str, object], styles: Mapping[str, Style] = PLAIN
) -> list[Pair]:
    """Names and texts in order: lists as their style says, a mapping adds `[key]` to its name."""
    found: list[Pair] = []
    for name, value in fields.items():
        if type(value) is str:
            found.append((name, value))
        elif value is not OMIT:
            found += _flatten(name, value, styles.get(name, "repeat"))
    return found


def _flatten(name: str, value: object, style: Style) -> Iterator[Pair]:
    if value is OMIT:
        return
    if isinstance(value, Model):
        value = value.to_dict()
    if style == "comma" and (isinstance(value, Mapping) or is_several(value)):
        if value:
            yield name, _joined(name, value)
    elif isinstance(value, Mapping):
        for key, item in value.items():
            yield from _flatten(f"{name}[{key}]", item, style)
    elif is_several(value):
        for index, item in enumerate(value):
            step = "[]" if style == "brackets" else f"[{index}]"
            # Without an index the fields of mappings would mix.
            plain = style == "repeat" and not isinstance(item, Mapping | Model)
            yield from _flatten(name if plain else name + step, item, style)
    else:
        yield name, text_of(value)


def _joined(name: str, value: Any) -> str:
    if isinstance(value, Mapping):
        value = [one for pair in value.items() for one in pair]
    if any(isinstance(one, Mapping | Model) or is_several(one) for one in value):
        raise TypeError(f"{name} is sent with commas, so it holds plain values only")
    return ",".join(text_of(one) for one in value if one is not OMIT)


def query_string(
    fields: Mapping[str, object], styles: Mapping[str, Style] = PLAIN
) -> str:
    """The query without its question mark; a space is `%20`, which every server reads alike."""
    found = pairs(fields, styles)
    return urlencode(found, quote_via=quote, safe="") if found else ""


def header_fields(fields: Mapping[str, object]) -> dict[str, str]:
    """Header texts; raises ValueError over what would break out of a header."""
    sent = {}
    for name, value in fields.items():
        if value is OMIT:
            continue
        text = ", ".join(map(text_of, value)) if is_several(value) else text_of(value)
        if name.lower() in _FORBIDDEN_HEADERS:
            raise ValueError(f"the header {name} is the connection's own")
        if any(mark in name + text for mark in _BREAKS):
            raise ValueError(f"the header {name!r} holds a line break or NUL")
        if not text.isascii():
            raise ValueError(f"the header {name!r} holds letters outside ASCII")
        sent[name] = text
    return sent


def cookie_header(fields: Mapping[str, object]) -> str:
    """The `Cookie` header's text; raises ValueError over a value that would add another cookie."""
    texts = {name: text_of(v) for name, v in fields.items() if v is not OMIT}
    for name, text in texts.items():
        if any(mark in name + text for mark in (";", ",", *_BREAKS)):
            raise ValueError(f"the cookie {name!r} holds a separator")
    return "; ".join(f"{name}={text}" for name, text in texts.items())


class Body(NamedTuple):
    """An encoded body; a multipart one stays in parts, which httpx joins."""

    content: bytes | FileStream | None = None
    content_type: str | None = None
    parts: tuple[tuple[str, Any], ...] = ()


def encode_body(
    parts: Parts, extra: Mapping[str, object], opened: list[IO[bytes]]
) -> Body:
    """The body that the parts describe; `extra` adds to the fields of a form or a JSON object.

    The files that are opened for it are added to `opened`.
    """
    form, files = parts.get("form"), parts.get("files")
    styles = parts.get("styles", PLAIN)
    if files is not None:
        texts = pairs({**(form or {}), **extra}, styles)
        return Body(parts=tuple(_multipart(texts, files, opened)))
    if form is not None:
        texts = pairs({**form, **extra} if extra else form, styles)
        return Body(content=urlencode(texts).encode(), content_type=FORM)
    content, media_type = parts.get("content"), parts.get("content_type")
    if content is not None:
        return Body(content=_raw(content, opened), content_type=media_type)
    value = parts.get("json", OMIT)
    if extra and value is OMIT:
        value = dict(extra)
    elif extra and isinstance(value, Mapping):
        value = {**value, **extra}
    if value is OMIT:
        return Body()
    sent = _to_text(to_json(value)).encode()
    return Body(content=sent, content_type=media_type or "application/json")


def _multipart(
    texts: list[Pair], files: Mapping[str, object], opened: list[IO[bytes]]
) -> Iterator[tuple[str, Any]]:
    for name, text in texts:
        yield name, (None, text.encode())
    for name, value in files.items():
        for file in value if isinstance(value, list) else [value]:
            if file is not OMIT:
                yield name, file_part(file, opened)


def _raw(content: Content, opened: list[IO[bytes]]) -> bytes | FileStream:
    if isinstance(content, str):
        return content.encode()
    found = readable(content, opened)
    return found if isinstance(found, bytes) else FileStream(found)
