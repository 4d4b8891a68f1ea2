"""The output folder: what would change, what is never touched, and how it is written."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from generator import __version__
from generator.emit.files import RenderedFile
from generator.emit.manifest import MANIFEST_NAME, Manifest, digest, parse_manifest
from generator.emit.output import (
    Action,
    Change,
    Conflict,
    apply,
    compare,
    conflicts,
    is_current,
    is_drift,
)
from generator.emit.paths import OutputError, check_paths, path_fault
from generator.emit.staging import BACKUP
from generator.value import replace

FILES = {"pyproject.toml": "[project]\n", "rail/__init__.py": "", "rail/models/trip.py": "x = 1\n"}


MADE_FROM = Manifest(generator=__version__, pack="python", pack_hash="11", pages={"a.md": "00"})


def changes(folder: Path, files: dict[str, str]) -> tuple[Change, ...]:
    """What would become of the folder."""
    rendered = [RenderedFile(path=path, text=text) for path, text in files.items()]
    return compare(rendered, folder, MADE_FROM)


def write(folder: Path, files: dict[str, str], *, force: bool = False) -> None:
    """Make the folder hold the files."""
    apply(changes(folder, files), folder, force=force)


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below the folder, and every empty folder, by path."""
    return {
        one.relative_to(folder).as_posix(): one.read_bytes() if one.is_file() else b""
        for one in sorted(folder.rglob("*"))
        if not one.is_dir() or not any(one.iterdir())
    }


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An output folder that holds FILES, as written by us."""
    home = tmp_path / "generated" / "python" / "rail"
    write(home, FILES)
    return home


def actions(folder: Path, files: dict[str, str]) -> dict[str, tuple[Action, Conflict | None]]:
    """Each path with what would become of it, those that stay left out."""
    return {
        one.path: (one.action, one.conflict)
        for one in changes(folder, files)
        if one.action is not Action.KEEP
    }


def test_a_fresh_folder_gets_all_files_and_the_manifest(tmp_path: Path) -> None:
    """Everything is added; comparing alone writes nothing."""
    home = tmp_path / "out" / "python" / "rail"
    planned = changes(home, FILES)

    assert not home.exists()
    assert [Action.ADD] * 4 == [one.action for one in planned]
    assert [*sorted(FILES), MANIFEST_NAME] == [one.path for one in planned]

    apply(planned, home)

    assert {*FILES, MANIFEST_NAME} == set(tree(home))
    assert b"x = 1\n" == tree(home)["rail/models/trip.py"]


def test_the_manifest_is_stable_and_of_no_machine(folder: Path) -> None:
    """It holds versions and hashes by relative path, sorted, and reads back."""
    data = (folder / MANIFEST_NAME).read_bytes()
    manifest = parse_manifest(data)

    assert manifest is not None
    assert (__version__, "python", {"a.md": "00"}) == (
        manifest.generator,
        manifest.pack,
        manifest.pages,
    )
    assert {path: digest(text.encode()) for path, text in FILES.items()} == manifest.files
    assert sorted(FILES) == list(manifest.files)
    assert data == manifest.to_text().encode()
    assert str(folder.parent) not in data.decode()


def test_writing_again_touches_nothing(folder: Path) -> None:
    """Without a change there is no write: the times of all files stay."""
    for one in folder.rglob("*"):
        os.utime(one, (1, 1))
    planned = changes(folder, FILES)
    apply(planned, folder)

    assert not is_drift(planned)
    assert {1.0} == {one.stat().st_mtime for one in folder.rglob("*")}


NEXT = {"pyproject.toml": "[new]\n", "rail/__init__.py": "", "rail/client.py": "y = 2\n"}
"""What FILES become: one replaced, one kept, one added, one removed."""


def _write_over(path: str) -> Callable[[Path], object]:
    return lambda folder: (folder / path).write_bytes(b"#\n")


def _set_back(folder: Path) -> None:
    """An edit of the same length, under the time of before."""
    file = folder / "rail/__init__.py"
    before = file.stat()
    time.sleep(0.02)  # the clock of a file system ticks less often
    file.write_text("#")
    file.write_text("")
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))


def _put_another(folder: Path) -> None:
    (folder / "other").touch()
    os.replace(folder / "other", folder / "rail/__init__.py")


MEANWHILE: dict[str, Callable[[Path], object]] = {
    "edits what stays": _write_over("rail/__init__.py"),
    "edits what stays and sets its time back": _set_back,
    "puts another file there": _put_another,
    "deletes what stays": lambda folder: (folder / "rail/__init__.py").unlink(),
    "edits what is replaced": _write_over("pyproject.toml"),
    "edits what is removed": _write_over("rail/models/trip.py"),
    "deletes what is removed": lambda folder: (folder / "rail/models/trip.py").unlink(),
    "adds what is added": _write_over("rail/client.py"),
    "writes a manifest": _write_over(MANIFEST_NAME),
}


def test_a_folder_that_nobody_touched_is_current(folder: Path) -> None:
    """Reading it, or putting a file of one's own there, is no touch."""
    planned = changes(folder, NEXT)
    tree(folder)
    (folder / "notes.txt").write_text("mine")

    assert is_current(planned, folder)


