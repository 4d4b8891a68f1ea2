"""Fingerprints of what a run reads: pages, ``api.toml``, examples and packs."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from generator.cache.keys import key_of, regular, tree
from generator.page_files import page_files

_BESIDE = "api.toml"
_EXAMPLES = "examples"


def input_key(path: Path) -> str | None:
    """A hash of all that ``load_documents(path)`` looks at, names included.

    ``None`` where only a real reading can tell: a file is missing, a link, or no file.
    """
    try:
        alone = not path.is_dir()
        folder = path.parent if alone else path
        names = [one.name for one in page_files(folder)]
        read = [path.name] if alone else names
        if not alone and not read:
            return None
        return key_of(
            path.as_posix(),
            os.path.basename(os.path.realpath(folder)),
            "page" if alone else "folder",
            *names,
            *_contents(folder, read),
            *_beside(folder),
        )
    except (OSError, ValueError):
        return None


def template_key(folders: Iterable[Path]) -> str | None:
    """A hash of every pack below the folders; ``None`` where one cannot be read."""
    try:
        return key_of(*(part for folder in folders for part in _packs(folder)))
    except OSError:
        return None


def _contents(folder: Path, names: Iterable[str]) -> Iterator[str | bytes]:
    for name in names:
        yield name
        yield regular(folder / name)


def _beside(folder: Path) -> Iterator[str | bytes]:
    for name in sorted(os.listdir(folder)):
        if name == _BESIDE:
            yield from _contents(folder, [name])
        elif name == _EXAMPLES:
            place = folder / name
            if place.is_symlink():
                raise OSError(f"{place} is a link")
            if place.is_dir():
                yield name
                yield from _contents(place, _samples(place))


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
