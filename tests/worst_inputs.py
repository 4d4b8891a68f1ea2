"""Texts on which a regular expression works hardest, made from the expression itself."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from re import _constants as sre, _parser as parser  # type: ignore[attr-defined]  # isort: skip

_LETTERS = "a1 .`-_/(A\n\t*|,:[é{\"'#~=>"
"""What a class of characters is tried with, the likeliest first."""
_ENDS = ("", "\0", "!", "\n")
"""What may follow so that nothing matches in the end."""
_MANY = 6
"""From how many times on a repetition is worth pumping."""


@dataclass(frozen=True, slots=True)
class Worst:
    """A text of any length: ``before``, then ``pump`` again and again, then ``after``."""

    before: str
    pump: str
    after: str

    def text(self, length: int) -> str:
        """The text, about so many characters long."""
        return self.before + self.pump * (length // len(self.pump)) + self.after


def worst_inputs(pattern: re.Pattern[str]) -> tuple[Worst, ...]:
    """Texts that begin to match in every way the pattern can begin, and go on for long.

    Each repetition is pumped behind what stands before it; the whole pattern, and what stands
    before each repetition, begin again and again.
    """
    tree = parser.parse(pattern.pattern, pattern.flags)
    whole = _sample(tree)
    found = [Worst("", one, "") for one in (whole, *_LETTERS) if one]
    for before, pump in _repeats(tree, ""):
        found += [Worst(before, pump, end) for end in _ENDS]
        found += [Worst("", before + pump, end) for end in ("", "\0")]
        found += [Worst("", before + pump * 3, "")]
    return tuple(dict.fromkeys(found))


def _repeats(tree: Any, before: str) -> Iterator[tuple[str, str]]:
    """Every repetition below, as what stands before it and what it repeats."""
    for code, argument in tree:
        if code in (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT):
            _, most, inner = argument
            if most >= _MANY:
                yield from ((before, one) for one in _several(inner) if one)
            yield from _repeats(inner, before)
        else:
            for inner in _inner(code, argument):
                yield from _repeats(inner, before)
        before += _sample([(code, argument)])


def _inner(code: Any, argument: Any) -> tuple[Any, ...]:
    if code is sre.SUBPATTERN:
        return (argument[-1],)
    if code is sre.BRANCH:
        return tuple(argument[1])
    if code in (sre.ASSERT, sre.ASSERT_NOT):
        return (argument[1],)
    return (argument,) if code is sre.ATOMIC_GROUP else ()


def _several(tree: Any) -> tuple[str, ...]:
    """Samples of what is repeated: of a class, each likely letter."""
    if len(tree) == 1 and tree[0][0] in _LETTER:
        return tuple(one for one in _LETTERS if _fits(tree[0], one)) or (_sample(tree),)
    return (_sample(tree),)


def _sample(tree: Any) -> str:
    """The shortest text that the pattern means, lookarounds aside."""
    return "".join(_sample_of(code, argument) for code, argument in tree)


def _sample_of(code: Any, argument: Any) -> str:
    if code in _LETTER:
        return _letter((code, argument))
    if code in (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT):
        return _sample(argument[2]) * max(argument[0], 0)
    if code is sre.BRANCH:
        return _sample(argument[1][0])
    if code is sre.SUBPATTERN:
        return _sample(argument[-1])
    return _sample(argument) if code is sre.ATOMIC_GROUP else ""


def _letter(node: Any) -> str:
    return next((one for one in _LETTERS if _fits(node, one)), _first(node))


def _first(node: Any) -> str:
    return next((chr(at) for at in range(0x3000) if _fits(node, chr(at))), "")


def _fits(node: Any, letter: str) -> bool:
    code, argument = node
    if code is sre.IN:
        negated = argument[0][0] is sre.NEGATE
        some = any(_fits(one, letter) for one in argument if one[0] is not sre.NEGATE)
        return some is not negated
    return _LETTER[code](argument, letter)


_CATEGORIES = {
    sre.CATEGORY_DIGIT: str.isdigit,
    sre.CATEGORY_SPACE: str.isspace,
    sre.CATEGORY_WORD: lambda one: one.isalnum() or one == "_",
    sre.CATEGORY_NOT_DIGIT: lambda one: not one.isdigit(),
    sre.CATEGORY_NOT_SPACE: lambda one: not one.isspace(),
    sre.CATEGORY_NOT_WORD: lambda one: not (one.isalnum() or one == "_"),
}
_LETTER: dict[Any, Callable[[Any, str], bool]] = {
    sre.LITERAL: lambda argument, one: bool(ord(one) == argument),
    sre.NOT_LITERAL: lambda argument, one: bool(ord(one) != argument),
    sre.RANGE: lambda argument, one: bool(argument[0] <= ord(one) <= argument[1]),
    sre.CATEGORY: lambda argument, one: bool(_CATEGORIES[argument](one)),
    sre.ANY: lambda _, one: one != "\n",
    sre.IN: lambda _, __: True,
}