@pytest.mark.parametrize("somebody", MEANWHILE)
def test_whatever_somebody_does_to_our_files_is_seen(folder: Path, somebody: str) -> None:
    """Between the plan and the lock."""
    planned = changes(folder, NEXT)
    MEANWHILE[somebody](folder)

    assert not is_current(planned, folder)


def test_our_own_files_are_replaced_and_removed(folder: Path) -> None:
    """What nobody changed follows the documents; folders left empty go, too."""
    assert {
        "pyproject.toml": (Action.REPLACE, None),
        "rail/client.py": (Action.ADD, None),
        "rail/models/trip.py": (Action.REMOVE, None),
        MANIFEST_NAME: (Action.REPLACE, None),
    } == actions(folder, NEXT)

    write(folder, NEXT)

    assert {*NEXT, MANIFEST_NAME} == set(tree(folder))
    assert not (folder / "rail" / "models").exists()


def test_a_folder_with_a_strangers_file_stays(folder: Path) -> None:
    """Files we do not know are never touched, nor the folders they are in."""
    (folder / "rail/models/own.py").write_text("mine")
    (folder / "notes.txt").write_text("mine")
    write(folder, {"pyproject.toml": "[project]\n"})

    assert {"notes.txt", "pyproject.toml", "rail/models/own.py", MANIFEST_NAME} == set(tree(folder))


@pytest.mark.parametrize(
    ("files", "action"),
    [
        (FILES | {"rail/models/trip.py": "x = 2\n"}, Action.REPLACE),
        ({"pyproject.toml": "[project]\n", "rail/__init__.py": ""}, Action.REMOVE),
    ],
    ids=["wanted", "no longer wanted"],
)
def test_an_edited_file_is_kept_unless_forced(
    folder: Path, files: dict[str, str], action: Action
) -> None:
    """Nothing at all is written while a file would lose an edit; force says to lose it."""
    (folder / "rail/models/trip.py").write_text("x = 1  # mine\n")
    before = tree(folder)

    assert (action, Conflict.EDITED) == actions(folder, files)["rail/models/trip.py"]

    with pytest.raises(OutputError, match=r"trip\.py: was not written by docs2sdk"):
        write(folder, files)

    assert before == tree(folder)

    write(folder, files, force=True)

    kept = f"{BACKUP}/rail/models/trip.py"

    assert {*files, MANIFEST_NAME, kept} == set(tree(folder))
    assert tree(folder).get("rail/models/trip.py", b"").decode() != "x = 1  # mine\n"
    assert b"x = 1  # mine\n" == tree(folder)[kept]


def test_an_edit_alone_is_drift(folder: Path) -> None:
    """A file edited by hand differs from what would be written, and is named as edited."""
    (folder / "pyproject.toml").write_text("mine")

    assert {"pyproject.toml": (Action.REPLACE, Conflict.EDITED)} == actions(folder, FILES)


