"""An output folder as its map knows it: opened from disk, with what changed since."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from generator.decode import read_source
from generator.diagnostics import Diagnostics
from generator.emit.line_map import MAP_NAME, LineMap, parse_map
from generator.emit.manifest import MANIFEST_NAME, Manifest, digest, parse_manifest
from generator.emit.place import Place
from generator.source import Source
from generator.value import Struct, field

SPECS = Path("specs")

_SPOT = re.compile(r"(.+?):(\d{1,9})(?::(\d{1,9}))?", re.DOTALL)


class MapError(Exception):
    """Nothing can be answered; ``code`` and ``hint`` are those of a finding."""

    def __init__(self, code: str, path: str, message: str, hint: str) -> None:
        super().__init__(message)
        self.code, self.path, self.message, self.hint = code, path, message, hint


class Spot(Struct, frozen=True, kw_only=True):
    """``FILE:LINE`` or ``FILE:LINE:COLUMN``, both from 1."""

    path: Path
    line: int
    column: int | None = None


class Mapped(Struct, frozen=True, kw_only=True):
    """One output folder. ``specs`` is the folder of its pages, whether or not it is there."""

    folder: Path
    lines: LineMap
    manifest: Manifest
    specs: Path
    _pages: dict[str, Source | None] = field(default_factory=dict)

    def page(self, name: str) -> Source | None:
        """The page as it is now, under the path to print; ``None`` where it is not there."""
        if name not in self._pages:
            file = self.specs / name
            path = file.as_posix()
            self._pages[name] = read_source(file, path, Diagnostics()) if file.is_file() else None
        return self._pages[name]

    def page_changed(self, name: str) -> bool:
        """Whether the page is there and is not the one the output was made from."""
        known, source = self.manifest.pages.get(name), self.page(name)
        return bool(known and source) and digest(_text(source).encode("utf-8")) != known

    def file_changed(self, path: str) -> bool:
        """Whether the generated file is not as it was written."""
        try:
            return digest((self.folder / path).read_bytes()) != self.manifest.files.get(path)
        except OSError:
            return True

    def text(self, path: str) -> list[str]:
        """The lines of a generated file; none where it cannot be read."""
        try:
            data = (self.folder / path).read_bytes()
        except OSError:
            return []
        return data.decode("utf-8", "replace").replace("\r\n", "\n").split("\n")


def parse_spot(text: str) -> Spot | None:
    """The place a user named; ``None`` where it names no line."""
    found = _SPOT.fullmatch(text)
    if found is None or not int(found[2]) or found[3] == "0":
        return None
    return Spot(path=Path(found[1]), line=int(found[2]), column=int(found[3]) if found[3] else None)


def folder_above(file: Path) -> Path:
    """The output folder that a file lies in, as the caller wrote it; raises ``MapError``."""
    for above in (file.parent, *file.parent.parents):
        if (above / MANIFEST_NAME).is_file():
            return above
    hint = "Name a file that docs2sdk generate wrote: generated/<pack>/<api>/…"
    raise MapError("no-map", file.as_posix(), "lies in no folder that docs2sdk wrote", hint)


def open_folder(folder: Path, specs: Path | None = None) -> Mapped:
    """The folder with its map; the pages are in ``specs``, else in that of the same name.

    Raises ``MapError`` where there is no map, or none that can be read.
    """
    manifest = _parsed(folder / MANIFEST_NAME, parse_manifest)
    lines = _parsed(folder / MAP_NAME, parse_map)
    if not isinstance(manifest, Manifest) or not isinstance(lines, LineMap):
        hint = "Run docs2sdk generate, which writes it."
        message = f"has no {MAP_NAME} that can be read"
        raise MapError("no-map", folder.as_posix(), message, hint)
    pages = SPECS / folder.resolve().name if specs is None else specs
    return Mapped(folder=folder, lines=lines, manifest=manifest, specs=pages)


def all_folders(out: Path) -> Iterator[Path]:
    """Every output folder below ``out``, by pack and API."""
    yield from sorted(one.parent for one in out.glob(f"*/*/{MAP_NAME}"))


def words_at(source: Source, place: Place) -> str:
    """The text of the page at a place; empty where the page is shorter now."""
    start, end = (_offset(source, *at) for at in _ends(place))
    return source.text[start:end]


def _ends(place: Place) -> tuple[tuple[int, int], tuple[int, int]]:
    return (place.line, place.column), (place.end_line, place.end_column)


def _offset(source: Source, line: int, column: int) -> int:
    if line > len(source.line_starts):
        return len(source.text)
    return min(source.line_starts[line - 1] + column - 1, len(source.text))


def _parsed(file: Path, parse: object) -> object:
    assert callable(parse)
    try:
        return parse(file.read_bytes())
    except OSError:
        return None


def _text(source: Source | None) -> str:
    return source.text if source else ""
