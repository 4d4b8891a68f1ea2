"""Earlier work saves time and changes nothing: entries, keys, and the command with and without."""

from __future__ import annotations

import os
import pickle
import shutil
import subprocess
import sys
import time
from pathlib import Path
from threading import Thread

import pytest
from click.testing import Result
from generation import call, tree

from generator.cache.frozen import freeze, thaw
from generator.cache.results import Known, KnownTarget, recall, remember
from generator.cache.store import FORGETFUL, Store, open_store
from generator.diagnostics import Diagnostic, Diagnostics, Severity
from generator.read import read
from generator.source import Source, SourceSpan

TRAINS = Path(__file__).parent.parent / "specs" / "train-travel"
KEY = "ab" + "0" * 62


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """An empty store."""
    return open_store(tmp_path / "kept")


@pytest.fixture
def pages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The pages of a small API, in a folder of their own; the cache may be used."""
    monkeypatch.delenv("DOCS2SDK_NO_CACHE", raising=False)
    monkeypatch.setenv("DOCS2SDK_CACHE_DIR", str(tmp_path / "kept"))
    monkeypatch.chdir(tmp_path)
    shutil.copytree(TRAINS, tmp_path / "trains")
    return Path("trains")


def entry(store: Store) -> Path:
    """The file of the only entry."""
    assert store.folder is not None
    (found,) = store.folder.glob("*/??/*")
    return found


def test_what_was_kept_comes_back(store: Store) -> None:
    """By its kind and its key; a second time replaces the first."""
    store.put("texts", KEY, b"one")
    store.put("texts", KEY, b"two")

    assert b"two" == store.get("texts", KEY)
    assert store.get("pages", KEY) is None
    assert store.get("texts", KEY[::-1]) is None


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: data[:-1],
        lambda data: data + b"x",
        lambda data: b"",
        lambda data: data[:20],
        lambda data: bytes([data[0] ^ 1]) + data[1:],
        lambda data: data[:-1] + bytes([data[-1] ^ 1]),
    ],
)
def test_a_damaged_entry_is_none(store: Store, damage: object) -> None:
    """Nothing half is believed."""
    store.put("texts", KEY, b"some text")
    assert callable(damage)
    entry(store).write_bytes(damage(entry(store).read_bytes()))

    assert store.get("texts", KEY) is None


def test_an_entry_under_another_name_is_none(store: Store) -> None:
    """Whoever copies files about in the store changes no result."""
    store.put("texts", KEY, b"some text")
    other = "cd" + KEY[2:]
    moved = entry(store).parent.parent / "cd" / other
    moved.parent.mkdir()
    entry(store).rename(moved)

    assert store.get("texts", other) is None


@pytest.mark.skipif(os.name != "posix", reason="modes of POSIX")
def test_only_the_owner_can_read_and_write(store: Store) -> None:
    """What others could write here, they could have us print."""
    store.put("texts", KEY, b"some text")
    assert store.folder is not None
    modes = {one.stat().st_mode & 0o077 for one in (store.folder, *store.folder.rglob("*"))}

    assert {0} == modes


@pytest.mark.skipif(os.name != "posix", reason="modes of POSIX")
def test_a_folder_that_others_may_write_to_is_not_used(tmp_path: Path) -> None:
    """Nothing is kept there, and nothing is found."""
    (tmp_path / "open").mkdir()
    (tmp_path / "open").chmod(0o777)

    assert FORGETFUL == open_store(tmp_path / "open")


def test_a_folder_that_cannot_be_is_no_fault(tmp_path: Path) -> None:
    """A build without a home goes on without a cache."""
    (tmp_path / "file").write_bytes(b"")

    assert FORGETFUL == open_store(tmp_path / "file" / "kept")

    lost = Store(tmp_path / "file")
    lost.put("texts", KEY, b"x")

    assert lost.get("texts", KEY) is None


def test_what_was_not_used_for_longest_goes_first(store: Store) -> None:
    """What is left fits."""
    for number, name in enumerate(("aa", "bb", "cc")):
        store.put("texts", name + KEY[2:], b"x" * 100)
        assert store.folder is not None
        file = store.folder / "texts" / name / (name + KEY[2:])
        os.utime(file, (1000 * number + 1000,) * 2)
    assert store.get("texts", "aa" + KEY[2:]) is not None  # used: it is the newest now
    store.sweep(300)

    left = [name for name in ("aa", "bb", "cc") if store.get("texts", name + KEY[2:])]

    assert ["aa", "cc"] == left


def test_looking_for_old_entries_takes_place_once_a_day(store: Store) -> None:
    """Looking takes longer than most runs."""
    store.sweep(0)
    store.put("texts", KEY, b"x")
    store.sweep(0)

    assert b"x" == store.get("texts", KEY)

    assert store.folder is not None
    os.utime(store.folder / "swept", (time.time() - 100_000,) * 2)
    store.sweep(0)

    assert store.get("texts", KEY) is None


def test_runs_at_the_same_time_do_not_meet(store: Store) -> None:
    """Readers see a whole entry or none, whoever writes."""
    data = b"x" * 100_000
    odd: list[bytes] = []

    def work() -> None:
        for _ in range(100):
            store.put("texts", KEY, data)
            found = store.get("texts", KEY)
            if found != data:
                odd.append(found or b"")

    threads = [Thread(target=work) for _ in range(4)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()

    assert [] == odd
    assert 1 == len(list(entry(store).parent.iterdir()))


def test_operations_come_back_as_they_were() -> None:
    """With places, traces and all; not only equal."""
    found = Diagnostics()
    for file in sorted(TRAINS.glob("operation-*.md")):
        operations = read(Source(path=file.name, text=file.read_text("utf-8")), found)
        back = thaw(freeze((operations, found.sorted())))

        assert repr((operations, found.sorted())) == repr(back)


class Evil:
    """What runs a command when it is unpickled."""

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return os.system, ("touch /tmp/unpickled-by-docs2sdk",)


@pytest.mark.parametrize(
    "data",
    [
        pickle.dumps(Evil()),
        pickle.dumps(Path("x")),
        b"cgenerator.run\nwrite_targets\n.",
        b"cgenerator.source\nbisect_right\n.",
        b"cgenerator.diagnostics\nDiagnostics\n.",
        b"cgenerator.source\nSourceSpan\n(tR.",
        b"",
        b"\x80",
        freeze(SourceSpan(path="x"))[:-3],
    ],
)
def test_nothing_but_values_of_the_model_is_thawed(data: bytes) -> None:
    """Bytes of strangers make no other object and call nothing."""
    assert thaw(data) is None
    assert not Path("/tmp/unpickled-by-docs2sdk").exists()


FINDING = Diagnostic(
    severity=Severity.WARNING,
    code="odd-thing",
    message="\x1b “a” \ud800",
    span=SourceSpan(path="a.md", line=3, column=5, length=7),
    hint="b",
)
KNOWN = Known(
    found=(FINDING,),
    targets=(KnownTarget(folder="python/a", operations=2, files={"a.py": "00"}),),
)


def test_what_a_run_came_to_comes_back(store: Store) -> None:
    """Findings with their places, and the output's hashes."""
    remember(store, KEY, KNOWN)

    assert KNOWN == recall(store, KEY)


