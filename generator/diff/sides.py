"""One side of a comparison: a folder of pages, a git revision of one, or a dump."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from types import MappingProxyType

from generator.config import ApiConfig
from generator.decode import read_source
from generator.diagnostics import Diagnostics
from generator.diff.revision import GitError, check_out
from generator.documents import load_documents
from generator.ir import Api
from generator.ir.load import DumpError, from_json
from generator.made_from import page_hashes
from generator.pipeline import read_api
from generator.source import SourceSpan
from generator.value import Struct, field, replace

MAX_DUMP = 256 * 1024 * 1024
"""Bytes of a dump; the largest known API takes a tenth of it."""


class Side(Struct, frozen=True, kw_only=True):
    """An API with where it came from; ``folder`` where it is pages on disk, else ``None``.

    ``pages`` are the hashes of its documents, as a manifest has them; a dump has none. Places in
    it that begin with ``moved[0]`` are to be read with ``moved[1]`` instead.
    """

    api: Api
    config: ApiConfig
    folder: Path | None = None
    pages: Mapping[str, str] = field(default_factory=dict)
    moved: tuple[str, str] = ("", "")

    def place(self, span: SourceSpan) -> SourceSpan:
        """A place as the user knows it: ``main:specs/my-api/page.md:3:1`` for a revision."""
        was, now = self.moved
        if not was or not span.path.startswith(was):
            return span
        return replace(span, path=now + span.path.removeprefix(was))


NO_LIMITS: Mapping[str, int] = MappingProxyType({})


def load_side(
    place: str, diagnostics: Diagnostics, limits: Mapping[str, int] = NO_LIMITS
) -> Side | None:
    """The API at ``place``; ``None`` where errors were reported.

    ``place`` is a folder or a page that exists, else ``REVISION:PATH`` of the git repository
    around the working folder, else an error. A file ``….json`` is a dump. ``limits`` are numbers
    by the names of options.
    """
    path = Path(place)
    if not path.exists() and ":" in place:
        revision, _, inner = place.partition(":")
        return load_revision(revision, inner, diagnostics, limits)
    if path.suffix == ".json" and path.is_file():
        return _load_dump(path, diagnostics)
    side = _read(path, diagnostics, limits)
    return replace(side, folder=path) if side is not None and path.is_dir() else side


def _read(path: Path, diagnostics: Diagnostics, limits: Mapping[str, int]) -> Side | None:
    """The API of documents; faults of the other side must not cut this one short."""
    found = Diagnostics()
    documents = load_documents(path, found, limits)
    api = None if documents is None else read_api(documents, found)
    diagnostics.extend(found.sorted())
    if documents is None or api is None:
        return None
    return Side(api=api, config=documents.config, pages=page_hashes(documents))


def load_revision(
    revision: str, path: str, diagnostics: Diagnostics, limits: Mapping[str, int] = NO_LIMITS
) -> Side | None:
    """The API of a folder or page as a git revision has it; ``None`` where errors were reported."""
    with TemporaryDirectory(prefix="docs2sdk-") as made:
        into = Path(made) / Path.cwd().name  # the folder that names an API at the top
        try:
            folder = check_out(revision, path, into)
        except GitError as fault:
            hint = "Name a revision and a folder: docs2sdk diff main:specs/my-api specs/my-api"
            place = SourceSpan(path=f"{revision}:{path}")
            diagnostics.error("git", str(fault), place, hint)
            return None
        found = Diagnostics()
        side = _read(folder, found, limits)
    moved = (f"{into.as_posix()}/", f"{revision}:")
    named = Side(api=Api(name=""), config=ApiConfig(), moved=moved)
    diagnostics.extend(tuple(replace(one, span=named.place(one.span)) for one in found))
    return None if side is None else replace(side, moved=moved)


def _load_dump(path: Path, diagnostics: Diagnostics) -> Side | None:
    source = read_source(path, path.as_posix(), diagnostics, most=MAX_DUMP)
    if source is None:
        return None
    try:
        return Side(api=from_json(source.text), config=ApiConfig())
    except DumpError as fault:
        hint = "Write it again: docs2sdk dump specs/my-api > my-api.json"
        diagnostics.error("dump", str(fault), SourceSpan(path=path.as_posix()), hint)
        return None
