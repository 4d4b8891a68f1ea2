"""Rows of numbers as short text: the base64 VLQ of source maps (ECMA-426)."""

from __future__ import annotations

from collections.abc import Iterable

_DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
_VALUES = {digit: value for value, digit in enumerate(_DIGITS)}
_MORE = 32
_MOST_DIGITS = 12


def encode(numbers: Iterable[int]) -> str:
    """One text of all numbers; a small one takes one letter."""
    return "".join([_SHORT.get(one) or _encoded(one) for one in numbers])


def _encoded(number: int) -> str:
    rest = number << 1 if number >= 0 else (-number << 1) | 1
    out = ""
    while rest >= _MORE:
        out += _DIGITS[rest & 31 | _MORE]
        rest >>= 5
    return out + _DIGITS[rest]


_SHORT = {one: _encoded(one) for one in range(-256, 256)}
"""Nearly all there are."""


def decode(text: str) -> list[int]:
    """The numbers; raises ``ValueError`` for text that is none of ``encode``."""
    numbers: list[int] = []
    value = shift = 0
    for letter in text:
        digit = _VALUES.get(letter)
        if digit is None or shift > 5 * _MOST_DIGITS:
            raise ValueError(f"no number: {letter!r}")
        value |= (digit & 31) << shift
        shift += 5
        if not digit & _MORE:
            numbers.append(-(value >> 1) if value & 1 else value >> 1)
            value = shift = 0
    if shift:
        raise ValueError("a number breaks off")
    return numbers
