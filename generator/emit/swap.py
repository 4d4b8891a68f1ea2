"""Two folders change places, in one step where the system can."""

from __future__ import annotations

import ctypes
import os
import sys
from pathlib import Path

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
_RENAME_SWAP = 2


def exchange(left: Path, right: Path) -> bool:
    """Let two folders change places at once, seen whole by everybody; whether the system can.

    Linux: ``renameat2(2)`` with ``RENAME_EXCHANGE``; macOS: ``renamex_np`` with ``RENAME_SWAP``.
    Where this returns ``False`` nothing has changed.
    """
    try:
        libc = ctypes.CDLL(None)
        names = os.fsencode(left), os.fsencode(right)
        if sys.platform == "darwin":
            return bool(libc.renamex_np(*names, _RENAME_SWAP) == 0)
        return bool(libc.renameat2(_AT_FDCWD, names[0], _AT_FDCWD, names[1], _RENAME_EXCHANGE) == 0)
    except (AttributeError, OSError, TypeError):  # another system, or an old C library
        return False
