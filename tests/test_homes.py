"""Models that refer to each other stand in one file, so that the package can be imported."""

from __future__ import annotations

import importlib
from pathlib import Path

from building import PLACE, field, linked, operation, record
from generation import ROOT, imported

from generator.emit.homes import shared_homes
from generator.emit.pack import load_pack
from generator.ir import Api, ArrayType, Model, ObjectType, RefType, Resource, TypeExpr
from generator.passes.unchanged import map_functions
from generator.pipeline import emit_api
from generator.value import replace


def _model(name: str, **fields: TypeExpr) -> Model:
    held = record(*(field(one, type_) for one, type_ in fields.items()))
    return Model(name=name, type=held, home=name, span=PLACE)


CIRCLE = (
    _model("owner", pets=ArrayType(item=RefType(name="pet"))),
    _model("pet", owner=RefType(name="owner"), chip=RefType(name="chip")),
    _model("chip", code=RefType(name="chip")),
)


def _answering(resource: Resource) -> Resource:
    """The resource whose functions answer with the model of its noun."""
    ref = RefType(name=resource.noun)
    return map_functions(resource, lambda one: replace(one, returns=ref))


def _api() -> Api:
    found = linked(
        operation("GET /pets/{id}", "Fetch a pet", answer=record("owner")),
        operation("GET /owners/{id}", "Fetch an owner", answer=record("pets")),
    )
    return replace(found, resources=tuple(map(_answering, found.resources)), models=CIRCLE)


def test_homes_of_a_circle_share_the_shortest_name() -> None:
    """What is needed, and needs nothing back, keeps its file."""
    assert {"owner": "pet", "pet": "pet", "chip": "chip"} == shared_homes(CIRCLE)


def test_homes_without_a_circle_keep_their_files() -> None:
    """One import in one direction is no reason to move anything."""
    models = (_model("pet", chip=RefType(name="chip")), _model("chip", code=ObjectType()))

    assert {"pet": "pet", "chip": "chip"} == shared_homes(models)


def test_models_in_a_circle_are_imported_and_decode_each_other(tmp_path: Path) -> None:
    """The generated package imports, and a pet's owner is an owner with pets."""
    sdk = tmp_path / "shop"
    for one in emit_api(_api(), load_pack("python", (ROOT / "templates",))):
        path = sdk / one.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(one.text.encode())
    with imported(sdk):
        module = importlib.import_module("shop.models.pet")
        pet = module.Pet.from_dict({"owner": {"pets": [{"chip": {}}]}})

        assert isinstance(pet.owner.pets[0], module.Pet)
    assert not (sdk / "shop" / "models" / "owner.py").exists()
