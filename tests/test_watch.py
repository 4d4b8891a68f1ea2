"""``docs2sdk watch``: what it notices, what it makes of that, and how it ends."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from queue import Empty, Queue
from threading import Thread

import pytest

from generator.watch import FileChange, Inputs, Kind, concerned, rounds, told

PATIENCE = 60.0
"""Seconds that a run may take on a busy machine."""


@pytest.fixture
def api(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of two pages, by the path a caller gives."""
    monkeypatch.chdir(tmp_path)
    folder = Path("docs/api")
    folder.mkdir(parents=True)
    for name in ("a", "b"):
        (folder / f"operation-{name}.md").write_text("text")
    return folder


def noticed(inputs: Inputs, edit: Callable[[], object]) -> list[tuple[str, str]]:
    """What one edit changes, as path and kind."""
    before = inputs.snapshot()
    edit()
    return [(one.path.as_posix(), one.kind.value) for one in inputs.snapshot().since(before)]


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("operation-a.md", "changed"),
        ("operation-c.md", "new"),
        ("llms.txt", "new"),
        ("api.toml", "new"),
        ("examples/a.200.json", "new"),
    ],
)
def test_what_a_run_reads_is_noticed(api: Path, path: str, kind: str) -> None:
    """Pages, roots, the configuration and sample answers, whether they were there or not."""

    def edit() -> None:
        (api / path).parent.mkdir(exist_ok=True)
        (api / path).write_text("other text")

    assert [(f"docs/api/{path}", kind)] == noticed(Inputs(apis=(api,), specs=Path("specs")), edit)


@pytest.mark.parametrize(
    "path",
    [
        ".operation-a.md.swp",
        "operation-a.md~",
        "4913",
        "#operation-a.md#",
        ".#operation-a.md",
        "operation-a.md___jb_tmp___",
        "README.md",
        "notes.txt",
        "drafts/operation-x.md",
        "examples/.a.200.json",
        "examples/a.200.json~",
        "generated/python/api/README.md",
    ],
)
def test_what_no_run_reads_is_not_noticed(api: Path, path: str) -> None:
    """Files that editors leave, what is in other folders, and output below the pages."""

    def edit() -> None:
        (api / path).parent.mkdir(parents=True, exist_ok=True)
        (api / path).write_text("text")

    assert [] == noticed(Inputs(apis=(api,), specs=Path("specs")), edit)


def test_a_renamed_page_is_one_removed_and_one_new(api: Path) -> None:
    """Names are facts: a page by another name is another operation."""
    inputs = Inputs(apis=(api,), specs=Path("specs"))
    seen = noticed(inputs, lambda: (api / "operation-a.md").rename(api / "operation-c.md"))

    assert [
        ("docs/api/operation-a.md", "removed"),
        ("docs/api/operation-c.md", "new"),
    ] == seen


def test_a_page_that_another_takes_the_place_of_is_changed(api: Path) -> None:
    """Editors write a new file and rename it; size and time may be those of the old one."""
    page = api / "operation-a.md"

    def edit() -> None:
        fresh = api / "fresh"
        shutil.copy2(page, fresh)
        fresh.replace(page)

    changes = noticed(Inputs(apis=(api,), specs=Path("specs")), edit)

    assert [("docs/api/operation-a.md", "changed")] == changes


def test_of_a_single_page_its_own_files_are_noticed(api: Path) -> None:
    """The page beside it does not matter, the configuration does."""
    inputs = Inputs(apis=(api / "operation-a.md",), specs=Path("specs"))

    def edit() -> None:
        for name in ("operation-a.md", "operation-b.md", "api.toml"):
            (api / name).write_text("other text")

    assert [("docs/api/api.toml", "new"), ("docs/api/operation-a.md", "changed")] == noticed(
        inputs, edit
    )


def test_a_new_folder_of_specs_is_noticed(api: Path) -> None:
    """Without a name, every folder of specs is watched, also one that is not there yet."""
    inputs = Inputs(apis=(), specs=Path("specs"))

    def edit() -> None:
        Path("specs").mkdir()
        api.rename("specs/api")

    assert [
        ("specs/api/operation-a.md", "new"),
        ("specs/api/operation-b.md", "new"),
    ] == noticed(inputs, edit)


