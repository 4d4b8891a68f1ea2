"""Fingerprints of what a run reads: pages, ``api.toml``, examples and packs."""

from __future__ import annotations

import os
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

from generator.cache.keys import key_of, read_regular, stamp_of, tree
from generator.page_files import page_names
from generator.value import Struct

_BESIDE = "api.toml"
_EXAMPLES = "examples"
_TICK = 2 * 10**9
"""Nanoseconds in which a file may change twice and keep its times: what the coarsest clock of a
file system takes for one step."""


class _Seen(Struct, frozen=True, kw_only=True):
    """A file as it was looked at.

    ``stamp`` is what the system says of it, which every change makes another; ``late`` says that
    it had changed so shortly before that the next change may have left its times as they were.
    """

    place: str
    stamp: tuple[int, ...]
    late: bool
    digest: str


class Inputs(Struct, frozen=True, kw_only=True):
    """All that ``load_documents(path)`` looks at, as it was at one moment."""

    path: Path
    names: str
    files: tuple[_Seen, ...]

    @property
    def key(self) -> str:
        """A hash of all of it, names included."""
        return key_of(self.names, *(one.digest for one in self.files))

    def still_hold(self) -> bool:
        """Whether nobody has changed anything since; files are read again only in doubt."""
        try:
            return _listed(self.path)[0] == self.names and all(map(_is_as_seen, self.files))
        except (OSError, ValueError):
            return False


def look_at(path: Path) -> Inputs | None:
    """The inputs as they are now.

    ``None`` where only a real reading can tell: a file is missing, a link, or no file.
    """
    try:
        names, places = _listed(path)
        now = time.time_ns()
        return Inputs(path=path, names=names, files=tuple(_see(one, now) for one in places))
    except (OSError, ValueError):
        return None


def template_key(folders: Iterable[Path]) -> str | None:
    """A hash of every pack below the folders; ``None`` where one cannot be read."""
    try:
        return key_of(*(part for folder in folders for part in _packs(folder)))
    except OSError:
        return None


def _listed(path: Path) -> tuple[str, list[str]]:
    """A hash of all names, and the places of the files to read; raises ``OSError``."""
    alone = not path.is_dir()
    folder = path.parent if alone else path
    pages = page_names(folder)
    if not alone and not pages:
        raise FileNotFoundError(f"{path} holds no pages")
    read = [*([path.name] if alone else pages), *_beside(folder)]
    home = os.path.basename(os.path.realpath(folder))
    names = key_of(path.as_posix(), home, "page" if alone else "folder", *pages, "", *read)
    return names, [os.path.join(folder, one) for one in read]


def _beside(folder: Path) -> Iterator[str]:
    """What is read beside pages, as paths below their folder."""
    names = os.listdir(folder)
    if _BESIDE in names:
        yield _BESIDE
    if _EXAMPLES in names:
        place = folder / _EXAMPLES
        if place.is_symlink():
            raise OSError(f"{place} is a link")
        if place.is_dir():
            yield from (f"{_EXAMPLES}/{one}" for one in _samples(place))


def _see(place: str, now: int) -> _Seen:
    """The file with what it holds; stamped before it is read, so that no later change is missed."""
    found = os.lstat(place)
    late = max(found.st_mtime_ns, found.st_ctime_ns) > now - _TICK
    return _Seen(
        place=place, stamp=stamp_of(found), late=late, digest=key_of(read_regular(place, found))
    )


def _is_as_seen(one: _Seen) -> bool:
    found = os.lstat(one.place)
    same = stamp_of(found) == one.stamp
    return same and not (one.late and key_of(read_regular(one.place, found)) != one.digest)


def _samples(folder: Path) -> list[str]:
    return [one for one in sorted(os.listdir(folder)) if one.endswith(".json") and one[0] != "."]


def _packs(folder: Path) -> Iterator[str | bytes]:
    """The names of the folder's packs, each with all of its files."""
    yield "folder"
    for name in sorted(os.listdir(folder)):
        if (folder / name / "pack.toml").is_file():
            if (folder / name).is_symlink():
                raise OSError(f"{folder / name} is a link")
            yield name
            yield from tree(folder / name)
