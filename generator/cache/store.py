"""Entries on disk by the hash of what they were made from; safe to delete at any moment."""

from __future__ import annotations

import os
import stat
import time
from collections.abc import Iterator
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from generator.value import Struct
from generator.whole_file import read_whole

MOST = 200 * 1024 * 1024
"""Bytes of all entries together; beyond it the ones not used for longest go."""

_DAY = 24 * 60 * 60
_SWEPT = "swept"
"""The file whose time says when somebody last looked for entries to drop."""
_CHECK = sha256().digest_size
_OTHERS = stat.S_IWGRP | stat.S_IWOTH


class Store(Struct, frozen=True):
    """A folder of entries; ``None`` keeps nothing.

    Nothing here raises: what cannot be read is not there, what cannot be written is not kept.
    Any number of runs may use one folder at the same time.
    """

    folder: Path | None

    def get(self, kind: str, key: str) -> bytes | None:
        """The entry; ``None`` where there is none, or where it is not what was written."""
        if self.folder is None:
            return None
        place = f"{self.folder}/{kind}/{key[:2]}/{key}"  # hundreds a run: a Path would cost more
        try:
            whole = read_whole(place, _touched(place))
        except OSError:
            return None
        known, data = whole[:_CHECK], whole[_CHECK:]
        return data if known == _checksum(kind, key, data) else None

    def put(self, kind: str, key: str, data: bytes) -> None:
        """Keep an entry; readers see all of it or nothing."""
        if self.folder is None:
            return
        file = _file(self.folder, kind, key)
        part = file.with_name(f".{file.name[:16]}.{os.urandom(8).hex()}")
        try:
            _write(part, _checksum(kind, key, data), data)
            os.replace(part, file)
        except OSError:
            with suppress(OSError):
                part.unlink(missing_ok=True)

    def sweep(self, most: int = MOST) -> None:
        """Drop the entries not used for longest while there are more than ``most`` bytes.

        Looks at most once a day, as looking costs more than most runs.
        """
        if self.folder is None:
            return
        mark = self.folder / _SWEPT
        with suppress(OSError):
            if mark.exists() and time.time() - mark.stat().st_mtime < _DAY:
                return
            mark.touch()
            _drop(sorted(_entries(self.folder)), most)

    def clear(self) -> int:
        """Drop every entry, and nothing else that lies there; how many there were."""
        every = [] if self.folder is None else list(_entries(self.folder))
        _drop(every, 0)
        return len(every)


FORGETFUL = Store(None)
"""Keeps nothing."""


def open_store(folder: Path) -> Store:
    """The store in a folder that only its owner may write to; one that keeps nothing elsewhere.

    What others can write there, they could have us print as code.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        found = folder.stat()
    except OSError:
        return FORGETFUL
    mine = not hasattr(os, "geteuid") or found.st_uid == os.geteuid()
    open_to_others = os.name == "posix" and found.st_mode & _OTHERS
    return Store(folder) if mine and not open_to_others else FORGETFUL


def _file(folder: Path, kind: str, key: str) -> Path:
    return folder / kind / key[:2] / key


def _checksum(kind: str, key: str, data: bytes) -> bytes:
    """Of the name, too: an entry under another's name is no entry."""
    found = sha256(f"{kind}/{key}\n".encode())
    found.update(data)
    return found.digest()


def _write(file: Path, *parts: bytes) -> None:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    try:
        opened = os.open(file, flags, 0o600)
    except FileNotFoundError:
        for folder in (file.parent.parent, file.parent):
            folder.mkdir(exist_ok=True, mode=0o700)
        opened = os.open(file, flags, 0o600)
    with open(opened, "wb") as stream:
        stream.writelines(parts)


def _touched(place: str) -> int:
    """The bytes of an entry; notes that it was used, which once a day is enough to tell old from new."""
    found = os.stat(place)
    if time.time() - found.st_mtime > _DAY:
        with suppress(OSError):
            os.utime(place)
    return found.st_size


def _entries(folder: Path) -> Iterator[tuple[float, int, Path]]:
    """When each was used last, its bytes, and its place; halves that a killed run left, too."""
    for file in folder.glob("*/??/*"):
        with suppress(OSError):
            found = file.lstat()
            if stat.S_ISREG(found.st_mode):
                yield found.st_mtime, found.st_size, file


def _drop(entries: list[tuple[float, int, Path]], most: int) -> None:
    """Drop from the front until the rest is small enough."""
    rest = sum(size for _, size, _ in entries)
    for _, size, file in entries:
        if rest <= most:
            return
        with suppress(OSError):
            file.unlink()
        rest -= size
