"""The collector of rubbish is held back while values pile up, and called where rubbish does."""

from __future__ import annotations

import gc
import subprocess
import sys
import weakref

import pytest

from generator.collector import clearing, end_at_once, paused
from generator.emit import format as formatting
from generator.emit.files import RenderedFile


class Ring:
    """An object that knows itself, so that only the collector frees it."""

    def __init__(self) -> None:
        self.itself = self


def fail_while_paused() -> None:
    """Work that goes wrong."""
    with paused():
        assert not gc.isenabled()
        raise ValueError("odd")


@pytest.mark.parametrize("on", [True, False])
def test_afterwards_it_is_as_it_was(on: bool) -> None:
    """Also where the work fails."""
    (gc.enable if on else gc.disable)()
    try:
        with pytest.raises(ValueError, match="odd"):
            fail_while_paused()

        assert on == gc.isenabled()
    finally:
        gc.enable()


def test_what_was_made_meanwhile_is_not_looked_through_at_the_end() -> None:
    """Much of it would be; it is when somebody asks for it."""
    looked: list[str] = []
    gc.collect()
    gc.callbacks.append(lambda phase, _: looked.append(phase))
    try:
        with paused():
            kept = [[one] for one in range(100 * gc.get_threshold()[0])]
            rubbish = weakref.ref(Ring())
        kept.append([])

        assert [] == looked
    finally:
        gc.callbacks.pop()
    gc.collect()

    assert rubbish() is None


def test_rubbish_is_cleared_away_when_asked_and_at_the_end() -> None:
    """What was there before is let alone meanwhile, and looked at again afterwards."""
    before = Ring()
    old = weakref.ref(before)
    with clearing() as clear:
        del before
        first = weakref.ref(Ring())
        clear()

        assert (True, False) == (first() is None, old() is None)

        last = weakref.ref(Ring())

    assert last() is None

    gc.collect()

    assert old() is None


@pytest.mark.parametrize(("rubbish", "times"), [(1000, 1), (20, 3)])
def test_rubbish_of_the_formatter_goes_once_there_is_much(
    rubbish: int, times: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Looking takes time, and much would fill the memory."""
    monkeypatch.setattr(formatting, "RUBBISH", rubbish)
    looked: list[str] = []

    def count(phase: str, _: object) -> None:
        if phase == "start":
            looked.append(phase)

    many = tuple(RenderedFile(path=f"{one}.py", text="x = [1,]\n") for one in range(8))
    gc.callbacks.append(count)
    try:
        formatting.format_files(many, "black")
    finally:
        gc.callbacks.remove(count)

    assert times == len(looked)


def test_a_process_ends_at_once_with_its_code_and_all_that_it_printed() -> None:
    """Nothing is taken apart before; what was printed has arrived all the same."""
    code = (
        "import atexit; from generator.collector import end_at_once\n"
        "atexit.register(print, 'late'); print('x' * 100_000); end_at_once(3)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)

    assert (3, "x" * 100_000 + "\n", "") == (done.returncode, done.stdout, done.stderr)


@pytest.mark.parametrize("code", [None, "a message"])
def test_what_is_no_exit_code_is_left_to_python(code: object) -> None:
    """It prints the message, or ends as usual."""
    end_at_once(code)


def test_what_cannot_be_printed_is_left_to_python(monkeypatch: pytest.MonkeyPatch) -> None:
    """A reader that has gone, or a full disk, is no reason to end without a word."""

    class Closed:
        def flush(self) -> None:
            raise BrokenPipeError

    monkeypatch.setattr(sys, "stdout", Closed())

    end_at_once(0)
