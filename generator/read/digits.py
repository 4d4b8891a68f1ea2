"""Numbers in descriptions that have more digits than programs hold."""

from __future__ import annotations

import re

from generator.ir import Scalar, ScalarKind
from generator.patterns import pattern
from generator.read.phrases import Expected

_BOUND = r"min|max|between|at least|at most|up to|exactly|range|limit|length"
_NUMBER = r"[^.]{0,40}?(?<![\w.,])(\d{1,3}(?:,\d{3}){6,}+|\d{19,}+)(?!\w)"
_MANY = pattern(r"[\d,]{19}")
"""What both of these need, and nearly no text has."""
_OF_TEXT = pattern(rf"\b(?:{_BOUND}){_NUMBER}", re.IGNORECASE)
_OF_NUMBERS = pattern(rf"\b(?:{_BOUND}|default|one of){_NUMBER}", re.IGNORECASE)


def longest_number(text: str, wanted: Expected) -> int:
    """The digits of the longest number beyond 18 that a description gives as a fact; 0 if none.

    A default or a value of text may be any digits; its lengths are numbers.
    """
    if not _MANY.search(text):
        return 0
    numeric = wanted.kind in (ScalarKind.INTEGER, ScalarKind.NUMBER)
    found_by = _OF_NUMBERS if numeric else _OF_TEXT
    return max((len(found[1].replace(",", "")) for found in found_by.finditer(text)), default=0)


def fits(value: Scalar, digits: int) -> bool:
    """Whether a value is no whole number, or one of at most so many digits."""
    return not isinstance(value, int) or abs(value) < 10**digits
