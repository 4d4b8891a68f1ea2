"""The places of lines come back as they were kept, run after run, without growing."""

from __future__ import annotations

import random

import pytest

from generator.emit.line_map import FileMap, LineMap, Place
from generator.ir import Origin
from generator.kept_lines import FileLines, KeptLines, Plain
from generator.source import Source

PAGE = Source(path="docs/p.md", text="one\ntwo\nthree\n")
FILES = 20


def place(line: int, column: int = 1, *, page: str = "p.md", end_line: int = 0) -> Place:
    """Two characters of a line, or all from there to the second one of another."""
    return Place(page, line, column, end_line or line, column + 2, "title", Origin.STATED)


LAST = Place("p.md", 3, 5, 4, 1, "title", Origin.STATED)
"""The page's last two characters."""


def some_lines(chance: random.Random) -> dict[int, tuple[Place, ...]]:
    """A few lines, some of which come from the same places."""
    sets = [tuple(place(chance.randrange(1, 99)) for _ in range(2)) for _ in range(3)]
    return {line: chance.choice(sets) for line in range(1, chance.randrange(2, 9))}


def mapped(lines: dict[str, dict[int, tuple[Place, ...]]]) -> LineMap:
    """A map of files with these lines."""
    return LineMap(files={path: FileMap(template="t", lines=one) for path, one in lines.items()})


def test_lines_come_back_run_after_run() -> None:
    """One file changes in each run; the rest is kept as the run before had it."""
    chance = random.Random(20)
    lines = {f"{number}.py": some_lines(chance) for number in range(FILES)}
    kept, sizes = KeptLines(), []
    for _ in range(100):
        lines[f"{chance.randrange(FILES)}.py"] = some_lines(chance)
        plain = kept.plain(mapped(lines), {})
        sizes.append(len(plain.sets))
        kept = KeptLines(plain)

        assert lines == {path: dict(kept.of(path)) for path in lines}

        lines = {path: kept.of(path) for path in lines}  # type: ignore[misc]

    assert max(sizes) < 2 * sizes[0]


def test_lines_name_their_pages() -> None:
    """Each once, sorted."""
    lines = {1: (place(1, page="b.md"),), 2: (place(1, page="a.md"), place(2, page="b.md"))}
    kept = KeptLines(KeptLines().plain(mapped({"x.py": lines}), {}))

    assert ("a.md", "b.md") == kept.pages_of("x.py")


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
    kept = KeptLines(KeptLines().plain(mapped({"x.py": {1: (one,)}}), {"p.md": PAGE}))

    assert still is kept.are_still("p.md", "x.py", Source(path="docs/p.md", text=text))


@pytest.mark.parametrize(
    "plain",
    [
        Plain(sets=((0,),)),
        Plain(files={"x.py": FileLines((), {1: 0})}),
    ],
)
def test_a_number_of_nothing_is_told_at_once(plain: Plain) -> None:
    """Whoever reads it takes it for nothing that was kept."""
    with pytest.raises(IndexError):
        KeptLines(plain)
