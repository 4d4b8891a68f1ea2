"""``why`` and ``where``: from a generated line to the words of a page, and back."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from click.testing import Result

from generator.emit.alignment import traced_lines
from generator.emit.code import Part
from generator.emit.line_map import MAP_NAME, parse_map
from generator.emit.vlq import decode, encode
from generator.ir import Origin, Trace
from generator.source import SourceSpan
from tests.generation import call

ROOT = Path(__file__).parent.parent
PAGE = "operation-createworkspace.md"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the pages of TaskRouter and the SDK that is committed for them."""
    for one in ("specs/taskrouter", "generated/python/taskrouter"):
        shutil.copytree(ROOT / one, tmp_path / one)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _line(file: str, text: str) -> int:
    """The first line of a generated file that holds the text."""
    lines = Path("generated/python/taskrouter", file).read_text("utf-8").split("\n")
    return next(number for number, line in enumerate(lines, 1) if text in line)


def _why(file: str, text: str, *more: str) -> Result:
    return call("why", f"generated/python/taskrouter/{file}:{_line(file, text)}", *more)


@pytest.mark.parametrize(
    ("file", "text", "said"),
    [
        (
            "taskrouter/resources/workspaces.py",
            "friendly_name: str,",
            f"specs/taskrouter/{PAGE}:16:1: stated[item]: name and type of `FriendlyName` — "
            "“- **FriendlyName** (string)”",
        ),
        (
            "taskrouter/resources/workspaces.py",
            "friendly_name: str,",
            "config[required]: required — “required”",
        ),
        (
            "taskrouter/resources/workspaces.py",
            "friendly_name: Name that",
            f"specs/taskrouter/{PAGE}:17:3: stated[description]: description of `FriendlyName` — "
            "“Name that describes the workspace. At most 64 characters.”",
        ),
        (
            "taskrouter/models/workspace.py",
            'member("NONE")',
            f"specs/taskrouter/{PAGE}:25:114: prose[values]: known values of `Template` — "
            "“One of `NONE` or `FIFO`” (rule one-of)",
        ),
        (
            "taskrouter/resources/workspaces.py",
            "def create(",
            f"specs/taskrouter/{PAGE}:1:3: stated[title]: title — “Create workspace”",
        ),
        (
            "taskrouter/resources/workspaces.py",
            "PAGING = Paging(",
            "python/{package}/resources/{resource}.py.j2: the pack writes this line",
        ),
    ],
)
def test_a_generated_line_names_its_words(here: Path, file: str, text: str, said: str) -> None:
    """Page, line, words, the fact they became, who said it, and the rule of prose."""
    result = _why(file, text)

    assert 0 == result.exit_code
    assert said in result.output


def test_a_line_of_the_pack_tells_what_it_belongs_to(here: Path) -> None:
    """``*,`` is nobody's word, but the function around it is the page's."""
    result = _why("taskrouter/resources/workspaces.py", "        *,")

    assert "it belongs to line" in result.output
    assert f"{PAGE}:1:3: stated[title]" in result.output


def test_why_as_json_holds_everything(here: Path) -> None:
    """Nothing is cut for programs."""
    result = _why("taskrouter/models/workspace.py", 'member("NONE")', "--format", "json")
    (reason,) = json.loads(result.output)["reasons"]
    expected = {
        "path": f"specs/taskrouter/{PAGE}",
        "line": 25,
        "column": 114,
        "end_line": 25,
        "end_column": 137,
        "fact": "values",
        "name": "Template",
        "origin": "prose",
        "rule": "one-of",
        "words": "One of `NONE` or `FIFO`",
    }

    assert expected == reason


def test_a_line_of_a_page_names_what_comes_from_it(here: Path) -> None:
    """Every generated line that holds the item, by its file and line."""
    result = call("where", f"specs/taskrouter/{PAGE}:16")
    file = "generated/python/taskrouter/taskrouter/resources/workspaces.py"
    number = _line("taskrouter/resources/workspaces.py", "friendly_name: str,")

    assert 0 == result.exit_code
    assert f"{file}:{number}: friendly_name: str,\n" in result.output
    assert all("riendly" in line for line in result.output.splitlines())


def test_a_column_chooses_what_stands_there(here: Path) -> None:
    """Of a line with a description and its known values, only what the column is in."""
    values = json.loads(call("where", f"specs/taskrouter/{PAGE}:25:115", "--format=json").output)
    text = json.loads(call("where", f"specs/taskrouter/{PAGE}:25:5", "--format=json").output)
    members = [one for one in values["lines"] if "member(" in one["text"]]

    assert 2 == len(members)
    assert text["lines"]
    assert not [one for one in text["lines"] if "member(" in one["text"]]


