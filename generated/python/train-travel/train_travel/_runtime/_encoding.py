"""Turns arguments into query strings, headers and bodies."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from pathlib import Path
from typing import IO, Any, TypedDict
from urllib.parse import quote, urlencode

from ._dates import format_datetime
from ._models import Model, is_several, to_json
from ._omit import OMIT

Pair = tuple[str, str]
Content = bytes | str | Path | IO[bytes]
"""A body, or a part of one: bytes, text, a path to a file, or an open file."""

FORM = "application/x-www-form-urlencoded"

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


def pairs(fields: Mapping[str, object]) -> list[Pair]:
    """Names and texts in order: a list repeats its name, a mapping adds `[key]` to it."""
    return [pair for name, value in fields.items() for pair in _flatten(name, value)]


def _flatten(name: str, value: object) -> Iterator[Pair]:
    if value is OMIT:
        return
    if isinstance(value, Model):
        value = value.to_dict()
    if isinstance(value, Mapping):
        for key, item in value.items():
            yield from _flatten(f"{name}[{key}]", item)
    elif is_several(value):
        for index, item in enumerate(value):
            nested = isinstance(
                item, Mapping | Model
            )  # without an index their fields would mix
            yield from _flatten(f"{name}[{index}]" if nested else name, item)
    else:
        yield name, text_of(value)


def query_string(fields: Mapping[str, object]) -> str:
    """The query without its question mark; a space is `%20`, which every server reads alike."""
    return urlencode(pairs(fields), quote_via=quote, safe="")


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
    texts = {
        name: text_of(value) for name, value in fields.items() if value is not OMIT
    }
    for name, text in texts.items():
        if any(mark in name + text for mark in (";", ",", *_BREAKS)):
            raise ValueError(f"the cookie {name!r} holds a separator")
    return "; ".join(f"{name}={text}" for name, text in texts.items())


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """An encoded body; a multipart one stays in parts, which httpx joins."""

    content: bytes | None = None
    content_type: str | None = None
    parts: tuple[tuple[str, Any], ...] = ()


def encode_body(parts: Parts, extra: Mapping[str, object]) -> Body:
    """The body that the parts describe; `extra` adds to the fields of a form or a JSON object."""
    form, files = parts.get("form"), parts.get("files")
    if files is not None:
        return Body(parts=tuple(_multipart({**(form or {}), **extra}, files)))
    if form is not None:
        return Body(
            content=urlencode(pairs({**form, **extra})).encode(), content_type=FORM
        )
    content = parts.get("content")
    if content is not None:
        return Body(content=_bytes_of(content), content_type=parts.get("content_type"))
    value = parts.get("json", OMIT)
    if extra and value is OMIT:
        value = dict(extra)
    elif extra and isinstance(value, Mapping):
        value = {**value, **extra}
    if value is OMIT:
        return Body()
    return Body(
        content=_json_bytes(value),
        content_type=parts.get("content_type") or "application/json",
    )


def _json_bytes(value: object) -> bytes:
    text = json.dumps(
        to_json(value), ensure_ascii=False, separators=(",", ":"), allow_nan=False
    )
    return text.encode()


def _multipart(
    form: Mapping[str, object], files: Mapping[str, object]
) -> Iterator[tuple[str, Any]]:
    for name, text in pairs(form):
        yield name, (None, text.encode())
    for name, value in files.items():
        for file in value if isinstance(value, list) else [value]:
            if file is not OMIT:
                yield name, _file_part(file)


def _file_part(file: Any) -> Any:
    """What httpx takes as a file: a path becomes its name and bytes, the rest is httpx's own."""
    if isinstance(file, Path):
        return file.name, file.read_bytes()
    return file


def _bytes_of(content: Content) -> bytes:
    if isinstance(content, str):
        return content.encode()
    if isinstance(content, Path):
        return content.read_bytes()
    return content if isinstance(content, bytes) else content.read()
