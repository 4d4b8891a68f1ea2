"""Defaults in descriptions: "Defaults to `10`."."""

from __future__ import annotations

import re

from generator.ir import Scalar, ScalarKind
from generator.patterns import pattern
from generator.read.phrases import (
    CONDITION,
    CONDITIONAL,
    EXAMPLE,
    QUOTED,
    Expected,
    convert,
    quoted,
    sentence_start,
    stands_alone,
)
from generator.value import Struct

_BARE = r"([-+]?\d{1,3}(?:,\d{3}){1,6}|[-+]?\d{1,19}(?:\.\d{1,9})?|true|false)(?![\w%=])"
_VALUE = rf"(?:{QUOTED}|{_BARE})"
_DEFAULT = pattern("default", re.IGNORECASE)
"""What every rule below needs."""
_NOT_GIVEN = pattern(
    r"\b(?:if|when) (?:it is |this is |none is |no value is )?(?:not (?:set|specified|given|provided|present)|omitted|unspecified)",
    re.I,
)


class FoundDefault(Struct, frozen=True, kw_only=True):
    """A default with the rule that found it and its place in the squashed text."""

    value: Scalar
    rule: str
    start: int
    end: int


DEFAULTS = tuple(
    (rule, pattern(words, re.IGNORECASE))
    for rule, words in (
        ("default-is", rf"\bdefault(?: value)?(?: is| is set to|:| =) {_VALUE}"),
        (
            "defaults-to",
            rf"\b(?:defaults|will default|default) to(?: the value| a value of)? {_VALUE}",
        ),
        ("as-the-default", rf"\bwith {_VALUE} (?:as|being) the default\b"),
        ("by-default", rf"(?:\bis |\b|^){_VALUE} (?:by default\b|is the default\b)"),
        ("marked-default", rf"{QUOTED}()? \((?:the )?default\)"),
    )
)
"""How a description names the default."""


def find_default(text: str, wanted: Expected) -> FoundDefault | None:
    """The default that a description names without a condition; ``None`` where it names two."""
    if wanted.many or wanted.kind is None or not _DEFAULT.search(text):
        return None
    found: list[FoundDefault] = []
    for rule, named in DEFAULTS:
        for match in named.finditer(text):
            default = _default(text, match, rule, wanted.kind)
            if default:
                found.append(default)
    return found[0] if len({repr(one.value) for one in found}) == 1 else None


def _default(text: str, match: re.Match[str], rule: str, kind: ScalarKind) -> FoundDefault | None:
    before = text[sentence_start(text, match.start()) : match.start()]
    word = quoted(match)
    bare = "" if word else (match[5] or "")
    if EXAMPLE.search(before) or _is_conditional(before) or CONDITION.match(text, match.end()):
        return None
    if bare and rule in ("default-is", "defaults-to") and not stands_alone(text, match.end()):
        return None
    if word == "null" and kind is not ScalarKind.STRING:
        return FoundDefault(value=None, rule=rule, start=match.start(), end=match.end())
    value = convert(word or bare, kind)
    if value is None or (bare and kind is ScalarKind.STRING):
        return None
    if value[0] == "null":
        value = (None,)
    return FoundDefault(value=value[0], rule=rule, start=match.start(), end=match.end())


def _is_conditional(before: str) -> bool:
    return bool(CONDITIONAL.search(before)) and not _NOT_GIVEN.search(before)