def test_both_say_when_the_map_is_old(here: Path) -> None:
    """A page or a file that changed since may have its lines elsewhere."""
    page = Path("specs/taskrouter", PAGE)
    page.write_text(page.read_text("utf-8").replace("Name that", "A name that"), "utf-8")
    expected = f"specs/taskrouter/{PAGE}: changed since docs2sdk wrote the map"

    assert expected in call("where", f"{page}:16").stderr
    assert expected in _why("taskrouter/resources/workspaces.py", "friendly_name: str,").stderr


def test_a_page_that_is_gone_is_still_named(here: Path) -> None:
    """The map alone knows the place; only the words need the page."""
    shutil.rmtree("specs")
    result = _why("taskrouter/models/workspace.py", 'member("NONE")')

    assert f"  {PAGE}:25:114: prose[values]: known values (rule one-of)\n" in result.output


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("why", "specs/taskrouter/api.toml:1"), "lies in no folder that docs2sdk wrote"),
        (("why", "generated/python/taskrouter/nothing.py:1"), "was not written by docs2sdk"),
        (("why", "generated/python/taskrouter/README.md:9999"), "lines"),
        (("why", "generated/python/taskrouter/README.md"), "names no line"),
        (("why", "generated/python/taskrouter/README.md:0"), "names no line"),
        (("where", "elsewhere/operation-x.md:1"), "no folder below generated was made from it"),
        (("where", f"specs/taskrouter/{PAGE}:1", "--out", "none"), "no folder below none"),
    ],
)
def test_a_place_that_is_none_is_wrong_usage(
    here: Path, arguments: tuple[str, ...], message: str
) -> None:
    """The message says what is missing; the exit code is that of wrong usage."""
    result = call(*arguments)

    assert 2 == result.exit_code
    assert message in result.stderr


@pytest.mark.parametrize(
    "damage", ["", "[]", '{"format": 1}', '{"format": 2}', '{"format": 3}', "{"]
)
def test_a_broken_map_is_told(here: Path, damage: str) -> None:
    """A map that is not as we write it is no map; nothing is guessed."""
    Path("generated/python/taskrouter", MAP_NAME).write_text(damage)
    result = _why("taskrouter/resources/workspaces.py", "friendly_name: str,")

    assert 2 == result.exit_code
    assert f"has no {MAP_NAME} that can be read" in result.stderr


def test_a_map_is_small_beside_what_it_maps() -> None:
    """Below 15 % of the other files together."""
    folder = ROOT / "generated/python/taskrouter"
    sizes = {one.name: one.stat().st_size for one in folder.rglob("*") if one.is_file()}
    every = sum(one.stat().st_size for one in folder.rglob("*.*") if one.is_file())

    assert sizes[MAP_NAME] < 0.15 * (every - sizes[MAP_NAME])


def test_a_map_reads_back_as_it_was_written() -> None:
    """The text of a map that was read is the text it was read from."""
    data = (ROOT / "generated/python/taskrouter" / MAP_NAME).read_bytes()
    found = parse_map(data)

    assert found is not None
    assert data.decode() == found.to_text()


@pytest.mark.parametrize(
    ("numbers", "text"), [([0, 1, -1, 15, 16, -123456], "ACDegBhkxH"), ([], "")]
)
def test_numbers_are_written_as_in_source_maps(numbers: list[int], text: str) -> None:
    """Base64 VLQ, as ECMA-426 has it."""
    assert text == encode(numbers)
    assert numbers == decode(text)


def _trace(fact: str) -> Trace:
    return Trace(span=SourceSpan(path="page.md"), fact=fact, origin=Origin.STATED)


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("f(a, b)\n", "f(\n    a,\n    b,\n)\n", {2: "a", 3: "b"}),
        ("x = 'a'\ny = b\n", 'x = "a"\ny = b\n', {1: "a", 2: "b"}),
        ("(a\n)\n\n\n\nb\n", "a\n\nb\n", {1: "a", 3: "b"}),
        ("one a\ntwo b\n", "ONE a\ntwo b\n", {1: "a", 2: "b"}),
    ],
)
def test_formatted_lines_keep_what_they_come_from(
    before: str, after: str, expected: dict[int, str]
) -> None:
    """White space, commas, brackets and quotes may change; where more does, equal lines count."""
    a, b = _trace("a"), _trace("b")
    parts = tuple(
        Part(at, at + 1, (one,)) for one, at in ((a, before.index("a")), (b, before.index("b")))
    )
    found = traced_lines(before, parts, after)
    actual = {line: "".join(one.fact for one in traces) for line, traces in found.items()}

    assert expected == actual
