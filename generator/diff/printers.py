"""What ``diff`` prints: text for people, JSON for programs, Markdown, annotations for GitHub."""

from __future__ import annotations

import json
from collections import Counter

from generator import report
from generator.diagnostics import Diagnostic, Severity
from generator.diff.changes import Change, Level
from generator.diff.markdown import MOST as MOST_MARKDOWN
from generator.diff.markdown import sections, words
from generator.diff.release import Step
from generator.shown import printable
from generator.source import SourceSpan
from generator.value import Struct, replace

MOST = 100
"""How many changes are printed as text unless all are asked for."""


class Comparison(Struct, frozen=True, kw_only=True):
    """All that is told of two versions. ``findings`` are faults of pages and of acceptances.

    ``version`` is the old one, ``next`` the proposed one, empty where there is no telling.
    """

    old: str
    new: str
    changes: tuple[Change, ...]
    accepted: frozenset[str]
    findings: tuple[Diagnostic, ...]
    version: str
    step: Step
    next: str

    @property
    def counted(self) -> tuple[Change, ...]:
        """The changes that nobody accepted."""
        return tuple(one for one in self.changes if one.fingerprint not in self.accepted)


def text(found: Comparison, *, most: int | None = MOST, rest: str = "--all") -> str:
    """A line a change, its effects below, and the totals last; ``rest`` shows more than most."""
    lines = [line for one in found.changes[:most] for line in _lines(found, one)]
    if most is not None and len(found.changes) > most:
        lines.append(f"… and {len(found.changes) - most} more; {rest} shows them")
    return "\n".join([*lines, totals(found)])


def totals(found: Comparison) -> str:
    """``2 breaking, 1 additive (1 accepted); next version 2.0.0``."""
    number = Counter(one.level for one in found.changes)
    parts = [f"{number[level]} {level.value}" for level in Level if number[level]]
    line = ", ".join(parts) or "no change"
    held = len(found.changes) - len(found.counted)
    line += f" ({held} accepted)" if held else ""
    return f"{line}; {_version(found)}" if found.changes else line


def as_json(found: Comparison) -> str:
    """One object: ``old``, ``new``, ``changes``, ``totals``, ``version``, ``diagnostics``."""
    number = Counter(one.level for one in found.changes)
    every = {
        "old": found.old,
        "new": found.new,
        "changes": objects(found),
        "totals": {level.value: number[level] for level in Level}
        | {"accepted": len(found.changes) - len(found.counted)},
        "version": {"old": found.version, "step": found.step.value, "next": found.next},
        "diagnostics": report.objects(found.findings),
    }
    return json.dumps(every, indent=2)


def markdown(found: Comparison) -> str:
    """A comment for a pull request: totals, then each level's changes with their places."""
    body = sections(found.changes, places=True, accepted=found.accepted, most=MOST_MARKDOWN)
    title = f"## API changes: {words(printable(found.old))} → {words(printable(found.new))}"
    return f"{title}\n\n{words(totals(found))}.\n\n{body}"


def github(found: Comparison) -> str:
    """An annotation for each change that matters, on its line; one notice of the totals."""
    told = diagnostics(found, breaking=Severity.ERROR)
    lines = [report.github([*found.findings, *told]), report.notice("diff", totals(found))]
    return "\n".join(filter(None, lines))


def diagnostics(found: Comparison, *, breaking: Severity) -> tuple[Diagnostic, ...]:
    """The changes that matter as findings on their lines, notes but for those that break."""
    matter = (one for one in found.changes if one.level is not Level.WORDING)
    return tuple(_diagnostic(found, one, breaking) for one in matter)


def objects(found: Comparison) -> list[dict[str, object]]:
    """All changes as plain values, for JSON."""
    return [_object(found, one) for one in found.changes]


def _version(found: Comparison) -> str:
    if not found.next:
        return f"{found.step.value} step; “{found.version}” is not MAJOR.MINOR.PATCH"
    return f"{found.step.value} step: {found.version} -> {found.next}"


def _lines(found: Comparison, one: Change) -> list[str]:
    mark = " (accepted)" if one.fingerprint in found.accepted else ""
    head = f"{_place(found, one)}: {one.level.value}[{one.kind.id}]: {one.message}{mark}"
    own = [f"  sdk: {effect.text}" for effect in one.effects]
    other = one.old if one.new and one.old else None
    tail = f"  fingerprint: {one.fingerprint}" + (f"; before: {other}" if other else "")
    return [printable(line) for line in (head, *own, tail)]


def _place(found: Comparison, one: Change) -> SourceSpan:
    """Where it stands now; where it stood, if it is gone; the API where it has no line."""
    return one.new or one.old or SourceSpan(path=found.new)


def _object(found: Comparison, one: Change) -> dict[str, object]:
    return {
        "fingerprint": one.fingerprint,
        "kind": one.kind.id,
        "level": one.level.value,
        "accepted": one.fingerprint in found.accepted,
        "operation": one.call,
        "subject": one.subject,
        "before": one.before,
        "after": one.after,
        "reason": one.reason,
        "reread": one.reread,
        "message": one.message,
        "old": _span(one.old),
        "new": _span(one.new),
        "effects": [
            {"kind": effect.kind.id, "level": effect.kind.level.value, "text": effect.text}
            for effect in one.effects
        ],
    }


def _span(span: SourceSpan | None) -> dict[str, object] | None:
    if span is None:
        return None
    return {"path": span.path, "line": span.line, "column": span.column}


def _diagnostic(found: Comparison, one: Change, breaking: Severity) -> Diagnostic:
    held = one.fingerprint in found.accepted
    breaks = one.level is Level.BREAKING and not held
    span = _place(found, one)
    if one.new is None and ":" in span.path:
        # A page that is gone is annotated where it was; GitHub knows no revisions.
        span = replace(span, path=span.path.partition(":")[2])
    effects = "; ".join(effect.text for effect in one.effects)
    return Diagnostic(
        severity=breaking if breaks else Severity.NOTE,
        code=one.kind.id,
        message=one.message + (" (accepted)" if held else ""),
        span=span,
        hint="; ".join(part for part in (effects, f"fingerprint {one.fingerprint}") if part),
    )