@pytest.mark.parametrize(
    "data",
    [b"", b"[]", b"1", b"[[], [[]]]", b"[[[]], []]", b'[[], [["loud", "", "", "", "", 1, 1, 0]]]'],
)
def test_what_no_run_came_to_is_none(store: Store, data: bytes) -> None:
    """Whoever wrote it: what reads differently was not remembered here."""
    store.put("runs", KEY, data)

    assert recall(store, KEY) is None


def run(*arguments: str | Path) -> tuple[Result, dict[str, bytes]]:
    """``generate`` into ``out``, and what lies there afterwards."""
    done = call("generate", *arguments, "--out", "out")
    return done, tree(Path("out"))


def test_warnings_are_printed_again(pages: Path) -> None:
    """What is known is told as what is found."""
    page = pages / "operation-get-trips.md"
    page.write_text(page.read_text().replace("(boolean)", "(bolean)", 1))
    cold, before = run(pages)
    warm, after = run(pages)

    assert "warning[" in cold.stderr
    assert cold.stderr == warm.stderr
    assert before == after


def test_where_nothing_changed_next_to_nothing_is_imported(pages: Path) -> None:
    """Neither the model, nor the reader, nor the templates, nor the formatter."""
    run(pages)
    code = (
        "import sys; from generator.cli import main\n"
        "main(['check', 'trains', '--out', 'out'], standalone_mode=False)\n"
        "known = {one.partition('.')[0] for one in sys.modules} | {*sys.modules}\n"
        "print(*sorted(known & {*sys.argv[1:]}))"
    )
    libraries = ("black", "jinja2", "markdown_it", "rich", "tomlkit", "tomllib")
    heavy = (*libraries, "generator.emit.pack", "generator.ir", "generator.read")
    here = {"PYTHONPATH": str(TRAINS.parent.parent)}
    command = [sys.executable, "-c", code, *heavy]
    done = subprocess.run(
        command, env=os.environ | here, capture_output=True, text=True, check=True
    )

    assert ("\n", "out/python/trains: up to date\n") == (done.stdout, done.stderr)


