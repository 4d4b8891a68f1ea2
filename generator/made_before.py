"""The files of an output folder as the last run made them: what views have not changed stays."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType

import msgspec

from generator.cache.keys import key_of
from generator.emit.files import RenderedFile
from generator.emit.fingerprints import EVERYTHING, Fingerprints
from generator.emit.line_map import MappedFile
from generator.emit.line_row import Row, places_of
from generator.emit.pack import Pack
from generator.emit.place import Spot
from generator.emit.plan import FilePlan
from generator.emit.provenance import Ruler, is_still, ruler_of
from generator.means import ALONE, Means
from generator.source import Source
from generator.value import Struct, replace

_KIND = "files"
_ANY = frozenset({EVERYTHING})
_UNKNOWN = b""
"""The hash of what nobody can tell."""
_NONE: Mapping[str, str] = MappingProxyType({})
_NO_PAGE = Ruler((), 0)
_SPOTS = msgspec.msgpack.Decoder(list[Spot])


class _Made(Struct, frozen=True, array_like=True):
    """A file: ``key`` is a hash of all views that its template looked at, ``reads`` names what of
    the whole API, ``seen`` is a hash of what it asked of them, empty where nobody can tell.
    ``size`` is in bytes before it was laid out."""

    key: bytes
    seen: bytes
    reads: tuple[str, ...]
    size: int
    text: str


class _Page(Struct, frozen=True, array_like=True):
    """The hash of a page, and where its lines begin."""

    hashed: str
    ruler: Ruler


class _Kept(Struct, frozen=True, array_like=True):
    """What one run leaves for the next: its pages, what was proven, the files and their lines.

    ``looks`` are what each template asked of views, whichever file it made. ``spots`` are the
    places of each file's row by their pages, of which a run asks those of changed pages alone.
    """

    pages: dict[str, _Page]
    seals: tuple[str, ...]
    looks: dict[str, frozenset[str]]
    files: dict[str, _Made]
    rows: dict[str, Row]
    spots: dict[str, dict[str, msgspec.Raw]]


class MadeBefore:
    """What one run knows of the files of the run before, and keeps for the next one.

    ``place`` is the folder of the API, ``pages`` are hashes of its ``sources`` by the names that
    maps use. Each program, pack and place has files of its own.
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
        self._old_pages: dict[str, _Page] = {}
        self._old: dict[str, _Made] = {}
        self._rows: dict[str, Row] = {}
        self._spots: dict[str, dict[str, msgspec.Raw]] = {}
        self._looks: dict[str, frozenset[str]] = {}
        self.proven: frozenset[str] = frozenset()
        """The seals of all proofs of the run before."""
        if pack is not None and means.store.folder is not None:
            own = (means.made_by, pack.name, pack.digest, str(place.absolute()))
            self._key = key_of(*own)
            self._read(means.store.get(_KIND, self._key) or b"")

    def _read(self, data: bytes) -> None:
        with suppress(msgspec.MsgspecError):  # made by nobody we know: nothing is known
            found = msgspec.msgpack.decode(data, type=_Kept)
            self._old_pages, self._old, self._rows = found.pages, found.files, found.rows
            self._looks, self._spots = found.looks, found.spots
            self.proven = frozenset(found.seals)

    def find(self, plan: FilePlan, prints: Fingerprints) -> RenderedFile | None:
        """The finished file, where a template would print now what it printed then."""
        made, row = self._old.get(plan.path), self._rows.get(plan.path)
        if made is None or row is None or plan.template is None or self._pack is None:
            return None
        if not self._are_still(plan.path):
            return None
        key = _key(plan, made.reads, prints)
        if key is None or (key != made.key and not self._sees_the_same(plan, made, prints)):
            return None
        made = replace(made, key=key)
        self._made[plan.path] = made
        template = self._pack.shown_place(plan.source)
        return RenderedFile(path=plan.path, text=made.text, template=template, row=row)

    def _are_still(self, path: str) -> bool:
        """Whether stretches of pages that begin where they did, and are as long, end there."""
        own = self._spots.get(path)
        if own is None:
            return False
        return all(self._ends_as_before(page, own[page]) for page in self._changed & own.keys())

    @cached_property
    def _changed(self) -> frozenset[str]:
        """The pages that are not what they were, or not there any more."""
        old = {name: one.hashed for name, one in self._old_pages.items()}
        names = old.keys() | self._pages.keys()
        return frozenset(one for one in names if old.get(one) != self._pages.get(one))

    def _ends_as_before(self, page: str, spots: msgspec.Raw) -> bool:
        before, source = self._old_pages.get(page), self._sources.get(page)
        if before is None or source is None:
            return False
        now = ruler_of(source)
        try:
            return all(is_still(one, before.ruler, now) for one in _SPOTS.decode(spots))
        except msgspec.MsgspecError:
            return False

    def size_of(self, paths: Collection[str]) -> int:
        """The bytes that files which were found had before they were laid out."""
        return sum(self._made[one].size for one in paths)

    def learn(
        self, made: Iterable[tuple[FilePlan, RenderedFile, int]], prints: Fingerprints
    ) -> None:
        """Note files that were made just now, each with its size before it was laid out.

        Not copies, which take no time, nor what is the user's own.
        """
        if self._store.folder is None:
            return
        own = [one for one in made if one[0].template is not None and one[0].once is None]
        for plan, file, _ in own:
            self._looks[plan.source] = self._looks.get(plan.source, frozenset()) | file.looks
        for plan, file, size in own:
            reads = tuple(sorted(file.reads))
            key = _key(plan, reads, prints)
            if key is not None:
                seen = self._seen(plan, prints)
                self._made[plan.path] = _Made(key, seen, reads, size, file.text)

    def _sees_the_same(self, plan: FilePlan, made: _Made, prints: Fingerprints) -> bool:
        """Whether what differs about views is nothing that a template asks of them."""
        return made.seen != _UNKNOWN and made.seen == self._seen(plan, prints)

    def _seen(self, plan: FilePlan, prints: Fingerprints) -> bytes:
        """A hash of what a template asks of views."""
        try:
            return prints.of_looks(plan.context, self._looks.get(plan.source, _ANY))
        except ValueError:
            return _UNKNOWN

    def prove(self, seals: frozenset[str]) -> None:
        """Note what was proven of all files."""
        self._seals = seals

    def keep(self, files: Mapping[str, MappedFile]) -> None:
        """Keep all that was noted, for the next run; ``files`` says where lines come from."""
        if self._store.folder is None:
            return
        rows = {path: files[path].row for path in self._made}
        pages, seals = dict(self._own_pages()), tuple(sorted(self._seals))
        spots = {path: self._spots_of(path, row) for path, row in rows.items()}
        kept = _Kept(pages, seals, self._looks, self._made, rows, spots)
        with suppress(UnicodeEncodeError):  # a page whose name is no text
            self._store.put(_KIND, self._key, msgspec.msgpack.encode(kept))

    def _spots_of(self, path: str, row: Row) -> dict[str, msgspec.Raw]:
        if self._rows.get(path) is row:
            return self._spots[path]
        found: dict[str, list[Spot]] = {page: [] for page in row.pages}
        for one in places_of(row):
            found[one.page].append(one.spot)
        return {page: msgspec.Raw(msgspec.msgpack.encode(spots)) for page, spots in found.items()}

    def _own_pages(self) -> Iterator[tuple[str, _Page]]:
        for name, hashed in self._pages.items():
            old = self._old_pages.get(name)
            if old is None or old.hashed != hashed:
                source = self._sources.get(name)
                ruler = ruler_of(source) if source is not None else _NO_PAGE
                old = _Page(hashed, replace(ruler, starts=list(ruler.starts)))
            yield name, old


def _key(plan: FilePlan, reads: tuple[str, ...], prints: Fingerprints) -> bytes | None:
    """A hash of all that the template of a file looks at; ``None`` where nobody can tell."""
    parts = [(name, part) for name, part in sorted(plan.context.items()) if name != "api"]
    try:
        own = [name.encode("utf-8") + b"\n" + prints.of(part) for name, part in parts]
        seen = prints.of_reads(reads)
    except ValueError:
        return None
    return sha256(plan.source.encode("utf-8") + b"\n" + b"".join((*own, seen))).digest()
