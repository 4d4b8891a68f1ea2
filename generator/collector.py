"""Python's collector of rubbish, told when to look: by itself it looks far too often."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def paused() -> Iterator[None]:
    """No looking for rubbish meanwhile, but where somebody asks for it.

    Pages become a million values that stay until the end: looking through them again and again
    took a fifth of a run.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def leave_rubbish() -> None:
    """Have the end of the process look for none; the system takes all of its memory anyway."""
    gc.freeze()
