"""Rows of numbers as short text: the base64 VLQ of source maps (ECMA-426)."""

from __future__ import annotations

from collections.abc import Iterable

_DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
_VALUES = {digit: value for value, digit in enumerate(_DIGITS)}
_MORE = 32
_MOST_DIGITS = 12


def encode(numbers: Iterable[int]) -> str:
    """One text of all numbers; a small one takes one letter."""
    out: list[str] = []
    for number in numbers:
        rest = number << 1 if number >= 0 else (-number << 1) | 1
        while rest >= _MORE:
            out.append(_DIGITS[rest & 31 | _MORE])
            rest >>= 5
        out.append(_DIGITS[rest])
    return "".join(out)


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
