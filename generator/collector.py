"""Python's collector of rubbish, told when to look: by itself it looks far too often."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager


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


def leave_rubbish() -> None:
    """Have the end of the process look for none; the system takes all of its memory anyway."""
    gc.freeze()
