"""Which lines of a formatted text stand for which parts of the text before it was formatted."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from itertools import accumulate

from generator.emit.code import Part
from generator.emit.files import RenderedFile
from generator.ir.page_text import Traces
from generator.value import replace

_LAYOUT = re.compile(r"[\s,()\"'\\]+")
"""What formatters add, drop and move; all else they keep, in its order."""


def with_lines(
    rendered: Iterable[RenderedFile], laid_out: Iterable[RenderedFile]
) -> tuple[RenderedFile, ...]:
    """The laid-out files with the traces of each line; ``rendered`` are the same ones before."""
    return tuple(
        replace(after, lines=traced_lines(before.text, before.parts, after.text), parts=())
        for before, after in zip(rendered, laid_out, strict=True)
    )


def traced_lines(before: str, parts: tuple[Part, ...], after: str) -> dict[int, Traces]:
    """The traces of each line of ``after``, from 1; lines without any are left out.

    Both texts are the same but for layout. Where a formatter changed more, lines are matched by
    what they hold. Takes time in proportion to the texts.
    """
    if not parts:
        return {}
    if before == after:
        return _by_weight(before, parts, after, layout=None)
    if _LAYOUT.sub("", before) == _LAYOUT.sub("", after):
        return _by_weight(before, parts, after, layout=_LAYOUT)
    return dict(_by_lines(before, parts, after))


def _by_weight(
    before: str, parts: tuple[Part, ...], after: str, *, layout: re.Pattern[str] | None
) -> dict[int, Traces]:
    """Both texts as the same row of kept characters: parts and lines are stretches of it."""

    def weight(text: str) -> int:
        return len(text) if layout is None else len(layout.sub("", text))

    ends = list(accumulate(weight(f"{line}\n") for line in after.split("\n")))
    found: dict[int, dict[Traces, None]] = {}
    kept, done, line = 0, 0, 0
    for part in parts:
        start = kept + weight(before[done : part.start])
        end = start + weight(before[part.start : part.end])
        kept, done = end, part.end
        while line < len(ends) and ends[line] <= start:
            line += 1
        at = line
        while start < end and at < len(ends):
            found.setdefault(at + 1, {})[part.traces] = None
            start = ends[at]
            at += 1
    return {number: _united(one) for number, one in found.items()}


def _by_lines(before: str, parts: tuple[Part, ...], after: str) -> Iterator[tuple[int, Traces]]:
    """Equal lines stand for each other; lines between two such pairs for all lines between."""
    known = _by_weight(before, parts, before, layout=None)
    old = [_LAYOUT.sub("", one) for one in before.split("\n")]
    new = [_LAYOUT.sub("", one) for one in after.split("\n")]
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        every = _united({known[one]: None for one in range(a + 1, b + 1) if one in known})
        for at in range(c, d):
            traces = known.get(a + at - c + 1, ()) if tag == "equal" else every
            if traces:
                yield at + 1, traces


def _united(sets: dict[Traces, None]) -> Traces:
    if len(sets) == 1:
        return next(iter(sets))
    return tuple(dict.fromkeys(trace for one in sets for trace in one))
