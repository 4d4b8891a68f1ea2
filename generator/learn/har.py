"""HAR 1.2 -> exchanges: what browsers and proxies save, with all they leave out or add."""

from __future__ import annotations

import base64
import binascii
import gzip
import io
import zlib
from urllib.parse import parse_qsl, urlsplit

from generator.ir.media import is_form, is_json
from generator.learn.exchange import Answer, Aside, Exchange, Json
from generator.learn.parse import check_depth, parse

MAX_ANSWER = 16 * 1024 * 1024
"""Bytes of one answer once it is decompressed."""

_GZIP = b"\x1f\x8b"


def entries_of(value: Json) -> list[Json] | None:
    """The entries where the value is an HTTP archive, else ``None``."""
    log = value.get("log") if isinstance(value, dict) else None
    entries = log.get("entries") if isinstance(log, dict) else None
    return entries if isinstance(entries, list) else None


def exchange_of(entry: Json, *, path: str, number: int) -> Exchange | None:
    """The exchange an entry records; ``None`` where it has no request that could be read."""
    request = _object(_object(entry).get("request"))
    response = _object(_object(entry).get("response"))
    method, url = _text(request.get("method")).upper(), _url(request)
    pairs = _query(request, url)
    if not method or pairs is None:
        return None
    status = response.get("status")
    return Exchange(
        path=path,
        entry=number,
        method=method,
        url=url,
        status=status if isinstance(status, int) and not isinstance(status, bool) else 0,
        answer=_answer(response),
        pairs=pairs,
        fields=_sent_fields(request),
    )


def _url(request: dict[str, Json]) -> str:
    """The whole address; put together from headers where a proxy saved only the path."""
    url = _text(request.get("url"))
    if not url.startswith("/"):
        return url
    headers = _headers(request)
    host = headers.get(":authority") or headers.get("host", "")
    return f"{headers.get(':scheme', 'https')}://{host}{url}"


def _query(request: dict[str, Json], url: str) -> tuple[tuple[str, str], ...] | None:
    """What the query holds; ``None`` where the address is none."""
    try:
        parts = urlsplit(url)
        parts.port  # noqa: B018 - reading it checks it
    except ValueError:
        return None
    if not parts.scheme or not parts.hostname:
        return None
    listed = [_object(one) for one in _list(request.get("queryString"))]
    pairs = [(_text(one.get("name")), _text(one.get("value"))) for one in listed]
    return tuple(parse_qsl(parts.query, keep_blank_values=True) or pairs)


def _sent_fields(request: dict[str, Json]) -> tuple[str, ...]:
    """The names at the top of the body that was sent: of a form, its parts, or a JSON object."""
    sent = _object(request.get("postData"))
    kind, text = _text(sent.get("mimeType")), _text(sent.get("text"))
    names = [_text(_object(one).get("name")) for one in _list(sent.get("params"))]
    if not names and is_form(kind):
        names = [name for name, _ in parse_qsl(text, keep_blank_values=True)]
    elif not names and kind and is_json(kind):
        try:
            value = parse(text)
        except ValueError:
            value = None
        names = list(value) if isinstance(value, dict) else []
    return tuple(dict.fromkeys(one for one in names if one))


def _answer(response: dict[str, Json]) -> Answer | Aside:
    content = _object(response.get("content"))
    kind = _text(content.get("mimeType")) or _headers(response).get("content-type", "")
    text = _text(content.get("text"))
    if not text.strip():
        return Aside.EMPTY
    if not is_json(kind):
        return Aside.NOT_JSON
    try:
        decoded = _decoded(text, _text(content.get("encoding")))
        if not decoded.strip():
            return Aside.EMPTY
        value = parse(decoded)
        check_depth(value)
    except (ValueError, OSError, EOFError, zlib.error):
        return Aside.UNREADABLE if kind else Aside.NOT_JSON
    return Answer(value=value)


def _decoded(text: str, encoding: str) -> str:
    """The text of an answer; some proxies save it in base64, and some of them compressed."""
    if encoding.lower() == "base64":
        try:
            data = base64.b64decode(text)
        except binascii.Error as fault:
            raise ValueError("is not base64") from fault
    elif text.startswith("\x1f\x8b"):
        data = text.encode("latin-1")  # bytes saved as if they were characters
    else:
        return text
    return unpacked(data, MAX_ANSWER).decode("utf-8-sig")


def unpacked(data: bytes, most: int) -> bytes:
    """The bytes without gzip; raises ``ValueError`` where there are more than ``most``."""
    if data.startswith(_GZIP):
        with gzip.open(io.BytesIO(data)) as opened:
            data = opened.read(most + 1)
    if len(data) > most:
        raise ValueError(f"is larger than {most} bytes")
    return data


def _headers(message: dict[str, Json]) -> dict[str, str]:
    listed = [_object(one) for one in _list(message.get("headers"))]
    return {_text(one.get("name")).lower(): _text(one.get("value")) for one in listed}


def _object(value: Json) -> dict[str, Json]:
    return value if isinstance(value, dict) else {}


def _list(value: Json) -> list[Json]:
    return value if isinstance(value, list) else []


def _text(value: Json) -> str:
    return value if isinstance(value, str) else ""
