"""Which places the lines of files come from, as plain values that are quick to keep and to read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from generator.emit.line_map import LineMap, Place
from generator.emit.provenance import Extent, extent, is_still
from generator.source import Source


class FileLines(NamedTuple):
    """The pages that lines of a file come from, and the number of the set of each line, from 1."""

    pages: tuple[str, ...]
    sets: dict[int, int]


class Plain(NamedTuple):
    """Places with as much of the page as each takes, and sets of places by their numbers."""

    places: tuple[Place, ...] = ()
    extents: tuple[Extent, ...] = ()
    sets: tuple[tuple[int, ...], ...] = ()
    files: Mapping[str, FileLines] = {}


_NOTHING = Plain()
_USED = 0.9
"""How many of the sets must be of use; with fewer they are counted anew."""


class KeptLines:
    """The lines of files as ``plain`` tells of them; ``IndexError`` where a number is of nothing."""

    def __init__(self, plain: Plain = _NOTHING) -> None:
        self._plain, known = plain, plain.places
        sets = [tuple([known[at] for at in one]) for one in plain.sets]
        self._lines = {
            path: {line: sets[at] for line, at in one.sets.items()}
            for path, one in plain.files.items()
        }

    def pages_of(self, path: str) -> Iterable[str]:
        """The pages that lines of a file come from."""
        return self._plain.files[path].pages

    def are_still(self, page: str, path: str, source: Source | None) -> bool:
        """Whether stretches of a page that begin where those of a file's lines did, and are as
        long, end where they did; ``source`` is the page as it is now."""
        places, extents, sets, files = self._plain
        numbers = {at for one in set(files[path].sets.values()) for at in sets[one]}
        return all(
            is_still(places[at], extents[at], source) for at in numbers if places[at].page == page
        )

    def of(self, path: str) -> Mapping[int, tuple[Place, ...]]:
        """The places of the file's lines, from 1."""
        return self._lines[path]

    def plain(self, lines: LineMap, sources: Mapping[str, Source]) -> Plain:
        """All lines of now; of files whose lines are the very ones of ``of`` nothing is worked out.

        ``sources`` are the pages by their names.
        """
        same = {path for path, one in lines.files.items() if one.lines is self._lines.get(path)}
        used = {at for path in same for at in self._plain.files[path].sets.values()}
        if len(used) < _USED * len(self._plain.sets):
            return KeptLines().plain(lines, sources)
        new = _Numbers(self._plain)
        files = {
            path: self._plain.files[path] if path in same else new.file(one.lines)
            for path, one in lines.files.items()
        }
        return new.plain(files, sources)


class _Numbers:
    """Numbers of places and sets, behind those there are."""

    def __init__(self, old: Plain) -> None:
        self._old = old
        self._places: dict[Place, int] = {}
        self._sets: dict[int, int] = {}
        self._kept: list[tuple[Place, ...]] = []  # so ids stay theirs
        self._pages: list[set[str]] = []

    def file(self, lines: Mapping[int, tuple[Place, ...]]) -> FileLines:
        """The lines of a file by numbers."""
        first = len(self._old.sets)
        for found in {id(one): one for one in lines.values()}.values():
            if id(found) not in self._sets:
                self._sets[id(found)] = first + len(self._kept)
                self._kept.append(found)
                self._pages.append({place.page for place in found})
        numbers = {line: self._sets[id(one)] for line, one in lines.items()}
        pages = set().union(*[self._pages[at - first] for at in set(numbers.values())])
        return FileLines(tuple(sorted(pages)), numbers)

    def plain(self, files: Mapping[str, FileLines], sources: Mapping[str, Source]) -> Plain:
        """What there was, with the places and sets of the files that were looked at."""
        old, places, first = self._old, self._places, len(self._old.places)
        sets = [
            tuple([places.setdefault(place, first + len(places)) for place in found])
            for found in self._kept
        ]
        extents = [extent(one, sources.get(one.page)) for one in places]
        return Plain((*old.places, *places), (*old.extents, *extents), (*old.sets, *sets), files)
