"""The hand-written runtime is real Python where it lies, and every SDK holds it verbatim."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from generation import ROOT, generate

PACKAGE = ROOT / "templates" / "python" / "{package}"
RUNTIME = PACKAGE / "_runtime"
HEADERS = """from ._runtime._headers import ResponseHeaders


class Headers(ResponseHeaders):
    left: int | None
"""
CHECKED = ("generator", "templates", "tests")
SDKS = sorted(one.name for one in (ROOT / "generated" / "python").glob("[!.]*"))


def run(cwd: Path, *command: str) -> subprocess.CompletedProcess[str]:
    """A tool of this environment, run in that folder."""
    arguments = [sys.executable, "-m", *command]
    return subprocess.run(
        arguments, cwd=cwd, capture_output=True, text=True, timeout=300, check=False
    )


def python_files(folder: Path) -> dict[str, bytes]:
    """Every Python file below the folder."""
    return {one.relative_to(folder).as_posix(): one.read_bytes() for one in folder.rglob("*.py")}


@pytest.mark.parametrize("name", SDKS)
def test_every_committed_sdk_holds_the_runtime_byte_for_byte(name: str) -> None:
    """What is typed and tested here is what runs there."""
    (copy,) = (ROOT / "generated" / "python" / name).glob("*/_runtime")

    assert python_files(RUNTIME) == python_files(copy)


def test_the_runtime_is_the_same_for_every_api(tmp_path: Path) -> None:
    """Nothing of an API gets into it, nor does the formatter."""
    sdk = generate(ROOT / "specs/train-travel/operation-get-booking.md", tmp_path)
    (copy,) = sdk.glob("*/_runtime")

    assert python_files(RUNTIME) == python_files(copy)


def test_the_runtime_names_no_api() -> None:
    """Neither as code nor in words."""
    text = b"\n".join(python_files(RUNTIME).values()).lower()

    assert len(text) > 10_000
    assert not [one for one in (b"twilio", b"taskrouter", b"train_travel") if one in text]


def test_the_runtime_is_strictly_typed(tmp_path: Path) -> None:
    """``mypy --strict``, beside nothing but an API's headers, whose types its answers have."""
    package = tmp_path / "package"
    shutil.copytree(RUNTIME, package / "_runtime", ignore=shutil.ignore_patterns("__pycache__"))
    (package / "__init__.py").touch()
    (package / "headers.py").write_text(HEADERS, encoding="utf-8")
    done = run(tmp_path, "mypy", "--strict", "package/_runtime")

    assert 0 == done.returncode, done.stdout
    assert f"no issues found in {len(python_files(RUNTIME))} source files" in done.stdout


def test_the_generator_is_strictly_typed(tmp_path: Path) -> None:
    """``mypy --strict`` with the project's settings."""
    done = run(ROOT, "mypy", "--strict", "--cache-dir", str(tmp_path), "generator")

    assert 0 == done.returncode, done.stdout
    assert f"no issues found in {len(python_files(ROOT / 'generator'))} source files" in done.stdout


def test_generator_runtime_and_tests_are_lint_free() -> None:
    """ruff with the project's settings, which hold for the runtime too."""
    done = run(ROOT, "ruff", "check", "--no-cache", *CHECKED)

    assert (0, "All checks passed!\n") == (done.returncode, done.stdout)


def test_ruff_looks_at_the_runtime(tmp_path: Path) -> None:
    """A guard for the test above: a fault put into a copy of the runtime is found."""
    copy = tmp_path / "templates" / "python" / "{package}" / "_runtime"
    shutil.copytree(RUNTIME, copy, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    with (copy / "_omit.py").open("a", encoding="utf-8") as opened:
        opened.write("import os\n")
    done = run(tmp_path, "ruff", "check", "--no-cache", "templates")

    assert 1 == done.returncode
    assert "_omit.py" in done.stdout


def test_generator_and_tests_are_formatted() -> None:
    """black with the project's settings."""
    done = run(ROOT, "black", "--check", "generator", "tests")

    assert 0 == done.returncode, done.stderr


def test_the_runtime_and_the_sdks_are_formatted_as_users_would(tmp_path: Path) -> None:
    """black with its own defaults changes nothing; what is copied looks like what is rendered."""
    (tmp_path / "none.toml").write_text("")
    settings = ("--config", str(tmp_path / "none.toml"))
    done = run(ROOT, "black", "--check", *settings, "templates", "generated")

    assert 0 == done.returncode, done.stderr
