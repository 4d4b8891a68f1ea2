"""A pack is read from folders into memory, with faults by line, and plans the files."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from generator.emit.code import Code
from generator.emit.pack import Pack, PackError, load_pack, shipped_templates
from generator.emit.plan import FilePlan, plan

Write = Callable[..., Path]

BASE = """name = "base"
formatter = "black"
[styles]
field = "snake"
[reserved]
all = ["from"]
field = ["extra"]
[types]
string = "str"
array = "list[{item}]"
"array.in" = "Sequence[{item}]"
"string(date)" = "date"
[imports]
date = "from datetime import date"
[paths]
model = "models"
"""


@dataclass(frozen=True)
class Element:
    """What a list of the view holds."""

    module: Code


PACKAGE = Code("example")


@dataclass(frozen=True)
class View:
    """The least a path can ask for."""

    package: Code = PACKAGE
    title: str = "Page text"
    models: tuple[Element, ...] = (Element(Code("task")), Element(Code("queue")))


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Writes a pack's files, ``pack.toml`` among them, and gives the folder of packs."""

    def written(name: str, toml: str, files: dict[str, str] | None = None) -> Path:
        for path, text in {"pack.toml": toml, **(files or {})}.items():
            place = tmp_path / name / path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(text, "utf-8")
        return tmp_path

    return written


def load(write: Write, toml: str = BASE, files: dict[str, str] | None = None) -> Pack:
    """The pack ``base`` of these files."""
    return load_pack("base", (write("base", toml, files),))


def test_templates_and_copies_are_told_apart_by_their_suffix(write: Write) -> None:
    """Hidden files, caches and pack.toml are no part of what is made."""
    files = {"a/x.py.j2": "1", "b.py": "2", ".hidden": "3", "__pycache__/x.pyc": "4"}
    pack = load(write, files=files)
    expected = ({"a/x.py.j2": "1"}, {"b.py": "2"})

    assert expected == (pack.templates, pack.copies)


def test_an_extending_pack_replaces_files_and_merges_tables(write: Write) -> None:
    """A team changes one template and one type, and keeps the rest."""
    write("base", BASE, {"a.py.j2": "base", "b.py.j2": "base"})
    toml = 'name = "own"\nextends = "base"\n[types]\nstring = "Text"\n[reserved]\nfield = ["x"]\n'
    pack = load_pack("own", (write("own", toml, {"a.py.j2": "own"}),))
    files = {"a.py.j2": "own", "b.py.j2": "base"}
    types = {"string": "Text", "array": "list[{item}]"}
    reserved = {"from", "extra", "x"}

    assert files == pack.templates
    assert types == {key: pack.types[key] for key in types}
    assert reserved == pack.reserved_for("field")
    assert pack.formatter == "black"


def test_a_pack_that_extends_itself_is_refused(write: Write) -> None:
    """A circle ends in a sentence, not in a recursion."""
    write("one", 'name = "one"\nextends = "two"\n')
    folder = write("two", 'name = "two"\nextends = "one"\n')

    with pytest.raises(PackError, match="one -> two -> one"):
        load_pack("one", (folder,))


def test_the_first_folder_that_has_the_pack_wins(tmp_path: Path) -> None:
    """A user's folder stands before the shipped one."""
    for folder in ("own", "shipped"):
        place = tmp_path / folder / "base"
        place.mkdir(parents=True)
        place.joinpath("pack.toml").write_text(BASE, "utf-8")
        place.joinpath("x.py").write_text(folder, "utf-8")
    expected = "own"

    assert expected == load_pack("base", (tmp_path / "own", tmp_path / "shipped")).copies["x.py"]


def test_an_unknown_pack_is_answered_with_the_nearest(write: Write) -> None:
    """A slip of the finger costs one look."""
    folder = write("python", BASE)

    with pytest.raises(PackError, match='did you mean "python"'):
        load_pack("pyhton", (folder,))


