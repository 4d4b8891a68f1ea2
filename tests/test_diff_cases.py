"""Each folder of ``cases/diff`` is a pair of versions and the changes between them."""

from __future__ import annotations

import json
import re

import pytest
from diff_cases import CASES, FOLDER, version

from generator.diff.changes import Level
from generator.diff.compare import compare
from generator.diff.kinds import KINDS
from generator.diff.printers import Comparison, as_json
from generator.diff.release import proposed, step


def changes_of(case: str) -> str:
    """The changes of a case as JSON."""
    changes = compare(version(case, "old"), version(case, "new"))
    asked = step(changes, "1.4.0")
    found = Comparison(
        old="old",
        new="new",
        changes=changes,
        accepted=frozenset(),
        findings=(),
        version="1.4.0",
        step=asked,
        next=proposed("1.4.0", asked),
    )
    return as_json(found) + "\n"


@pytest.mark.parametrize("case", CASES)
def test_two_versions_differ_by_their_changes(case: str, update_goldens: bool) -> None:
    """A pair of pages has the changes beside it, with levels, effects and fingerprints."""
    found = changes_of(case)
    golden = FOLDER / case / "expected.json"
    if update_goldens:
        golden.write_bytes(found.encode())

    assert golden.read_bytes().decode() == found


@pytest.mark.parametrize("case", CASES)
def test_a_version_does_not_differ_from_itself(case: str) -> None:
    """What is read twice alike is no change."""
    for side in ("old", "new"):
        assert () == compare(version(case, side), version(case, side))


def test_every_breaking_rule_has_a_case() -> None:
    """A rule that no pair of pages shows is a rule nobody tried."""
    found = [
        one
        for case in CASES
        for one in json.loads((FOLDER / case / "expected.json").read_bytes())["changes"]
    ]
    shown = {one["kind"] for one in found}
    shown |= {effect["kind"] for one in found for effect in one["effects"]}
    rules = {_rule(id_) for id_, kind in KINDS.items() if kind.level is Level.BREAKING}

    assert IN_NO_PAGE == rules - {_rule(one) for one in shown}


IN_NO_PAGE = {"request-*-values-closed", "request-body-became-required"}
"""Pages have no word for these; ``test_diff_rules`` builds them."""


def _rule(kind: str) -> str:
    """The kind without what its field is: those of a parameter and of a body's field are alike."""
    for direction, names in (("request", "parameter|field"), ("response", "field|header")):
        kind = re.sub(rf"^{direction}-({names})-", f"{direction}-*-", kind)
    return kind
