"""The sample answers beside the pages of an API, read from disk."""

from __future__ import annotations

import os
import re
from collections.abc import Collection
from pathlib import Path

from generator.decode import MAX_BYTES, read_source
from generator.diagnostics import Diagnostics
from generator.examples import Example
from generator.json_places import read_json
from generator.source import SourceSpan

FOLDER = "examples"
MAX_FILES = 4_000
"""Two answers for each page of the largest API."""
MAX_TOTAL = 16 * MAX_BYTES
"""Bytes of all examples together: values with their places take many times as much memory."""

UNUSED = "example-unused"
NAMING = "Name it <page>.<status>.json, like createworkspace.201.json or getpet.4XX.json."

_NAME = re.compile(
    r"(?P<page>.+)\.(?P<status>\d{3}|[1-5]XX|default)\.json", re.DOTALL | re.IGNORECASE
)


def load_examples(
    home: Path, diagnostics: Diagnostics, *, pages: Collection[str] | None = None
) -> tuple[Example, ...] | None:
    """The ``*.json`` files of the folder ``examples`` in ``home``, by name; ``None`` after an error.

    With ``pages``, names of pages without ``.md``, only theirs. Raises ``OSError`` where the folder
    cannot be read.
    """
    folder = home / FOLDER
    if not folder.is_dir():
        return ()
    files = [
        folder / name
        for name in sorted(os.listdir(folder))
        if name.endswith(".json") and not name.startswith(".")
    ]
    wanted = None if pages is None else {_plain(one) for one in pages}
    named = [(file, _NAME.fullmatch(file.name)) for file in files]
    if wanted is not None:
        named = [(file, name) for file, name in named if name and _plain(name["page"]) in wanted]
    if not _within_limits(folder, [file for file, _ in named], diagnostics):
        return None
    faults = Diagnostics()
    found = [_example(file, name, home, faults) for file, name in named]
    diagnostics.extend(faults.sorted())
    return None if faults.has_errors else tuple(one for one in found if one is not None)


def _plain(page: str) -> str:
    """The page's name as an operation's id is."""
    return page.removeprefix("operation-")


def _within_limits(folder: Path, files: list[Path], diagnostics: Diagnostics) -> bool:
    """Whether there is not too much to read; looked at before any file is opened."""
    size = sum(min(one.stat().st_size, MAX_BYTES) for one in files if one.is_file())
    message = ""
    if len(files) > MAX_FILES:
        message = f"holds {len(files)} examples; at most {MAX_FILES} are read"
    elif size > MAX_TOTAL:
        message = f"holds {size} bytes of examples; at most {MAX_TOTAL} are read"
    if message:
        hint = "Keep one or two answers of each page."
        diagnostics.error("too-large", message, SourceSpan(path=folder.as_posix()), hint)
    return not message


def _example(
    file: Path, name: re.Match[str] | None, home: Path, diagnostics: Diagnostics
) -> Example | None:
    place = SourceSpan(path=file.as_posix())
    if not file.name.isprintable():
        message = "has a name that cannot be printed"
        diagnostics.error("page-name", message, place, "Rename the file.")
        return None
    # What a link outside leads to may be anything; its keys would become public names.
    if not Path(os.path.realpath(file)).is_relative_to(os.path.realpath(home)):
        message = "is a link that leads out of its folder"
        diagnostics.error("link-outside", message, place, "Put the file itself here.")
        return None
    if name is None:
        diagnostics.warning(UNUSED, "does not say whose answer it is", place, NAMING)
        return None
    source = read_source(file, place.path, diagnostics)
    content = read_json(source, diagnostics) if source is not None else None
    if source is None or content is None:
        return None
    status = name["status"].lower()
    return Example(
        page=_plain(name["page"]),
        status=status if status == "default" else status.upper(),
        content=content,
        source=source,
    )
