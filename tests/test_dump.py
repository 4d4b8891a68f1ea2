"""The model as JSON, and back."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from diff_cases import CASES, version

from generator.diagnostics import Diagnostics
from generator.ir.dump import to_json
from generator.ir.load import MAX_DEPTH, DumpError, from_json
from generator.run import read_apis


@pytest.mark.parametrize("name", ["taskrouter", "train-travel"])
def test_a_dump_read_back_is_the_same_api(root: Path, name: str) -> None:
    """Nothing of the model is lost, and a second dump has the same bytes."""
    (reading,) = read_apis((root / "specs" / name,), Diagnostics())
    text = to_json(reading.api)
    found = from_json(text)

    assert reading.api == found
    assert text == to_json(found)


def test_every_form_comes_back() -> None:
    """Unions, maps, samples, values of no type, false that differs from the default."""
    for case in CASES:
        api = version(case, "new")

        assert api == from_json(to_json(api))


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda plain: plain.update(colour="red"), "the dump has unknown parts: colour"),
        (lambda plain: plain.update(title=3), "the dump.title has a value of another kind"),
        (lambda plain: plain.update(title=["x"]), "the dump.title is a list"),
        (lambda plain: plain.update(error={"is": "Wheel"}), "the dump.error is of no known kind"),
        (lambda plain: plain.pop("error"), "the dump.error is missing"),
        (lambda plain: plain.pop("is"), "the dump is of no known kind"),
        (lambda plain: plain.update({"is": "Server", "url": "x"}), "the dump has unknown parts"),
        (lambda plain: plain["operations"][0].update(span="here"), "is no place in a page"),
        (
            lambda plain: plain["operations"][0]["parameters"][0].update(location="sky"),
            "has an unknown word",
        ),
    ],
)
def test_what_is_no_dump_is_refused_with_its_place(change: object, said: str) -> None:
    """Another version's parts, or another program's JSON."""
    plain = json.loads(to_json(version("nothing-changed", "new")))
    assert callable(change)
    change(plain)

    with pytest.raises(DumpError, match=said):
        from_json(json.dumps(plain))


def test_a_deep_dump_is_refused() -> None:
    """Types nest a few levels; a file made to exhaust the reader nests without end."""
    plain = json.loads(to_json(version("nothing-changed", "new")))
    type_: dict[str, object] = {"is": "AnyType"}
    for _ in range(MAX_DEPTH):
        type_ = {"is": "ArrayType", "item": type_}
    plain["operations"][0]["parameters"][0]["type"] = type_

    with pytest.raises(DumpError, match="is nested too deeply"):
        from_json(json.dumps(plain))
    with pytest.raises(DumpError, match="is no JSON"):
        from_json("[" * 100_000)
