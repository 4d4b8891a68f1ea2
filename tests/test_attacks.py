"""Hostile pages hold: no code runs, nothing is written outside, every refusal has its place."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

SAMPLE = ("001", "013", "040", "064", "100", "140", "160", "180")
"""One each that aims at docstrings, comments, names, paths of files, paths of calls, templates,
encodings and whole folders."""


@pytest.fixture(scope="module")
def attacks(shared: Path) -> Path:
    """The hostile pages; big ones are made while the test runs."""
    folder = shared / "attacks"
    if not folder.is_dir():
        pytest.skip("the hostile pages are not here")
    return folder


def run(attacks: Path, report: Path, *options: str) -> dict[str, list[str]]:
    """What did not hold of some attacks, with the command of this clone."""
    command = f"{sys.executable} -m generator generate {{dir}} --out {{out}}"
    script = attacks / "run_attacks.py"
    subprocess.run(
        [sys.executable, script, "--cmd", command, "--json", report, "--quiet", *options],
        check=False,
        capture_output=True,
    )
    found = json.loads(report.read_text(encoding="utf-8"))

    assert [] != found
    return {f"{one['id']} {one['form']}": one["bad"] for one in found if one["bad"]}


@pytest.mark.parametrize("name", SAMPLE)
def test_an_attack_of_each_kind_holds(name: str, attacks: Path, tmp_path: Path) -> None:
    """Time is left to the slow proofs: other tests run beside this one."""
    failed = run(attacks, tmp_path / "report.json", "--only", name, "--no-flat", "--jobs", "1")

    assert [] == [one for bad in failed.values() for one in bad if not one.startswith("C6")]


@pytest.mark.slow
def test_every_small_attack_holds(attacks: Path, tmp_path: Path) -> None:
    """As published and as one line."""
    assert {} == run(attacks, tmp_path / "report.json")


@pytest.mark.slow
def test_every_big_attack_holds(attacks: Path, tmp_path: Path) -> None:
    """Within two seconds and 300 MB each."""
    assert {} == run(attacks, tmp_path / "report.json", "--big")
