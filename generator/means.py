"""What a run has at hand: workers, and what earlier runs kept."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from generator.cache.keys import look_at_generator
from generator.cache.store import FORGETFUL, Store, open_store
from generator.executors import HERE, Workers, open_workers
from generator.value import Struct


class Means(Struct, frozen=True, kw_only=True):
    """How work is done and what need not be done again; neither changes a result.

    ``made_by`` is the ``generator_key`` that goes into every key of the store, ``stamp`` the
    ``generator_stamp`` from before it was taken.
    """

    workers: Workers = HERE
    store: Store = FORGETFUL
    made_by: str = ""
    stamp: str = ""


ALONE = Means()
"""This process, without any memory."""


@contextmanager
def open_means(
    *, jobs: int = 1, address: str = "", cache: Path | None = None, keep: bool = True
) -> Iterator[Means]:
    """The means of one run. ``cache`` is the store's folder, else the user's own; without ``keep``
    there is none. Raises ``ExecutorError``."""
    made_by, stamp = _made_by() if keep or address else ("", "")
    folder = (cache or cache_folder()) if keep and made_by else None
    store = FORGETFUL if folder is None else open_store(folder)
    with open_workers(jobs=jobs, address=address, same=made_by) as workers:
        yield Means(workers=workers, store=store, made_by=made_by, stamp=stamp)


def cache_folder() -> Path:
    """Where this user's programs keep what they can make again."""
    from platformdirs import user_cache_path

    return user_cache_path("docs2sdk", appauthor=False)


def _made_by() -> tuple[str, str]:
    """The key and the stamp of this program; empty where it is installed in a way that has none."""
    try:
        return look_at_generator()
    except OSError:
        return "", ""
