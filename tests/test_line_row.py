"""The places of a file's lines as a row of numbers, and back."""

from __future__ import annotations

import random

import pytest

from generator.emit.line_map import MappedFile, map_text, parse_map
from generator.emit.line_row import Row, lines_of, places_of, row_of
from generator.emit.place import Place
from generator.emit.provenance import is_still, ruler_of
from generator.emit.vlq import encode
from generator.ir import Origin
from generator.source import Source

PAGE = Source(path="docs/p.md", text="one\ntwo\nthree\n")
RUNS = 200


def place(line: int, column: int = 1, *, page: str = "p.md", end_line: int = 0) -> Place:
    """Two characters of a line, or all from there to the second one of another."""
    return Place(page, line, column, end_line or line, column + 2, "title", Origin.STATED)


LAST = Place("p.md", 3, 5, 4, 1, "title", Origin.STATED)
"""The page's last two characters."""


def some_place(chance: random.Random) -> Place:
    """One of few pages and facts, often on the line of another."""
    line, column, lines = (chance.choice((1, 2, 3, 900)) for _ in range(3))
    return Place(
        chance.choice(("a.md", "b.md", "c.md")),
        line,
        column,
        line + lines - 1,
        column + chance.randrange(9),
        chance.choice(("item", "verb and path")),
        chance.choice(list(Origin)),
        chance.choice(("", "can-be")),
    )


def some_lines(chance: random.Random) -> dict[int, tuple[Place, ...]]:
    """Lines, of which many come from the same places."""
    known = [some_place(chance) for _ in range(6)]
    sets = [tuple(sorted(set(chance.choices(known, k=2)))) for _ in range(4)]
    numbers = sorted(chance.sample(range(1, 60), chance.randrange(12)))
    return {line: chance.choice(sets) for line in numbers}


def test_lines_come_back() -> None:
    """Whatever they come from."""
    chance = random.Random(20)
    for _ in range(RUNS):
        lines = some_lines(chance)
        row = row_of(lines)

        assert lines == lines_of(row)
        assert {one for found in lines.values() for one in found} == set(places_of(row))
        assert len(places_of(row)) == len(set(places_of(row)))


def test_a_map_holds_the_rows_of_its_files() -> None:
    """With the pages and facts of each, though the map numbers those of all."""
    chance = random.Random(7)
    lines = {f"{number}.py": some_lines(chance) for number in range(20)}
    files = {path: MappedFile(f"t{path[0]}", row_of(one)) for path, one in lines.items()}
    found = parse_map(map_text(files).encode())

    assert found is not None
    assert lines == {path: one.lines for path, one in found.files.items()}
    assert {one.template for one in files.values()} == {
        one.template for one in found.files.values()
    }


def test_the_order_of_places_and_lines_is_of_no_interest() -> None:
    """Nor is one that is named twice."""
    one, other = place(1), place(2)

    assert row_of({1: (one, other), 2: (other,)}) == row_of({2: (other,), 1: (other, one, other)})


def test_a_row_names_its_pages() -> None:
    """Each once, sorted."""
    lines = {1: (place(1, page="b.md"),), 2: (place(1, page="a.md"), place(2, page="b.md"))}

    assert ("a.md", "b.md") == row_of(lines).pages


@pytest.mark.parametrize(
    "numbers",
    [
        [0],
        [0, 1],
        [1, 0],
        [0, -1],
        [0, 1, -1],
        [0, 1, 1, 0, 1, 0, 1],
        [0, 1, 1, 0, 1, 9, 1, 1],
        [0, 1, 0, 5, 1, 0, 1, 0, 1, 1],
    ],
)
def test_numbers_that_are_no_row_are_told(numbers: list[int]) -> None:
    """They break off, or name what is not there."""
    with pytest.raises((ValueError, IndexError)):
        lines_of(Row(("p.md",), ("stated - title",), encode(numbers)))


@pytest.mark.parametrize(
    ("one", "text", "still"),
    [
        (place(2), "once\ntwo\nthree\n", True),
        (place(2), "one\nt\nthree\n", False),
        (place(2), "one\n", False),
        (place(1, end_line=2), "one\ntwo, or more\nthree\n", True),
        (place(1, end_line=2), "once\ntwo\nthree\n", False),
        (place(3, 4), "once\ntwo\nthree\n", True),
        (LAST, "one\ntwo\nthree\n", True),
        (LAST, "once\ntwo\nthree\n", True),
        (LAST, "one\ntwo\nthree\nfour", False),
    ],
)
def test_a_place_is_still_there_where_as_much_ends_where_it_did(
    one: Place, text: str, still: bool
) -> None:
    """Not where it went to the end of its page, which goes on now: it might go on, too."""
    now = ruler_of(Source(path="docs/p.md", text=text))

    assert still is is_still(one.spot, ruler_of(PAGE), now)
