"""Reads a successful answer into what the call promised."""

from __future__ import annotations

import json
from typing import Any, NamedTuple, TypeVar, cast, get_args, get_origin

from ._decoding import decode
from ._downloads import streams
from ._errors import SHOWN, DecodeError
from ._results import Answer, ApiResponse, Items, NoContent

T = TypeVar("T")


class Shape(NamedTuple):
    """What a type of answer means for its call."""

    kind: Any
    inner: Any
    accept: str
    streamed: bool
    """Whether the body is left for the caller to read."""


_SHAPES: dict[Any, Shape] = {}


def shape_of(into: Any) -> Shape:
    """The shape of an answer of the type; worked out once."""
    found = _SHAPES.get(into)
    if found is None:
        found = _SHAPES[into] = _shape(into)
    return found


def _shape(into: Any) -> Shape:
    kind, args = get_origin(into) or into, get_args(into)
    inner, streamed = args[0] if args else None, streams(kind)
    raw = streamed or (kind is Answer and inner in (bytes, str, Any))
    return Shape(kind, inner, "*/*" if raw else "application/json", streamed)


def read_answer(response: ApiResponse[Any], into: type[T], *, strict: bool) -> T:
    """The value of the promised type, with the response on it; raises `DecodeError`."""
    kind, inner, _, _ = shape_of(into)
    if kind is NoContent:
        value: Any = NoContent(response)
    elif kind is Answer:
        value = Answer(_read_value(response, inner, strict), response)
    elif kind is Items:
        body = _typed(_read_json(response), list, response)
        value = Items(read_list(body, inner, response, strict=strict), response)
    else:
        body = _typed(_read_json(response), dict, response)
        value = _decode(body, into, response, strict)
        object.__setattr__(value, "_response", response)
    return cast(T, value)


def read_list(
    items: list[Any], kind: Any, response: ApiResponse[Any], *, strict: bool
) -> list[Any]:
    """The items as the type; raises `DecodeError`."""
    decoded: list[Any] = _decode(items, list[kind], response, strict)
    return decoded


def is_json(response: ApiResponse[Any]) -> bool:
    """Whether the answer calls itself JSON."""
    return response.content_type.endswith(("/json", "+json"))


def _decode(value: Any, kind: Any, response: ApiResponse[Any], strict: bool) -> Any:
    try:
        return decode(value, kind, strict=strict)
    except DecodeError as error:
        raise DecodeError.of(str(error), response) from None


def _read_value(response: ApiResponse[Any], kind: Any, strict: bool) -> Any:
    if kind is bytes:
        return response.content
    if not response.content and (kind is Any or type(None) in get_args(kind)):
        return None
    if kind in (str, Any) and not is_json(response):
        return response.text
    return _decode(_read_json(response), kind, response, strict)


def _read_json(response: ApiResponse[Any]) -> Any:
    if response.status_code in (204, 205):
        return {}
    try:
        return json.loads(response.content)
    except RecursionError:
        reason = "the answer's JSON is nested too deeply"
        raise DecodeError.of(reason, response) from None
    except ValueError:
        start = response.content[:SHOWN].decode("utf-8", "replace")
        raise DecodeError.of(f"the answer is not JSON: {start!r}", response) from None


def _typed(body: Any, kind: type[Any], response: ApiResponse[Any]) -> Any:
    if isinstance(body, kind):
        return body
    expected = "an object" if kind is dict else "an array"
    reason = f"$: expected {expected}, found {type(body).__name__}"
    raise DecodeError.of(reason, response)
