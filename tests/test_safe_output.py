"""Writing an output folder: whole or not at all, whatever happens in the middle."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from test_output import FILES, changes, tree, write

from generator.emit import staging
from generator.emit.lock import locked
from generator.emit.manifest import MANIFEST_NAME
from generator.emit.output import apply
from generator.emit.paths import OutputError
from generator.emit.staging import BACKUP, has_rest, mend

NEW = {"pyproject.toml": "[new]\n", "rail/__init__.py": "", "rail/models/stop.py": "y = 2\n"}
"""What FILES become: one replaced, one kept, one added, one removed."""
THEIRS = {"notes/plan.txt": b"mine", "rail/custom/__init__.py": b"z = 3\n"}
"""Files in the folder that are not ours."""

_CALLS = frozenset(
    "open os.link os.mkdir os.rename os.remove os.rmdir os.chmod ctypes.dlsym shutil.rmtree".split()
)
"""What a run does to the disk, as Python announces it to auditors before it happens."""

_DONE, _REFUSED, _OTHER = 0, 3, 9


def end_at(point: int, folder: Path, act: Callable[[], None]) -> int:
    """Write NEW in a process of its own that calls ``act`` before its step number ``point``.

    Its exit code: 0 all was done, 3 an ``OutputError``; the signal's number below zero.
    """
    child = os.fork()
    if child == 0:
        code = _OTHER
        try:
            code = _write_new(point, folder, act)
        finally:
            os._exit(code)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def _write_new(point: int, folder: Path, act: Callable[[], None]) -> int:
    steps = 0

    def count(event: str, arguments: tuple[object, ...]) -> None:
        nonlocal steps
        if event in _CALLS and (event == "ctypes.dlsym" or str(folder.parent) in repr(arguments)):
            steps += 1
            if steps == point:
                act()

    sys.addaudithook(count)
    try:
        apply(changes(folder, NEW), folder)
    except OutputError:
        return _REFUSED
    return _DONE if steps >= point else _BEYOND


_BEYOND = 4
"""The run has fewer steps than that."""


def kill() -> None:
    """End this process at once."""
    os.kill(os.getpid(), signal.SIGKILL)


def fail(number: int) -> Callable[[], None]:
    """Make the step fail as a full disk or a broken one does."""

    def act() -> None:
        raise OSError(number, os.strerror(number))

    return act


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An output folder that holds FILES, and files of somebody else's."""
    return make(tmp_path / "python" / "rail")


def make(home: Path) -> Path:
    """FILES as written by us, and THEIRS beside them."""
    write(home, FILES)
    for path, data in THEIRS.items():
        (home / path).parent.mkdir(parents=True, exist_ok=True)
        (home / path).write_bytes(data)
    return home


def both(tmp_path: Path) -> tuple[dict[str, bytes], dict[str, bytes]]:
    """The tree before and after, as runs that nothing disturbs leave them."""
    home = make(tmp_path / "undisturbed")
    old = tree(home)
    write(home, NEW)
    return old, tree(home)


def points(folder: Path, act: Callable[[], None], *, each: int) -> Iterator[tuple[int, Path, int]]:
    """Every so many steps of a run, a folder in which it met its end there, and its exit code."""
    for point in range(1, 1_000, each):
        home = make(folder.with_name(f"at-{point}") / "rail")
        code = end_at(point, home, act)
        if code == _BEYOND:
            return
        yield point, home, code
    raise AssertionError("a run has no end")


EVERY = pytest.mark.parametrize(
    "each", [pytest.param(7, id="some"), pytest.param(1, id="all", marks=pytest.mark.slow)]
)


@EVERY
def test_a_run_that_is_killed_leaves_the_old_tree_or_the_new(
    folder: Path, tmp_path: Path, each: int
) -> None:
    """At whatever step; and the next run clears up and finishes."""
    old, new = both(tmp_path)
    left = []
    for point, home, code in points(folder, kill, each=each):
        assert -signal.SIGKILL == code
        assert tree(home) in (old, new), f"a mixture at step {point}"

        left.append(tree(home))
        mend(home)
        write(home, NEW)

        assert new == tree(home), f"not finished after step {point}"
        assert not has_rest(home), f"something lies about after step {point}"
    # Both happen, or the kills were not where they are meant to be.
    assert each > 1 or (old in left and new in left)


@EVERY
@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO, errno.EACCES], ids=errno.errorcode.get)
def test_a_step_that_fails_leaves_the_old_tree_or_the_new(
    folder: Path, tmp_path: Path, each: int, number: int
) -> None:
    """A full disk is told as such, and nothing is left of the attempt."""
    old, new = both(tmp_path)
    refused = 0
    for point, home, code in points(folder, fail(number), each=each):
        assert code in (_DONE, _REFUSED), f"no OutputError at step {point}"
        assert {_DONE: new, _REFUSED: old}[code] == tree(home), f"at step {point}"

        refused += code == _REFUSED
        mend(home)

        assert not has_rest(home)
    assert refused > 0


def test_files_of_others_stay_the_same_files(folder: Path) -> None:
    """Not copies of them: an editor that has one open goes on writing to it."""
    numbers = [(folder / path).stat().st_ino for path in THEIRS]
    write(folder, NEW)

    assert numbers == [(folder / path).stat().st_ino for path in THEIRS]


