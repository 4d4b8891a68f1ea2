"""What ``check`` prints of outputs that are not current: text, JSON, annotations for GitHub."""

from __future__ import annotations

import json
from collections.abc import Iterable

from generator import report
from generator.diagnostics import Diagnostic, Severity
from generator.diff import printers
from generator.emit.output import Action, Change
from generator.shown import printable
from generator.source import SourceSpan
from generator.stale.explain import Stale
from generator.targets import drift

LINES = 20
"""How many lines of an output's differences are printed unless more are asked for."""

_MOST_CHANGES = 20
_MOST_NAMES = 20
_FIX = "Run docs2sdk generate and commit what it writes."


def text(one: Stale, *, lines: int) -> str:
    """Which pages changed, what that means, and the first lines of the differences."""
    parts = [*_page_lines(one), *_meaning(one), *_first_lines(one, lines)]
    return "\n".join(parts)


def summary(one: Stale) -> str:
    """``generated/python/air: 2 files would change``."""
    return (
        f"{one.target.folder.as_posix()}: {report.plural(len(_touched(one)), 'file')} would change"
    )


def as_json(
    found: Iterable[Diagnostic], stale: Iterable[Stale], current: Iterable[str], *, lines: int
) -> str:
    """One object: ``current``, ``outputs`` and ``diagnostics``."""
    told = _told(found)
    failed = any(one.severity is Severity.ERROR for one in told)
    outputs = [_object(one, lines) for one in stale]
    every = {
        "current": not outputs and not failed,
        "outputs": [*({"folder": one, "current": True} for one in current), *outputs],
        "diagnostics": report.objects(told),
    }
    return json.dumps(every, indent=2)


def github(found: Iterable[Diagnostic], stale: Iterable[Stale], *, lines: int) -> str:
    """An error on each output that is old; what its pages' changes mean, on their lines."""
    every = _told(found)
    for one in stale:
        every += [_annotation(one, lines), *_page_annotations(one)]
    return report.github(dict.fromkeys(every))


def _told(found: Iterable[Diagnostic]) -> list[Diagnostic]:
    """The findings that this command is about; ``lint`` tells notes."""
    return [one for one in found if one.severity is not Severity.NOTE]


def _touched(one: Stale) -> list[Change]:
    """What would change, by path, those that nobody reads last."""
    touched = [change for change in one.target.changes if change.action is not Action.KEEP]
    return sorted(touched, key=lambda change: change.path.startswith("."))


def _page_lines(one: Stale) -> list[str]:
    lines = [f"  ~ {path}" for path in one.changed]
    lines += [f"  + {path}" for path in one.added]
    lines += [f"  - {path}" for path in one.removed]
    lines += [f"  by {tool}" for tool in one.tools]
    rest = len(lines) - _MOST_NAMES
    if rest > 0:
        lines = [*lines[:_MOST_NAMES], f"  … and {rest} more"]
    if not lines:
        return []
    return [printable(line) for line in (f"{one.target.folder.as_posix()}, since:", *lines)]


def _meaning(one: Stale) -> list[str]:
    found = one.comparison
    if found is None:
        return [f"what that means: {one.unknown}"] if one.unknown and _has_pages(one) else []
    if not found.changes and not _has_pages(one):
        return []  # it is the output that somebody changed
    rest = printable(f"docs2sdk diff --all {found.old} {found.new}")
    return [
        f"what that means, since {one.revision}:",
        printers.text(found, most=_MOST_CHANGES, rest=rest),
    ]


def _has_pages(one: Stale) -> bool:
    return bool(one.changed or one.added or one.removed)


def _first_lines(one: Stale, most: int) -> list[str]:
    every = "".join(drift(one.target)).splitlines()
    more = len(every) - most
    if more <= 0:
        return every
    return [
        *every[:most],
        f"… and {report.plural(more, 'more line')}; --lines {len(every)} shows all",
    ]


def _object(one: Stale, lines: int) -> dict[str, object]:
    found = one.comparison
    return {
        "folder": one.target.folder.as_posix(),
        "current": False,
        "pages": {
            "changed": list(one.changed),
            "added": list(one.added),
            "removed": list(one.removed),
        },
        "tools": list(one.tools),
        "revision": one.revision,
        "changes": None if found is None else printers.objects(found),
        "files": [{"path": change.path, "action": change.action.value} for change in _touched(one)],
        "difference": _first_lines(one, lines),
    }


def _annotation(one: Stale, lines: int) -> Diagnostic:
    """The output is old: at the first line that differs, of a file that people read."""
    touched = _touched(one)
    span = SourceSpan(
        path=(one.target.folder / touched[0].path).as_posix(),
        line=_first_difference(touched[0].before, touched[0].after),
    )
    message = "\n".join([f"{summary(one)}: {_names(touched)}", *_first_lines(one, lines)])
    return Diagnostic(
        severity=Severity.ERROR, code="stale-output", message=message, span=span, hint=_FIX
    )


def _names(touched: list[Change]) -> str:
    names = [change.path for change in touched[:_MOST_NAMES]]
    rest = len(touched) - len(names)
    return ", ".join(names) + (f" and {rest} more" if rest else "")


def _first_difference(before: bytes | None, after: bytes | None) -> int:
    """The line, from 1, at which two files part; 1 where one of them is none."""
    old, new = (before or b"").splitlines(), (after or b"").splitlines()
    same = 0
    while same < min(len(old), len(new)) and old[same] == new[same]:
        same += 1
    return min(same + 1, len(old) or 1)


def _page_annotations(one: Stale) -> tuple[Diagnostic, ...]:
    """What changed by meaning, else which pages did; of pages that are gone, too."""
    if one.comparison is not None:
        return printers.diagnostics(one.comparison, breaking=Severity.WARNING)
    kinds = (("changed", one.changed), ("added", one.added), ("removed", one.removed))
    return tuple(
        Diagnostic(
            severity=Severity.NOTE,
            code=f"page-{kind}",
            message=f"was {kind} since {one.target.folder.as_posix()} was made",
            span=SourceSpan(path=path),
        )
        for kind, paths in kinds
        for path in paths
    )