def test_an_edit_that_says_the_same_is_none(folder: Path) -> None:
    """A file that holds what would be written is kept, whoever wrote it."""
    new = FILES | {"pyproject.toml": "[new]\n", "extra.py": "z = 3\n"}
    (folder / "pyproject.toml").write_text("[new]\n")
    (folder / "extra.py").write_text("z = 3\n")

    assert {MANIFEST_NAME: (Action.REPLACE, None)} == actions(folder, new)


def test_other_line_ends_are_no_edit(folder: Path) -> None:
    """Git may check files out with CRLF; that is neither an edit nor drift."""
    for path in (*FILES, MANIFEST_NAME):
        file = folder / path
        file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))

    assert {} == actions(folder, FILES)


def test_a_deleted_file_comes_back(folder: Path) -> None:
    """Deleting is no edit worth keeping; what is no longer wanted stays away."""
    (folder / "pyproject.toml").unlink()
    (folder / "rail/models/trip.py").unlink()
    wanted = {"pyproject.toml": "[project]\n", "rail/__init__.py": ""}

    assert {
        "pyproject.toml": (Action.ADD, None),
        MANIFEST_NAME: (Action.REPLACE, None),
    } == actions(folder, wanted)


def test_a_strangers_file_in_the_way_is_kept_unless_forced(tmp_path: Path) -> None:
    """A folder that was never ours keeps its files."""
    home = tmp_path / "python" / "rail"
    home.mkdir(parents=True)
    (home / "pyproject.toml").write_text("mine")

    stopped = [(one.path, one.conflict) for one in conflicts(changes(home, FILES))]

    assert [("pyproject.toml", Conflict.FOREIGN)] == stopped

    with pytest.raises(OutputError):
        write(home, FILES)

    assert {"pyproject.toml": b"mine"} == tree(home)


def hostile_manifests() -> dict[str, bytes]:
    """Manifests that we did not write, or not like this."""

    def listing(files: object, **other: object) -> bytes:
        value = {"format": 1, "generator": "0", "pack": "python", "pages": {}, "files": files}
        return json.dumps(value | other).encode()

    mine = digest(b"mine")
    return {
        "empty": b"",
        "no JSON": b"<<<<<<< HEAD\n{}",
        "no object": b"[]",
        "not text": b"\xff\xfe",
        "deep": b"[" * 100_000,
        "above": listing({"../victim.txt": mine}),
        "absolute": listing({"/etc/passwd": mine}),
        "hidden above": listing({"rail/../../victim.txt": mine}),
        "windows": listing({"C:\\victim.txt": mine}),
        "itself": listing({MANIFEST_NAME: mine}),
        "list of files": listing(["pyproject.toml"]),
        "hash of another type": listing({"rail/models/trip.py": 1}),
        "no pages": listing({}, pages=None),
        "other format": listing({"rail/models/trip.py": digest(b"x = 1\n")}, format=99),
    }


@pytest.mark.parametrize("name", hostile_manifests())
def test_a_damaged_manifest_deletes_nothing(folder: Path, name: str) -> None:
    """It counts as none: what differs is a stranger's, what is unknown stays."""
    (folder / MANIFEST_NAME).write_bytes(hostile_manifests()[name])
    (folder.parent / "victim.txt").write_bytes(b"mine")
    found = actions(folder, {"pyproject.toml": "[new]\n"})

    assert {
        "pyproject.toml": (Action.REPLACE, Conflict.FOREIGN),
        MANIFEST_NAME: (Action.REPLACE, None),
    } == found

    write(folder, {"pyproject.toml": "[new]\n"}, force=True)

    assert {*FILES, MANIFEST_NAME, f"{BACKUP}/pyproject.toml"} == set(tree(folder))
    assert (folder.parent / "victim.txt").exists()


def test_a_damaged_manifest_beside_current_files_is_mended(folder: Path) -> None:
    """A merge that spoilt the manifest alone costs one run, no force."""
    (folder / MANIFEST_NAME).write_text("<<<<<<< HEAD\n")
    write(folder, FILES)

    assert not is_drift(changes(folder, FILES))


