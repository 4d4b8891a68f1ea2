"""Each folder of ``cases/read`` is a page, the model it means and what is wrong with it."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.diagnostics import Diagnostics
from generator.ir.dump import to_json
from generator.read import is_root, read, read_root
from generator.source import Source

FOLDER = Path(__file__).parent / "cases" / "read"
CASES = sorted(path.name for path in FOLDER.iterdir() if path.is_dir())


def _read(case: str) -> tuple[str, str]:
    """The model and the findings of a case, as text."""
    text = (FOLDER / case / "page.md").read_bytes().decode().replace("\r\n", "\n")
    source = Source(path="page.md", text=text)
    diagnostics = Diagnostics()
    operations = read(source, diagnostics)
    model: object = read_root(source, diagnostics) if is_root(source) else operations
    lines = [
        f"{one.span}: {one.severity} {one.code}: {one.message}"
        + (f" (hint: {one.hint})" if one.hint else "")
        for one in diagnostics
    ]
    return to_json(model), "".join(line + "\n" for line in lines)


@pytest.mark.parametrize("case", CASES)
def test_page_means_its_model_and_reports_its_faults(case: str, update_goldens: bool) -> None:
    """A page reads as the model beside it, and says what is wrong with it."""
    model, findings = _read(case)
    golden_model = FOLDER / case / "ir.json"
    golden_findings = FOLDER / case / "diagnostics.txt"
    if update_goldens:
        golden_model.write_bytes(model.encode())
        golden_findings.write_bytes(findings.encode())

    assert golden_model.read_bytes().decode() == model
    assert golden_findings.read_bytes().decode() == findings


@pytest.mark.parametrize("case", ["flat", "dedented"])
def test_layout_changes_no_fact(case: str) -> None:
    """The same page as one line or without indentation means the same, places aside."""
    expected, _ = _read("current")
    actual, _ = _read(case)

    assert _without_places(expected) == _without_places(actual)


def _without_places(model: str) -> list[str]:
    lines = (line for line in model.splitlines() if '"page.md:' not in line)
    return [" ".join(line.replace("\\n", " ").rstrip(",").split()) for line in lines]
