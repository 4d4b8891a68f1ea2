"""Recorded values -> values of the same shape that tell nothing of anybody."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Mapping
from functools import lru_cache

from generator.ir import Scalar, words
from generator.learn.exchange import Json
from generator.learn.formats import SECRET, format_of
from generator.learn.names import holds_people, is_personal, is_secret

TEXT = "text"
"""Stands for words."""
_LARGE = 2**31
"""The least whole number that needs more than 32 bits."""

_NAME = re.compile(r"(?=.*[A-Za-z])[A-Za-z0-9_$@][A-Za-z0-9_$.:@-]{0,47}")
_LOCALE = re.compile(r"[a-z]{2}(?:[-_][A-Z]{2})?")
_CHANGE = re.compile(r"(?<=[0-9])(?=[A-Za-z])|(?<=[A-Za-z])(?=[0-9])")
_MOST_OF_A_LOOK = 50_000
"""Keys of one look in one object; there are not many more addresses for documentation."""
_MOST_DIGITS = 3
_MOST_CHANGES = 3
_SHORTEST_WORDS = 2.5
"""Letters of a name's words on average; random letters in both cases have fewer."""


class Scrubber:
    """Replaces everything that the shape of a value does not need.

    ``names`` are those that the pages list; ``known`` the values that they list for a name, which
    are public and stay, unless the name is one of secrets or persons.
    """

    def __init__(
        self, names: Collection[str] = (), known: Mapping[str, Collection[Scalar]] | None = None
    ) -> None:
        self._names = frozenset(names)
        self._known = known or {}

    def scrub(self, value: Json, name: str = "") -> Json:
        """A value of the same types, formats, nulls and names.

        Texts become a harmless one of their format, numbers a constant of their kind, keys that
        are data other keys, as many as there were. Doing it again changes nothing.
        """
        if isinstance(value, dict):
            keys = self._keys(value, name)
            return {keys[key]: self.scrub(inner, key) for key, inner in value.items()}
        if isinstance(value, list):
            return [self.scrub(inner, name) for inner in value]
        if value is None or isinstance(value, bool) or self._is_listed(value, name):
            return value
        return _text(value, name) if isinstance(value, str) else _number(value)

    def is_name(self, key: str) -> bool:
        """Whether a key names a field, so that it may be written and printed."""
        return key in self._names or _is_name(key)

    def _is_listed(self, value: int | float | str, name: str) -> bool:
        if is_secret(name) or is_personal(name):
            return False
        known = self._known.get(name, ())
        # True equals 1 in Python and not in JSON.
        return any(
            value == one and isinstance(value, bool) is isinstance(one, bool) for one in known
        )

    def _keys(self, value: Mapping[str, Json], name: str) -> dict[str, str]:
        """Each key of an object with what stands for it."""
        people = holds_people(name) and _are_alike(value)
        kept = {one for one in value if one in self._names or (not people and _is_name(one))}
        found: dict[str, str] = {}
        fresh = _FreshKeys(kept)
        for key in value:
            found[key] = key if key in kept else fresh.take(key)
        return found


class _FreshKeys:
    """Harmless keys for one object; none is given twice, nor one of ``taken``."""

    def __init__(self, taken: Collection[str]) -> None:
        self._taken = set(taken)
        self._last: Counter[str] = Counter()

    def take(self, key: str) -> str:
        """The next key of the same look."""
        format_ = format_of(key)
        label = format_.name if format_ else ""
        while True:
            self._last[label] += 1
            n = self._last[label]
            found = format_.harmless(key, n) if format_ and n <= _MOST_OF_A_LOOK else ""
            if not found or _is_name(found):
                found = f"id_{n:016d}"
            if found not in self._taken:
                self._taken.add(found)
                return found


def is_data(key: str) -> bool:
    """Whether a key is data: one that :class:`Scrubber` would replace, or has put there."""
    return not _is_name(key)


@lru_cache(maxsize=16_384)
def _is_name(key: str) -> bool:
    """Whether a key is made of words, as names of fields are."""
    if _LOCALE.fullmatch(key):
        return True
    if not _NAME.fullmatch(key) or format_of(key) is not None:
        return False
    parts = words(key)
    letters = sum(map(len, parts))
    return (
        sum(one.isdigit() for one in key) <= _MOST_DIGITS
        and len(_CHANGE.findall(key)) <= _MOST_CHANGES
        and (letters < 16 or letters / len(parts) >= _SHORTEST_WORDS)
        and max(map(len, parts), default=0) <= 24
    )


def _are_alike(value: Mapping[str, Json]) -> bool:
    """Whether all values of an object are of one kind, as those of a map are."""
    return len({type(one) for one in value.values()}) == 1


def _text(value: str, name: str) -> str:
    if not value.strip():
        return ""
    format_ = format_of(value)
    if format_ is not None:
        return format_.harmless(value, 0)
    return SECRET if is_secret(name) else TEXT


def _number(value: int | float) -> int | float:
    if isinstance(value, float):
        return 1.5
    return 2**32 if abs(value) >= _LARGE else 1
