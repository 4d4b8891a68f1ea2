"""Keys of entries: hashes of everything that a result depends on."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterable, Iterator
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path
from typing import TypeAlias

from generator.whole_file import read_whole

_File: TypeAlias = tuple[bytes, str, os.stat_result]
"""A path below a folder, the whole of it, and what ``lstat`` says."""
_HOME = Path(__file__).parent.parent
_SOURCE = (".py",)
_LIBRARIES = ("black", "jinja2", "markdown_it", "msgspec")
"""What our results are made with, besides our own code."""


def key_of(*parts: str | bytes) -> str:
    """One hash of all parts; lengths go in, so that no two rows of parts give the same bytes."""
    found = sha256()
    for part in parts:
        data = part if isinstance(part, bytes) else part.encode("utf-8", "surrogatepass")
        found.update(len(data).to_bytes(8, "big") + data)
    return found.hexdigest()


def generator_key() -> str:
    """A hash of this program: its source, the libraries it uses, and the Python that runs it.

    Not of its version: while somebody works on it, that stays the same.
    """
    return look_at_generator()[0]


def look_at_generator() -> tuple[str, str]:
    """The ``generator_key``, and the ``generator_stamp`` from before it was taken."""
    files, libraries = list(_files(_HOME, _SOURCE)), list(_libraries())
    return key_of(sys.version, *libraries, *_contents(files)), _stamp(files, libraries)


def generator_stamp() -> str:
    """What changes whenever somebody changes this program on its disk; nothing of it is read."""
    return _stamp(_files(_HOME, _SOURCE), _libraries())


def _stamp(files: Iterable[_File], libraries: Iterable[str]) -> str:
    return key_of(*libraries, repr([(name, *stamp_of(seen)) for name, _, seen in files]))


def stamp_of(found: os.stat_result) -> tuple[int, ...]:
    """What the system says of a file, which every change makes another."""
    times = (found.st_mtime_ns, found.st_ctime_ns)
    return (found.st_mode, found.st_dev, found.st_ino, found.st_size, *times)


def tree(folder: Path, endings: tuple[str, ...] = ("",)) -> Iterator[bytes]:
    """The paths of all files below a folder, each with what it holds, in order.

    Without hidden files and what Python compiled. Raises ``OSError``, for links too.
    """
    return _contents(_files(folder, endings))


def _contents(files: Iterable[_File]) -> Iterator[bytes]:
    for name, place, found in files:
        yield name
        yield read_regular(place, found)


def _files(folder: Path, endings: tuple[str, ...]) -> Iterator[_File]:
    for above, folders, files in os.walk(folder):
        own = os.path.relpath(above, folder)
        folders[:] = sorted(one for one in folders if one[0] != "." and one != "__pycache__")
        if any(os.path.islink(os.path.join(above, one)) for one in folders):
            raise OSError(f"{above} holds a link to a folder")
        for name in sorted(files):
            if name.endswith(endings) and name[0] != ".":
                place = os.path.join(above, name)
                yield os.fsencode(os.path.join(own, name)), place, os.lstat(place)


def read_regular(place: str, found: os.stat_result) -> bytes:
    """What a file holds; raises ``OSError`` where ``lstat`` found no file, or a link to one."""
    if not stat.S_ISREG(found.st_mode):
        raise OSError(f"{place} is not a regular file")
    return read_whole(place, found.st_size)


def _libraries() -> Iterable[str]:
    """The names and versions of all that is installed beside the libraries."""
    specs = [find_spec(one) for one in _LIBRARIES]
    places = {Path(one.origin).parent.parent for one in specs if one and one.origin}
    for place in sorted(places):
        yield from sorted(one for one in os.listdir(place) if one.endswith(".dist-info"))
