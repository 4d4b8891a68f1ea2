"""All of a file, whatever its size was said to be."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.whole_file import read_whole


@pytest.mark.parametrize("said", [0, 1, 9, 10, 11, 1 << 21])
@pytest.mark.parametrize("data", [b"", b"0123456789", b"x" * ((1 << 20) + 3)])
def test_all_of_a_file_is_read(tmp_path: Path, data: bytes, said: int) -> None:
    """It may have grown or shrunk since somebody asked for its size."""
    file = tmp_path / "x"
    file.write_bytes(data)

    assert data == read_whole(file, said)


def test_what_cannot_be_read_is_the_systems_error(tmp_path: Path) -> None:
    """A folder, or nothing at all."""
    for place in (tmp_path, tmp_path / "nothing"):
        with pytest.raises(OSError, match=r"."):
            read_whole(place, 1)