def test_what_is_saved_during_the_swap_is_not_lost(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A new file moves along; an edit of a file that is replaced is backed up."""
    swap = staging.exchange

    def save_first(left: Path, right: Path) -> bool:
        (folder / "notes" / "late.txt").write_bytes(b"late")
        (folder / "pyproject.toml").write_bytes(b"edited late")
        return swap(left, right)

    monkeypatch.setattr(staging, "exchange", save_first)
    write(folder, NEW)
    found = tree(folder)

    assert b"late" == found["notes/late.txt"]
    assert b"[new]\n" == found["pyproject.toml"]
    assert b"edited late" == found[f"{BACKUP}/pyproject.toml"]


def test_a_system_that_cannot_exchange_folders_swaps_in_steps(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The result is the same."""
    _, new = both(tmp_path)
    monkeypatch.setattr(staging, "exchange", lambda *_: False)
    write(folder, NEW)

    assert new == tree(folder)
    assert not has_rest(folder)


def test_a_kill_between_those_steps_is_mended(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The old tree is aside; it comes back."""
    old, _ = both(tmp_path)
    monkeypatch.setattr(staging, "exchange", lambda *_: False)
    rename = os.rename

    def stop(left: Path, right: Path) -> None:
        if right == folder:
            raise KeyboardInterrupt
        rename(left, right)

    monkeypatch.setattr(os, "rename", stop)
    with pytest.raises(KeyboardInterrupt):
        write(folder, NEW)
    monkeypatch.undo()

    assert not folder.exists()

    mend(folder)

    assert old == tree(folder)
    assert not has_rest(folder)


def test_a_backup_never_replaces_another(folder: Path) -> None:
    """Each edit that was overruled is still there."""
    for text in ("one", "two", "two"):
        (folder / "pyproject.toml").write_text(text)
        write(folder, FILES, force=True)

    kept = {path: data for path, data in tree(folder).items() if path.startswith(BACKUP)}

    assert {f"{BACKUP}/pyproject.toml": b"one", f"{BACKUP}/pyproject.toml.2": b"two"} == kept


def test_the_old_modes_stay(folder: Path) -> None:
    """Of folders and of the files that are replaced."""
    (folder / "pyproject.toml").chmod(0o640)
    (folder / "rail").chmod(0o750)
    write(folder, NEW)

    assert 0o640 == (folder / "pyproject.toml").stat().st_mode & 0o777
    assert 0o750 == (folder / "rail").stat().st_mode & 0o777


def test_only_one_run_holds_the_lock(folder: Path) -> None:
    """The other is told who holds it, and for how long; afterwards nothing lies about."""
    with (
        locked(folder),
        pytest.raises(OutputError, match=rf"being written by process {os.getpid()}, for \d+ s"),
        locked(folder),
    ):
        pass
    with locked(folder):
        pass

    assert not has_rest(folder)


def test_folders_made_for_the_lock_alone_are_gone(tmp_path: Path) -> None:
    """A run that wrote nothing, or was asked to end, leaves no empty folders; others stay."""
    (tmp_path / "mine").mkdir()
    with pytest.raises(KeyboardInterrupt), locked(tmp_path / "mine" / "out" / "python" / "rail"):
        raise KeyboardInterrupt
    with locked(tmp_path / "theirs" / "python" / "rail"):
        (tmp_path / "theirs" / "note").write_text("kept")

    assert {"mine": b"", "theirs/note": b"kept"} == tree(tmp_path)


def test_a_folder_that_another_run_takes_away_is_made_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between making it and locking in it."""
    opened, folder = os.open, tmp_path / "out" / "rail"

    def take_away(path: Path, *flags: int) -> int:
        monkeypatch.undo()
        folder.parent.rmdir()
        return opened(path, *flags)

    monkeypatch.setattr(os, "open", take_away)
    with locked(folder):
        (tmp_path / "out" / "kept").write_text("")

    assert {"out/kept": b""} == tree(tmp_path)


def test_a_lock_whose_holder_died_is_free(folder: Path) -> None:
    """The system lets go of it, so nobody has to delete a file."""
    child = os.fork()
    if child == 0:
        with locked(folder):
            os.kill(os.getpid(), signal.SIGKILL)
    os.waitpid(child, 0)

    with locked(folder):
        pass

    assert not has_rest(folder)


def test_waiting_for_the_lock_ends(folder: Path) -> None:
    """Either it becomes free, or the time is up."""
    with (
        locked(folder),
        pytest.raises(OutputError) as refused,
        locked(folder, wait=0.12),
    ):
        pass

    assert refused.value.busy


_RUN = """
import sys
from generator.cli import main
main(["generate", "page", "--out", "out", "--quiet", "--wait", sys.argv[1]], standalone_mode=True)
"""


@pytest.mark.slow
def test_runs_at_the_same_time_leave_one_whole_tree(tmp_path: Path) -> None:
    """Eight at once: each writes, waits, or says that another one does."""
    (tmp_path / "page").mkdir()
    page = Path(__file__).parent.parent / "specs" / "train-travel" / "operation-get-stations.md"
    (tmp_path / "page" / page.name).write_bytes(page.read_bytes())
    for wait, allowed in (("60", {0}), ("0", {0, 3})):
        runs = [
            subprocess.Popen([sys.executable, "-c", _RUN, wait], cwd=tmp_path, stderr=-3)
            for _ in range(8)
        ]
        codes = {one.wait(timeout=120) for one in runs}

        assert codes <= allowed
        assert 0 in codes
        assert not has_rest(tmp_path / "out" / "python" / "page")
        assert (tmp_path / "out" / "python" / "page" / MANIFEST_NAME).is_file()
