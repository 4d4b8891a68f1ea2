"""Rendered files laid out: what earlier runs formatted is not formatted again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from generator.cache.keys import key_of
from generator.emit.files import RenderedFile
from generator.means import Means

_KIND = "texts"


def lay_out(
    files: tuple[RenderedFile, ...],
    formatter: str,
    *,
    means: Means,
    progress: Callable[[int], None] | None = None,
) -> tuple[RenderedFile, ...]:
    """The files as ``format_files`` gives them, each formatted only where no run did before.

    ``progress`` is called with the number of files done since the last call.
    """
    keys = [key_of(means.made_by, formatter, one.path, one.text) for one in files]
    known = [
        None if one.copied else means.store.get(_KIND, key)
        for one, key in zip(files, keys, strict=True)
    ]
    done = {
        at: replace(files[at], text=data.decode("utf-8"), parts=())
        for at, data in enumerate(known)
        if data is not None
    }
    rest = [at for at in range(len(files)) if at not in done]
    if progress is not None and done:
        progress(len(done))
    if rest:
        from generator.emit.format import format_files  # imports black, which takes a while

        wanted = tuple(files[at] for at in rest)
        workers = means.workers.worth(sum(len(one.text) for one in wanted))
        fresh = format_files(wanted, formatter, workers, progress)
        for at, one in zip(rest, fresh, strict=True):
            done[at] = one
            if not one.copied:
                means.store.put(_KIND, keys[at], one.text.encode("utf-8"))
    return tuple(done[at] for at in range(len(files)))
