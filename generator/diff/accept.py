"""Changes that ``api.toml`` accepts for a while, by their fingerprints."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from generator.config import ApiConfig
from generator.diagnostics import Diagnostics
from generator.diff.changes import Change
from generator.shown import shown


def accepted(
    changes: Iterable[Change], config: ApiConfig, *, today: dt.date, diagnostics: Diagnostics
) -> frozenset[str]:
    """The fingerprints of changes that do not count today.

    An acceptance past its day, and one that no change needs, are warnings; the former counts for
    nothing.
    """
    found = {one.fingerprint for one in changes}
    valid: set[str] = set()
    for at, one in enumerate(config.accept):
        place = config.place("accept", at, "fingerprint")
        name = shown(one.fingerprint)
        if one.fingerprint not in found:
            message = f"no change has the fingerprint {name}: {shown(one.reason)}"
            diagnostics.warning("unused-acceptance", message, place, "Remove it.")
        elif one.until < today:
            message = f"{name} was accepted until {one.until.isoformat()}: {shown(one.reason)}"
            hint = "Settle the change, or give it another day."
            diagnostics.warning("expired-acceptance", message, place, hint)
        else:
            valid.add(one.fingerprint)
    return frozenset(valid)
