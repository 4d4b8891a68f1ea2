"""The places of one file's lines as short text, which depends on no other file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.emit.place import Place
from generator.emit.vlq import decode, encode
from generator.ir import Origin
from generator.value import Struct

_NONE = "-"
"""Stands for no rule."""
_START = (1, 1)
"""The line and column on a page before anything of it was named."""


class Row(Struct, frozen=True, array_like=True):
    """The lines of a file that come from somewhere; ``text`` numbers the pages and facts.

    The text is a row of numbers. For each run of lines with one set of places: twice the lines
    skipped, plus one where it has more than one line, which are then counted from 2; and the set.
    A set that was there: how far back, below zero. A new one: how many places, and they. A place
    that was there: how far back, below zero. A new one, where it is on another page: 0 and the
    step to that page; then the shape from 1, where that is new its lines, column and fact; then
    the step of the line from the page's last place (of the column, on the same line; such a shape
    has column 0), and the width (the last column, where it has more lines).
    """

    pages: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    text: str = ""


def row_of(lines: Mapping[int, tuple[Place, ...]]) -> Row:
    """The row of a file's lines, from 1; the order of a line's places tells nothing."""
    pages = {place.page for places in lines.values() for place in places}
    writer = _Writer(tuple(sorted(pages)))
    done = 0
    for start, end, places in _runs(lines):
        writer.run(start - done - 1, end - start, places)
        done = end - 1
    return Row(writer.pages, tuple(writer.facts), encode(writer.numbers))


def lines_of(row: Row) -> dict[int, tuple[Place, ...]]:
    """The lines again; raises ``ValueError`` or ``IndexError`` for what is no row."""
    return dict(_Reader(row).lines())


def places_of(row: Row) -> list[Place]:
    """Every place that a line comes from, once; raises as ``lines_of`` does."""
    reader = _Reader(row)
    for _ in reader.lines():
        pass
    return reader.found


def _runs(
    lines: Mapping[int, tuple[Place, ...]],
) -> Iterator[tuple[int, int, tuple[Place, ...]]]:
    """Stretches of lines with one set of places, each place once and in order."""
    known: dict[int, tuple[Place, ...]] = {}  # most lines share their tuple with others
    start = end = 0
    last: tuple[Place, ...] | None = None
    for line in sorted(lines):
        found = lines[line]
        places = known.get(id(found))
        if places is None:
            places = known[id(found)] = tuple(sorted(set(found))) if len(found) > 1 else found
        if line == end and places == last:
            end += 1
            continue
        if last is not None:
            yield start, end, last
        start, end, last = line, line + 1, places
    if last is not None:
        yield start, end, last


class _Writer:
    """Runs of lines as numbers."""

    def __init__(self, pages: tuple[str, ...]) -> None:
        self.pages, self.facts = pages, dict[str, int]()
        self.numbers: list[int] = []
        self._numbers_of = {page: number for number, page in enumerate(pages)}
        self._sets: dict[tuple[Place, ...], int] = {}
        self._places: dict[Place, int] = {}
        self._shapes: dict[tuple[str, str, str, int, int], int] = {}
        self._page = 0
        self._last = [_START] * len(pages)

    def run(self, skip: int, count: int, places: tuple[Place, ...]) -> None:
        numbers, known = self.numbers, self._places
        numbers += (2 * skip + 1, count - 2) if count > 1 else (2 * skip,)
        before = self._sets.get(places)
        if before is not None:
            numbers.append(before - len(self._sets))
            return
        self._sets[places] = len(self._sets)
        numbers.append(len(places))
        for one in places:
            number = known.get(one)
            if number is None:
                known[one] = len(known)
                self._place(one)
            else:
                numbers.append(number - len(known))

    def _place(self, one: Place) -> None:
        line, column, fact, origin, rule = one.line, one.column, one.fact, one.origin, one.rule
        numbers, number = self.numbers, self._numbers_of[one.page]
        if number != self._page:
            numbers += (0, number - self._page)
            self._page = number
        last_line, last_column = self._last[number]
        self._last[number] = line, column
        same, lines = line == last_line, one.end_line - line
        shape = (fact, origin, rule, lines, 0 if same else column)
        known = self._shapes.get(shape)
        if known is None:
            known = self._shapes[shape] = len(self._shapes) + 1
            fact_number = self.facts.setdefault(f"{origin} {rule or _NONE} {fact}", len(self.facts))
            numbers += (known, lines, shape[-1], fact_number)
        else:
            numbers.append(known)
        numbers += (
            column - last_column if same else line - last_line,
            one.end_column if lines else one.end_column - column,
        )


class _Reader:
    """What ``_Writer`` wrote; ``found`` are the places so far."""

    def __init__(self, row: Row) -> None:
        self.found: list[Place] = []
        self._numbers = iter(decode(row.text))
        self._pages = row.pages
        self._facts = [_fact(one) for one in row.facts]
        self._sets: list[tuple[Place, ...]] = []
        self._shapes: list[tuple[int, int, tuple[str, Origin, str]]] = []
        self._page = 0
        self._last = [_START] * len(row.pages)

    def lines(self) -> Iterator[tuple[int, tuple[Place, ...]]]:
        """Each line with its places."""
        line = 0
        for head in self._numbers:
            try:
                count = 2 + next(self._numbers) if head & 1 else 1
                places = self._set()
            except StopIteration:
                raise ValueError("a row breaks off") from None
            line += head >> 1
            for _ in range(count):
                line += 1
                yield line, places

    def _set(self) -> tuple[Place, ...]:
        count = next(self._numbers)
        if count < 0:
            return self._sets[count]
        places = tuple([self._place() for _ in range(count)])
        self._sets.append(places)
        return places

    def _place(self) -> Place:
        number = next(self._numbers)
        if number < 0:
            return self.found[number]
        if not number:
            self._page += next(self._numbers)
            number = next(self._numbers)
        if number > len(self._shapes):
            lines, column = next(self._numbers), next(self._numbers)
            self._shapes.append((lines, column, self._facts[next(self._numbers)]))
        lines, column, (fact, origin, rule) = self._shapes[number - 1]
        line, last_column = self._last[self._page]
        if column:
            line += next(self._numbers)
        else:
            column = last_column + next(self._numbers)
        self._last[self._page] = line, column
        end = next(self._numbers) + (0 if lines else column)
        page = self._pages[self._page]
        place = Place(page, line, column, line + lines, end, fact, origin, rule)
        self.found.append(place)
        return place


def _fact(text: str) -> tuple[str, Origin, str]:
    origin, rule, fact = text.split(" ", 2)
    return fact, Origin(origin), "" if rule == _NONE else rule