def test_templates_are_noticed_but_for_hidden_ones(api: Path) -> None:
    """As packs are read: everything below but hidden files and caches."""
    pack = Path("packs/ours")
    inputs = Inputs(apis=(api,), specs=Path("specs"), templates=(Path("packs"),))

    def edit() -> None:
        for path in ("README.md.j2", "{package}/x.j2", ".hidden/x.j2", "__pycache__/x.pyc", ".x"):
            (pack / path).parent.mkdir(parents=True, exist_ok=True)
            (pack / path).write_text("text")

    assert [
        ("packs/ours/README.md.j2", "new"),
        ("packs/ours/{package}/x.j2", "new"),
    ] == noticed(inputs, edit)


def test_rounds_tell_what_changed_while_the_last_one_was_worked_on(api: Path) -> None:
    """The first round is at once and of nothing; no change is lost between two."""
    listened: list[frozenset[Path]] = []

    def news(folders: frozenset[Path]) -> Iterator[object]:
        listened.append(folders)
        yield None
        (api / "operation-b.md").write_text("later text")
        yield None

    found = rounds(Inputs(apis=(api,), specs=Path("specs")), news=news)
    first = next(found)
    (api / "operation-a.md").write_text("other text")
    second, third = next(found), next(found)

    assert () == first
    assert "docs/api/operation-a.md changed" == told(second)
    assert "docs/api/operation-b.md changed" == told(third)
    assert {Path("docs"), api} == listened[0]


def test_a_new_folder_of_answers_is_listened_to(api: Path) -> None:
    """An empty folder changes nothing, but what comes into it will."""
    listened: list[frozenset[Path]] = []

    def news(folders: frozenset[Path]) -> Iterator[object]:
        listened.append(folders)
        if len(listened) == 1:
            (api / "examples").mkdir()
        else:
            (api / "examples/a.200.json").write_text("{}")
        yield None

    found = rounds(Inputs(apis=(api,), specs=Path("specs")), news=news)
    next(found)

    assert "docs/api/examples/a.200.json new" == told(next(found))
    assert {Path("docs"), api, api / "examples"} == listened[1]


@pytest.mark.parametrize(
    ("path", "owner", "expected"),
    [
        ("specs/a/operation-x.md", "specs/a", ["specs/a"]),
        ("specs/a/examples/x.200.json", "specs/a", ["specs/a"]),
        ("specs/a/api.toml", "specs/a", ["specs/a", "specs/b"]),
        ("packs/ours/README.md.j2", None, ["specs/a", "specs/b"]),
        ("specs/c/operation-x.md", "specs/c", ["specs/a", "specs/b"]),
    ],
)
def test_a_change_concerns_its_api_or_all(
    path: str, owner: str | None, expected: list[str]
) -> None:
    """A page and an answer belong to one API; what else changes may move output of all."""
    change = FileChange(path=Path(path), kind=Kind.CHANGED, api=Path(owner) if owner else None)
    apis = (Path("specs/a"), Path("specs/b"))

    assert [Path(one) for one in expected] == list(concerned([change], apis))


def test_many_changes_are_told_in_one_line() -> None:
    """Three by name, the others counted."""
    changes = tuple(FileChange(path=Path(f"a/{one}.md"), kind=Kind.NEW) for one in range(5))

    assert "a/0.md new, a/1.md new, a/2.md new, 2 more" == told(changes)


