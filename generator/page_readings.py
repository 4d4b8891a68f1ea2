"""Many pages read: those that earlier runs read are not read again."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from generator.cache.frozen import freeze, thaw
from generator.cache.keys import key_of
from generator.diagnostics import Diagnostic, Diagnostics
from generator.ir import Operation, Root
from generator.limits import Limits
from generator.means import Means
from generator.read.root import read_root
from generator.source import Source

CHUNK = 8
"""Pages a worker reads before it reports."""

_KIND = "pages"
_ROOTS = "roots"

PageReading = tuple[tuple[Operation, ...], tuple[Diagnostic, ...]]
"""The operations of a page, and what is wrong with it."""
RootReading = tuple[Root | None, tuple[Diagnostic, ...]]
"""What a root says, and what is wrong with it."""


def read_pages(
    pages: Sequence[Source], diagnostics: Diagnostics, means: Means, limits: Limits
) -> tuple[Operation, ...]:
    """The operations of all pages, in their order; what is wrong with them is reported."""
    own = (means.made_by, repr(limits))
    keys = [key_of(*own, one.path, one.text) for one in pages]
    known: list[PageReading | None] = [_known(means, _KIND, one) for one in keys]
    fresh = [at for at, one in enumerate(known) if one is None]
    for at, reading in zip(fresh, _read([pages[at] for at in fresh], means, limits), strict=True):
        known[at] = reading
        if means.store.folder is not None:
            means.store.put(_KIND, keys[at], freeze(reading))
    operations: list[Operation] = []
    for reading in filter(None, known):
        operations += reading[0]
        diagnostics.extend(reading[1])
    return tuple(operations)


def read_front(source: Source, diagnostics: Diagnostics, means: Means) -> Root | None:
    """What a root says of the whole API; what is wrong with it is reported."""
    key = key_of(means.made_by, source.path, source.text)
    reading: RootReading | None = _known(means, _ROOTS, key)
    if reading is None:
        found = Diagnostics()
        reading = (read_root(source, found), found.sorted())
        if means.store.folder is not None:
            means.store.put(_ROOTS, key, freeze(reading))
    diagnostics.extend(reading[1])
    return reading[0]


def _known(means: Means, kind: str, key: str) -> Any:
    data = means.store.get(kind, key)
    return None if data is None else thaw(data)


def _read(pages: Sequence[Source], means: Means, limits: Limits) -> list[PageReading]:
    chunks = [(limits, tuple(pages[at : at + CHUNK])) for at in range(0, len(pages), CHUNK)]
    workers = means.workers.worth(sum(len(one.text) for one in pages))
    return [one for chunk in workers.map(_read_chunk, chunks) for one in chunk]


def _read_chunk(chunk: tuple[Limits, tuple[Source, ...]]) -> list[PageReading]:
    """Pure, and at the top of its module, so that any process can be sent it."""
    from generator.read import read  # imports the parser, which nothing needs where all is known

    limits, pages = chunk
    readings = []
    for page in pages:
        found = Diagnostics()
        readings.append((read(page, found, limits), found.sorted()))
    return readings
