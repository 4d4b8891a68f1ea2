"""A new tree beside the old one: filled, swapped in as a whole, and the old one cleared away."""

from __future__ import annotations

import json
import os
import shutil
import stat
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from generator.emit.manifest import digest
from generator.emit.swap import exchange
from generator.value import Struct

BACKUP = ".docs2sdk.backup"
"""Folder of what others wrote and was replaced all the same; nothing in it is ever removed."""
_FEW = 4
"""Files that are made to last one after the other: threads take a moment to start."""
_AT_ONCE = 4
_JOURNAL = ".json"
"""What a stage's journal adds to its name; it lies beside the tree."""


class Stage(Struct, frozen=True, kw_only=True):
    """A tree ready to take the folder's place."""

    folder: Path
    tree: Path


class _Journal(Struct, frozen=True, kw_only=True):
    """The staged folder's inode, by which it is known wherever it stands, and the hashes of what
    it replaces."""

    inode: int
    replaced: Mapping[str, str]

    @classmethod
    def of(cls, tree: Path, gone: Mapping[str, bytes]) -> _Journal:
        hashes = {path: digest(data) for path, data in gone.items()}
        return cls(inode=tree.stat().st_ino, replaced=hashes)

    @classmethod
    def read(cls, file: Path) -> _Journal | None:
        """``None`` where there is none, or half of one: its tree was never swapped in."""
        try:
            value = json.loads(file.read_bytes())
            return cls(inode=value["inode"], replaced=value["replaced"])
        except (FileNotFoundError, ValueError):
            return None

    def to_bytes(self) -> bytes:
        return json.dumps({"inode": self.inode, "replaced": dict(self.replaced)}).encode("utf-8")


