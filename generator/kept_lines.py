"""Which places the lines of files come from, as plain values that are quick to keep and to read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from generator.emit.line_map import LineMap, Place
from generator.ir import Origin

Plain = tuple[Any, ...]
"""Places, sets of them by their numbers, and for each file its pages, lines and their sets."""

_NOTHING: Plain = ((), (), {})


class KeptLines:
    """The lines of files as ``plain`` told of them."""

    def __init__(self, plain: Plain = _NOTHING) -> None:
        places, sets, self._files = plain
        known = [_place(one) for one in places]
        self._sets = [tuple([known[at] for at in one]) for one in sets]

    @staticmethod
    def plain(lines: LineMap) -> Plain:
        """The same in tuples, numbers and text."""
        places: dict[Place, int] = {}
        sets: dict[int, int] = {}
        kept: list[tuple[Place, ...]] = []  # so ids stay theirs
        pages: list[set[str]] = []
        files = {}
        for path, one in lines.files.items():
            ids = [id(found) for found in one.lines.values()]
            for at, found in dict(zip(ids, one.lines.values(), strict=True)).items():
                if at not in sets:
                    sets[at] = len(kept)
                    kept.append(found)
                    pages.append({place.page for place in found})
            numbers = tuple([sets[at] for at in ids])
            own = set().union(*[pages[at] for at in set(numbers)])
            files[path] = (tuple(sorted(own)), tuple(one.lines), numbers)
        rows = tuple(
            tuple([places.setdefault(place, len(places)) for place in found]) for found in kept
        )
        return tuple(map(_values, places)), rows, files

    def pages_of(self, path: str) -> Iterable[str]:
        """The pages that lines of a file come from."""
        found: Iterable[str] = self._files[path][0]
        return found

    def on(self, page: str, path: str) -> Iterator[Place]:
        """The places on one page that lines of a file come from."""
        for at in set(self._files[path][2]):
            yield from (one for one in self._sets[at] if one.page == page)

    def of(self, path: str) -> Mapping[int, tuple[Place, ...]]:
        """The places of the file's lines, from 1."""
        _, lines, numbers = self._files[path]
        return dict(zip(lines, [self._sets[at] for at in numbers], strict=True))


def _values(place: Place) -> Plain:
    *_, origin, rule = place
    return (*place[:-2], origin.value, rule)


def _place(values: Plain) -> Place:
    *_, origin, rule = values
    return Place._make((*values[:-2], Origin(origin), rule))
