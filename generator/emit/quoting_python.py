"""Values of a page as Python literals."""

from __future__ import annotations

import ast
import math
import re

from generator.emit.code import Code
from generator.emit.quoted import quoted
from generator.emit.quoting import UNSAFE, QuotingError, came_back, page_text

_STRING = re.compile(r'"(?:[^"\\]|\\.)*"|' r"'(?:[^'\\]|\\.)*'")
_NAMED = {"\n": "\\n", "\r": "\\r", "\t": "\\t"}


def literal(value: object) -> Code:
    """The value as a Python literal: str, int, float, bool, None, and tuple, list, dict of these.

    Strings take the quotes black would choose, and escape every unsafe character. Raises
    ``QuotingError`` for other types, for floats that are not finite, ints of more than 64 bits.
    """
    written = _written(value)
    came_back(value, ast.literal_eval(written), "literal")
    return quoted(written, value, _STRING)


def escaped(text: str) -> str:
    """The text with backslashes and unsafe characters escaped; quotes are left alone."""
    doubled = text.replace("\\", "\\\\")
    # Of ASCII, which no version of Unicode changes, what prints is what is safe; nearly all is.
    return doubled if text.isascii() and text.isprintable() else UNSAFE.sub(_escape, doubled)


def _written(value: object) -> str:
    match value:
        case None | bool():
            return repr(value)
        case int():
            return _whole(value)
        case float():
            return _float(value)
        case tuple():
            inner = ", ".join(map(_written, value))
            return f"({inner},)" if len(value) == 1 else f"({inner})"
        case list():
            return f"[{', '.join(map(_written, value))}]"
        case dict():
            inner = ", ".join(f"{_written(key)}: {_written(one)}" for key, one in value.items())
            return f"{{{inner}}}"
        case _:
            return _string(page_text(value, "literal"))


def _string(text: str) -> str:
    quote = '"' if text.count('"') <= text.count("'") else "'"
    return quote + escaped(text).replace(quote, "\\" + quote) + quote


def _whole(value: int) -> str:
    if not -(2**63) <= value < 2**64:
        raise QuotingError(f"literal: an integer of {value.bit_length()} bits; 64 is the limit")
    return int.__repr__(value)


def _float(value: float) -> str:
    if not math.isfinite(value):
        raise QuotingError(f"literal: {value!r} has no literal")
    return float.__repr__(value).replace("e+", "e")


def _escape(found: re.Match[str]) -> str:
    point = ord(found[0])
    if found[0] in _NAMED:
        return _NAMED[found[0]]
    if point < 0x100:
        return f"\\x{point:02x}"
    return f"\\u{point:04x}" if point < 0x10000 else f"\\U{point:08x}"
