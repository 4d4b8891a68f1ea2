"""What a model is called that several resources describe."""

from __future__ import annotations

from collections.abc import Collection

_VAGUE = frozenset(
    "type status state kind mode name value method level category code order direction role "
    "format action reason source target scope option data item object".split()
)
"""Words that need another one in front to mean something."""


def name_of_thing(
    names: Collection[str],
    owns: Collection[str],
    *,
    titles: Collection[str],
    taken: Collection[str],
) -> str:
    """What most titles call it: the end of all ``names`` where that is free, or one of them.

    ``owns`` are the ends of the names that are their own, and ``titles`` the nouns of the pages
    that answer with it.
    """
    shortest = sorted(names, key=lambda one: (len(one), one))
    ends = ["_".join(common_end(names)), *sorted(owns, key=lambda one: (len(one), one))]
    free = [one for one in ends if one and one not in _VAGUE and one not in taken]
    choices = [*free[: 1 if ends[0] in free else 0], *shortest, *free]
    return max(choices, key=lambda one: sum(_ends_with(title, one) for title in titles))


def _ends_with(title: str, name: str) -> bool:
    return title == name or title.endswith(f"_{name}")


def name_of_part(names: Collection[str], owns: Collection[str], taken: Collection[str]) -> str:
    """What a part of several things is called: without any of them, where that says enough.

    ``names`` are those it has in each thing, ``owns`` the ends of them that are its own, none
    where all things have become one.
    """
    shortest = sorted(names, key=lambda one: (len(one), one))
    choices = [*sorted(owns, key=lambda one: (len(one), one))[:1], "_".join(common_end(names))]
    free = (one for one in choices if one and one not in _VAGUE and one not in taken)
    return shortest[0] if len(set(names)) == 1 else next(free, shortest[0])


def common_end(names: Collection[str]) -> tuple[str, ...]:
    """The words with which all names end."""
    parts = [one.split("_")[::-1] for one in names]
    found = []
    for column in zip(*parts, strict=False):
        if len(set(column)) > 1:
            break
        found.append(column[0])
    return tuple(reversed(found))
