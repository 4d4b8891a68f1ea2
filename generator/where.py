"""Where a line of a page went: the generated lines that come from it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from generator.emit.line_map import FileMap
from generator.emit.place import Place
from generator.mapped import MapError, Mapped, Spot, all_folders, open_folder
from generator.shown import printable, shown
from generator.value import Struct


class Run(Struct, frozen=True, kw_only=True):
    """Generated lines in a row, from ``first`` to ``last``; ``text`` holds each."""

    path: str
    first: int
    last: int
    text: tuple[str, ...]


class Where(Struct, frozen=True, kw_only=True):
    """All that comes from one line of a page, or from one column of it.

    ``changed`` names the files that are not as they were.
    """

    page: str
    line: int
    column: int | None
    runs: tuple[Run, ...]
    changed: tuple[str, ...] = ()


def where(spot: Spot, out: Path) -> Where:
    """The generated lines, in every SDK below ``out`` that was made from the page.

    Raises ``MapError`` where none was.
    """
    folders = [open_folder(one, spot.path.parent) for one in _folders(spot.path, out)]
    mapped = [one for one in folders if spot.path.name in _sources(one)]
    if not mapped:
        message = f"no folder below {out.as_posix()} was made from it"
        hint = "Run docs2sdk generate first, or name its folder with --out."
        raise MapError("no-map", spot.path.as_posix(), message, hint)
    changed = []
    runs: list[Run] = []
    for one in mapped:
        files = {
            path: found for path, file in one.lines.files.items() if (found := _lines(file, spot))
        }
        runs += [run for path, found in files.items() for run in _runs(one, path, found)]
        changed += [one.folder / path for path in files if one.file_changed(path)]
    if any(one.page_changed(spot.path.name) for one in mapped):
        changed.append(spot.path)
    return Where(
        page=spot.path.as_posix(),
        line=spot.line,
        column=spot.column,
        runs=tuple(runs),
        changed=tuple(one.as_posix() for one in changed),
    )


def as_text(found: Where) -> str:
    """A line for each run of generated lines: its place and how it begins."""
    if not found.runs:
        return printable(f"{found.page}:{found.line}: no generated line comes from it")
    return "\n".join(printable(_line(one)) for one in found.runs)


def as_object(found: Where) -> dict[str, object]:
    """The same as plain values, nothing cut."""
    return {
        "page": found.page,
        "line": found.line,
        "column": found.column,
        "lines": [
            {"path": run.path, "line": run.first + at, "text": text}
            for run in found.runs
            for at, text in enumerate(run.text)
        ],
        "changed": list(found.changed),
    }


def _folders(page: Path, out: Path) -> list[Path]:
    """The output folders of the page's own API; all of them where none is called like it."""
    every = list(all_folders(out))
    name = page.absolute().parent.name
    return [one for one in every if one.name == name] or every


def _sources(mapped: Mapped) -> set[str]:
    return {*mapped.manifest.pages, "api.toml"}


def _lines(file: FileMap, spot: Spot) -> list[int]:
    """The lines of a file that come from the spot, in order."""
    hits = {one: any(holds(place, spot) for place in one) for one in set(file.lines.values())}
    return [line for line, places in file.lines.items() if hits[places]]


def holds(place: Place, spot: Spot) -> bool:
    """Whether a place of a page lies on the line, or around the column."""
    if place.page != spot.path.name:
        return False
    start, end = (place.line, place.column), (place.end_line, place.end_column)
    if spot.column is not None:
        return start <= (spot.line, spot.column) < end
    return place.line <= spot.line and (spot.line, 1) < max(end, (place.line, place.column + 1))


def _runs(mapped: Mapped, path: str, lines: Iterable[int]) -> Iterator[Run]:
    text = mapped.text(path)
    shown_path = (mapped.folder / path).as_posix()
    rows: list[list[int]] = []
    for line in lines:
        if rows and rows[-1][-1] == line - 1:
            rows[-1].append(line)
        else:
            rows.append([line])
    for row in rows:
        held = tuple(text[line - 1] if line <= len(text) else "" for line in row)
        yield Run(path=shown_path, first=row[0], last=row[-1], text=held)


def _line(run: Run) -> str:
    span = str(run.first) if run.first == run.last else f"{run.first}-{run.last}"
    more = " …" if len(run.text) > 1 else ""
    return f"{run.path}:{span}: {shown(run.text[0])}{more}"
