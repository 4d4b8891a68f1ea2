"""The map of an output folder, made from its files and the pages they come from."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping

from generator.emit.files import RenderedFile
from generator.emit.line_map import MAP_NAME, FileMap, LineMap, Place
from generator.ir import Trace, Traces
from generator.source import Source


def line_map(files: Iterable[RenderedFile], sources: Iterable[Source]) -> LineMap:
    """The map of the output. Pages are named as in the manifest.

    Files that are the user's once they are there have no lines of ours.
    """
    places = _Places({one.path: one for one in sources})
    return LineMap(
        files={
            one.path: FileMap(template=one.template, lines=places.lines_of(one))
            for one in files
            if one.once is None
        }
    )


def map_file(files: Iterable[RenderedFile], sources: Iterable[Source]) -> RenderedFile:
    """The map as one more file of the output."""
    return written(line_map(files, sources))


def written(found: LineMap) -> RenderedFile:
    """A map as a file."""
    return RenderedFile(path=MAP_NAME, text=found.to_text())


Extent = tuple[int, bool]
"""How many characters a place takes, and whether its page ends there: it might go on."""


def extent(place: Place, source: Source | None) -> Extent:
    """That of a place on the page that it was made for."""
    if source is None or place.end_line > len(source.line_starts):
        return place.end_column - place.column, True
    start = _offset(source, place.line, place.column)
    end = _offset(source, place.end_line, place.end_column)
    return end - start, end >= len(source.text)


def is_still(place: Place, known: Extent, source: Source | None) -> bool:
    """Whether as much from where a place begins ends where it ends, on the page as it is now."""
    if source is None or place.line > len(source.line_starts):
        return False
    length, last = known
    end = _end(source, place.line, column=place.column, length=length)
    if end != (place.end_line, place.end_column):
        return False
    return not last or _offset(source, *end) >= len(source.text)


class _Places:
    """Traces as places; each trace is worked out once."""

    def __init__(self, sources: Mapping[str, Source]) -> None:
        self._sources = sources
        self._sets: dict[Traces, tuple[Place, ...]] = {}
        self._known: dict[Trace, Place] = {}

    def lines_of(self, file: RenderedFile) -> Mapping[int, tuple[Place, ...]]:
        """The places of each line, as they are known or by its traces."""
        if file.places is not None:
            return file.places
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
            end_line, end_column = _end(source, span.line, column=span.column, length=span.length)
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


def _offset(source: Source, line: int, column: int) -> int:
    return source.line_starts[line - 1] + column - 1


def _end(source: Source, line: int, *, column: int, length: int) -> tuple[int, int]:
    """The line and column behind a stretch; nearly all end on the line they begin on."""
    starts = source.line_starts
    end = min(_offset(source, line, column) + length, len(source.text))
    if line < len(starts) and end >= starts[line]:
        line = bisect_right(starts, end)
    return line, end - starts[line - 1] + 1
