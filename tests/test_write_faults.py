"""Disks, signals, links and neighbours that get in the way of a run: the old tree or the new one."""

from __future__ import annotations

import os
import resource
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from test_output import FILES, changes, tree, write
from test_safe_output import NEW, both, end_at, make

from generator.emit.manifest import MANIFEST_NAME
from generator.emit.output import apply
from generator.emit.paths import OutputError
from generator.emit.staging import has_rest

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "specs" / "train-travel" / "operation-get-stations.md"
SIGNALS = (signal.SIGTERM, signal.SIGINT, signal.SIGHUP)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A working folder with one page in ``page``."""
    (tmp_path / "work" / "page").mkdir(parents=True)
    shutil.copy(PAGE, tmp_path / "work" / "page")
    return tmp_path / "work"


def start(home: Path, *options: str, **how: object) -> subprocess.Popen[bytes]:
    """The command in a process of its own."""
    command = [sys.executable, "-m", "generator", "generate", "page", "--out", "out", *options]
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "HOME": str(home)}
    environment |= how.pop("environment", {})  # type: ignore[arg-type]
    for name in [one for one, value in environment.items() if value == ""]:
        del environment[name]
    return subprocess.Popen(  # type: ignore[call-overload,no-any-return]
        command, cwd=home, env=environment, stdout=-1, stderr=-1, **how
    )


def _ask_to_end(number: int) -> Callable[[], None]:
    """Send this process a signal that ends it politely, as the command lets it."""

    def act() -> None:
        def leave(_: int, __: object) -> None:
            raise SystemExit(128 + number)

        signal.signal(number, leave)
        os.kill(os.getpid(), number)

    return act


@pytest.mark.parametrize("number", SIGNALS)
def test_a_run_that_is_asked_to_end_leaves_nothing_behind(number: int, tmp_path: Path) -> None:
    """At every third step: the old tree or the new one, and no stage beside it."""
    old, new = both(tmp_path)
    seen = set()
    for point in range(1, 1_000, 3):
        folder = make(tmp_path / f"at-{point}" / "rail")
        code = end_at(point, folder, _ask_to_end(number))
        if code == 4:  # the run has fewer steps
            break
        left = tree(folder)

        assert left in (old, new), point
        seen.add(left == new)

    assert {False, True} >= seen != set()


@pytest.mark.slow
@pytest.mark.parametrize("number", SIGNALS)
def test_signals_at_any_moment(number: int, home: Path) -> None:
    """The whole command, ended after 0 to 1 seconds: whole output or none, nothing beside it."""
    start(home).communicate(timeout=60)
    whole = tree(home / "out")
    for moment in range(40):
        shutil.rmtree(home / "out", ignore_errors=True)
        run = start(home, "--quiet")
        time.sleep(moment / 40)
        run.send_signal(number)
        run.communicate(timeout=60)
        left = tree(home / "out") if (home / "out").exists() else {}
        kept = {name: data for name, data in left.items() if not name.endswith(".lock")}

        assert kept in ({}, whole), moment


def test_a_pipe_nobody_reads_ends_the_run_quietly(home: Path) -> None:
    """Output is whole all the same, and no traceback is printed."""
    run = start(home)
    assert run.stdout is not None
    run.stdout.close()
    assert run.stderr is not None
    said = run.stderr.read().decode()
    run.wait(timeout=60)

    assert "Traceback" not in said
    assert (home / "out" / "python" / "page" / MANIFEST_NAME).is_file()


@pytest.mark.parametrize("allowed", [0, 100, 3_000])
def test_files_that_cannot_grow_leave_the_old_tree(allowed: int, home: Path) -> None:
    """As on a full disk: a message with the path, exit code 3, nothing changed."""
    start(home).communicate(timeout=60)
    page = home / "page" / PAGE.name
    page.write_text(page.read_text(encoding="utf-8").replace("stations", "stops"), encoding="utf-8")
    before = tree(home / "out")

    def bound() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (allowed, allowed))

    run = start(home, preexec_fn=bound)
    _, said = run.communicate(timeout=60)

    assert (3, True) == (run.returncode, b"error[output]" in said), said
    assert before == tree(home / "out")


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 64 KiB, where it can be mounted."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = shutil.which("mount")
    made = mount and subprocess.run(
        [mount, "-t", "tmpfs", "-o", "size=64k", "tmpfs", disk], capture_output=True, check=False
    )
    if not made or made.returncode:
        pytest.skip("only an administrator can mount; the test above does without")
    yield disk
    subprocess.run(["umount", disk], check=True)


def test_a_full_disk_leaves_nothing_behind(small_disk: Path, home: Path) -> None:
    """The SDK does not fit: exit code 3, and the disk is as empty as it was."""
    run = start(home, "--out", str(small_disk / "out"))
    _, said = run.communicate(timeout=60)
    files = [one for one in small_disk.rglob("*") if one.is_file() and one.stat().st_size]

    assert 3 == run.returncode, said
    assert b"No space left" in said
    assert [] == files


@pytest.mark.parametrize("mask", [0o000, 0o077])
def test_the_users_mask_is_kept(mask: int, home: Path) -> None:
    """Files are as open as the user lets them be, and nothing is left that others could write."""
    before = os.umask(mask)
    try:
        run = start(home)
        run.communicate(timeout=60)
    finally:
        os.umask(before)
    modes = {one.stat().st_mode & 0o777 for one in (home / "out").rglob("*.py")}
    temporary = [one for one in home.rglob("*") if "stage" in one.name or "tmp" in one.name]

    assert (0, {0o666 & ~mask}) == (run.returncode, modes)
    assert [] == temporary


def test_no_home_is_needed(home: Path) -> None:
    """Neither a home folder nor a cache in it."""
    start(home).communicate(timeout=60)
    whole = tree(home / "out")
    shutil.rmtree(home / "out")
    run = start(home, environment={"HOME": "", "XDG_CACHE_HOME": ""})
    run.communicate(timeout=60)

    assert (0, whole) == (run.returncode, tree(home / "out"))


def race(folder: Path, outside: Path, seconds: float) -> int:
    """Write again and again while another thread swaps a folder for a link; how many tries."""
    over = threading.Event()

    def swap() -> None:
        models, aside = folder / "rail" / "models", folder.parent / "aside"
        while not over.is_set():
            try:
                os.rename(models, aside)
                os.symlink(outside, models)
                os.unlink(models)
                os.rename(aside, models)
            except OSError:
                pass

    thread = threading.Thread(target=swap)
    thread.start()
    tries, began = 0, time.monotonic()
    try:
        while time.monotonic() - began < seconds and tries < 10_000:
            tries += 1
            try:
                apply(changes(folder, NEW if tries % 2 else FILES), folder, force=True)
            except (OutputError, OSError):
                continue
    finally:
        over.set()
        thread.join()
    return tries


@pytest.mark.parametrize("seconds", [3, pytest.param(60, marks=pytest.mark.slow)])
def test_a_link_put_in_during_the_run_leads_nowhere(seconds: int, tmp_path: Path) -> None:
    """However often it is tried, nothing is written to where the link points."""
    folder, outside = tmp_path / "out" / "rail", tmp_path / "outside"
    outside.mkdir()
    (outside / "stop.py").write_bytes(b"theirs")
    write(folder, FILES)
    tries = race(folder, outside, seconds)

    assert tries > seconds
    assert {"stop.py": b"theirs"} == tree(outside)


@pytest.mark.slow
def test_fifty_runs_leave_one_whole_tree(home: Path) -> None:
    """At once: each writes or says that another does."""
    start(home).communicate(timeout=60)
    whole = tree(home / "out")
    shutil.rmtree(home / "out")
    runs = [start(home, "--quiet") for _ in range(50)]
    codes = {(one.communicate(timeout=300), one.returncode)[1] for one in runs}

    assert {0} <= codes <= {0, 3}
    assert whole == tree(home / "out")
    assert not has_rest(home / "out" / "python" / "page")
