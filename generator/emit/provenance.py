"""The map of an output folder, made from its files and the pages they come from."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence

from generator.emit.files import RenderedFile
from generator.emit.line_map import MAP_NAME, MappedFile, map_text
from generator.emit.line_row import row_of
from generator.emit.place import Place, Spot
from generator.ir import Trace, Traces
from generator.source import Source
from generator.value import Struct


class Ruler(Struct, frozen=True, array_like=True):
    """Where the lines of a page begin, in characters from 0, and how many the page has."""

    starts: Sequence[int]
    length: int

    def offset(self, line: int, column: int) -> int:
        """That of a place, from 0."""
        return self.starts[line - 1] + column - 1

    def end(self, line: int, column: int, length: int) -> tuple[int, int]:
        """The line and column behind a stretch; nearly all end on the line they begin on."""
        starts = self.starts
        end = min(self.offset(line, column) + length, self.length)
        if line < len(starts) and end >= starts[line]:
            line = bisect_right(starts, end)
        return line, end - starts[line - 1] + 1


def ruler_of(source: Source) -> Ruler:
    """The ruler of a page."""
    return Ruler(source.line_starts, len(source.text))


def mapped_files(files: Iterable[RenderedFile], sources: Iterable[Source]) -> dict[str, MappedFile]:
    """Where the lines of each file come from, by its path. Pages are named as in the manifest.

    Files that are the user's once they are there have no lines of ours.
    """
    places = _Places({one.path: one for one in sources})
    return {
        one.path: MappedFile(
            one.template, row_of(places.lines_of(one)) if one.row is None else one.row
        )
        for one in files
        if one.once is None
    }


def map_file(files: Iterable[RenderedFile], sources: Iterable[Source]) -> RenderedFile:
    """The map as one more file of the output."""
    return written(mapped_files(files, sources))


def written(files: Mapping[str, MappedFile]) -> RenderedFile:
    """A map as a file."""
    return RenderedFile(path=MAP_NAME, text=map_text(files))


def is_still(place: Spot, before: Ruler, now: Ruler) -> bool:
    """Whether as much of a page from where a place begins ends where it ends.

    ``before`` is of the page that it was made for. What ended with that page might have gone on.
    """
    if place.line > len(now.starts) or place.end_line > len(before.starts):
        return False
    start = before.offset(place.line, place.column)
    end = before.offset(place.end_line, place.end_column)
    if now.end(place.line, place.column, end - start) != (place.end_line, place.end_column):
        return False
    return end < before.length or now.offset(place.end_line, place.end_column) >= now.length


class _Places:
    """Traces as places; each trace is worked out once."""

    def __init__(self, sources: Mapping[str, Source]) -> None:
        self._sources = sources
        self._sets: dict[Traces, tuple[Place, ...]] = {}
        self._known: dict[Trace, Place] = {}

    def lines_of(self, file: RenderedFile) -> Mapping[int, tuple[Place, ...]]:
        """The places of each line, by its traces."""
        return {line: self.of(traces) for line, traces in file.lines.items()}

    def of(self, traces: Traces) -> tuple[Place, ...]:
        found = self._sets.get(traces)
        if found is None:
            found = self._sets[traces] = tuple(map(self._place, traces))
        return found

    def _place(self, trace: Trace) -> Place:
        found = self._known.get(trace)
        if found is None:
            found = self._known[trace] = self._new(trace)
        return found

    def _new(self, trace: Trace) -> Place:
        span = trace.span
        source = self._sources.get(span.path)
        end_line, end_column = span.line, span.column + span.length
        if source is not None and span.line <= len(source.line_starts):
            end_line, end_column = ruler_of(source).end(span.line, span.column, span.length)
        return Place(
            page=span.path.rpartition("/")[2],
            line=span.line,
            column=span.column,
            end_line=end_line,
            end_column=end_column,
            fact=trace.fact,
            origin=trace.origin,
            rule=trace.rule,
        )
