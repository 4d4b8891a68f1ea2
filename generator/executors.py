"""Where work is done: in this process, in others beside it, or on a cluster."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

from generator.value import Struct

if TYPE_CHECKING:
    from concurrent.futures import Executor

Item = TypeVar("Item")
Result = TypeVar("Result")

DASK = "dask://"
"""What the address of a Dask scheduler starts with: ``dask://HOST:PORT``."""

_PAYS = 200_000
"""Characters: a process takes 0.3 s to start, in which one formats so much."""
_SECONDS = 10
"""How long a scheduler may take to answer."""


class ExecutorError(Exception):
    """The work could not be done where it should be; ``message`` says why."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


class Workers(Struct, frozen=True):
    """Somewhere to have pure functions called; ``None`` is this process.

    ``least`` is how many characters of text must be worked on for it to pay.
    """

    executor: Executor | None = None
    least: int = 0

    def worth(self, size: int) -> Workers:
        """Who is to work on so many characters."""
        return self if size >= self.least else HERE

    def map(self, function: Callable[[Item], Result], items: Sequence[Item]) -> Iterator[Result]:
        """The results in the order of the items, each as soon as it and all before it are there.

        Whatever the function raises is raised; ``ExecutorError`` where it was not done at all.
        """
        if self.executor is None or len(items) < 2:
            yield from map(function, items)
            return
        from concurrent.futures import BrokenExecutor, CancelledError

        try:
            yield from self.executor.map(function, items)
        except (BrokenExecutor, CancelledError) as fault:
            message = "a process that did part of the work ended; is there enough memory?"
            raise ExecutorError(message) from fault


HERE = Workers()
"""This process alone."""


@contextmanager
def open_workers(*, jobs: int = 1, address: str = "", same: str = "") -> Iterator[Workers]:
    """The workers of a run: ``jobs`` processes here, or the cluster at ``address``.

    Processes start with the first work sent to them. On a cluster every worker must have ``same``
    as its ``generator_key``, or its results would not be ours. Raises ``ExecutorError`` for an
    address that leads nowhere, and for workers that differ.
    """
    if address:
        with _dask(address, same) as executor:
            yield Workers(executor)
    elif jobs > 1:
        with _processes(jobs) as executor:
            yield Workers(executor, _PAYS)
    else:
        yield HERE


def _processes(jobs: int) -> Executor:
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    # Not fork: a progress bar's thread may hold a lock that the copy would wait for forever.
    # Ctrl-C reaches all of them; whoever started the others ends them, without their tracebacks.
    return ProcessPoolExecutor(
        jobs,
        mp_context=get_context("spawn"),
        initializer=signal.signal,
        initargs=(signal.SIGINT, signal.SIG_IGN),
    )


@contextmanager
def _dask(address: str, same: str) -> Iterator[Executor]:
    try:
        from distributed import Client, KilledWorker
        from distributed.comm import CommClosedError
    except ImportError as fault:
        message = "needs Dask distributed: pip install 'docs2sdk[dask]'"
        raise ExecutorError(message) from fault
    scheduler = "tcp://" + address.removeprefix(DASK)
    try:
        client = Client(scheduler, timeout=_SECONDS, set_as_default=False)
    except (OSError, ValueError) as fault:
        raise ExecutorError(f"no Dask scheduler answers at {scheduler}") from fault
    with client:
        _check_workers(client.run(_key_there), same)
        with client.get_executor(pure=False) as executor:
            try:
                yield executor
            except (KilledWorker, CommClosedError) as fault:
                raise ExecutorError(f"the cluster at {scheduler} gave up: {fault}") from fault


def _key_there() -> str:
    """What a worker calls to tell which docs2sdk it has."""
    from generator.cache.keys import generator_key

    return generator_key()


def _check_workers(keys: dict[str, str], same: str) -> None:
    if not keys:
        raise ExecutorError("the cluster has no workers")
    others = sorted(worker for worker, key in keys.items() if key != same)
    if others:
        names = ", ".join(others[:3])
        message = f"other versions of docs2sdk, Python or its libraries are installed on {names}"
        raise ExecutorError(message)
