"""What tells two texts of the same words apart: their marks and their capitals, as words."""

from __future__ import annotations

import re
from collections.abc import Iterator

_MARKS = {
    "<=": "at most",
    ">=": "at least",
    "!=": "not",
    "<": "less",
    ">": "greater",
    "!": "not",
    "=": "equal",
    "~": "like",
    "+": "plus",
    "-": "dash",
    "_": "underscore",
    ".": "dot",
    ",": "comma",
    ":": "colon",
    ";": "semicolon",
    "/": "slash",
    "\\": "backslash",
    "|": "bar",
    "*": "star",
    "$": "dollar",
    "@": "at",
    "#": "hash",
    "%": "percent",
    "&": "and",
    "?": "question",
    "^": "caret",
    "[]": "list",
    "[": "bracket",
    "(": "parenthesis",
    "{": "brace",
    "'": "quote",
    '"': "quote",
    "`": "backtick",
    " ": "space",
}
_MARK = re.compile(
    "|".join(re.escape(one) for one in sorted(_MARKS, key=lambda one: (-len(one), one)))
)
_SIGN = re.compile(r"-\d")


def spelled(text: str) -> Iterator[str]:
    """Words for how the text is written, from the plainest to the longest.

    ``date<`` -> ``less``; ``-1`` -> ``minus``; ``max-size`` -> ``dash``; ``SID`` -> ``upper``.
    """
    marks = _marks(text)
    if marks:
        yield " ".join(dict.fromkeys(marks))
    capitals = _capitals(text)
    if capitals:
        yield capitals
        yield " ".join((*dict.fromkeys(marks), capitals))
    if len(marks) > 1:
        yield " ".join((*marks[:6], capitals))


def _marks(text: str) -> list[str]:
    if _SIGN.match(text):
        return ["minus", *_marks(text[1:])]
    return [_MARKS[found] for found in _MARK.findall(text)]


def _capitals(text: str) -> str:
    """How the letters are written; nothing where all are small, as usual."""
    letters = [one for one in text if one.isalpha()]
    if not letters or text == text.lower():
        return ""
    if text == text.upper():
        return "upper"
    return "capital" if letters[0].isupper() else "camel"
