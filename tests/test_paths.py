"""The table of paths: their versions and the steps of a call."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from table_rows import table_rows

from generator.passes.paths import Step, shape

ROWS = table_rows("paths")


def _text(step: Step) -> str:
    words = " ".join(step.words)
    return words if step.parameter is None else f"{words} [{step.parameter}]"


@pytest.mark.parametrize(("path", "version", "steps"), ROWS)
def test_path_says_version_and_steps(path: str, version: str, steps: str) -> None:
    """Each path of the table has the version and the steps of its other columns."""
    found = shape(path)
    actual = (found.version, "; ".join(_text(step) for step in found.steps))

    assert (version, steps) == actual


def test_key_ignores_names_of_parameters() -> None:
    """Two paths that differ in a parameter's name alone lead to the same place."""
    left, right = shape("/pets/{petId}/toys/{toyId}"), shape("/pets/{id}/toys/{toy}")

    assert left.key == right.key


def test_key_tells_a_collection_from_its_item() -> None:
    """``/pets`` and ``/pets/{id}`` are two places."""
    left, right = shape("/pets"), shape("/pets/{id}")

    assert left.key != right.key


@given(
    st.lists(st.sampled_from(["v2", "api", "pets", "{id}", "{a}.{b}", ":go", "0", "", "_x", "é"]))
)
def test_every_parameter_of_a_path_is_on_one_step(parts: list[str]) -> None:
    """Whatever a path looks like, each of its parameters is found once, and in order."""
    path = "/" + "/".join(parts)
    expected = [name for part in parts for name in ("id", "a", "b") if f"{{{name}}}" in part]
    actual = [str(step.parameter) for step in shape(path).steps if step.parameter]

    assert expected == actual
