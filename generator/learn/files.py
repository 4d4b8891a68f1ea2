"""Sample answers as files beside the pages: what is there, and what is added to it."""

from __future__ import annotations

import json
import os
import secrets
from collections.abc import Iterable
from pathlib import Path

from generator.decode import READABLE, why
from generator.diagnostics import Diagnostics
from generator.emit.paths import OutputError, refuse_links
from generator.learn.exchange import Json
from generator.learn.parse import check_depth, parse
from generator.learn.thin import added
from generator.source import SourceSpan
from generator.value import Struct

FOLDER = "examples"
_HINT = "The folder of the pages must be one you may write to, and hold no links."


class ExampleFile(Struct, frozen=True, kw_only=True):
    """Answers for one file, by its name: ``operation-getpet.200.json``.

    ``lists`` says that each answer itself is a list, so that the file is a list of lists.
    """

    name: str
    answers: tuple[Json, ...]
    lists: bool = False


class Addition(Struct, frozen=True, kw_only=True):
    """What becomes of the file at ``path`` below the pages: it gets ``added`` answers and has
    ``total`` then."""

    path: str
    data: bytes
    added: int
    total: int


def additions(
    files: Iterable[ExampleFile], folder: Path, diagnostics: Diagnostics
) -> tuple[Addition, ...]:
    """The files that get something, by name; nothing is written.

    What is there stays, first and as it is. A file that is there and cannot be read is an error.
    """
    found = []
    home = Path(os.path.realpath(folder))
    for one in sorted(files, key=lambda file: file.name):
        path = f"{FOLDER}/{one.name}"
        place = SourceSpan(path=(folder / path).as_posix())
        before = _before(home, path, place, diagnostics)
        if before is None:
            continue
        kept = _answers(before, place, diagnostics, lists=one.lists)
        fresh = added(kept, one.answers) if kept is not None else []
        if kept is not None and fresh:
            every = [*kept, *fresh]
            text = json.dumps(every, ensure_ascii=False, indent=2) + "\n"
            data = text.encode("utf-8")
            found.append(Addition(path=path, data=data, added=len(fresh), total=len(every)))
    return tuple(found)


def write(every: Iterable[Addition], folder: Path, diagnostics: Diagnostics) -> bool:
    """Write the files, each wholly or not at all; whether all of it was done."""
    home = Path(os.path.realpath(folder))
    for one in every:
        place = SourceSpan(path=(folder / one.path).as_posix())
        try:
            _replace(home / one.path, one.data)
        except OSError as fault:
            message = f"cannot be written: {why(fault)}"
            diagnostics.error("output", message, place, _HINT)
            return False
    return True


def _replace(file: Path, data: bytes) -> None:
    """Replace the file in one step: whoever reads it meanwhile sees the old or the new one."""
    fresh = file.with_name(f".docs2sdk-{secrets.token_hex(8)}.tmp")
    file.parent.mkdir(exist_ok=True)
    try:
        with fresh.open("xb") as opened:
            opened.write(data)
        fresh.replace(file)
    finally:
        fresh.unlink(missing_ok=True)


def _before(home: Path, path: str, place: SourceSpan, diagnostics: Diagnostics) -> bytes | None:
    """What the file holds, nothing for no file; ``None`` after an error."""
    file = home / path
    try:
        refuse_links(home, [path])
        if file.is_symlink():
            raise OutputError(place.path, "is a link")
        return file.read_bytes() if file.exists() else b""
    except OutputError as fault:
        diagnostics.error("output", fault.message, place, _HINT)
    except OSError as fault:
        diagnostics.error("unreadable", f"cannot be read: {why(fault)}", place, READABLE)
    return None


def _answers(
    data: bytes, place: SourceSpan, diagnostics: Diagnostics, *, lists: bool
) -> list[Json] | None:
    """The answers a file holds: a list of them, or one that stands alone."""
    hint = "Make it a list of answers, or remove it."
    if not data:
        return []
    try:
        value = parse(data.decode("utf-8"))
        check_depth(value)
    except json.JSONDecodeError as fault:
        span = SourceSpan(path=place.path, line=fault.lineno, column=fault.colno)
        diagnostics.error("example-syntax", "is not JSON", span, hint)
        return None
    except ValueError:
        diagnostics.error("example-syntax", "is not JSON that can be read", place, hint)
        return None
    if not isinstance(value, list):
        return [value]
    alone = lists and not (value and all(isinstance(one, list) for one in value))
    return [value] if alone else value
