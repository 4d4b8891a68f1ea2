"""What a run reads, watched: the files, what changed in them, and whom that concerns."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum
from pathlib import Path
from typing import TypeAlias

from generator.config_file import CONFIG_NAME
from generator.example_files import FOLDER
from generator.page_files import page_files
from generator.value import Struct, field

LOOK_AGAIN = 1.0
"""Seconds after which files are looked at though the system told of no change: it tells nothing
of some network disks, nor of a folder that another took the place of."""
_QUIET = 100
_LONGEST = 1_600
"""Milliseconds without a change after which what changed is told, and at most so many in all:
editors save in several steps, and a checkout changes many files."""

_MOST_NAMES = 3

Stamp: TypeAlias = tuple[int, int, int]
"""When a file was changed in nanoseconds, its size in bytes and its inode."""


class Kind(StrEnum):
    """What became of a file."""

    NEW = "new"
    CHANGED = "changed"
    REMOVED = "removed"


class FileChange(Struct, frozen=True, kw_only=True):
    """One file that is not as it was; ``api`` is the folder or page whose part it is, if any."""

    path: Path
    kind: Kind
    api: Path | None = None


class Snapshot(Struct, frozen=True, kw_only=True):
    """The files a run reads, with whose part each is, and the folders to be told of."""

    files: dict[Path, tuple[Path | None, Stamp]] = field(default_factory=dict)
    folders: frozenset[Path] = frozenset()

    def since(self, before: Snapshot) -> tuple[FileChange, ...]:
        """What is new, changed or removed, by path."""
        found = []
        for path in sorted({*before.files, *self.files}):
            old, new = before.files.get(path), self.files.get(path)
            if old == new:
                continue
            kind = Kind.NEW if old is None else Kind.CHANGED if new is not None else Kind.REMOVED
            owner = new or old
            found.append(FileChange(path=path, kind=kind, api=owner[0] if owner else None))
        return tuple(found)


class Inputs(Struct, frozen=True, kw_only=True):
    """Where a run reads: APIs by name, else the folders of ``specs``; and folders of packs."""

    apis: tuple[Path, ...]
    specs: Path
    templates: tuple[Path, ...] = ()

    def snapshot(self) -> Snapshot:
        """The files as they are now; what cannot be looked at counts as absent."""
        snapshot = Snapshot()
        folders: set[Path] = set()
        for api in self.apis or self._below_specs(folders):
            _add_api(api, snapshot.files, folders)
        for templates in self.templates:
            _add_templates(templates, snapshot.files, folders)
        return Snapshot(files=snapshot.files, folders=frozenset(folders))

    def _below_specs(self, folders: set[Path]) -> list[Path]:
        if self.specs.is_dir():
            folders.add(self.specs)
        return [one for one in _entries(self.specs) if one.is_dir()]


def rounds(
    inputs: Inputs, *, news: Callable[[frozenset[Path]], Iterator[object]] | None = None
) -> Iterator[tuple[FileChange, ...]]:
    """What changed, again and again; first nothing, at once, for the run that reads everything.

    What changes while the caller works on a round is in the next one. ``news`` tells, for folders,
    that it is time to look; by default when the system says so, and each ``LOOK_AGAIN`` seconds.
    """
    seen = inputs.snapshot()
    yield ()
    while True:
        for _ in (news or _news)(seen.folders):
            now = inputs.snapshot()
            changes, moved = now.since(seen), now.folders != seen.folders
            seen = now
            if changes:
                yield changes
            if changes or moved:
                break  # and listen to the folders that are there now


def concerned(changes: Iterable[FileChange], apis: tuple[Path, ...]) -> tuple[Path, ...]:
    """The APIs to read again: those with a changed page or answer, all for anything else.

    ``api.toml`` may name other packs, and a new API may want another's place in the output.
    """
    touched = set()
    for one in changes:
        if one.api not in apis or one.path.name == CONFIG_NAME:
            return apis
        touched.add(one.api)
    return tuple(one for one in apis if one in touched)


def told(changes: tuple[FileChange, ...]) -> str:
    """What changed, in a few words: ``specs/a/operation-b.md changed``."""
    names = [f"{one.path.as_posix()} {one.kind.value}" for one in changes[:_MOST_NAMES]]
    more = len(changes) - len(names)
    return ", ".join([*names, *([f"{more} more"] if more else [])])


def _news(folders: frozenset[Path]) -> Iterator[object]:
    """Something whenever the folders may have changed, until the caller has heard enough."""
    from watchfiles import watch

    yield None  # what changed before anybody listened
    try:
        yield from watch(
            *sorted(folders),
            watch_filter=None,  # a snapshot knows what counts
            debounce=_LONGEST,
            step=_QUIET,
            rust_timeout=int(LOOK_AGAIN * 1000),
            yield_on_timeout=True,
            recursive=False,  # the output may lie below
            ignore_permission_denied=True,
        )
    except OSError:  # a folder is gone, or the system listens to no more of them
        time.sleep(LOOK_AGAIN)


def _add_api(api: Path, files: dict[Path, tuple[Path | None, Stamp]], folders: set[Path]) -> None:
    """Add the pages of an API, its ``api.toml`` and its sample answers."""
    home = api if api.is_dir() else api.parent
    folders |= {one for one in (api.parent, home, home / FOLDER) if one.is_dir()}
    try:
        pages = page_files(home) if home == api else (api,)
    except OSError:
        pages = ()
    answers = [one for one in _entries(home / FOLDER) if one.suffix == ".json"]
    for file in (*pages, home / CONFIG_NAME, *answers):
        stamp = _stamp(file)
        if stamp is not None and not file.name.startswith("."):
            files.setdefault(file, (api, stamp))


def _add_templates(
    templates: Path, files: dict[Path, tuple[Path | None, Stamp]], folders: set[Path]
) -> None:
    """Add all files below a folder of packs but hidden ones, which packs leave out, too."""
    for place, below, names in os.walk(templates):
        below[:] = [one for one in below if not one.startswith(".") and one != "__pycache__"]
        folders.add(Path(place))
        for name in names:
            file = Path(place) / name
            stamp = None if name.startswith(".") else _stamp(file)
            if stamp is not None:
                files.setdefault(file, (None, stamp))


def _entries(folder: Path) -> list[Path]:
    """What lies directly in a folder, by name; nothing where there is none."""
    try:
        return [folder / name for name in sorted(os.listdir(folder))]
    except OSError:
        return []


def _stamp(file: Path) -> Stamp | None:
    try:
        found = file.stat()
    except (OSError, ValueError):
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino
