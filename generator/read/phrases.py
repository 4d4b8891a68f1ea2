"""How descriptions quote values, and how a quoted word becomes a value of a kind."""

from __future__ import annotations

import re

from generator.ir import (
    ArrayType,
    NullableType,
    Scalar,
    ScalarKind,
    ScalarType,
    TypeExpr,
    UnionType,
)
from generator.patterns import pattern
from generator.value import Struct

QUOTED = (
    r"(?:`([^`\n]{1,120})`|\*\*([^*\n]{1,120})\*\*|\"([^\"\n]{1,120})\""
    r"|(?<!\w)'([^'\n]{1,120})'(?!\w))"
)
"""A value in backticks, bold or quotes; the text is in one of four groups."""

EXAMPLE = pattern(r"\b(?:for example|for instance|such as|e\.g\.|like|examples?)(?!\w)", re.I)
"""Words after which values are only examples."""

CONDITION = pattern(
    r",? (?:if|when|unless|where|for|on|in case|until|while)\b(?! (?:not|it is not|it's not|none is|nothing is|no value is|"
    r"omitted|unspecified|left|absent|this (?:field|parameter) is not))",
    re.I,
)
"""What makes the phrase before it true only sometimes; not "if it is not given"."""

CONDITIONAL = pattern(
    r"\b(?:if|when|unless|where|whose|for which|only)\b(?! not (?:set|specified|given|provided))",
    re.I,
)
"""What makes the phrase behind it true only sometimes."""

_AFTER = pattern(r"[).,;:]{1,2}(?=\s|$)|\s(?=(?:and|or|that|which|inclusive|per)\b|[-–—(])|$")
_UNIT = pattern(r"\s([A-Za-z]{2,20})")
_LINK = pattern(r"\]\([^()\s]{1,600}\)")
_SENTENCE_END = pattern(r"[.!?][)\"'*_]{0,3} (?=[^a-z])")
_WHOLE = pattern(r"[-+]?(?:\d{1,3}(?:,\d{3}){1,6}|\d{1,19})")
_DECIMAL = pattern(r"[-+]?\d{1,15}(?:\.\d{1,15})?")
# Formats whose values cannot be a short list of words.
_FREE_FORMATS = frozenset(
    "date date-time time datetime timestamp uri url uuid guid email hostname ipv4 ipv6 binary byte "
    "jwt digest password phone-number decimal duration json html urn".split()
)


class Expected(Struct, frozen=True, kw_only=True):
    """What kind of value a field holds; ``many`` where it holds a list of them."""

    kind: ScalarKind | None
    many: bool = False
    free: bool = False


def expected(type_: TypeExpr | None) -> Expected:
    """The kind that values in a description must have; text where the type is not known."""
    match type_:
        case None:
            return Expected(kind=ScalarKind.STRING)
        case ScalarType():
            return Expected(kind=type_.kind, free=type_.format in _FREE_FORMATS)
        case NullableType():
            return expected(type_.item)
        case ArrayType():
            item = expected(type_.item)
            return Expected(kind=None if item.many else item.kind, many=True, free=item.free)
        case UnionType():
            return _strongest([expected(member) for member in type_.members])
        case _:
            return Expected(kind=None)


def _strongest(members: list[Expected]) -> Expected:
    """Text if any member is text: then every word is a possible value."""
    texts = [one for one in members if one.kind is ScalarKind.STRING]
    kinds = {one.kind for one in members}
    if texts:
        return Expected(kind=ScalarKind.STRING, many=texts[0].many, free=texts[0].free)
    return members[0] if len(kinds) == 1 else Expected(kind=None)


def squash(description: str) -> str:
    """The description on one line, with link addresses blanked out."""
    text = " ".join(description.split())
    return _LINK.sub(lambda found: "]" + " " * (len(found[0]) - 1), text)


def may_list(text: str) -> bool:
    """Whether two values may be quoted in a text, which takes four signs, or ``a|b`` in two."""
    return sum(map(text.count, "`*\"'")) >= 4 or "|" in text


def quoted(found: re.Match[str], first: int = 1) -> str:
    """The text of a match of ``QUOTED`` whose groups begin at ``first``."""
    groups = found.groups()[first - 1 : first + 3]
    text = next((one for one in groups if one is not None), "").strip()
    # A string as code writes it, in backticks: the quotes are no part of it.
    doubled = len(text) > 1 and text[0] in "\"'" and text[0] == text[-1]
    return text[1:-1] if doubled else text


def sentence_start(text: str, at: int) -> int:
    """Where the sentence that holds an offset begins."""
    start = 0
    for found in _SENTENCE_END.finditer(text, max(0, at - 1000), at + 1):
        start = min(found.end(), at)
    return start


def convert(word: str, kind: ScalarKind | None) -> tuple[Scalar] | None:
    """A word as a value of a kind, in a tuple; ``None`` where it cannot be one."""
    match kind:
        case ScalarKind.STRING:
            return (word,) if word else None
        case ScalarKind.INTEGER:
            return _whole(word)
        case ScalarKind.NUMBER:
            return _number(word)
        case ScalarKind.BOOLEAN:
            return (word.lower() == "true",) if word.lower() in ("true", "false") else None
        case None:
            return None


def _whole(word: str) -> tuple[Scalar] | None:
    """A whole number of 64 bits, with a sign or without."""
    if not _WHOLE.fullmatch(word):
        return None
    value = int(word.replace(",", ""))
    return (value,) if -(2**63) <= value < 2**64 else None


def _number(word: str) -> tuple[Scalar] | None:
    whole = _whole(word)
    if whole is not None:
        return whole
    return (float(word),) if _DECIMAL.fullmatch(word) else None


def stands_alone(text: str, at: int) -> bool:
    """Whether a number counts what the description already spoke of, or counts nothing."""
    if _AFTER.match(text, at):
        return True
    unit = _UNIT.match(text, at)
    return unit is not None and unit[1].lower().rstrip("s") in text[:at].lower()
