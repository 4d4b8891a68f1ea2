"""Files on their way out: read piece by piece, from the start again for every attempt."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterator
from io import BufferedReader, BytesIO, FileIO
from pathlib import Path
from typing import IO, Any

import httpx

Content = bytes | str | Path | IO[bytes]
"""A body, or a part of one: bytes, text, a path to a file, or an open file."""

PIECE = 1 << 16
"""Bytes."""


def readable(content: Any, opened: list[IO[bytes]]) -> Any:
    """The content as bytes or as a file that can be read twice; a path's file is added to `opened`.

    Paths and pairs of name and content are taken too, everything else comes back as it is.
    """
    if isinstance(content, Path):
        opened.append(BufferedReader(FileIO(content)))
        return opened[-1]
    if isinstance(content, tuple) and len(content) > 1:
        return (content[0], readable(content[1], opened), *content[2:])
    read = getattr(content, "read", None)
    return content if read is None or _can_rewind(content) else BytesIO(read())


def file_part(file: Any, opened: list[IO[bytes]]) -> Any:
    """What httpx takes as a file; a path goes by its own name."""
    found = readable(file, opened)
    return (file.name, found) if isinstance(file, Path) else found


def _can_rewind(file: Any) -> bool:
    seekable: Callable[[], bool] = getattr(file, "seekable", lambda: False)
    return seekable()


class FileStream(httpx.SyncByteStream, httpx.AsyncByteStream):
    """A body read from a file, from where the file stood to its end, as often as asked."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self._start = file.tell()
        self.length = file.seek(0, 2) - self._start

    def __iter__(self) -> Iterator[bytes]:
        self._file.seek(self._start)
        while piece := self._file.read(PIECE):
            yield piece

    async def __aiter__(self) -> AsyncIterator[bytes]:
        for piece in self:
            yield piece
