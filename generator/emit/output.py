"""Generated files against an output folder: what would change, and the one place that writes."""

from __future__ import annotations

import os
from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path
from typing import ClassVar

from generator.emit.files import RenderedFile
from generator.emit.manifest import MANIFEST_NAME, Manifest, digest, parse_manifest
from generator.emit.paths import OutputError, check_paths, refuse_links
from generator.emit.staging import Stage, drop, fill, swap
from generator.emit.there import Found, Stamp, read_file, refused, stamp_of
from generator.value import Value, replace


class Action(StrEnum):
    """What becomes of one file."""

    ADD = "add"
    REPLACE = "replace"
    REMOVE = "remove"
    KEEP = "keep"


class Conflict(StrEnum):
    """Why a file must not be replaced or removed without being told to."""

    EDITED = "edited"
    """We wrote it, and somebody changed it since."""
    FOREIGN = "foreign"
    """We did not write it, as far as the manifest says."""


class Change(Value, frozen=True, kw_only=True):
    """One file of the output: what it holds now and what it is to hold, ``None`` for no file.

    ``hashed`` is the hash of what it is to hold.
    """

    aside: ClassVar[frozenset[str]] = frozenset({"stamp"})

    path: str
    action: Action
    before: bytes | None = None
    after: bytes | None = None
    hashed: str = ""
    conflict: Conflict | None = None
    stamp: Stamp | None = None


def compare(files: Iterable[RenderedFile], folder: Path, made_from: Manifest) -> tuple[Change, ...]:
    """What ``apply`` would do to make the folder hold the files; writes nothing.

    By path, the manifest last; ``made_from`` is that manifest without its files. What is written
    ``once`` is kept as it is wherever something is, and is never ours to remove. Raises
    ``OutputError`` for a path that must not be written and for a folder that cannot be read.
    """
    every = tuple(files)
    wanted = {one.path: one.text.encode("utf-8") for one in every}
    theirs = {one.path for one in every if one.once is not None}
    check_paths([*wanted, MANIFEST_NAME])
    old = _read_manifest(folder)
    owned = old.files if old is not None else {}
    refuse_links(folder, [*wanted, *owned])
    hashes = {path: digest(data) for path, data in wanted.items() if path not in theirs}
    changes = [
        (
            _once(path, read_file(f"{folder}/{path}"), wanted[path])
            if path in theirs
            else _change(
                path,
                read_file(f"{folder}/{path}"),
                wanted.get(path),
                hashes.get(path, ""),
                recorded=owned.get(path),
            )
        )
        for path in sorted({*wanted, *owned})
    ]
    new = replace(made_from, files=hashes)
    return (
        *(one for one in changes if one is not None),
        _manifest_change(read_file(f"{folder}/{MANIFEST_NAME}"), new.to_text().encode("utf-8")),
    )


def is_current(changes: Iterable[Change], folder: Path) -> bool:
    """Whether the folder is still as ``compare`` found it, so that it would find the same again.

    What is to be replaced or removed, and the manifest, is read again. What stays needs a look at
    its stamp alone: an edit that were missed so would stay, too. Raises ``OutputError``.
    """
    every = tuple(changes)
    refuse_links(folder, [one.path for one in every])
    for one in every:
        place = f"{folder}/{one.path}"
        if one.action is Action.KEEP and one.path != MANIFEST_NAME:
            same = stamp_of(place) == one.stamp
        else:
            same = read_file(place).data == one.before
        if not same:
            return False
    return True


def conflicts(changes: Iterable[Change]) -> tuple[Change, ...]:
    """The changes that would lose what somebody else wrote."""
    return tuple(one for one in changes if one.conflict is not None)


def is_drift(changes: Iterable[Change]) -> bool:
    """Whether applying the changes would touch anything."""
    return any(one.action is not Action.KEEP for one in changes)


def prepare(changes: tuple[Change, ...], folder: Path, *, force: bool = False) -> Stage | None:
    """Stage the folder as the changes say; ``None`` where they change nothing.

    Without ``force`` there is no stage while there is a conflict; with it, what others wrote is
    kept in ``staging.BACKUP``. Raises ``OutputError`` where the system refuses.
    """
    stopped = conflicts(changes)
    if stopped and not force:
        raise OutputError((folder / stopped[0].path).as_posix(), "was not written by docs2sdk")
    if not is_drift(changes):
        return None
    touched = [one for one in changes if one.action is not Action.KEEP]
    try:
        return fill(
            folder,
            {one.path: one.after for one in touched if one.after is not None},
            gone={one.path: one.before for one in touched if one.before is not None},
            kept=[one.path for one in stopped],
        )
    except OSError as fault:
        raise refused(_meant(fault.filename, folder), "cannot be written", fault) from fault


def apply(changes: tuple[Change, ...], folder: Path, *, force: bool = False) -> None:
    """Make the folder as the changes say, wholly or not at all: see ``prepare``.

    Files that stay the same, and files that are not ours, are not touched.
    """
    stage = prepare(changes, folder, force=force)
    if stage is not None:
        finish(stage)


def finish(stage: Stage) -> None:
    """Put what was prepared in the folder's place; raises ``OutputError``."""
    try:
        swap(stage)
    except OSError as fault:
        drop(stage)
        raise refused(stage.folder, "cannot be written", fault) from fault


def _once(path: str, found: Found, after: bytes) -> Change:
    before, stamp = found.data, found.stamp
    if before is None:
        return Change(path=path, action=Action.ADD, after=after, hashed=digest(after))
    hashed = digest(before)
    return Change(
        path=path, action=Action.KEEP, before=before, after=before, hashed=hashed, stamp=stamp
    )


def _change(
    path: str, found: Found, after: bytes | None, hashed: str, *, recorded: str | None
) -> Change | None:
    """What happens to one path; ``hashed`` is the hash of ``after``, ``recorded`` that of what we
    wrote there, if we did."""
    before, stamp = found.data, found.stamp
    if before is None:
        if after is None:
            return None
        return Change(path=path, action=Action.ADD, after=after, hashed=hashed)
    change = Change(
        path=path, action=Action.KEEP, before=before, after=after, hashed=hashed, stamp=stamp
    )
    if before == after or digest(before) == hashed:
        return change
    conflict = None
    if recorded is None:
        conflict = Conflict.FOREIGN
    elif digest(before) != recorded:
        conflict = Conflict.EDITED
    action = Action.REMOVE if after is None else Action.REPLACE
    return replace(change, action=action, conflict=conflict)


def _manifest_change(found: Found, after: bytes) -> Change:
    before, hashed = found.data, digest(after)
    action = Action.ADD
    if before is not None:
        action = Action.KEEP if digest(before) == hashed else Action.REPLACE
    return Change(path=MANIFEST_NAME, action=action, before=before, after=after, hashed=hashed)


def _read_manifest(folder: Path) -> Manifest | None:
    data = read_file(f"{folder}/{MANIFEST_NAME}").data
    return None if data is None else parse_manifest(data)


def _meant(name: str | bytes | None, folder: Path) -> Path:
    """The place in the folder that a file of its stage is for."""
    staged = Path(os.fsdecode(name)) if name else folder
    inside = staged.is_relative_to(folder.parent)
    return folder.joinpath(*staged.relative_to(folder.parent).parts[1:]) if inside else staged