def fill(
    folder: Path, files: Mapping[str, bytes], *, gone: Mapping[str, bytes], kept: Iterable[str] = ()
) -> Stage:
    """Stage the folder with ``files`` written, and without the paths in ``gone``.

    ``gone`` holds what was in the files that are replaced or removed; those in ``kept`` are copied
    to ``BACKUP``. Whatever else lies in the folder comes along as hard links, so it stays the very
    same file. Raises ``OSError``; then nothing is left behind.
    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    tree = _named(folder, "stage")
    tree.mkdir(mode=0o700)
    try:
        if folder.is_dir():
            _link(folder, tree, without=frozenset({*files, *gone}))
        for path, data in files.items():
            _write(tree / path, data, like=folder / path)
        _sync_all([tree / path for path in files])
        for path in kept:
            _back_up(tree, path, gone[path])
        tree.chmod(stat.S_IMODE(folder.stat().st_mode) if folder.is_dir() else _usual_mode())
        _sync(tree)
        _write(_journal(tree), _Journal.of(tree, gone).to_bytes())
        _sync_all([_journal(tree)])
    except BaseException:
        drop(Stage(folder=folder, tree=tree))
        raise
    return Stage(folder=folder, tree=tree)


def drop(stage: Stage) -> None:
    """Forget a stage that was not swapped in."""
    with suppress(OSError):
        _clear(stage.folder, stage.tree)


def swap(stage: Stage) -> None:
    """Put the staged tree in the folder's place, in one step where the system can.

    Elsewhere the old tree steps aside first; ``mend`` puts it back after a run that ended between.
    Raises ``OSError``; then the folder is as it was.
    """
    folder, tree = stage.folder, stage.tree
    if not folder.exists():
        os.rename(tree, folder)
    elif not exchange(tree, folder):
        aside = _named(folder, "old")
        os.rename(folder, aside)
        try:
            os.rename(tree, folder)
        except OSError:
            os.rename(aside, folder)
            raise
        os.rename(aside, tree)  # the old tree lies where an exchange leaves it
    # All is written. What cannot be cleared away now, the next run clears away.
    with suppress(OSError):
        _sync(folder.parent)
        _clear(folder, tree)


def mend(folder: Path) -> None:
    """Clear away what runs left behind that were ended in the middle; its lock must be held.

    Afterwards the folder is whole: as it was before such a run, or as that run wanted it.
    """
    aside = sorted(folder.parent.glob(f"{_prefix(folder, 'old')}*"))
    if aside and not folder.exists():
        os.rename(aside.pop(), folder)
    stages = sorted(folder.parent.glob(f"{_prefix(folder, 'stage')}*"))
    trees = [one for one in stages if not one.name.endswith(_JOURNAL)]
    for tree in trees:
        _clear(folder, tree, *aside)
    for rest in folder.parent.glob(f"{_prefix(folder, 'stage')}*{_JOURNAL}"):
        rest.unlink(missing_ok=True)


def has_rest(folder: Path) -> bool:
    """Whether a run left something behind beside the folder."""
    return any(folder.parent.glob(f".{folder.name}.docs2sdk-*"))


def _clear(folder: Path, *old: Path) -> None:
    """Delete a stage and what stepped aside for it.

    Where the stage was swapped in, its place holds the old tree: what somebody saved there
    meanwhile goes to the new one first.
    """
    journal = _Journal.read(_journal(old[0]))
    if journal is not None and folder.exists() and folder.stat().st_ino == journal.inode:
        there = {path: one.inode() for path, one in _leaves(folder)}
        for tree in [one for one in old if one.exists()]:  # a first one took the empty place
            for path, place in _leaves(tree):
                moved = there.get(path) == place.inode()
                if not moved and not place.is_dir(follow_symlinks=False):
                    _rescue(place.path, folder, path, journal.replaced)
    for tree in old:
        shutil.rmtree(tree, ignore_errors=True)
    _journal(old[0]).unlink(missing_ok=True)


def _rescue(place: str, folder: Path, path: str, replaced: Mapping[str, str]) -> None:
    """Save a file that is in the old tree alone, unless it was replaced on purpose."""
    if path not in replaced:
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        os.replace(place, target)
    elif os.path.isfile(place) and digest(data := Path(place).read_bytes()) != replaced[path]:
        _back_up(folder, path, data)


def _link(folder: Path, tree: Path, *, without: frozenset[str]) -> None:
    """Give the tree all that is in the folder, but some paths and what would be empty folders."""
    made = {""}
    for path, place in _leaves(folder):
        if path in without:
            continue
        above = path.rpartition("/")[0]
        if above not in made:
            _make_parents(tree, Path(path), like=folder)
            made.add(above)
        if place.is_dir(follow_symlinks=False):
            _make_parents(tree, Path(path) / "_", like=folder)
            continue
        try:
            os.link(place.path, f"{tree}/{path}", follow_symlinks=False)
        except OSError:  # a file system without hard links, or somebody else's file
            shutil.copy2(place.path, tree / path, follow_symlinks=False)


def _leaves(folder: Path | str, above: str = "") -> Iterator[tuple[str, os.DirEntry[str]]]:
    """Every file and every empty folder below a folder, with its path there.

    Of plain text, as there are hundreds in each run, of which ``Path`` would take half the time.
    """
    with os.scandir(folder) as opened:
        entries = list(opened)
    for one in entries:
        path = above + one.name
        inner = list(_leaves(one.path, f"{path}/")) if one.is_dir(follow_symlinks=False) else ()
        if inner:
            yield from inner
        else:
            yield path, one


def _make_parents(tree: Path, path: Path, *, like: Path) -> None:
    """The folders above a path of the tree, with the modes they have in the other one."""
    for above in reversed(path.parents[:-1]):
        if not (tree / above).is_dir():
            (tree / above).mkdir()
            (tree / above).chmod(stat.S_IMODE((like / above).stat().st_mode))


def _write(file: Path, data: bytes, like: Path | None = None) -> None:
    """Write a new file with the mode of the one it replaces."""
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("xb") as opened:
        opened.write(data)
    if like is not None and like.is_file() and not like.is_symlink():
        file.chmod(stat.S_IMODE(like.stat().st_mode))


def _sync_all(files: list[Path]) -> None:
    """Make what the files hold last; several at a time, as a disk takes as long for one."""
    if len(files) <= _FEW:
        for one in files:
            _sync_file(one)
        return
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(_AT_ONCE) as threads:
        for _ in threads.map(_sync_file, files):
            pass


def _sync_file(file: Path) -> None:
    with file.open("r+b") as opened:  # Windows syncs only what may be written to
        os.fsync(opened.fileno())


def _back_up(tree: Path, path: str, data: bytes) -> None:
    """Keep the data below ``BACKUP``, beside what was kept of the same path before."""
    file = tree / BACKUP / path
    number = 1
    while file.exists() and file.read_bytes() != data:
        number += 1
        file = tree / BACKUP / f"{path}.{number}"
    if not file.exists():
        _write(file, data)
        _sync_all([file])


def _journal(tree: Path) -> Path:
    return tree.with_name(tree.name + _JOURNAL)


def _named(folder: Path, kind: str) -> Path:
    """A place beside the folder that is of one run alone."""
    return folder.with_name(f"{_prefix(folder, kind)}{os.urandom(8).hex()}")


def _prefix(folder: Path, kind: str) -> str:
    return f".{folder.name}.docs2sdk-{kind}-"


def _usual_mode() -> int:
    """The mode of a folder made in the usual way; the system tells only whoever sets it."""
    mask = os.umask(0o077)
    os.umask(mask)
    return 0o777 & ~mask


def _sync(folder: Path) -> None:
    """Make the names in the folder last; Windows has no way to ask for it."""
    if os.name == "posix":
        opened = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)
