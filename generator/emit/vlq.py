"""Rows of numbers as short text: the base64 VLQ of source maps (ECMA-426)."""

from __future__ import annotations

import re
from collections.abc import Iterable

_DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
_VALUES = {digit: value for value, digit in enumerate(_DIGITS)}
_MORE = 32
_SHORT = range(-256, 256)
"""Nearly all there are: each is looked up, without a call."""
_NUMBER = re.compile(r"[g-z0-9+/]{0,11}[A-Za-f]")


def encode(numbers: Iterable[int]) -> str:
    """One text of all numbers; a small one takes one letter."""
    return "".join(map(_TEXTS.__getitem__, numbers))


def decode(text: str) -> list[int]:
    """The numbers; raises ``ValueError`` for text that is none of ``encode``."""
    found: list[str] = _NUMBER.findall(text)
    if sum(map(len, found)) != len(text):
        raise ValueError("not a row of numbers")
    return list(map(_NUMBERS.__getitem__, found))


class _Texts(dict[int, str]):
    """Numbers as text."""

    def __missing__(self, number: int) -> str:
        rest = number << 1 if number >= 0 else (-number << 1) | 1
        out = ""
        while rest >= _MORE:
            out += _DIGITS[rest & 31 | _MORE]
            rest >>= 5
        return out + _DIGITS[rest]


class _Numbers(dict[str, int]):
    """Texts as numbers."""

    def __missing__(self, text: str) -> int:
        value = 0
        for digit in reversed(text):
            value = value << 5 | _VALUES[digit] & 31
        return -(value >> 1) if value & 1 else value >> 1


_TEXTS = _Texts()
_TEXTS.update({one: _TEXTS[one] for one in _SHORT})
_NUMBERS = _Numbers({text: number for number, text in _TEXTS.items()})
