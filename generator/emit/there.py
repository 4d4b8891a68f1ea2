"""What lies at a place of the output folder, and whether somebody was there since."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from generator.emit.paths import OutputError
from generator.value import Struct
from generator.whole_file import read_whole


class Stamp(Struct, frozen=True):
    """What changes whenever somebody writes to a file, or puts another one in its place."""

    inode: int
    mode: int
    size: int
    written: int
    changed: int


class Found(Struct, frozen=True):
    """What a file holds, ``None`` where there is none, and its stamp from before it was read."""

    data: bytes | None
    stamp: Stamp | None


def read_file(file: str) -> Found:
    """What lies there; a link is read as its own text. Raises ``OutputError``."""
    try:
        stamp = stamp_of(file)
        if stamp is None:
            return Found(None, None)
        if stat.S_ISLNK(stamp.mode):
            return Found(os.fsencode(os.readlink(file)), stamp)
        if not stat.S_ISREG(stamp.mode):
            raise OutputError(_shown(file), "is a folder or a device where a file is needed")
        return Found(read_whole(file, stamp.size), stamp)
    except (FileNotFoundError, NotADirectoryError):
        return Found(None, None)
    except OSError as fault:
        raise refused(file, "cannot be read", fault) from fault


def stamp_of(file: str) -> Stamp | None:
    """The stamp of a file, of a link its own; ``None`` where there is none."""
    try:
        found = os.lstat(file)
    except (FileNotFoundError, NotADirectoryError):
        return None
    return Stamp(found.st_ino, found.st_mode, found.st_size, found.st_mtime_ns, found.st_ctime_ns)


def refused(file: Path | str, what: str, fault: OSError) -> OutputError:
    """What to tell where the system refuses."""
    return OutputError(_shown(file), f"{what}: {fault.strerror or fault}")


def _shown(file: Path | str) -> str:
    return Path(file).as_posix()
