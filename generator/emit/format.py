"""Formatters by name: the only use of black."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import partial

import black
from black.mode import TargetVersion
from black.parsing import InvalidInput

from generator.collector import clearing
from generator.emit.files import RenderedFile
from generator.emit.format_json import format_json
from generator.emit.pack import PackError
from generator.executors import HERE, Workers
from generator.value import replace

MODE = black.Mode(target_versions={TargetVersion.PY311}, magic_trailing_comma=False)
"""Written out: a user's own settings must not change a byte of ours. Without magic commas, because
a template ends every list with one; the result is stable under ``black`` as users run it."""
RUBBISH = 100_000
"""Characters formatted until black's rubbish is cleared away: some 10 MB, in 25 ms."""
CHUNK = 8
"""Files a process formats before it reports."""


def format_files(
    files: tuple[RenderedFile, ...],
    formatter: str,
    workers: Workers = HERE,
    progress: Callable[[int], None] | None = None,
) -> tuple[RenderedFile, ...]:
    """The files in the same order, each ending in one newline, Python or JSON laid out.

    Copied files stay as they are. ``parts`` are gone: they are those of the text before.

    ``progress`` is called with the number of files done since the last call. Raises ``PackError``
    with the generated file's path and line where Python is not Python.
    """
    bare = [replace(one, parts=()) for one in files]  # traces weigh more than the text
    chunks = [tuple(bare[at : at + CHUNK]) for at in range(0, len(bare), CHUNK)]
    return _collected(workers.map(partial(_format_chunk, formatter), chunks), progress)


def _collected(
    chunks: Iterable[tuple[RenderedFile, ...]], progress: Callable[[int], None] | None
) -> tuple[RenderedFile, ...]:
    done: list[RenderedFile] = []
    for chunk in chunks:
        done += chunk
        if progress is not None:
            progress(len(chunk))
    return tuple(done)


def _format_chunk(formatter: str, files: tuple[RenderedFile, ...]) -> tuple[RenderedFile, ...]:
    done, left = [], 0
    with clearing() as clear:
        for one in files:
            done.append(_formatted(one, formatter))
            left += len(one.text)
            if left > RUBBISH:
                clear()
                left = 0
    return tuple(done)


def _formatted(file: RenderedFile, formatter: str) -> RenderedFile:
    if file.copied:
        return file
    text = file.text
    if formatter == "black" and file.path.endswith((".py", ".pyi")):
        text = _black(file)
    elif formatter == "json" and file.path.endswith(".json"):
        text = format_json(file)
    stripped = text.rstrip("\n")
    return replace(file, text=stripped + "\n" if stripped else "")


def _black(file: RenderedFile) -> str:
    """The file as black lays it out, in one pass.

    ``format_str`` does the same a second time over its own result, for trailing commas that became
    magic in the first; MODE has no magic ones, so that changes nothing and takes half of a run.
    """
    try:
        return black._format_str_once(file.text, mode=MODE)
    except InvalidInput as error:
        found = re.search(r"(?<!\d)(\d+):\d", str(error))
        line = int(found[1]) if found else 1
        raise PackError(file.path, line, f"generated Python does not parse: {error}") from error
