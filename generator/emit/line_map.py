"""The map beside the manifest: which stretch of which page each generated line comes from."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from generator.emit.vlq import decode, encode
from generator.ir import Origin

MAP_NAME = ".docs2sdk.map.json"

_FORMAT = 1
_ABOUT = (
    "Written by docs2sdk: which words of which page each line comes from; "
    "read by docs2sdk why and docs2sdk where."
)


class Place(NamedTuple):
    """A stretch of a page, from 1, the end outside; and the fact that was read there.

    Thousands are made, compared and looked up in each run, which no class does as quickly.
    """

    page: str
    line: int
    column: int
    end_line: int
    end_column: int
    fact: str
    origin: Origin
    rule: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FileMap:
    """One generated file: the pack's file it is made from, and the places of its lines, from 1."""

    template: str
    lines: Mapping[int, tuple[Place, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class LineMap:
    """All generated files of one output folder, by relative path."""

    files: Mapping[str, FileMap]

    def to_text(self) -> str:
        """Stable JSON: a line for each page and each file; numbers as in source maps."""
        places = sorted(self._places())
        facts = sorted({_fact(one) for one in places})
        pages: dict[str, list[Place]] = {}
        for one in places:
            pages.setdefault(one.page, []).append(one)
        sets = _Sets({one: number for number, one in enumerate(places)})
        files = {path: _file(one, sets) for path, one in sorted(self.files.items())}
        value = {
            "about": _ABOUT,
            "format": _FORMAT,
            "facts": facts,
            "pages": {page: encode(_rows(found, facts)) for page, found in pages.items()},
            "sets": encode(sets.rows()),
            "files": files,
        }
        return json.dumps(value, indent=1, ensure_ascii=False) + "\n"

    def _places(self) -> set[Place]:
        """Each place once; most lines share their tuple with others, which is looked at once."""
        every = {id(one): one for file in self.files.values() for one in file.lines.values()}
        return {place for places in every.values() for place in places}


def parse_map(data: bytes) -> LineMap | None:
    """The map a file holds; ``None`` where anything in it is not as we write it."""
    try:
        value = json.loads(data.decode("utf-8"))
        if value["format"] != _FORMAT:
            return None
        places = list(_read_places(value["pages"], value["facts"]))
        sets = list(_read_sets(value["sets"], places))
        files = {path: _read_file(one, sets) for path, one in value["files"].items()}
    except (ValueError, TypeError, KeyError, IndexError, AttributeError, RecursionError):
        return None
    return LineMap(files=files)


class _Sets:
    """The different sets of places that lines have, numbered as they come."""

    def __init__(self, numbers: Mapping[Place, int]) -> None:
        self._numbers = numbers
        self._found: dict[tuple[int, ...], int] = {}
        self._seen: dict[int, tuple[int, tuple[Place, ...]]] = {}  # keeps them, so ids stay theirs

    def number(self, places: tuple[Place, ...]) -> int:
        seen = self._seen.get(id(places))
        if seen is not None:
            return seen[0]
        key = tuple(sorted({self._numbers[one] for one in places}))
        number = self._found.setdefault(key, len(self._found))
        self._seen[id(places)] = (number, places)
        return number

    def rows(self) -> Iterator[int]:
        """How many places, then each by its distance to the one before, across all sets."""
        last = 0
        for key in self._found:
            yield len(key)
            for one in key:
                yield one - last
                last = one


def _fact(one: Place) -> str:
    return " ".join((one.origin.value, one.rule or "-", one.fact))


def _rows(places: list[Place], facts: list[str]) -> Iterator[int]:
    line = 1
    numbers = {fact: number for number, fact in enumerate(facts)}
    for one in places:
        yield one.line - line
        yield one.column
        yield one.end_line - one.line
        yield one.end_column - (one.column if one.end_line == one.line else 0)
        yield numbers[_fact(one)]
        line = one.line


def _file(one: FileMap, sets: _Sets) -> list[str]:
    """The template, and runs of lines with one set: lines skipped, lines, step of the set."""
    numbers: list[int] = []
    done = last = 0
    runs: list[list[int]] = []
    for line, places in sorted(one.lines.items()):
        number = sets.number(places)
        if runs and runs[-1][1] == number and runs[-1][2] == line:
            runs[-1][2] += 1
        else:
            runs.append([line, number, line + 1])
    for start, number, end in runs:
        numbers += [start - done - 1, end - start, number - last]
        done, last = end - 1, number
    return [one.template, encode(numbers)]


def _read_places(pages: dict[str, str], facts: list[str]) -> Iterator[Place]:
    for page, text in pages.items():
        line = 1
        for skip, column, lines, width, fact in _groups(decode(text), 5):
            origin, rule, words = facts[fact].split(" ", 2)
            line += skip
            yield Place(
                page=page,
                line=line,
                column=column,
                end_line=line + lines,
                end_column=width + (0 if lines else column),
                fact=words,
                origin=Origin(origin),
                rule=rule.removeprefix("-"),
            )


def _read_sets(text: str, places: list[Place]) -> Iterator[tuple[Place, ...]]:
    numbers = iter(decode(text))
    last = 0
    for count in numbers:
        found = []
        for _ in range(count):
            last += next(numbers)
            found.append(places[last])
        yield tuple(found)


def _read_file(value: Any, sets: list[tuple[Place, ...]]) -> FileMap:
    template, text = value
    lines: dict[int, tuple[Place, ...]] = {}
    line = number = 0
    for skip, count, step in _groups(decode(text), 3):
        line, number = line + skip, number + step
        for _ in range(count):
            line += 1
            lines[line] = sets[number]
    return FileMap(template=template, lines=lines)


def _groups(numbers: list[int], size: int) -> Iterator[list[int]]:
    if len(numbers) % size:
        raise ValueError("a row breaks off")
    for at in range(0, len(numbers), size):
        yield numbers[at : at + size]
