"""What mypy and pyright say of the SDKs, and of a user's right and wrong programs over them."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import pytest
from generation import ROOT

TYPING = ROOT / "tests" / "typing"
GENERATED = ROOT / "generated" / "python"
SDKS = sorted(one.name for one in GENERATED.iterdir() if one.is_dir())
FEWEST_MISTAKES = 25

Errors = Mapping[str, set[int]]
"""The lines with errors, by file name."""


def mistakes() -> dict[int, str]:
    """The lines of ``wrong.py`` that are marked, with what is wrong there."""
    lines = (TYPING / "wrong.py").read_text("utf-8").splitlines()
    found = {number: line.partition("# mistake: ") for number, line in enumerate(lines, 1)}
    return {number: said for number, (_, mark, said) in found.items() if mark}


def run(command: list[str], folder: Path) -> subprocess.CompletedProcess[str]:
    """A checker, started where its own settings lie."""
    return subprocess.run(
        command, cwd=folder, capture_output=True, text=True, timeout=300, check=False
    )


@pytest.fixture(scope="session")
def workplace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A user's folder: the programs, both packages, and each SDK's tests in a package of its own."""
    folder = tmp_path_factory.mktemp("typing")
    for name in SDKS:
        sdk = GENERATED / name
        (package,) = (one.parent for one in sdk.glob("*/py.typed"))
        shutil.copytree(package, folder / package.name)
        shutil.copytree(sdk / "tests", folder / f"{package.name}_tests" / "tests")
    for program in TYPING.glob("*.py"):
        shutil.copy(program, folder)
    return folder


@cache
def by_mypy(folder: Path) -> Errors:
    """What ``mypy --strict`` reports of packages and programs."""
    checked = [one.name for one in folder.iterdir() if not one.name.endswith("_tests")]
    done = run([sys.executable, "-m", "mypy", "--strict", *sorted(checked)], folder)
    return grouped(re.findall(r"^(.+?):(\d+): error:", done.stdout, re.M))


@cache
def by_pyright(folder: Path) -> Errors:
    """What pyright reports of packages, their tests and programs; skips where it cannot start."""
    settings = {
        "typeCheckingMode": "standard",
        "pythonVersion": "3.11",
        "reportUnusedCoroutine": "error",
        "executionEnvironments": [
            {"root": str(one.relative_to(folder)), "extraPaths": ["."]}
            for one in sorted(folder.glob("*_tests"))
        ],
    }
    (folder / "pyrightconfig.json").write_text(json.dumps(settings), "utf-8")
    command = [sys.executable, "-m", "pyright", "--outputjson", "--pythonpath", sys.executable]
    done = run(command, folder)
    if not done.stdout.startswith("{"):
        pytest.skip(f"pyright needs node and its npm package: {done.stderr.strip()[-200:]}")
    found = json.loads(done.stdout)["generalDiagnostics"]
    errors = [one for one in found if one["severity"] == "error"]
    return grouped([(one["file"], one["range"]["start"]["line"] + 1) for one in errors])


def grouped(found: list[tuple[str, int | str]]) -> Errors:
    """Errors by the name of their file."""
    errors: dict[str, set[int]] = {}
    for path, line in found:
        errors.setdefault(Path(path).name, set()).add(int(line))
    return errors


checkers = pytest.mark.parametrize("check", [by_mypy, by_pyright])


def test_there_are_enough_mistakes() -> None:
    """Each marked line says what is wrong, in words of its own."""
    said = list(mistakes().values())

    assert len(said) >= FEWEST_MISTAKES
    assert sorted(set(said)) == sorted(said)


@checkers
def test_each_mistake_is_reported_on_its_line(check: object, workplace: Path) -> None:
    """Every marked line of ``wrong.py``, and no other."""
    assert callable(check)
    reported = check(workplace)["wrong.py"]

    assert [] == [f"{line}: {said}" for line, said in mistakes().items() if line not in reported]
    assert [] == sorted(reported - mistakes().keys())


@checkers
def test_nothing_else_is_reported(check: object, workplace: Path) -> None:
    """The packages, their tests and the right programs have no error."""
    assert callable(check)

    assert {"wrong.py"} == set(check(workplace))
