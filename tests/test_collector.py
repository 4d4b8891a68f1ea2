"""The collector of rubbish is held back while values pile up, and called where rubbish does."""

from __future__ import annotations

import gc
import weakref

import pytest

from generator.collector import paused
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


@pytest.mark.parametrize(("files", "freed"), [(1, False), (40, True)])
def test_rubbish_of_the_formatter_goes_once_there_is_much(
    files: int, freed: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Little is left to the end of the process; much would fill the memory."""
    monkeypatch.setattr(formatting, "RUBBISH", 100)
    monkeypatch.setattr(formatting, "_rubbish", formatting._Rubbish())
    many = tuple(RenderedFile(path=f"{one}.py", text="x = [1,]\n") for one in range(files))
    ring = Ring()
    left = weakref.ref(ring)
    with paused():
        del ring
        formatting.format_files(many, "black")

        assert freed == (left() is None)