@pytest.mark.parametrize(
    ("toml", "line", "message"),
    [
        ('name = "a"\nformater = "black"\n', 2, 'did you mean "formatter"'),
        ('name = "a"\n\n[style]\n', 3, 'did you mean "styles"'),
        ('[styles]\nfield = "snak"\n', 2, 'did you mean "snake"'),
        ('[reserved]\nall = "from"\n', 2, "list of words"),
        ('[types]\n"array.in" = 1\n', 2, "text in quotes"),
        ('types = "x"\n', 1, "must be a table"),
        ('name = "a"\nformatter = "gofmt"\n', 2, "formatter must be"),
        ('name = "a"\nname = "b"\n', 2, "not TOML"),
    ],
)
def test_a_fault_in_pack_toml_is_told_by_line(
    write: Write, toml: str, line: int, message: str
) -> None:
    """The message says what to write instead."""
    with pytest.raises(PackError, match=message) as caught:
        load(write, toml)

    assert line == caught.value.line


def test_a_file_that_is_not_text_is_refused(write: Write, tmp_path: Path) -> None:
    """A pack holds text only."""
    write("base", BASE)
    (tmp_path / "base" / "x.png").write_bytes(b"\xff\xfe")

    with pytest.raises(PackError, match="not UTF-8"):
        load_pack("base", (tmp_path,))


def test_the_digest_follows_every_file(write: Write) -> None:
    """Equal packs have equal digests; any changed text changes it."""
    first = load(write, files={"a.py": "1"}).digest
    again = load(write, files={"a.py": "1"}).digest
    other = load(write, files={"a.py": "2"}).digest
    expected = (True, False)

    assert expected == (first == again, first == other)


@pytest.mark.parametrize(
    ("key", "direction", "expected"),
    [
        ("array", "out", "list[int]"),
        ("array", "in", "Sequence[int]"),
        ("string(date)", "out", "date"),
        ("string(uri)", "in", "str"),
    ],
)
def test_a_type_is_looked_up_by_direction_and_format(
    write: Write, key: str, direction: str, expected: str
) -> None:
    """Formats fall back to their plain type."""
    actual = load(write).type_text(key, direction, item=Code("int"))

    assert Code(expected) == actual


def test_a_missing_type_is_the_packs_fault(write: Write) -> None:
    """The message names the table and the key."""
    with pytest.raises(PackError, match=r'\[types\] lacks "integer"'):
        load(write).type_text("integer")


def test_the_path_of_a_template_is_the_plan(write: Write) -> None:
    """Placeholders are filled or repeated over; partials are not made; other files are copied."""
    files = {"{package}/models/{model}.py.j2": "", "_head.j2": "", "{package}/run.py": "text"}
    view = View()
    expected = (
        FilePlan(
            path="example/models/queue.py",
            template="{package}/models/{model}.py.j2",
            context={"api": view, "model": view.models[1]},
        ),
        FilePlan(
            path="example/models/task.py",
            template="{package}/models/{model}.py.j2",
            context={"api": view, "model": view.models[0]},
        ),
        FilePlan(path="example/run.py", text="text", context={"api": view}),
    )

    assert expected == plan(view, load(write, files=files))


def test_an_empty_list_makes_no_file(write: Write) -> None:
    """An API without models has no folder of models."""
    expected = ()

    assert expected == plan(View(models=()), load(write, files={"{model}.py.j2": ""}))


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("{title}.py", "no such name"),
        ("{_secret}.py", "no such name"),
        ("{package/x.py", "not of A-Z"),
        ("aux.py", "device"),
        ("a b.py", "not of A-Z"),
        ("EXAMPLE/x.py", "is also made by"),
        ("{model}{model}{package}" * 8 + ".py", "longer than|too long"),
    ],
)
def test_a_path_no_system_should_get_is_refused(write: Write, path: str, message: str) -> None:
    """Page text cannot choose a path, and no pack can write beside the output."""
    pack = load(write, files={path: "", "{package}/x.py": ""})

    with pytest.raises(PackError, match=message):
        plan(View(), pack)


def test_a_list_that_the_view_lacks_is_refused(write: Write) -> None:
    """[paths] names an attribute of the view."""
    pack = load(write, '[paths]\nmodel = "nothing"\n', {"{model}.py.j2": ""})

    with pytest.raises(PackError, match="no list"):
        plan(View(), pack)


def test_the_shipped_packs_are_found(root: Path) -> None:
    """In a checkout they stand beside the package."""
    assert root / "templates" == shipped_templates()
