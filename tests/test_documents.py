"""Documents on disk become sources; what is none of them is refused with its place."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator.diagnostics import Diagnostics
from generator.documents import api_folders, load_documents


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of two pages, its root, a README and a subfolder."""
    home = tmp_path / "rail"
    (home / "old").mkdir(parents=True)
    for name in ("b.md", "a.md", "index.md", "llms.txt", "README.md", ".b.md", "x.txt", "old/c.md"):
        (home / name).write_text(f"# {name}\n", encoding="utf-8")
    return home


def faults(path: Path) -> list[tuple[str, str]]:
    """What is reported on loading the path: each finding's place and code."""
    found = Diagnostics()

    assert load_documents(path, found) is None
    return [(str(one.span), one.code) for one in found]


def test_a_folder_gives_its_pages_by_name(folder: Path) -> None:
    """Roots are sources too; README, other files and subfolders are not read."""
    loaded = load_documents(folder, Diagnostics())

    assert loaded is not None
    assert "rail" == loaded.name
    assert ["a.md", "b.md", "index.md", "llms.txt"] == [Path(s.path).name for s in loaded.sources]


def test_paths_are_as_the_user_gave_them(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A relative folder gives relative paths; its name is found all the same."""
    monkeypatch.chdir(folder)
    here = load_documents(Path(), Diagnostics())
    monkeypatch.chdir(folder.parent)
    below = load_documents(Path("rail"), Diagnostics())

    assert here is not None
    assert below is not None
    assert ("rail", "a.md") == (here.name, here.sources[0].path)
    assert ("rail", "rail/a.md") == (below.name, below.sources[0].path)


def test_a_single_page_is_named_by_its_folder(folder: Path) -> None:
    """The page alone is read, with the api.toml beside it."""
    (folder / "api.toml").write_text('[client]\nname = "Rail"\n', encoding="utf-8")
    loaded = load_documents(folder / "b.md", Diagnostics())

    assert loaded is not None
    assert ("rail", "Rail", 1) == (loaded.name, loaded.config.client.name, len(loaded.sources))


@pytest.mark.parametrize(
    "data",
    [
        b"# T\n\n\ttwo\n",
        b"\xef\xbb\xbf# T\n\n\ttwo\n",
        b"# T\r\n\r\n\ttwo\r\n",
        b"# T\r\r\ttwo\r",
    ],
    ids=["plain", "byte order mark", "CRLF", "CR"],
)
def test_line_ends_and_the_byte_order_mark_make_no_difference(folder: Path, data: bytes) -> None:
    """An editor's habits change nothing that comes out."""
    (folder / "a.md").write_bytes(data)
    loaded = load_documents(folder / "a.md", Diagnostics())

    assert loaded is not None
    assert "# T\n\n\ttwo\n" == loaded.sources[0].text


@pytest.mark.parametrize(
    ("data", "place", "code"),
    [
        (b"ok\n\xc3\xa4 \xff\n", "2:3", "not-text"),
        (b"\xef\xbb\xbfok \xe4", "1:4", "not-text"),
        (b"caf\xed\xa0\x80", "1:4", "not-text"),
        (b"ok\r\nbin\0ary\x01", "2:4", "not-text"),
        (b"ok\n\n  \x1b[31m\x02", "3:3", "control-character"),
        ("a\x85".encode(), "1:2", "control-character"),
        (b"x\x7f", "1:2", "control-character"),
    ],
)
def test_what_is_not_text_is_refused_at_its_place(
    folder: Path, data: bytes, place: str, code: str
) -> None:
    """One finding a page, at the first byte that is not text."""
    page = folder / "a.md"
    page.write_bytes(data)

    assert [(f"{page.as_posix()}:{place}", code)] == faults(folder)


def test_every_bad_page_is_reported(folder: Path) -> None:
    """One bad page does not hide the next, nor a broken api.toml."""
    (folder / "a.md").write_bytes(b"\0")
    (folder / "b.md").write_bytes(b"\xff")
    (folder / "api.toml").write_bytes(b"x")

    assert ["not-text", "config-syntax", "not-text"] == [code for _, code in faults(folder)]


def test_what_is_no_folder_of_pages_is_wrong_usage(folder: Path) -> None:
    """Missing, empty, or of another kind: each has its code."""
    (folder / "empty").mkdir()

    assert ["missing-folder"] == [code for _, code in faults(folder / "nowhere")]
    assert ["no-pages"] == [code for _, code in faults(folder / "empty")]
    assert ["not-a-page"] == [code for _, code in faults(folder / "x.txt")]


def test_a_folder_or_a_pipe_is_not_a_page(folder: Path) -> None:
    """Only regular files are opened: a pipe would never end."""
    (folder / "c.md").mkdir()
    os.mkfifo(folder / "d.md")

    assert ["unreadable", "unreadable"] == [code for _, code in faults(folder)]


def test_a_file_that_may_not_be_read_is_an_error(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The system's reason is in the message."""

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("builtins.open", refuse)
    found = Diagnostics()
    load_documents(folder / "a.md", found)

    assert ["cannot be read: Permission denied"] == [one.message for one in found]


def test_links_are_read_only_inside_the_folder(folder: Path) -> None:
    """A link to a neighbour is a page; one that leads out, nowhere or in a circle is not."""
    (folder / "c.md").symlink_to("a.md")
    inside = load_documents(folder, Diagnostics())
    outside = folder.parent / "secret.md"
    outside.touch()
    (folder / "d.md").symlink_to(outside)
    (folder / "e.md").symlink_to("nothing.md")
    (folder / "f.md").symlink_to("f.md")
    codes = [code for _, code in faults(folder)]

    assert inside is not None
    assert 5 == len(inside.sources)
    assert "link-outside" == codes[0]
    assert {"unreadable"} == set(codes[1:])


def test_the_folders_of_specs_are_those_with_pages(folder: Path) -> None:
    """Empty folders, folders of other things and files are passed over; order is by name."""
    (folder.parent / "empty").mkdir()
    (folder.parent / "about").mkdir()
    (folder.parent / "about" / "README.md").touch()
    (folder.parent / "air").mkdir()
    (folder.parent / "air" / "x.md").touch()
    (folder.parent / "page.md").touch()

    assert ["air", "rail"] == [one.name for one in api_folders(folder.parent)]
