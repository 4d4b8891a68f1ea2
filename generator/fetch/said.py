"""What is said of a fetch: which files it changed, and how many it kept."""

from __future__ import annotations

from collections import Counter

from generator.fetch.decide import Fate
from generator.fetch.mirror import Outcome
from generator.report import plural

MOST = 20
"""How many files are named; the rest is counted."""

_SIGNS = {Fate.NEW: "+", Fate.CHANGED: "~"}


def text(outcome: Outcome, *, failed: int) -> str:
    """A line for each file that changes, and one with the sums; ``failed`` pages gave nothing.

    The files of a folder that was empty are not named: they are all of them.
    """
    lines = [f"- {name}" for name in outcome.removed]
    lines += [
        f"{_SIGNS[fate]} {name}"
        for name, fate in sorted(outcome.fates.items(), key=lambda one: one[0])
        if fate in _SIGNS
    ]
    if set(outcome.fates.values()) == {Fate.NEW} and not outcome.removed:
        lines = []
    more = len(lines) - MOST
    if more > 0:
        lines = [*lines[:MOST], f"… and {more} more"]
    return "\n".join([*(f"  {one}" for one in lines), _sums(outcome, failed)])


def _sums(outcome: Outcome, failed: int) -> str:
    count = Counter(outcome.fates.values())
    kept = count[Fate.KEPT] + count[Fate.EDITED] + count[Fate.REFUSED]
    parts = [
        f"{count[Fate.NEW]} new",
        f"{count[Fate.CHANGED]} changed",
        f"{kept} kept",
        f"{len(outcome.removed)} removed",
        *([f"{failed} failed"] if failed else []),
    ]
    sums = f"{outcome.folder.as_posix()}: {plural(len(outcome.fates), 'file')}: {', '.join(parts)}"
    return sums if outcome.written else f"{sums}; nothing was written"
