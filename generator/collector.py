"""Python's collector of rubbish, told when to look: by itself it looks far too often."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress


@contextmanager
def paused() -> Iterator[None]:
    """No looking for rubbish meanwhile, but where somebody asks for it.

    Pages become a million values that stay until the end: looking through them again and again
    took a fifth of a run. Nor are they looked through as soon as this ends, which took a tenth of
    a run with one page changed: what was made meanwhile counts as old then.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.freeze()  # sets aside all there is, and
            gc.unfreeze()  # puts it back among the oldest; neither looks at anything
            gc.enable()


@contextmanager
def clearing() -> Iterator[Callable[[], object]]:
    """Work that leaves rubbish which knows itself, so that nothing else frees it.

    What is given clears away the rubbish so far, and so does the end. What was there before is
    not looked at, which would take twice as long as the rubbish.
    """
    with paused():
        gc.freeze()
        try:
            yield gc.collect
        finally:
            gc.collect()
            gc.unfreeze()


def end_at_once(code: object) -> None:
    """End the process, and let the system take all of its memory at once, not value by value.

    Whatever was begun must be over: nobody is told of this end. Comes back where it cannot be
    had: for an exit code that is no number, and where what was printed cannot be written.
    """
    if isinstance(code, int):
        with suppress(OSError, ValueError):
            sys.stdout.flush()
            sys.stderr.flush()
            os._exit(code)