def test_an_edited_output_is_noticed_and_mended(pages: Path) -> None:
    """The memory of a run is about its inputs; the output is looked at each time."""
    _, before = run(pages)
    readme = Path("out/python/trains/README.md")
    readme.unlink()
    checked = call("check", pages, "--out", "out")

    assert 1 == checked.exit_code
    assert "+++ b/out/python/trains/README.md" in checked.stdout

    _, after = run(pages)

    assert before == after

    readme.write_text("mine")
    refused = call("generate", pages, "--out", "out")

    assert "error[edited-file]" in refused.stderr


def test_damaged_entries_change_nothing(pages: Path) -> None:
    """Each of them is worked out again."""
    _, before = run(pages)
    for file in Path("kept").glob("*/??/*"):
        data = file.read_bytes()
        file.write_bytes(data[: len(data) // 2])
    shutil.rmtree("out")
    done, after = run(pages)

    assert (0, before) == (done.exit_code, after)


def test_the_command_says_where_it_is_and_drops_it(pages: Path) -> None:
    """Entries alone: what somebody else put there stays."""
    run(pages)
    Path("kept/notes").write_text("mine")

    assert str(Path("kept").resolve()) == call("cache", "path").stdout.strip()
    assert call("cache", "clear").stdout.endswith(" entries dropped\n")
    assert ["notes", "swept"] == sorted(
        one.name for one in Path("kept").rglob("*") if one.is_file()
    )
    assert call("cache", "clear").stdout.endswith(": 0 entries dropped\n")


def test_without_a_cache_nothing_is_kept(pages: Path) -> None:
    """Neither here nor in the user's own folder."""
    done, _ = run(pages, "--no-cache")

    assert 0 == done.exit_code
    assert not Path("kept").exists()


def test_two_apis_that_meet_in_one_folder_are_refused_each_time(pages: Path) -> None:
    """Though each of them alone was written before."""
    shutil.copytree(pages, Path("other/trains"))
    assert 0 == run(pages)[0].exit_code
    for _ in range(2):
        both = call("generate", pages, "other/trains", "--out", "out")

        assert "error[api-name]" in both.stderr


def test_a_page_alone_does_not_narrow_what_all_pages_made(pages: Path) -> None:
    """Asked twice, the answer is the same."""
    page = pages / "operation-get-trips.md"
    assert 0 == call("generate", page, "--out", "alone").exit_code
    assert 0 == run(pages)[0].exit_code
    refused = call("generate", page, "--out", "out")

    assert "error[output]" in refused.stderr
