"""What ``learn`` prints: how much was learned, and what became of the files."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from generator import report
from generator.diagnostics import Diagnostic
from generator.learn.exchange import Aside
from generator.learn.files import Addition
from generator.learn.lesson import Lesson
from generator.shown import printable


def text(lesson: Lesson, every: Iterable[Addition], folder: Path, *, written: bool) -> str:
    """A line for each file, and the counts below."""
    verb = "wrote" if written else "would write"
    lines = [printable(f"{verb} {(folder / one.path).as_posix()}: {_sum(one)}") for one in every]
    return "\n".join([*lines, *_counts(lesson)])


def as_json(
    found: Iterable[Diagnostic], lesson: Lesson, every: Iterable[Addition], *, written: bool
) -> str:
    """One object: ``diagnostics``, ``files`` and ``counts``."""
    files = [{"path": x.path, "added": x.added, "answers": x.total} for x in every]
    aside = {one.name.lower().replace("_", "-"): n for one, n in sorted(lesson.aside.items())}
    counts = {"learned": lesson.learned, "aside": aside}
    value = {
        "diagnostics": report.objects(found),
        "written": written,
        "files": files,
        "counts": counts,
    }
    return json.dumps(value, indent=2)


def github(found: Iterable[Diagnostic], lesson: Lesson) -> str:
    """The findings as annotations, and one notice of the counts."""
    notice = report.notice("learn", "\n".join(_counts(lesson)))
    return "\n".join([*filter(None, [report.github(found)]), notice])


def _sum(one: Addition) -> str:
    return f"{report.plural(one.added, 'answer')} added, {one.total} in all"


def _counts(lesson: Lesson) -> list[str]:
    lines = [f"{report.plural(lesson.learned, 'answer')} compared with the pages"]
    lines += [f"  left aside: {reason.value}: {n}" for reason, n in sorted(lesson.aside.items())]
    if not lesson.learned and lesson.aside[Aside.OTHER_HOST]:
        lines.append("  if it was recorded elsewhere, say where: --base-url URL")
    return lines
