"""Identifiers: wire names and words as a target language types them."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Iterator
from functools import lru_cache

from generator.emit.code import Code
from generator.emit.spelled import spelled
from generator.ir.words import words

LONGEST = 60
"""Characters of a name before it is cut and told apart by six digits of its hash."""

DEVICE_NAMES = frozenset(
    ["con", "prn", "aux", "nul"]
    + [f"{port}{number}" for port in ("com", "lpt") for number in range(10)]
)
"""No file may be called so on Windows, whatever its suffix."""


def identifier(text: str, style: str, reserved: Collection[str] = frozenset()) -> Code:
    """The name as ASCII letters and digits, joined as ``style`` says.

    Styles: snake, upper, kebab, flat, camel, pascal. Text without words becomes
    ``value_<hash>``; a digit in front gets an ``n`` (for number): ``2024`` -> ``n2024``; more than
    60 characters are cut at a word and get a hash. A reserved word gets a ``_`` behind it (kebab:
    ``-x``). Never starts with an underscore.
    """
    return Code(_free(_styled(text, style), style, frozenset(reserved)))


class Namespace:
    """Names of one scope: distinct texts get distinct identifiers, first come, first served.

    A name once given never changes, so what is appended to a page renames nothing before it. The
    second of two gets the words that tell their texts apart (``date<`` behind ``date`` is
    ``date_less``, ``SID`` behind ``sid`` is ``sid_upper``); where there are none, ``kind`` is one.
    """

    def __init__(self, reserved: Collection[str] = frozenset(), kind: str = "") -> None:
        self._reserved = frozenset(reserved)
        self._kind = kind
        self._given: dict[tuple[str, str], Code] = {}
        self._taken: set[str] = set()

    def name(self, text: str, style: str) -> Code:
        """The text's identifier in this scope; the same text and style give the same again."""
        found = self._given.get((text, style))
        if found is None:
            found = self._given[text, style] = Code(self._new(text, style))
        return found

    def reserve(self, *names: str) -> None:
        """Let no later name be one of these."""
        self._taken.update(names)

    def _told(self, text: str) -> Iterator[str]:
        """What is added to a name that another text has already; nearly always nothing."""
        yield ""
        yield from spelled(text)
        yield self._kind
        yield _letters(text)[:6]
        yield _letters(text)

    def _new(self, text: str, style: str) -> str:
        for told in self._told(text):
            stem = _styled(f"{text} {told}" if told else text, style)
            chosen = _free(stem, style, self._reserved)
            if chosen not in self._taken:
                self._taken.add(chosen)
                return chosen
        raise AssertionError(f"two texts of one hash: {text!r}")


def _styled(text: str, style: str) -> str:
    return _words_styled(str(text), style)  # a plain copy: what is remembered must not keep traces


@lru_cache(maxsize=1 << 16)
def _words_styled(text: str, style: str) -> str:
    join = _STYLES.get(style)
    if join is None:
        raise ValueError(f"no case style {style!r}; one of {', '.join(_STYLES)}")
    parts = words(text) or ("value", _hash(text))
    if parts[0][0].isdigit():
        parts = (f"n{parts[0]}", *parts[1:])
    if len(join(parts)) > LONGEST:
        parts = _cut(parts, join, _hash(text))
    return join(parts)


def _cut(
    parts: tuple[str, ...], join: Callable[[tuple[str, ...]], str], mark: str
) -> tuple[str, ...]:
    kept: tuple[str, ...] = (parts[0][:LONGEST],)
    for part in parts[1:]:
        if len(join((*kept, part))) > LONGEST:
            break
        kept = (*kept, part)
    return (*kept, mark)


def _free(name: str, style: str, reserved: frozenset[str]) -> str:
    while name in reserved:
        name += "-x" if style == "kebab" else "_"
    return name


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:6]


def _letters(text: str) -> str:
    """A hash that cannot be taken for a number: the letters a to p."""
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:24]
    return "".join(chr(ord("a") + int(digit, 16)) for digit in digest)


def _pascal(parts: tuple[str, ...]) -> str:
    return "".join(part[0].upper() + part[1:] for part in parts)


_STYLES: dict[str, Callable[[tuple[str, ...]], str]] = {
    "snake": "_".join,
    "upper": lambda parts: "_".join(parts).upper(),
    "kebab": "-".join,
    "flat": "".join,
    "camel": lambda parts: parts[0] + _pascal(parts[1:]),
    "pascal": _pascal,
}
STYLES = frozenset(_STYLES)
"""The case styles a pack may name."""
