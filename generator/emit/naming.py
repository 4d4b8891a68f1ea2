"""Identifiers: wire names and words as a target language types them."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection

from generator.emit.code import Code
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
    second ``sid`` is ``sid_2``, of ``Sid`` it is ``Sid2``.
    """

    def __init__(self, reserved: Collection[str] = frozenset()) -> None:
        self._reserved = frozenset(reserved)
        self._given: dict[tuple[str, str], Code] = {}
        self._taken: set[str] = set()
        self._counts: dict[str, int] = {}

    def name(self, text: str, style: str) -> Code:
        """The text's identifier in this scope; the same text and style give the same again."""
        found = self._given.get((text, style))
        if found is None:
            found = self._given[text, style] = Code(self._new(_styled(text, style), style))
        return found

    def reserve(self, *names: str) -> None:
        """Let no later name be one of these."""
        self._taken.update(names)

    def _new(self, stem: str, style: str) -> str:
        stem = chosen = _free(stem, style, self._reserved)
        while chosen in self._taken:
            self._counts[stem] = self._counts.get(stem, 1) + 1
            numbered = _numbered(stem, self._counts[stem], style)
            chosen = _free(numbered, style, self._reserved)
        self._taken.add(chosen)
        return chosen


def _styled(text: str, style: str) -> str:
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


def _numbered(stem: str, number: int, style: str) -> str:
    if style == "kebab":
        return f"{stem}-{number}"
    plain = style in ("pascal", "camel", "flat") and not stem[-1].isdigit()
    return f"{stem}{number}" if plain else f"{stem.rstrip('_')}_{number}"


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:6]


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
