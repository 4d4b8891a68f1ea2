"""One run at a time for each output folder."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from generator.emit.paths import OutputError

_PAUSE = 0.05
"""Seconds between two attempts while waiting."""
_ATTEMPTS = 100
"""How often a folder is made again that others take away."""


@contextmanager
def locked(folder: Path, *, wait: float = 0.0) -> Iterator[None]:
    """Hold the lock of an output folder; it lies beside the folder and is gone afterwards.

    So are the folders that were made for it, unless something was written there. The system lets
    go of the lock when the process ends, however it ends. Raises ``OutputError`` with the holder's
    number and age where another run has it for longer than ``wait`` seconds.
    """
    file = folder.with_name(f".{folder.name}.docs2sdk.lock")
    missing = [one for one in file.parents if not os.path.exists(one)]
    try:
        opened = _wait_for(file, folder, wait)
        try:
            yield
        finally:
            # Removed while held: whoever opened it meanwhile sees that it is no longer this file.
            file.unlink(missing_ok=True)
            os.close(opened)
    finally:
        with suppress(OSError):  # not empty: then it stays, and so does what it is in
            for one in missing:
                one.rmdir()


def _wait_for(file: Path, folder: Path, wait: float) -> int:
    until = time.monotonic() + wait
    while (opened := _try(file)) is None:
        if time.monotonic() >= until:
            raise OutputError(folder.as_posix(), _held(file), busy=True)
        time.sleep(_PAUSE)
    return opened


def _open(file: Path) -> int:
    flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0)
    for _ in range(_ATTEMPTS):
        file.parent.mkdir(parents=True, exist_ok=True)
        # A run that wrote nothing takes away the folders it made, maybe just now.
        with suppress(FileNotFoundError):
            return os.open(file, flags, 0o600)
    return os.open(file, flags, 0o600)


def _try(file: Path) -> int | None:
    """The opened and locked file; ``None`` where somebody else holds it."""
    try:
        opened = _open(file)
    except OSError as fault:
        raise OutputError(file.as_posix(), f"cannot be locked: {fault.strerror}") from fault
    try:
        if _lock(opened) and _is_same(opened, file):
            os.truncate(opened, 0)
            os.write(opened, str(os.getpid()).encode("ascii"))
            return opened
    except OSError as fault:
        file.unlink(missing_ok=True)  # held by us, and empty: the disk is full
        os.close(opened)
        raise OutputError(file.as_posix(), f"cannot be locked: {fault.strerror}") from fault
    os.close(opened)
    return None


def _lock(opened: int) -> bool:
    try:
        try:
            import fcntl
        except ImportError:  # Windows
            import msvcrt

            # Far behind the text, so that others can still read who holds it.
            os.lseek(opened, 1 << 20, os.SEEK_SET)
            msvcrt.locking(opened, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore]
            os.lseek(opened, 0, os.SEEK_SET)
        else:
            fcntl.flock(opened, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _is_same(opened: int, file: Path) -> bool:
    """Whether the locked file is the one that has the name; the last holder removes its own."""
    try:
        return os.path.samestat(os.fstat(opened), file.stat())
    except FileNotFoundError:
        return False


def _held(file: Path) -> str:
    try:
        text, since = file.read_text("ascii", "replace"), file.stat().st_mtime
    except OSError:
        return "is being written by another run"
    who = f"process {int(text)}" if text.isdigit() else "another run"
    return f"is being written by {who}, for {max(0.0, time.time() - since):.0f} s"
