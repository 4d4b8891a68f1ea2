"""Each folder of ``cases/emit`` is a small API and the files that matter of its SDK."""

from __future__ import annotations

import ast
import warnings
from functools import cache
from pathlib import Path

import pytest

from generator.diagnostics import Diagnostics
from generator.documents import load_documents
from generator.emit.pack import load_pack
from generator.pipeline import emit_api, read_api

FOLDER = Path(__file__).parent / "cases" / "emit"
TEMPLATES = Path(__file__).parent.parent / "templates"
CASES = sorted(path.name for path in FOLDER.iterdir() if path.is_dir())


@cache
def _files(case: str) -> dict[str, bytes]:
    """Every file of the case's SDK, by path."""
    found = Diagnostics()
    documents = load_documents(FOLDER / case, found)
    api = read_api(documents, found) if documents else None
    assert api is not None, [str(one) for one in found]
    files = emit_api(api, load_pack("python", (TEMPLATES,)))
    return {one.path: one.text.encode() for one in files}


def _goldens(case: str) -> dict[str, Path]:
    folder = FOLDER / case / "expected"
    return {
        path.relative_to(folder).as_posix(): path
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.mark.parametrize("case", CASES)
def test_files_that_matter_are_as_expected(case: str, update_goldens: bool) -> None:
    """The files below ``expected`` come out byte for byte; what to compare is what lies there."""
    goldens = _goldens(case)
    actual = {path: _files(case)[path] for path in goldens}
    if update_goldens:
        for path, golden in goldens.items():
            golden.write_bytes(actual[path])
    expected = {path: golden.read_bytes() for path, golden in goldens.items()}

    assert expected
    assert expected == actual


@pytest.mark.parametrize("case", CASES)
def test_all_python_of_the_sdk_parses(case: str) -> None:
    """Every module is Python that compiles without a warning, whatever the pages say."""
    sources = {path: text for path, text in _files(case).items() if path.endswith(".py")}
    modules = {path: ast.parse(text, filename=path) for path, text in sources.items()}
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        for path, module in modules.items():
            compile(module, path, "exec")

    assert len(sources) > 10


def test_text_of_pages_runs_nowhere() -> None:
    """A call that the hostile pages write stands in strings only."""
    names = {
        node.id
        for path, text in _files("hostile_text").items()
        if path.endswith(".py")
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.Name)
    }

    assert "OMIT" in names
    assert "boom" not in names


def test_hidden_characters_are_not_written_as_they_are() -> None:
    """Characters that turn text around are escaped or left out in every file."""
    found = [path for path, text in _files("hostile_text").items() if "\u202e" in text.decode()]

    assert [] == found
