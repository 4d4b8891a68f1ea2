"""What becomes of a page, by what was fetched before, what lies there and what is answered."""

from __future__ import annotations

from enum import StrEnum

from generator.diagnostics import Diagnostics
from generator.fetch.folder import Known, digest
from generator.source import SourceSpan


class Fate(StrEnum):
    """What becomes of a file."""

    NEW = "new"
    CHANGED = "changed"
    KEPT = "kept"
    EDITED = "edited"
    """Kept as somebody edited it, since the page itself is as it was."""
    REFUSED = "refused"
    """Not replaced: somebody's work would be lost."""


def decide(known: Known | None, there: bytes | None, data: bytes | None, *, force: bool) -> Fate:
    """The fate of a page of which ``there`` lies in the folder and ``data`` is answered.

    ``data`` is ``None`` where the server says that the page is as ``known``.
    """
    if there is None:
        return Fate.NEW
    before = known.sha256 if known is not None else ""
    if digest(there) == (before if data is None else digest(data)):
        return Fate.KEPT
    if force or digest(there) == before:
        return Fate.CHANGED
    same = data is None or digest(data) == before
    return Fate.EDITED if same else Fate.REFUSED


def report_fate(fate: Fate, known: Known | None, path: str, diagnostics: Diagnostics) -> None:
    """Record that a page is not what was fetched."""
    place = SourceSpan(path=path)
    if fate is Fate.EDITED:
        message = "was edited since it was fetched, and is kept; the page itself has not changed"
        hint = "What pages leave out or get wrong, api.toml states; --force fetches it again."
        diagnostics.warning("edited-page", message, place, hint)
    elif fate is Fate.REFUSED:
        edited = known is not None
        code = "edited-file" if edited else "foreign-file"
        message = "was edited since it was fetched" if edited else "was not fetched from there"
        hint = "To keep it, move it away or rename it; --force replaces it."
        diagnostics.error(code, f"{message}, and the page is another", place, hint)
