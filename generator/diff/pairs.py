"""Which operation or field of one version is which of the other."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable
from difflib import SequenceMatcher
from typing import Generic, TypeVar

from generator.diff.types import type_text
from generator.ir import Field, Operation, without_null, words
from generator.value import Struct

T = TypeVar("T")
F = TypeVar("F", bound=Field)

ALIKE = 0.85
"""How much of two descriptions must be the same for a rename to be believed."""

_LONGEST = 500
_FEW = 20
"""So many characters of descriptions, and so many fields, are looked at for likeness."""

_PLACEHOLDER = re.compile(r"\{[^{}/]*\}")


class Pairs(Struct, Generic[T], frozen=True, kw_only=True):
    """Things of both versions with the reason to believe so (empty for the same name), and what
    only one has; each in the order of its version."""

    both: tuple[tuple[T, T, str], ...]
    gone: tuple[T, ...]
    new: tuple[T, ...]


def pair_operations(old: Iterable[Operation], new: Iterable[Operation]) -> Pairs[Operation]:
    """By verb and path; else by page; else by a title that no other has."""
    return _pair(
        tuple(old),
        tuple(new),
        (
            (lambda one: (one.method, one.path), ""),
            (lambda one: (one.method, path_shape(one.path)), ""),
            (lambda one: one.id, "the page has the same name"),
            (lambda one: (one.method, _told(one.title)), "the title is the same"),
            (lambda one: (path_shape(one.path), _told(one.title)), "the title is the same"),
        ),
    )


def pair_fields(old: Iterable[F], new: Iterable[F]) -> Pairs[F]:
    """By wire name; else by type with the same words in the name or the description."""
    exact = _pair(
        tuple(old),
        tuple(new),
        (
            (lambda one: one.name, ""),
            (lambda one: words(one.name) or None, "the same name in another spelling"),
            (lambda one: (_said(one), _type(one)), "the same type and description"),
        ),
    )
    return _alike(exact)


def _pair(
    old: tuple[T, ...],
    new: tuple[T, ...],
    rules: tuple[tuple[Callable[[T], Hashable], str], ...],
) -> Pairs[T]:
    """One rule after the other pairs what it tells apart from all that is left over."""
    theirs: dict[int, tuple[int, str]] = {}
    taken: set[int] = set()
    for key, reason in rules:
        left = _by_key([(at, one) for at, one in enumerate(old) if at not in theirs], key)
        right = _by_key([(at, one) for at, one in enumerate(new) if at not in taken], key)
        for name in left:
            if name is not None and len(left[name]) == len(right.get(name, ())) == 1:
                theirs[left[name][0]] = right[name][0], reason
                taken.add(right[name][0])
    return Pairs(
        both=tuple(
            (old[at], new[theirs[at][0]], theirs[at][1]) for at in range(len(old)) if at in theirs
        ),
        gone=tuple(one for at, one in enumerate(old) if at not in theirs),
        new=tuple(one for at, one in enumerate(new) if at not in taken),
    )


def _by_key(
    things: list[tuple[int, T]], key: Callable[[T], Hashable]
) -> dict[Hashable | None, list[int]]:
    """Where the things of each key stand; ``None`` for those that have nothing to go by."""
    found: dict[Hashable | None, list[int]] = defaultdict(list)
    for at, one in things:
        name = key(one)
        bare = isinstance(name, tuple) and not all(name)
        found[None if bare else name].append(at)
    return found


def _alike(pairs: Pairs[F]) -> Pairs[F]:
    """The pairs with fields of one type whose descriptions are nearly the same."""
    if not pairs.gone or max(len(pairs.gone), len(pairs.new)) > _FEW:
        return pairs
    both, left, right = list(pairs.both), list(pairs.gone), list(pairs.new)
    for one in pairs.gone:
        likely = [other for other in right if _nearly(one, other)]
        back = [other for other in left if likely and _nearly(other, likely[0])]
        if len(likely) == len(back) == 1:
            both.append((one, likely[0], "the same type, nearly the same description"))
            left.remove(one)
            right.remove(likely[0])
    return Pairs(both=tuple(both), gone=tuple(left), new=tuple(right))


def _nearly(one: Field, other: Field) -> bool:
    if _type(one) != _type(other) or not _said(one) or not _said(other):
        return False
    matcher = SequenceMatcher(None, _said(one)[:_LONGEST], _said(other)[:_LONGEST])
    return matcher.real_quick_ratio() >= ALIKE and matcher.ratio() >= ALIKE


def path_shape(path: str) -> str:
    """The path without the names of its ids."""
    return _PLACEHOLDER.sub("{}", path)


def _told(title: str) -> str:
    return " ".join(title.split()).lower()


def _said(one: Field) -> str:
    return " ".join(one.description.split())


def _type(one: Field) -> str:
    return type_text(without_null(one.type))
