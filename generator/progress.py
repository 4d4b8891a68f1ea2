"""The progress bar of a terminal, for work that takes more than a moment."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from types import TracebackType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

MOMENT = 0.5
"""Seconds of work before a bar appears."""


def is_watched() -> bool:
    """Whether somebody sits at a terminal that can redraw a line."""
    return sys.stderr.isatty() and not os.environ.get("CI") and os.environ.get("TERM") != "dumb"


class ProgressBar:
    """Shows how far the work is, on stderr; gone without a trace when the work is done."""

    def __init__(self, *, wanted: bool, clock: Callable[[], float] = time.monotonic) -> None:
        self._wanted = wanted
        self._clock = clock
        self._began = clock()
        self._bar: Progress | None = None

    def __enter__(self) -> ProgressBar:
        self._began = self._clock()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        fault: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._bar is not None:
            self._bar.stop()
            self._bar = None

    @property
    def is_shown(self) -> bool:
        """Whether the bar has appeared."""
        return self._bar is not None

    def track(self, label: str) -> Callable[[int, int], None]:
        """A function to call with how much is done, and of how much."""
        task: list[TaskID] = []

        def advance(done: int, total: int) -> None:
            bar = self._started()
            if bar is None:
                return
            if not task:
                task.append(bar.add_task(label, total=total))
            bar.update(task[0], completed=done, total=total)

        return advance

    def _started(self) -> Progress | None:
        if self._bar is None and self._wanted and self._clock() - self._began > MOMENT:
            # rich takes a moment to import; work that is done sooner does not pay for it.
            from rich.console import Console
            from rich.progress import Progress

            self._bar = Progress(console=Console(stderr=True), transient=True)
            self._bar.start()
        return self._bar
