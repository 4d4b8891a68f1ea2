"""What others put into their CI: the GitHub Action and the hooks of pre-commit."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parent.parent
ACTION = yaml.safe_load((ROOT / ".github/actions/docs2sdk/action.yml").read_text())
HOOKS = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())
PAGE = "specs/train-travel/operation-create-booking.md"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A repository with one API and its SDK, all committed."""
    home = tmp_path / "project"
    shutil.copytree(ROOT / "specs" / "train-travel", home / "specs" / "train-travel")
    (tmp_path / "bin").mkdir()
    wrapper = tmp_path / "bin" / "docs2sdk"
    wrapper.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m generator "$@"\n')
    wrapper.chmod(0o755)
    for command in (
        "docs2sdk generate --quiet",
        "git init -q -b main",
        "git add -A",
        "git -c user.name=a -c user.email=a@example.com commit -q -m first",
    ):
        assert 0 == shell(command, home).returncode
    return home


def shell(command: str, home: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """The command as a runner's bash runs it, with the docs2sdk under test."""
    environment = {
        **os.environ,
        "PATH": f"{home.parent / 'bin'}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT),
        "GITHUB_STEP_SUMMARY": str(home.parent / "summary.md"),
        **variables,
    }
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", command],
        cwd=home,
        env=environment,
        capture_output=True,
        text=True,
    )


def run_action(home: Path, **inputs: str) -> dict[str, subprocess.CompletedProcess[str]]:
    """The steps of the action until one fails, by name, with the inputs put in as GitHub does."""
    given = {name: str(one["default"]) for name, one in ACTION["inputs"].items()} | {
        name.replace("_", "-"): value for name, value in inputs.items()
    }
    done: dict[str, subprocess.CompletedProcess[str]] = {}
    for step in ACTION["runs"]["steps"]:
        if is_left_out(step, given):
            continue
        variables = {
            name: re.sub(r"\$\{\{ inputs\.([\w-]+) \}\}", lambda found: given[found[1]], text)
            for name, text in step.get("env", {}).items()
        }
        done[step["name"]] = shell(step["run"], home, **variables)
        if done[step["name"]].returncode:
            break
    return done


def is_left_out(step: dict[str, Any], given: dict[str, str]) -> bool:
    """Whether the step's condition, that an input is not empty, does not hold."""
    found = re.fullmatch(r"inputs\.([\w-]+) != ''", step.get("if", "inputs.out != ''"))
    assert found is not None
    return not given[found[1]]


def test_the_action_passes_where_nothing_changed(project: Path) -> None:
    """All steps but the installation, which has a server of its own to ask."""
    done = run_action(project, install="", base="main")

    assert ["Lint the pages", "Compare with the base", "Check the output"] == list(done)
    assert [0, 0, 0] == [one.returncode for one in done.values()], done


def test_the_action_fails_at_a_breaking_change(project: Path) -> None:
    """With an annotation on the page's line, and a summary for people."""
    page = project / PAGE
    page.write_text(page.read_text().replace("**POST /bookings**", "**PUT /bookings**"))
    done = run_action(project, install="", base="main", apis="specs/train-travel")
    compared = done["Compare with the base"]

    assert 1 == compared.returncode
    assert f"::error file={PAGE}" in compared.stdout
    assert "Check the output" not in done
    assert "PUT" in (project.parent / "summary.md").read_text()


def test_the_action_fails_where_the_output_is_old(project: Path) -> None:
    """Another word on a page breaks nobody, and the SDK has to be written again: said on the file
    that is old."""
    page = project / PAGE
    page.write_text(page.read_text().replace("Create a booking", "Create one booking"))
    done = run_action(project, install="", base="main")
    checked = done["Check the output"]

    assert 0 == done["Compare with the base"].returncode, done["Compare with the base"].stderr
    assert 1 == checked.returncode
    assert "::error file=generated/python/train-travel/REFERENCE.md,line=" in checked.stdout


def test_the_action_says_what_the_old_output_means(project: Path) -> None:
    """Without a base to compare with, too: the output itself tells what it was made from."""
    page = project / PAGE
    page.write_text(page.read_text().replace("**POST /bookings**", "**PUT /bookings**"))
    checked = run_action(project, install="")["Check the output"]

    assert 1 == checked.returncode
    assert f"::warning file={PAGE},line=" in checked.stdout
    assert "operation-method-changed" in checked.stdout


def test_a_new_api_is_compared_with_nothing(project: Path) -> None:
    """The base lacks its folder."""
    shutil.copytree(project / "specs" / "train-travel", project / "specs" / "other")
    done = run_action(project, install="", base="main")

    assert 0 == done["Compare with the base"].returncode, done["Compare with the base"].stderr


def test_no_step_writes_an_input_into_its_script() -> None:
    """A branch may be called ``$(…)``: inputs travel in the environment."""
    assert [] == [one["name"] for one in ACTION["runs"]["steps"] if "${{" in one["run"]]


@pytest.mark.parametrize("hook", HOOKS, ids=lambda one: str(one["id"]))
def test_a_hook_passes_and_fails(project: Path, hook: dict[str, Any]) -> None:
    """Its command is the whole of it; pre-commit adds the environment."""
    good = shell(hook["entry"], project)
    (project / PAGE).write_text("# Create a booking\n\n**POST /bookings/{**\n")
    bad = shell(hook["entry"], project)

    assert (0, False) == (good.returncode, hook["pass_filenames"]), good.stderr
    assert bad.returncode != 0
    assert re.search(hook["files"], PAGE)


def test_the_readme_uses_the_action_as_it_is() -> None:
    """Its path and its inputs exist, and so do the hooks it names."""
    text = (ROOT / "README.md").read_text()
    (block,) = re.findall(r"```yaml\n(.*?)```", text, re.DOTALL)
    (step,) = yaml.safe_load(block)
    path = step["uses"].partition("@")[0].split("/", 2)[2]

    assert (ROOT / path / "action.yml").is_file()
    assert set(step["with"]) <= set(ACTION["inputs"])
    assert {one["id"] for one in HOOKS} <= set(re.findall(r"`([\w-]+)`", text))