def _hear_interrupts() -> None:
    """What a shell starts in the background ignores them, and so would all that comes of it."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


class Watching:
    """A process that watches, with the lines it prints."""

    def __init__(self, folder: Path, *arguments: str) -> None:
        self.lines: Queue[str] = Queue()
        self.seen: list[str] = []
        self.process = subprocess.Popen(
            [sys.executable, "-m", "generator", "watch", *arguments],
            cwd=folder,
            env=os.environ | {"PYTHONPATH": str(Path(__file__).parent.parent)},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            preexec_fn=_hear_interrupts,
        )
        self._thread = Thread(target=self._read, daemon=True)
        self._thread.start()

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.lines.put(line.rstrip("\n"))

    def line(self, part: str) -> str:
        """The next line that holds a text; the others are kept in ``seen``."""
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            try:
                self.seen.append(self.lines.get(timeout=0.2))
            except Empty:
                assert self.process.poll() is None, self.seen
                continue
            if part in self.seen[-1]:
                return self.seen[-1]
        raise AssertionError(f"no line with {part!r}: {self.seen}")

    def end(self, number: signal.Signals = signal.SIGINT) -> int:
        """Send a signal to this very process; its exit code."""
        self.process.send_signal(number)
        code = self.process.wait(timeout=PATIENCE)
        self._thread.join(timeout=PATIENCE)
        while not self.lines.empty():
            self.seen.append(self.lines.get())
        return code


@pytest.fixture
def watch(root: Path, tmp_path: Path) -> Iterator[Callable[..., Watching]]:
    """A function that starts a watch in a folder with pages; ended at the end of the test."""
    started: list[Watching] = []
    shutil.copytree(root / "specs/train-travel", tmp_path / "docs/rail")

    def start(*arguments: str) -> Watching:
        started.append(Watching(tmp_path, *arguments))
        return started[-1]

    yield start
    for one in started:
        if one.process.poll() is None:
            one.process.kill()
            one.process.wait()


def test_a_watch_follows_edits_and_survives_faults(
    watch: Callable[..., Watching], tmp_path: Path
) -> None:
    """Start, edit, break a page, mend it; the last good output stays, and Ctrl-C ends with 0."""
    page = tmp_path / "docs/rail/operation-get-stations.md"
    made = tmp_path / "sdks/python/rail/REFERENCE.md"
    text = page.read_text()
    running = watch("docs/rail", "--out", "sdks")
    running.line("watching for changes")
    first = running.seen[0]
    page.write_text(text.replace("# Get a list of train stations", "# Every station there is"))
    edited = running.line("operation-get-stations.md changed: sdks")
    good = made.read_text()
    page.write_text("# Nothing but a title")
    fault = running.line("error[not-api-documentation]")
    broken = running.line("nothing was written")
    kept = made.read_text()
    page.write_text(text)
    mended = running.line("operation-get-stations.md changed: sdks")
    code = running.end()

    assert "sdks/python/rail: 7 operations, " in first
    assert "sdks/python/rail: 7 operations, " in edited
    assert "Every station there is" in good
    assert fault.startswith("docs/rail/operation-get-stations.md:1:1: ")
    assert "docs/rail/operation-get-stations.md changed: 1 error; nothing was written" in broken
    assert good == kept
    assert "sdks/python/rail: 7 operations, " in mended
    assert "Every station there is" not in made.read_text()
    assert (0, []) == (code, [one for one in running.seen if "Traceback" in one])


def test_a_watch_follows_new_pages_folders_and_templates(
    watch: Callable[..., Watching], tmp_path: Path
) -> None:
    """What is added, removed or replaced as a whole folder is followed as an edit is."""
    docs, pack = tmp_path / "specs/rail", tmp_path / "packs/ours"
    shutil.copytree(tmp_path / "docs/rail", docs)
    pack.mkdir(parents=True)
    (pack / "pack.toml").write_text('name = "ours"\nextends = "python"\n')
    running = watch("--templates", "packs", "--pack", "ours")
    running.line("watching for changes")
    (pack / "README.md.j2").write_text("{# receives api: ApiView #}\nOurs\n")
    template = running.line("README.md.j2 new: ")
    (docs / "operation-get-stations.md").unlink()
    removed = running.line("operation-get-stations.md removed: ")
    shutil.copytree(docs, tmp_path / "specs/other")
    added = running.line("generated/ours/other: 6 operations, ")
    docs.rename(tmp_path / "aside")
    shutil.copytree(tmp_path / "docs/rail", docs)
    running.line("generated/ours/rail: 7 operations, ")
    code = running.end(signal.SIGTERM)

    assert "generated/ours/rail: 7 operations, " in template
    assert "generated/ours/rail: 6 operations, " in removed
    assert added.startswith("specs/other/")
    assert "\nOurs" in "\n" + (tmp_path / "generated/ours/other/README.md").read_text()
    assert (143, []) == (code, [one for one in running.seen if "Traceback" in one])


def test_a_watch_of_nothing_is_wrong_usage(watch: Callable[..., Watching]) -> None:
    """A name that is mistyped must not be waited for."""
    running = watch("docs/rial")
    code = running.process.wait(timeout=PATIENCE)
    running._thread.join(timeout=PATIENCE)
    lines = list(running.lines.queue)

    assert 2 == code
    assert "docs/rial:1:1: error[missing-folder]: there is no such folder or page" == lines[0]
    assert "1 error; nothing to watch" == lines[-1]
