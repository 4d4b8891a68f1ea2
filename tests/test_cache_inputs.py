"""What a run has read, it remembers as read only where nobody changed it meanwhile."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from generation import call

from generator import run as reading
from generator.cache import inputs
from generator.cache.inputs import Inputs, look_at

TRAINS = Path(__file__).parent.parent / "specs" / "train-travel"
OTHER = b"# Other\n"


@pytest.fixture
def pages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of pages with all that may lie beside them, none of it changed lately."""
    monkeypatch.delenv("DOCS2SDK_NO_CACHE", raising=False)
    monkeypatch.setenv("DOCS2SDK_CACHE_DIR", str(tmp_path / "kept"))
    monkeypatch.chdir(tmp_path)
    shutil.copytree(TRAINS, "trains")
    time.sleep(0.02)  # two steps of the clock that files are stamped with
    monkeypatch.setattr(inputs, "_TICK", -(10**15))
    return Path("trains")


def look(pages: Path) -> Inputs:
    """The inputs as they are now."""
    found = look_at(pages)
    assert found is not None
    return found


def swapped_and_put_back(page: Path) -> None:
    """Another page stood there for a moment; afterwards even the times are as they were."""
    known = page.stat()
    page.rename("aside")
    page.write_bytes(OTHER)
    Path("aside").replace(page)
    os.utime(page, ns=(known.st_atime_ns, known.st_mtime_ns))


def written_in_place(page: Path) -> None:
    """As many other bytes, and the old time of the last change."""
    known = page.stat()
    page.write_bytes(page.read_bytes()[::-1])
    os.utime(page, ns=(known.st_atime_ns, known.st_mtime_ns))


def became_a_link(page: Path) -> None:
    """The same words, from a place that nobody looks at."""
    page.rename("aside")
    page.symlink_to(Path("aside").resolve())


CHANGES: dict[str, Callable[[Path], object]] = {
    "a page is swapped and put back": swapped_and_put_back,
    "a page is written in place": written_in_place,
    "a page becomes a link": became_a_link,
    "a page is gone": Path.unlink,
    "a page is new": lambda page: page.with_name("zoo.md").write_bytes(OTHER),
    "api.toml is written": lambda page: page.with_name("api.toml").write_bytes(b"\n"),
    "an example is written": lambda page: (page.parent / "examples/get-trips.200.json").write_bytes(
        b"[]"
    ),
    "an example is new": lambda page: (page.parent / "examples/get-trips.404.json").write_bytes(
        b"{}"
    ),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_a_change_meanwhile_is_noticed(pages: Path, change: Callable[[Path], object]) -> None:
    """Nothing that was read after a look passes for what the look saw."""
    seen = look(pages)
    before = seen.still_hold()
    change(pages / "operation-get-trips.md")

    assert (True, False) == (before, seen.still_hold())


def test_what_nobody_touched_is_not_read_again(
    pages: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the system says of a file is enough."""
    seen = look(pages)
    monkeypatch.setattr(inputs, "read_regular", None)

    assert seen.still_hold()


def test_a_change_within_one_step_of_the_clock_is_noticed(
    pages: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file that changed just before may change again and keep its times: it is read again."""
    monkeypatch.setattr(inputs, "_TICK", 10**18)
    monkeypatch.setattr(inputs, "stamp_of", lambda found: ())
    seen = look(pages)
    before = seen.still_hold()
    written_in_place(pages / "operation-get-trips.md")

    assert (True, False) == (before, seen.still_hold())


def test_equal_inputs_have_one_key(pages: Path) -> None:
    """Of names and contents alone, whenever they were written; every byte of them counts."""
    page = pages / "operation-get-trips.md"
    first = look(pages)
    page.touch()
    touched = look(pages)
    page.write_bytes(page.read_bytes() + b"\n")
    edited = look(pages)

    assert (True, False) == (first.key == touched.key, first.key == edited.key)


@pytest.mark.parametrize("disturbed", [False, True])
def test_a_run_that_read_other_pages_is_not_remembered(
    pages: Path, monkeypatch: pytest.MonkeyPatch, disturbed: bool
) -> None:
    """Pages edited between the first look and the reading, and put back before its end."""
    page = pages / "operation-get-trips.md"
    text = page.read_bytes()
    load = reading.load_documents

    def meanwhile(*given: object) -> object:
        if disturbed:
            page.write_bytes(text.replace(b"**GET /trips**", b"**GET /tours**"))
        try:
            return load(*given)  # type: ignore[arg-type]
        finally:
            if disturbed:
                page.write_bytes(text)

    monkeypatch.setattr(reading, "load_documents", meanwhile)
    assert 0 == call("generate", pages, "--out", "out").exit_code

    assert disturbed == (not list(Path("kept").glob("runs/*/*")))
