"""Two sides as one comparison: changes at places the user knows, what is accepted, the version."""

from __future__ import annotations

import datetime as dt

from generator.diagnostics import Diagnostics, Severity
from generator.diff.accept import accepted
from generator.diff.compare import compare
from generator.diff.printers import Comparison
from generator.diff.release import proposed, step
from generator.diff.sides import Side
from generator.value import replace


def compared(
    named: tuple[str, str],
    old: Side,
    new: Side,
    found: Diagnostics,
    *,
    today: dt.date | None = None,
) -> Comparison:
    """All that is told of two sides; ``named`` are their names, ``found`` what reading them found.

    ``today`` is the day on which acceptances are looked at; without it none is.
    """
    changes = tuple(
        replace(one, old=one.old and old.place(one.old), new=one.new and new.place(one.new))
        for one in compare(old.api, new.api)
    )
    version = old.api.version or "0.0.0"
    wanted = step(changes, version)
    known = Diagnostics()
    held: frozenset[str] = frozenset()
    if today is not None:
        held = accepted(changes, new.config, today=today, diagnostics=known)
        found.extend(tuple(replace(one, span=new.place(one.span)) for one in known))
    return Comparison(
        old=named[0],
        new=named[1],
        changes=changes,
        accepted=held,
        findings=tuple(one for one in found if one.severity is not Severity.NOTE),
        version=version,
        step=wanted,
        next=proposed(version, wanted),
    )
