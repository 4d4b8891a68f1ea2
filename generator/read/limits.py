"""Limits in descriptions: "At most 64 characters. Between 1 and 100."."""

from __future__ import annotations

import re

from generator.ir import ConstraintKind, Scalar, ScalarKind
from generator.patterns import pattern
from generator.read.phrases import (
    CONDITION,
    CONDITIONAL,
    EXAMPLE,
    Expected,
    convert,
    sentence_start,
    stands_alone,
)
from generator.value import Struct

_NUMBER = (
    r"[`*\"]{0,2}([-+]?\d{1,3}(?:,\d{3}){1,6}|[-+]?\d{1,19}(?:\.\d{1,9})?)[`*\"]{0,2}(?![\w%])"
)
# Without them no rule can match: most descriptions are read without a look at the rules.
_DIGIT = pattern(r"\d")
_OF_LENGTHS = pattern(r"char|letter|length", re.IGNORECASE)


class FoundLimit(Struct, frozen=True, kw_only=True):
    """A limit with the rule that found it and its place in the squashed text."""

    kind: ConstraintKind
    value: Scalar
    rule: str
    start: int
    end: int


_LONG = r"(?: characters?| chars?| letters)(?: long| in length)?"
_LENGTHS = tuple(
    (rule, kinds, pattern(words, re.IGNORECASE))
    for rule, kinds, words in (
        ("length-between", "<>", rf"\bbetween {_NUMBER} and {_NUMBER}{_LONG}"),
        ("length-between", "<>", rf"\b(?:from )?{_NUMBER} to {_NUMBER}{_LONG}"),
        (
            "exact-length",
            "=",
            rf"\b(?:exactly|must be) {_NUMBER}{_LONG}(?![a-z]| (?:or|and|max|min)\b)",
        ),
        (
            "max-length",
            ">",
            rf"\b(?:up to|at most|no (?:more|longer) than|not exceed(?:ing)?|limited to|max(?:imum)?(?: of| is|:)?"
            rf"|(?:a )?limit of)(?: a maximum of)? {_NUMBER}{_LONG}",
        ),
        (
            "max-length",
            ">",
            rf"\bmax(?:imum)? length(?: is| of|:)? {_NUMBER}(?: characters| chars|(?=[.,;)]|$))",
        ),
        ("max-length", ">", rf"\b{_NUMBER}{_LONG} (?:or (?:less|fewer|shorter)|max(?:imum)?\b)"),
        (
            "min-length",
            "<",
            rf"\b(?:at least|no (?:less|fewer|shorter) than|min(?:imum)?(?: of)?) {_NUMBER}{_LONG}",
        ),
        (
            "min-length",
            "<",
            rf"\bmin(?:imum)? length(?: is| of|:)? {_NUMBER}(?: characters| chars|(?=[.,;)]|$))",
        ),
    )
)
_RANGES = tuple(
    (rule, kinds, pattern(words, re.IGNORECASE))
    for rule, kinds, words in (
        ("between", "<>", rf"\bbetween {_NUMBER} and {_NUMBER}"),
        (
            "between",
            "<>",
            rf"\b(?:integer|number|value|ranges?|ranging)(?: in the range)? from {_NUMBER} to {_NUMBER}",
        ),
        (
            "maximum",
            ">",
            rf"\b(?:max(?:imum)?(?: allowed)?(?: value)?(?: is|:| of)?|at most|no (?:more|greater|larger) than"
            rf"|must not exceed|can be up to(?: a maximum of)?) {_NUMBER}",
        ),
        (
            "minimum",
            "<",
            rf"\b(?:min(?:imum)?(?: allowed)?(?: value)?(?: is|:| of)?|at least|no (?:less|smaller|fewer) than) {_NUMBER}",
        ),
    )
)
_ITEMS = tuple(
    (rule, kinds, pattern(words, re.IGNORECASE))
    for rule, kinds, words in (
        (
            "max-items",
            ">",
            rf"\b(?:at most|up to|maximum of|no more than) {_NUMBER} (?:items|elements|entries|values)\b",
        ),
        (
            "min-items",
            "<",
            rf"\b(?:at least|minimum of) {_NUMBER} (?:items|elements|entries|values)\b",
        ),
    )
)
_KINDS = {
    "length": (ConstraintKind.MIN_LENGTH, ConstraintKind.MAX_LENGTH),
    "range": (ConstraintKind.MINIMUM, ConstraintKind.MAXIMUM),
    "items": (ConstraintKind.MIN_ITEMS, ConstraintKind.MAX_ITEMS),
}


def find_limits(text: str, wanted: Expected) -> tuple[FoundLimit, ...]:
    """The limits that a description names; none of a kind that it names twice differently."""
    if not _DIGIT.search(text):
        return ()
    if wanted.many:
        table, kinds = _ITEMS, _KINDS["items"]
    elif wanted.kind is ScalarKind.STRING and _OF_LENGTHS.search(text):
        table, kinds = _LENGTHS, _KINDS["length"]
    elif wanted.kind in (ScalarKind.INTEGER, ScalarKind.NUMBER):
        table, kinds = _RANGES, _KINDS["range"]
    else:
        return ()
    number = wanted.kind if table is _RANGES else ScalarKind.INTEGER
    limits = [
        limit
        for rule, sides, found in table
        for match in found.finditer(text)
        for limit in _limits(text, match, rule, sides, kinds, number)
    ]
    return _agreeing(limits, kinds)


def _limits(
    text: str,
    match: re.Match[str],
    rule: str,
    sides: str,
    kinds: tuple[ConstraintKind, ConstraintKind],
    number: ScalarKind | None,
) -> list[FoundLimit]:
    before = text[sentence_start(text, match.start()) : match.start()]
    ranged = kinds[0] is ConstraintKind.MINIMUM
    if EXAMPLE.search(before) or CONDITIONAL.search(before):
        return []
    if CONDITION.match(text, match.end()) or (ranged and not stands_alone(text, match.end())):
        return []
    values = [one[0] for word in match.groups() if (one := convert(word, number)) is not None]
    if len(values) != (2 if sides == "<>" else 1):
        return []
    wanted = kinds if sides in ("<>", "=") else (kinds[sides == ">"],)
    values = values * len(wanted) if len(values) < len(wanted) else values
    return [
        FoundLimit(kind=kind, value=value, rule=rule, start=match.start(), end=match.end())
        for kind, value in zip(wanted, values, strict=True)
    ]


def _agreeing(
    limits: list[FoundLimit], kinds: tuple[ConstraintKind, ConstraintKind]
) -> tuple[FoundLimit, ...]:
    """One limit a kind; nothing where two contradict each other."""
    kept = []
    for kind in kinds:
        mine = [one for one in limits if one.kind is kind]
        if len({repr(one.value) for one in mine}) == 1:
            kept.append(mine[0])
    numbers = [one.value for one in kept if isinstance(one.value, int | float)]
    return () if len(numbers) == 2 and numbers[0] > numbers[1] else tuple(kept)
