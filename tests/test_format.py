"""Files are formatted in order, by fixed settings, in one process or several."""

from __future__ import annotations

from pathlib import Path

import black
import pytest

from generator.diagnostics import Diagnostics
from generator.documents import load_documents
from generator.emit import format as formatting
from generator.emit.api_view import api_view
from generator.emit.files import RenderedFile
from generator.emit.format import format_files
from generator.emit.pack import PackError, load_pack, shipped_templates
from generator.emit.plan import plan
from generator.emit.render import render
from generator.executors import open_workers
from generator.pipeline import read_api

SPECS = Path(__file__).parent.parent / "specs"
CORPUS = SPECS.parent.parent / "shared" / "corpus"
APIS = sorted(one.name.removesuffix(".truth.json") for one in CORPUS.glob("*.truth.json"))


def files(*texts: str, suffix: str = "py") -> tuple[RenderedFile, ...]:
    """One file a text, called ``0.py`` and so on."""
    return tuple(
        RenderedFile(path=f"{number}.{suffix}", text=text) for number, text in enumerate(texts)
    )


def test_python_is_formatted_by_black() -> None:
    """Double quotes, and a template's last comma keeps nothing on lines of its own."""
    expected = files('x = {"a": 1}\n', "def f(a): ...\n")

    assert expected == format_files(files("x={'a':1}", "def f(a,): ..."), "black")


def test_what_comes_out_is_stable_under_plain_black() -> None:
    """Users may run black over the output; it changes nothing."""
    long = ", ".join(f"argument_{number}" for number in range(12))
    (file,) = format_files(files(f"def f({long},): ...\nx[{long},] = ({long},)\n"), "black")

    assert file.text == black.format_str(file.text, mode=black.Mode())


def unformatted(pages: Path) -> tuple[RenderedFile, ...]:
    """The Python of an API's SDK as templates print it."""
    found = Diagnostics()
    documents = load_documents(pages, found)
    assert documents is not None
    api = read_api(documents, found)
    assert api is not None
    pack = load_pack("python", (shipped_templates(),))
    made = render(plan(api_view(api, pack), pack), pack)
    return tuple(one for one in made if one.path.endswith(".py") and not one.copied)


def once_and_twice(pages: Path) -> list[str]:
    """The files that black, which looks twice, lays out otherwise than we do."""
    before = unformatted(pages)
    pairs = zip(before, format_files(before, "black"), strict=True)
    return [
        one.path
        for one, done in pairs
        if done.text != black.format_str(one.text, mode=formatting.MODE)
    ]


def test_one_pass_of_black_is_enough() -> None:
    """The second changes nothing where no comma is magic."""
    assert [] == once_and_twice(SPECS / "train-travel")


@pytest.mark.slow
@pytest.mark.parametrize("api", APIS)
def test_one_pass_of_black_is_enough_for_whole_apis(api: str) -> None:
    """Other people's words, thousands of files."""
    assert [] == once_and_twice(CORPUS / api)


def test_copied_files_are_left_alone() -> None:
    """The hand-written runtime is verbatim."""
    copied = (RenderedFile(path="0.py", text="x={'a':1}", copied=True),)

    assert copied == format_files(copied, "black")


@pytest.mark.parametrize(("text", "expected"), [("a", "a\n"), ("a\n\n\n", "a\n"), ("", "")])
def test_other_files_only_get_one_newline_at_the_end(text: str, expected: str) -> None:
    """What is empty stays empty."""
    assert files(expected, suffix="md") == format_files(files(text, suffix="md"), "black")


def test_without_a_formatter_python_is_left_alone() -> None:
    """A pack may say: I write it as it should be."""
    assert files("x={'a':1}\n") == format_files(files("x={'a':1}"), "")


def test_more_processes_give_the_same_files_in_the_same_order() -> None:
    """Speed changes no byte."""
    many = files(*(f"x = [{number},]" for number in range(30)))
    with open_workers(jobs=2) as workers:
        apart = format_files(many, "black", workers)

    assert format_files(many, "black") == apart


@pytest.mark.parametrize("jobs", [1, 2])
def test_progress_counts_every_file(jobs: int) -> None:
    """The counts add up to the number of files."""
    counts: list[int] = []
    with open_workers(jobs=jobs) as workers:
        format_files(files(*["x = 1\n"] * 20), "black", workers, counts.append)
    expected = 20

    assert expected == sum(counts)


@pytest.mark.parametrize("jobs", [1, 2])
def test_python_that_is_none_is_told_by_file_and_line(jobs: int) -> None:
    """Such a fault is the pack's, or ours."""
    broken = files(*["x = 1\n"] * 19, "x = 1\n\ndef f(:\n")

    with open_workers(jobs=jobs) as workers, pytest.raises(PackError) as caught:
        format_files(broken, "black", workers)
    expected = ("19.py", 3)

    assert expected == (caught.value.path, caught.value.line)


def test_json_takes_a_line_for_each_key() -> None:
    """Keys keep their order; a short list of plain values stays on its line."""
    written = '{"b":[1,\n2],"a":{"x":[],"y":["é\\u200b", {"z": null}]}}'
    laid_out = (
        '{\n  "b": [1, 2],\n  "a": {\n    "x": [],\n    "y": [\n      "é\\u200b",\n'
        '      {\n        "z": null\n      }\n    ]\n  }\n}\n'
    )
    expected = files(laid_out, suffix="json")

    assert expected == format_files(files(written, suffix="json"), "json")


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [('{"a": 1,\n}', 2, "does not parse"), ('{"a": 1,\n"a": 2}', 2, "stands twice")],
)
def test_json_that_is_none_is_a_fault_of_the_pack(text: str, line: int, message: str) -> None:
    """The fault names the generated file and its line."""
    with pytest.raises(PackError, match=message) as caught:
        format_files(files(text, suffix="json"), "json")

    assert ("0.json", line) == (caught.value.path, caught.value.line)
