"""The files of an output folder as the last run made them: what views have not changed stays."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from contextlib import suppress
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

import msgspec

from generator.cache.keys import key_of
from generator.emit.files import RenderedFile
from generator.emit.fingerprints import Fingerprints
from generator.emit.line_map import LineMap
from generator.emit.pack import Pack
from generator.emit.plan import FilePlan
from generator.kept_lines import KeptLines, Plain
from generator.means import ALONE, Means
from generator.source import Source

_KIND = "files"
_NONE: Mapping[str, str] = MappingProxyType({})


class _Made(NamedTuple):
    """A file: ``key`` is a hash of all that its template looked at, ``reads`` names what of the
    whole API, ``size`` is in bytes before it was laid out."""

    key: bytes
    reads: tuple[str, ...]
    size: int
    text: str


class _Kept(NamedTuple):
    """What one run leaves for the next: the hashes of pages, what was proven, and the files."""

    pages: dict[str, str]
    seals: tuple[str, ...]
    files: dict[str, _Made]
    lines: Plain


class MadeBefore:
    """What one run knows of the files of the run before, and keeps for the next one.

    ``place`` is the folder of the API, ``pages`` are hashes of its ``sources`` by the names that
    maps use. Each
    program, pack and place has files of its own.
    """

    def __init__(
        self,
        means: Means = ALONE,
        pack: Pack | None = None,
        *,
        place: Path = Path(),
        pages: Mapping[str, str] = _NONE,
        sources: Iterable[Source] = (),
    ) -> None:
        self._store, self._pack, self._pages = means.store, pack, dict(pages)
        self._sources = {one.path.rpartition("/")[2]: one for one in sources}
        self._made: dict[str, _Made] = {}
        self._seals: frozenset[str] = frozenset()
        self._old_pages: dict[str, str] = {}
        self._old: dict[str, _Made] = {}
        self._lines = KeptLines()
        self.proven: frozenset[str] = frozenset()
        """The seals of all proofs of the run before."""
        if pack is not None and means.store.folder is not None:
            own = (means.made_by, pack.name, pack.digest, str(place.absolute()))
            self._key = key_of(*own)
            self._read(means.store.get(_KIND, self._key) or b"")

    def _read(self, data: bytes) -> None:
        with suppress(msgspec.MsgspecError, IndexError):  # made by nobody we know: nothing is known
            found = msgspec.msgpack.decode(data, type=_Kept)
            self._lines = KeptLines(found.lines)
            self._old_pages, self._old = found.pages, found.files
            self.proven = frozenset(found.seals)

    def find(self, plan: FilePlan, prints: Fingerprints) -> RenderedFile | None:
        """The finished file, where a template would print now what it printed then."""
        made = self._old.get(plan.path)
        if made is None or plan.template is None or self._pack is None:
            return None
        if not all(self._is_still(page, plan.path) for page in self._lines.pages_of(plan.path)):
            return None
        if _key(plan, made.reads, prints) != made.key:
            return None
        self._made[plan.path] = made
        template = self._pack.shown_place(plan.source)
        places = self._lines.of(plan.path)
        return RenderedFile(path=plan.path, text=made.text, template=template, places=places)

    def _is_still(self, page: str, path: str) -> bool:
        """Whether stretches of the page that begin where they did, and are as long, end there."""
        if self._pages.get(page) == self._old_pages.get(page):
            return True
        return self._lines.are_still(page, path, self._sources.get(page))

    def size_of(self, paths: Collection[str]) -> int:
        """The bytes that files which were found had before they were laid out."""
        return sum(self._made[one].size for one in paths)

    def learn(self, plan: FilePlan, file: RenderedFile, prints: Fingerprints, *, size: int) -> None:
        """Note a file that was made just now; not a copy, which takes no time, nor a user's own."""
        if self._store.folder is None or plan.template is None or plan.once is not None:
            return
        reads = tuple(sorted(file.reads))
        key = _key(plan, reads, prints)
        if key is not None:
            self._made[plan.path] = _Made(key, reads, size, file.text)

    def prove(self, seals: frozenset[str]) -> None:
        """Note what was proven of all files."""
        self._seals = seals

    def keep(self, lines: LineMap) -> None:
        """Keep all that was noted, for the next run; ``lines`` are those of all files."""
        if self._store.folder is None:
            return
        own = replace(lines, files={path: lines.files[path] for path in self._made})
        plain = self._lines.plain(own, self._sources)
        kept = _Kept(self._pages, tuple(sorted(self._seals)), self._made, plain)
        with suppress(UnicodeEncodeError):  # a page whose name is no text
            self._store.put(_KIND, self._key, msgspec.msgpack.encode(kept))


def _key(plan: FilePlan, reads: tuple[str, ...], prints: Fingerprints) -> bytes | None:
    """A hash of all that the template of a file looks at; ``None`` where nobody can tell."""
    parts = [(name, part) for name, part in sorted(plan.context.items()) if name != "api"]
    try:
        own = [name.encode("utf-8") + b"\n" + prints.of(part) for name, part in parts]
        seen = prints.of_reads(reads)
    except ValueError:
        return None
    return sha256(plan.source.encode("utf-8") + b"\n" + b"".join((*own, seen))).digest()
