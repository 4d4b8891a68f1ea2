"""Output folders with what would change in them, and what is said of that."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from generator.diagnostics import Diagnostics
from generator.emit.files import RenderedFile
from generator.emit.line_map import MAP_NAME
from generator.emit.manifest import Manifest
from generator.emit.output import Action, Change, Conflict, compare, conflicts, is_current
from generator.report import difference, written_line
from generator.source import SourceSpan
from generator.value import Struct, replace


class Target(Struct, frozen=True, kw_only=True):
    """One output folder, what it is to hold, and all that would change in it.

    ``path`` is that of its API; ``made_from`` is its manifest without the files; ``seconds``
    includes reading.
    """

    path: Path
    folder: Path
    operations: int
    files: tuple[RenderedFile, ...]
    made_from: Manifest
    changes: tuple[Change, ...] = ()
    seconds: float = 0.0

    def compared(self) -> Target:
        """The target with its changes as they are now; raises ``OutputError``."""
        return replace(self, changes=compare(self.files, self.folder, self.made_from))

    def compared_again(self) -> Target:
        """The target as ``compared`` gives it now; reads next to nothing where nobody wrote there
        since. Raises ``OutputError``."""
        return self if is_current(self.changes, self.folder) else self.compared()


def report_conflicts(targets: Iterable[Target], diagnostics: Diagnostics) -> bool:
    """Report every file that somebody else wrote or edited; whether there is one."""
    found = False
    for target in targets:
        for one in conflicts(target.changes):
            found = True
            edited = one.conflict is Conflict.EDITED
            message = (
                "was edited since docs2sdk wrote it" if edited else "was not written by docs2sdk"
            )
            hint = "To keep it, move it away or rename it; --force replaces it and saves a copy."
            span = SourceSpan(path=(target.folder / one.path).as_posix())
            diagnostics.error("edited-file" if edited else "foreign-file", message, span, hint)
    return found


def written(target: Target) -> str:
    """One line about a folder that was written."""
    actions = [one.action for one in target.changes]
    removed = actions.count(Action.REMOVE)
    return written_line(
        target.folder.as_posix(),
        operations=target.operations,
        files=len(actions) - removed,
        fresh=actions.count(Action.ADD) + actions.count(Action.REPLACE),
        removed=removed,
        seconds=target.seconds,
    )


def hashes(target: Target) -> dict[str, str]:
    """The hash of every file that the folder is to hold, the manifest's too."""
    return {one.path: one.hashed for one in target.changes if one.after is not None}


def drift(target: Target) -> tuple[str, ...]:
    """The unified diffs of all files that would change, by path, those that nobody reads last."""
    touched = [one for one in target.changes if one.action is not Action.KEEP]
    touched.sort(key=lambda one: one.path.startswith("."))
    return tuple(_difference(target.folder / one.path, one) for one in touched)


def _difference(file: Path, one: Change) -> str:
    """The diff of a file; of the map only that it differs, as its numbers tell people nothing."""
    if file.name == MAP_NAME:
        before = "/dev/null" if one.before is None else f"a/{file.as_posix()}"
        after = "/dev/null" if one.after is None else f"b/{file.as_posix()}"
        return f"--- {before}\n+++ {after}\n"
    return difference(file.as_posix(), one.before, one.after)
