"""Text of a page in TOML and JSON, and the characters no output may hold as they are."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Callable, Mapping

from generator.emit.code import Code, spelled
from generator.emit.quoted import quoted
from generator.ir.page_text import traces_of
from generator.patterns import pattern

UNSAFE = pattern(
    "["
    "\x00-\x1f\x7f-\xa0\xad"  # controls, no-break space, soft hyphen
    "\u034f\u061c\u115f\u1160\u1680\u17b4\u17b5\u180b-\u180f"  # invisible letters and joiners
    "\u2000-\u200f\u2028-\u202f\u205f-\u206f\u2800\u3000\u3164\uffa0"  # spaces, bidi, fillers
    "\ud800-\udfff\ue000-\uf8ff\ufeff\ufff0-\ufffc\ufffe\uffff"  # surrogates, private use
    "\ufdd0-\ufdef\U0001fffe\U0001ffff\U0002fffe\U0002ffff\U0003fffe\U0003ffff"  # no characters
    "\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"  # layout controls
    "\U000e0000-\U0010ffff"  # tags, private planes
    "]"
)
"""Characters a reader cannot see or tell apart.

A fixed list, not ``str.isprintable``: that one follows the Unicode version of the running Python,
and the same page must give the same bytes everywhere.
"""

_JSON_STRING = re.compile(r'"(?:[^"\\]|\\.)*"')
_NAMED = {"\n": "\\n", "\r": "\\r", "\t": "\\t"}


class QuotingError(ValueError):
    """The value has no place in this position; the message says which and why."""


def came_back(expected: object, actual: object, position: str) -> None:
    """Raise ``QuotingError`` unless what was written reads back as what was meant."""
    if expected != actual:
        raise QuotingError(f"{position}: wrote {expected!r}, would be read as {actual!r}")


def page_text(value: object, position: str) -> str:
    """The value as ``str``; raises ``QuotingError`` on ``Code``, which is finished already."""
    if type(value) is Code:
        raise QuotingError(
            f"{position}: {value.text!r} is finished text; print it without a filter"
        )
    if not isinstance(value, str):
        raise QuotingError(f"{position}: expected text of a page, got {type(value).__name__}")
    return str(value)


def shown(text: str) -> str:
    """The text on one line and without unsafe characters, for languages without escapes."""
    return " ".join(UNSAFE.sub(lambda one: " " if one[0].isspace() else "", text).split())


def toml_string(text: str) -> Code:
    """A TOML basic string with its quotes; lone surrogates, which TOML lacks, become U+FFFD."""
    whole = _without_surrogates(page_text(text, "toml"))
    escaped = whole.replace("\\", "\\\\").replace('"', '\\"')
    written = f'"{UNSAFE.sub(_toml_escape, escaped)}"'
    came_back(whole, tomllib.loads(f"text = {written}")["text"], "toml")
    return spelled(written, traces_of(text))


def json_value(value: object, indent: int | None = None) -> Code:
    """The value as JSON; ``indent`` as in ``json.dumps``, keys in the given order.

    Lone surrogates become U+FFFD. Raises ``QuotingError`` for what JSON does not have.
    """
    plain = _plain_json(value)
    try:
        written = json.dumps(plain, indent=indent, ensure_ascii=False, allow_nan=False)
    except ValueError as error:
        raise QuotingError(f"json: {error}") from error
    # The only unsafe characters outside of strings are the line breaks of the indentation.
    written = UNSAFE.sub(
        lambda found: found[0] if found[0] == "\n" else _json_escape(found), written
    )
    came_back(plain, json.loads(written), "json")
    return quoted(written, value, _JSON_STRING)


def _plain_json(value: object) -> object:
    match value:
        case Mapping():
            if not all(isinstance(key, str) for key in value):
                raise QuotingError("json: the keys of an object must be str")
            return {_without_surrogates(key): _plain_json(one) for key, one in value.items()}
        case list() | tuple():
            return [_plain_json(one) for one in value]
        case bool() | int() | float() | None:
            return value
        case _:
            return _without_surrogates(page_text(value, "json"))


def _without_surrogates(text: str) -> str:
    """Neither language can hold one alone; two that meet would become another character."""
    return re.sub("[\ud800-\udfff]", "\ufffd", text)


def _escape_with(short: str, long: str) -> Callable[[re.Match[str]], str]:
    def escape(found: re.Match[str]) -> str:
        point = ord(found[0])
        return _NAMED.get(found[0]) or (short if point < 0x10000 else long).format(point)

    return escape


_toml_escape = _escape_with("\\u{:04x}", "\\U{:08x}")


def _json_escape(found: re.Match[str]) -> str:
    return json.dumps(found[0])[1:-1]
