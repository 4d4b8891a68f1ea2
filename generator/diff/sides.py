"""One side of a comparison: a folder of pages, a git revision of one, or a dump."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from generator.config import ApiConfig
from generator.decode import read_source
from generator.diagnostics import Diagnostics
from generator.diff.revision import load_revision
from generator.documents import load_documents
from generator.ir import Api
from generator.ir.load import DumpError, from_json
from generator.pipeline import Documents, read_api
from generator.source import SourceSpan

MAX_DUMP = 256 * 1024 * 1024
"""Bytes of a dump; the largest known API takes a tenth of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """An API with where it came from; ``folder`` where it is pages on disk, else ``None``."""

    api: Api
    config: ApiConfig
    folder: Path | None = None


def load_side(place: str, diagnostics: Diagnostics) -> Side | None:
    """The API at ``place``; ``None`` where errors were reported.

    ``place`` is a folder or a page that exists, else ``REVISION:PATH`` of the git repository
    around the working folder, else an error. A file ``….json`` is a dump.
    """
    path = Path(place)
    if not path.exists() and ":" in place:
        revision, _, inner = place.partition(":")
        return _read(load_revision(revision, inner, diagnostics), None, diagnostics)
    if path.suffix == ".json" and path.is_file():
        return _load_dump(path, diagnostics)
    folder = path if path.is_dir() else None
    return _read(load_documents(path, diagnostics), folder, diagnostics)


def _read(
    documents: Documents | None, folder: Path | None, diagnostics: Diagnostics
) -> Side | None:
    """The API of documents; faults of the other side must not cut this one short."""
    if documents is None:
        return None
    found = Diagnostics()
    api = read_api(documents, found)
    diagnostics.extend(found.sorted())
    return None if api is None else Side(api=api, config=documents.config, folder=folder)


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
