"""Which places the lines of files come from, as plain values that are quick to keep and to read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from generator.emit.line_map import LineMap, Place
from generator.emit.provenance import extent, is_still
from generator.ir import Origin
from generator.source import Source

Plain = tuple[Any, ...]
"""Places with their extents, sets of them by their numbers, and for each file its pages, lines and
their sets."""

_NOTHING: Plain = ((), (), {})


class KeptLines:
    """The lines of files as ``plain`` told of them."""

    def __init__(self, plain: Plain = _NOTHING) -> None:
        places, sets, self._files = plain
        known = [_place(one) for one in places]
        self._extents = {place: one[-1] for place, one in zip(known, places, strict=True)}
        self._sets = [tuple([known[at] for at in one]) for one in sets]

    @staticmethod
    def plain(lines: LineMap, sources: Mapping[str, Source]) -> Plain:
        """The same in tuples, numbers and text; ``sources`` are the pages by their names."""
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
        values = tuple(_values(one, sources.get(one.page)) for one in places)
        return values, rows, files

    def pages_of(self, path: str) -> Iterable[str]:
        """The pages that lines of a file come from."""
        found: Iterable[str] = self._files[path][0]
        return found

    def are_still(self, page: str, path: str, source: Source | None) -> bool:
        """Whether stretches of a page that begin where those of a file's lines did, and are as
        long, end where they did; ``source`` is the page as it is now."""
        sets = [self._sets[at] for at in set(self._files[path][2])]
        return all(
            is_still(one, self._extents[one], source)
            for found in sets
            for one in found
            if one.page == page
        )

    def of(self, path: str) -> Mapping[int, tuple[Place, ...]]:
        """The places of the file's lines, from 1."""
        _, lines, numbers = self._files[path]
        return dict(zip(lines, [self._sets[at] for at in numbers], strict=True))


def _values(place: Place, source: Source | None) -> Plain:
    *_, origin, rule = place
    return (*place[:-2], origin.value, rule, extent(place, source))


def _place(values: Plain) -> Place:
    *_, origin, rule, _ = values
    return Place._make((*values[:-3], Origin(origin), rule))
