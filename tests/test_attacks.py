"""Hostile pages hold: no code runs, nothing is written outside, every refusal has its place."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hostile_pages import COMMAND, Trial

SAMPLE = ("001", "013", "040", "064", "074b", "083", "087c", "110", "117", "140", "163", "180")
"""One each that aims at docstrings, comments, names, paths of files, tests, servers, methods, headers,
templates and whole folders, and one that must give the output of another."""
WHOLE = ("013", "060", "064", "138")
"""Tried with a new interpreter for each step: code before the first line, and names of modules
that a warm process has imported long before."""
SMALL = tuple(f"{one:02}" for one in range(19))
BIG = tuple(f"{one}" for one in range(900, 927))
"""How the ids begin; each is a part of the work."""


@pytest.fixture(scope="session")
def attacks(shared: Path) -> Path:
    """The hostile pages; big ones are made while the test runs."""
    folder = shared / "attacks"
    if not folder.is_dir():
        pytest.skip("the hostile pages are not here")
    return folder


@pytest.fixture(scope="session")
def trial(attacks: Path) -> Iterator[Trial]:
    """What tries them, with this clone's command."""
    made = Trial(attacks)
    yield made
    made.close()


def failed(trial: Trial, start: str) -> dict[str, list[str]]:
    """What did not hold of the attacks whose ids begin so."""
    cases = trial.cases(start)

    assert [] != cases
    ended = {f"{one['id']} {form}": trial.faults(one, form) for one, form in cases}
    return {name: bad for name, bad in ended.items() if bad}


@pytest.mark.parametrize("start", SAMPLE)
def test_an_attack_of_each_kind_holds(start: str, trial: Trial) -> None:
    """As published, in processes forked from a warm one."""
    attack, form = trial.cases(start)[0]

    assert [] == trial.faults(attack, form)


@pytest.mark.slow
@pytest.mark.parametrize("start", SMALL)
def test_every_small_attack_holds(start: str, trial: Trial) -> None:
    """As published and as one line."""
    assert {} == failed(trial, start)


@pytest.mark.slow
@pytest.mark.parametrize("start", BIG)
def test_every_big_attack_holds(start: str, trial: Trial) -> None:
    """Each within the seconds on the processor and the megabytes that it names."""
    assert {} == failed(trial, start)


def test_every_attack_has_its_turn(trial: Trial) -> None:
    """None is left out by how its id begins."""
    every = trial.cases()
    parts = [one for start in (*SMALL, *BIG) for one in trial.cases(start)]

    assert len(every) == len(parts) > 450


@pytest.mark.slow
@pytest.mark.parametrize("start", WHOLE)
def test_an_attack_holds_in_processes_of_its_own(start: str, attacks: Path, tmp_path: Path) -> None:
    """As the script starts them; seconds are left out, since they are those of the clock."""
    report = tmp_path / "report.json"
    script = [sys.executable, attacks / "run_attacks.py", "--cmd", COMMAND, "--only", start]
    subprocess.run([*script, "--quiet", "--json", report], check=False, capture_output=True)
    found = json.loads(report.read_text(encoding="utf-8"))
    bad = [text for one in found for text in one["bad"] if not text.endswith(" s")]

    assert [] != found
    assert [] == bad


def test_a_command_that_does_harm_is_noticed(trial: Trial) -> None:
    """Or their holding would say nothing: here it leaves a file beside the output."""

    def harm(folder: Path) -> None:
        if folder.name == "work":
            (folder.parent / "PWNED").write_text("")

    attack, form = trial.cases("001")[0]
    found = trial.faults(attack, form, before=harm)

    assert ["C5 CODE RAN: a/PWNED", "C4 changed outside the output: ['a/PWNED']"] == found