BAD_PATHS = [
    "",
    "/etc/passwd",
    "../x.py",
    "a/../../x.py",
    "a//b.py",
    "a/./b.py",
    "a/",
    "a\\b.py",
    "a b.py",
    "ä.py",
    "a\n.py",
    "a.py\n",
    "..a/b.py",
    "a./b.py",
    "con/x.py",
    "rail/NUL.py",
    "x" * 121,
    "/".join(["abcdefghi"] * 21),
]


@pytest.mark.parametrize("path", BAD_PATHS)
def test_a_path_that_may_lead_elsewhere_is_refused(tmp_path: Path, path: str) -> None:
    """A template or a name that gives such a path stops the run before anything is written."""
    assert path_fault(path)

    with pytest.raises(OutputError):
        changes(tmp_path / "python" / "rail", FILES | {path: "x"})

    assert {} == tree(tmp_path)


@pytest.mark.parametrize("path", ["a.py", ".gitignore", "a/.github/x-1.yml", "_x/__init__.py"])
def test_an_ordinary_path_is_allowed(path: str) -> None:
    """Hidden files and private modules are ordinary."""
    assert "" == path_fault(path)


@pytest.mark.parametrize(
    "paths", [("a/B.py", "A/b.py"), ("a", "a/b.py"), ("a/b.py", "A"), (MANIFEST_NAME.upper(),)]
)
def test_two_paths_that_are_one_are_refused(paths: tuple[str, ...]) -> None:
    """Paths must differ by more than case, and none may be another's folder."""
    with pytest.raises(OutputError):
        check_paths([*paths, MANIFEST_NAME])


@pytest.mark.parametrize("place", ["", "..", "rail", "rail/models"])
def test_a_linked_folder_is_refused(folder: Path, tmp_path: Path, place: str) -> None:
    """Nothing is written or removed behind a link, be it the folder's own."""
    linked = Path(os.path.normpath(folder / place))
    elsewhere = tmp_path / "elsewhere"
    linked.rename(elsewhere)
    linked.symlink_to(elsewhere)
    before = tree(elsewhere)

    with pytest.raises(OutputError, match="is a link"):
        changes(folder, FILES | {"rail/models/trip.py": "x = 3\n"})

    assert before == tree(elsewhere)


def test_a_linked_file_is_replaced_only_when_forced_and_not_followed(
    folder: Path, tmp_path: Path
) -> None:
    """What a link points to is never written, even by force."""
    victim = tmp_path / "victim.txt"
    victim.write_text("mine")
    (folder / "pyproject.toml").unlink()
    (folder / "pyproject.toml").symlink_to(victim)

    assert {"pyproject.toml": (Action.REPLACE, Conflict.EDITED)} == actions(folder, FILES)

    write(folder, FILES, force=True)

    assert "mine" == victim.read_text()
    assert not (folder / "pyproject.toml").is_symlink()


def test_a_folder_where_a_file_belongs_stops_the_run(folder: Path) -> None:
    """And a file where a folder belongs; both are named."""
    (folder / "extra.py").mkdir()

    with pytest.raises(OutputError, match=r"extra\.py: is a folder"):
        changes(folder, FILES | {"extra.py": ""})
    with pytest.raises(OutputError, match=r"toml: is a file where a folder is needed"):
        changes(folder, {"pyproject.toml/x.py": ""})


def test_a_write_that_fails_leaves_no_rest(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A full disk is told with path and reason; the old file is whole, nothing lies about."""
    before = tree(folder)

    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", refuse)

    with pytest.raises(OutputError, match=r"rail: cannot be written: No space left on device"):
        write(folder, FILES | {"pyproject.toml": "[new]\n"})

    assert before == tree(folder)
    assert [folder] == list(folder.parent.iterdir())


def test_a_manifest_is_written_by_path() -> None:
    """The order in which files were made does not show."""
    one = replace(MADE_FROM, pages={"b": "1", "a": "2"}, files={"y": "", "x": ""})
    two = replace(MADE_FROM, pages={"a": "2", "b": "1"}, files={"x": "", "y": ""})

    assert one.to_text() == two.to_text()
