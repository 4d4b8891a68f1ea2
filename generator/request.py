"""What a caller asked for: which APIs, which packs, where to, and by what means."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeAlias

from generator.diagnostics import Diagnostics
from generator.emit.shipped import shipped_templates
from generator.means import ALONE, Means
from generator.page_files import api_folders
from generator.source import SourceSpan
from generator.value import Struct, field

SPECS = Path("specs")

Advance: TypeAlias = Callable[[int, int], None]
"""Told how many files are done, and of how many."""

_READABLE = "Check that it is a folder, and that whoever runs the command may read it."


class Request(Struct, frozen=True, kw_only=True):
    """What the caller asked for. No ``packs``: those of ``api.toml``.

    ``limits`` are numbers by the names of options.
    """

    packs: tuple[str, ...] = ()
    out: Path = Path("generated")
    templates: Path | None = None
    means: Means = ALONE
    limits: Mapping[str, int] = field(default_factory=dict)
    track: Callable[[str], Advance] | None = None

    @property
    def template_folders(self) -> tuple[Path, ...]:
        """Where packs are looked for, in this order."""
        own = () if self.templates is None else (self.templates,)
        return (*own, shipped_templates())


def api_paths(given: tuple[Path, ...], diagnostics: Diagnostics) -> tuple[Path, ...]:
    """The APIs the caller means: those given, else every folder of ``specs`` that holds pages."""
    if given:
        return given
    place = SourceSpan(path=SPECS.as_posix())
    if not SPECS.is_dir():
        hint = "Name a folder of pages: docs2sdk generate path/to/my-api"
        message = "there is no such folder, and no other was named"
        diagnostics.error("missing-folder", message, place, hint)
        return ()
    try:
        return api_folders(SPECS)
    except OSError as fault:
        message = f"cannot be read: {fault.strerror}"
        diagnostics.error("unreadable", message, place, _READABLE)
        return ()
