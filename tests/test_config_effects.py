"""Each key of ``api.toml`` shows in the generated SDK, or in the OpenAPI document, or both."""

from __future__ import annotations

import re
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from generation import call, imported
from shop import PAGES, shop

from generator.config import (
    ApiConfig,
    AuthConfig,
    ClientConfig,
    CredentialConfig,
    ErrorConfig,
    FieldConfig,
    ModelConfig,
    OperationConfig,
    PaginationConfig,
    ResourceConfig,
    ServerConfig,
)
from generator.emit.api_view import api_view
from generator.emit.pack import load_pack, shipped_templates
from generator.emit.plan import plan
from generator.emit.render import render

STRUCTS = {
    "": ApiConfig,
    "client": ClientConfig,
    "servers": ServerConfig,
    "auth": AuthConfig,
    "credential": CredentialConfig,
    "errors": ErrorConfig,
    "pagination": PaginationConfig,
    "fields": FieldConfig,
    "models": ModelConfig,
    "operations": OperationConfig,
    "resources": ResourceConfig,
}

PAGING = '[pagination]\nstyle = "cursor"\nnext = "next"\nparameter = "after"\n'
BASIC = '[auth."Api key"]\nkind = "basic"\nusername = {name = "who", env = "WHO"}\n'
KEY = '[auth."Api key"]\nkind = "api-key"\ntoken = {name = "key", env = "SHOP_KEY"}\n'

CASES = (
    # keys, what api.toml says, the file that changes, what only then stands in it
    ("client.name", '[client]\nname = "Zoo"', "shop/client.py", "class Zoo("),
    ("client.package", '[client]\npackage = "zoo"', "zoo/client.py", "class "),
    ("client.version", '[client]\nversion = "2.5.0"', "pyproject.toml", 'version = "2.5.0"'),
    ("client.base_url", '[client]\nbase_url = "https://z.io"', "shop/client.py", "https://z.io"),
    (
        "client.idempotency_header",
        '[client]\nidempotency_header = "Once"',
        "openapi.json",
        '"x-idempotency-header": "Once"',
    ),
    (
        "servers.url servers.name servers.description servers.variables",
        '[[servers]]\nurl = "https://{r}.io"\nname = "EU"\ndescription = "In Europe"\n'
        'variables = {r = "eu"}',
        "openapi.json",
        '"servers": [ { "url": "https://{r}.io" , "description": "In Europe" , "variables": '
        '{ "r": {"default": "eu", "x-origin": "config"} } } ]',
    ),
    (
        "servers",
        '[[servers]]\nurl = "https://{r}.io"\nvariables = {r = "eu"}',
        "shop/client.py",
        "https://eu.io",
    ),
    ("auth.kind auth.username auth.password credential.name", BASIC + 'password = {name = "pass_word"}', "shop/client.py", "pass_word"),
    ("auth.token auth.header credential.env", KEY + 'header = "X-Key"', "shop/client.py", "SHOP_KEY"),
    ("auth.query auth", KEY + 'query = "secret_key"', "openapi.json", '"name": "secret_key"'),
    *(
        (f"errors errors.{key}", f'[errors]\n{key} = "error.deep_{key}"', "shop/client.py", f"error.deep_{key}")
        for key in ("code", "message", "more_info", "status")
    ),
    ("pagination pagination.style pagination.next pagination.parameter", PAGING, "shop/resources/pets.py", 'next="next", parameter="after"'),
    ("pagination.items", PAGING + 'items = "pets"', "shop/resources/pets.py", 'items="pets"'),
    ("pagination.size", PAGING + 'size = "limit"', "shop/resources/pets.py", 'size="limit"'),
    ("pagination.more", PAGING + 'more = "has_more"', "shop/resources/pets.py", 'more="has_more"'),
    ("pagination.total", PAGING + 'total = "sum"', "shop/resources/pets.py", 'total="sum"'),
    ("pagination.start", PAGING + "start = 0", "shop/resources/pets.py", "start=0"),
    ("groups", '[groups]\nAnimals = ["create_pet"]', "openapi.json", '"tags": ["Animals"]'),
    ("fields fields.name", '[fields.kind]\nname = "species"', "shop/resources/pets.py", '"kind": species,'),
    ("fields.name", '[fields.petId]\nname = "animal"', "shop/resources/pets.py", "def fetch( self, animal: str,"),
    ("fields.name", '[fields.kind]\nname = "species"', "shop/models/pet.py", 'species: PetKind | None = wire("kind")'),
    ("fields.type", '[fields.weight]\ntype = "number"', "shop/models/pet.py", "weight: float | None"),
    ("fields.type", '[fields.owner]\ntype = "Pet | null"', "shop/models/pet.py", "owner: Pet | None = None"),
    ("fields.required", "[fields.weight]\nrequired = true", "shop/models/pet.py", 'weight: str """'),
    ("fields.required", "[fields.kind]\nrequired = true", "shop/resources/pets.py", "kind: PetKindParam, "),
    ("fields.values", '[fields.weight]\nvalues = ["light", "heavy"]', "shop/models/pet.py", 'member("heavy")'),
    ("fields.open", "[fields.kind]\nopen = false", "shop/models/pet.py", 'PetKind: TypeAlias = Literal["cat", "dog"]'),
    ("fields.open", "[fields.kind]\nopen = false", "openapi.json", '"enum": ["cat", "dog"]'),
    ("fields.default", '[fields.kind]\ndefault = "dog"', "openapi.json", '"default": "dog"'),
    ("fields.deprecated", "[fields.kind]\ndeprecated = true", "openapi.json", '"deprecated": true'),
    ("fields.deprecated", "[fields.weight]\ndeprecated = true", "openapi.json", '"deprecated": true , "x-origin": "config"'),
    ("fields.read_only", "[fields.kind]\nread_only = true", "openapi.json", '"readOnly": true'),
    ("fields.style", '[fields.tags]\nstyle = "comma"', "shop/resources/pets.py", '"tags": "comma"'),
    ("client.idempotency_header", '[client]\nidempotency_header = "Once"', "shop/resources/pets.py", 'idempotency_header="Once"'),
    ("fields.style", '[fields.tags]\nstyle = "comma"', "openapi.json", '"style": "form", "explode": false'),
    ("fields.style", '[fields.filter]\nstyle = "brackets"', "openapi.json", '"style": "deepObject", "explode": true'),
    ("fields.style", '[fields.tags]\nstyle = "indices"', "openapi.json", '"x-style": "indices"'),
    ("models models.name", '[models.Pet]\nname = "Animal"', "shop/models/pet.py", "class Animal(Model[Headers])"),
    ("models.name", '[models.PetKind]\nname = "Species"', "shop/resources/pets.py", "kind: SpeciesParam |"),
    ("models.fields", '[models.Pet.fields]\nchip = "string(date)"', "shop/models/pet.py", "chip: dt.date | None"),
    ("models.fields", '[models.Pet.fields]\nweight = "integer"', "openapi.json", '"weight": { "type": "integer"'),
    (
        "models.fields",
        '[models.Owner.fields]\nname = { type = "string", required = true }\npets = "array[Pet]"\n'
        '[fields.owner]\ntype = "Owner"',
        "shop/models/pet.py",
        "class Owner(Model[Headers])",
    ),
    (
        "models.fields",
        '[models.Pet.fields]\nweight = { values = ["s", "l"], open = false }',
        "shop/models/pet.py",
        'PetWeight: TypeAlias = Literal["s", "l"]',
    ),
    ("operations operations.required", '[operations.create_pet]\nrequired = ["kind"]', "shop/resources/pets.py", "kind: PetKindParam, "),
    ("operations.name", '[operations.create_pet]\nname = "adopt"', "shop/resources/pets.py", "def adopt("),
    ("operations.resource", '[operations.count_pets]\nresource = "pets"', "shop/resources/pets.py", "def count("),
    ("operations.resource", '[operations.count_pets]\nresource = "zoo.totals"', "shop/resources/totals.py", "def count("),
    ("operations.returns", '[operations.create_pet]\nreturns = "NewPet"', "shop/models/pet.py", "class NewPet("),
    ("operations.returns", '[operations.count_pets]\nreturns = "array[Pet]"', "shop/resources/counts.py", "Items[Pet]"),
    ("operations.returns", '[operations.count_pets]\nreturns = "Pet"', "shop/resources/counts.py", "into=Pet,"),
    ("operations.pagination", '[operations.list_pets]\npagination = { style = "link-header" }', "shop/resources/pets.py", 'style="link-header"'),
    ("operations.fields", '[operations.fetch_pet.fields]\n"200 weight".type = "integer"', "shop/models/pet.py", "weight: int | None"),
    ("operations.fields", '[operations.count_pets.fields]\n"200 body".type = "integer"', "shop/resources/counts.py", "Answer[int]"),
    ("operations.deprecated", "[operations.list_pets]\ndeprecated = true", "shop/resources/pets.py", "Deprecated."),
    ("operations.server", '[operations.list_pets]\nserver = "https://big.io"', "openapi.json", '"url": "https://big.io"'),
    ("operations.idempotency_header", '[operations.list_pets]\nidempotency_header = "Key"', "openapi.json", '"x-idempotency-header": "Key"'),
    ("resources resources.name", '[resources.pets]\nname = "animals"', "shop/client.py", "def animals("),
    ("resources.noun", '[resources.pets]\nnoun = "animal"', "shop/models/animal.py", "class Animal("),
    ("resources.collection", '[resources.pets]\nnoun = "animal"\ncollection = "zoo"', "shop/resources/zoo.py", "class Zoo("),
)  # fmt: skip

WHOLE = """\
packs = ["python", "openapi"]

[client]
name = "Zoo"
package = "zoo"
version = "2.5.0"
base_url = "https://zoo.example"
idempotency_header = "Idempotency-Key"

[[servers]]
url = "https://{region}.zoo.example"
name = "Regional"
description = "One for each region."
variables = { region = "eu" }

[auth."Api key"]
kind = "api-key"
header = "X-Key"
token = { name = "api_key", env = "ZOO_KEY" }

[errors]
message = "error.text"

[pagination]
style = "cursor"
items = "pets"
next = "next"
parameter = "after"
size = "limit"
more = "has_more"
total = "total"
start = 0

[groups]
Animals = ["create_pet", "operation-list_pets"]

[fields.kind]
name = "species"
open = false

[fields.tags]
style = "comma"

[fields.petId]
name = "animal"

[models.Pet]
name = "Animal"
fields = { owner = "Owner | null", born = { type = "string(date)", required = true } }

[models.Owner.fields]
name = { type = "string", required = true }
pets = "array[Pet]"
mood = { type = "string", values = ["fine", "cross"] }
rank = { type = "string", values = ["low", "high"], open = false }

[operations.create_pet]
name = "adopt"
required = ["kind"]
deprecated = true
server = "Regional"
fields.owner = { type = "Owner", default = "nobody", read_only = false }

[operations.count_pets]
resource = "pets"
returns = "array[Owner]"

[operations.purge_pets]
skip = true

[resources.pets]
name = "animals"
noun = "pet"
collection = "pets"
"""


@cache
def rendered(text: str) -> dict[str, str]:
    """The files of both packs with every run of blanks as one; the formatter would add none."""
    api = shop(text)
    found = {}
    for name in ("python", "openapi"):
        pack = load_pack(name, (shipped_templates(),))
        for one in render(plan(api_view(api, pack), pack), pack):
            found[str(one.path)] = " ".join(one.text.split())
    return found


@pytest.mark.parametrize(("keys", "text", "file", "expected"), CASES)
def test_a_key_shows_in_what_is_generated(keys: str, text: str, file: str, expected: str) -> None:
    """With the key the words stand there, without it they do not."""
    assert (True, False) == (
        expected in rendered(text)[file],
        expected in rendered("").get(file, ""),
    ), keys


def test_every_key_has_a_case() -> None:
    """What no case shows may do nothing. Those left have tests of their own; ``accept`` is diff's."""
    keys = [key for keys, *_ in CASES for key in keys.split()]
    shown = {*keys, *(key.partition(".")[0] for key in keys)}
    every = {
        f"{table}.{key}".lstrip(".")
        for table, one in STRUCTS.items()
        for key in one.__struct_fields__
    }

    assert {"accept", "limits", "packs", "operations.skip"} == every - shown


def test_a_skipped_page_is_in_nothing() -> None:
    """Neither pack has a word of it."""
    actual = [
        rendered(text)["openapi.json"] for text in ("", "[operations.purge_pets]\nskip = true")
    ]

    assert [True, False] == ["purge" in one for one in actual]


def test_an_answer_that_lists_nothing_does_not_go_on() -> None:
    """The statement is a warning; a list of nothing would be wrong code."""
    text = "[operations.fetch_pet]\npagination = { style = 'link-header' }"

    assert "Paging" not in rendered(text)["shop/resources/pets.py"]


def test_the_narrower_statement_wins_key_by_key() -> None:
    """A page's own statement beats the one for all pages; what it does not say stays."""
    text = (
        '[fields.weight]\ntype = "integer"\nname = "mass"\n'
        '[operations.fetch_pet.fields."200 weight"]\ntype = "number"\n'
        '[operations.create_pet.fields."201 weight"]\ntype = "number"\n'
    )

    assert 'mass: float | None = wire("weight")' in rendered(text)["shop/models/pet.py"]


def test_a_statement_beats_what_the_page_says() -> None:
    """Values and type of the page are gone, not merged."""
    text = '[fields.kind]\ntype = "string | null"\nvalues = ["fish"]'
    model = rendered(text)["shop/models/pet.py"]

    assert ('FISH = member("fish")', False) == (
        re.search(r'[A-Z]+ = member\("\w+"\)', model)[0],  # type: ignore[index]
        'member("cat")' in model,
    )


def generated(tmp_path: Path, text: str) -> Path:
    """The folder of SDKs for the shop with such an api.toml."""
    pages = tmp_path / "shop"
    pages.mkdir()
    for name, page in PAGES.items():
        (pages / name).write_text(page, encoding="utf-8")
    (pages / "api.toml").write_text(text, encoding="utf-8")
    result = call("generate", pages, "--out", tmp_path / "out")
    assert (0, "") == (result.exit_code, result.stderr), result.output
    return tmp_path / "out"


@pytest.mark.slow
def test_an_sdk_with_everything_stated_is_typed_and_passes_its_own_tests(tmp_path: Path) -> None:
    """Every key at once, no warning, and the package stands mypy and its tests."""
    sdk = generated(tmp_path, WHOLE) / "python" / "shop"
    runs = [
        subprocess.run(
            [sys.executable, *command], cwd=sdk, capture_output=True, text=True, check=False
        )
        for command in (["-m", "mypy", "--strict", "zoo"], ["-m", "pytest", "-q", "tests"])
    ]

    assert [0, 0] == [one.returncode for one in runs], [one.stdout for one in runs]


def test_an_sdk_with_everything_stated_answers_in_stated_types(tmp_path: Path) -> None:
    """Nested models, closed values and names arrive; what is not among the values still does."""
    sdk = generated(tmp_path, WHOLE) / "python" / "shop"
    with imported(sdk) as package:
        fake = package.testing.FakeZoo() if hasattr(package, "testing") else _fake(package)
        answer = {
            "kind": "fish",
            "born": "2026-01-02",
            "owner": {"name": "Ada", "pets": [{"kind": "cat"}], "mood": "odd", "rank": "top"},
        }
        fake.reply(json=answer)
        animal = fake.animals.fetch("P1")
        actual = (
            type(animal).__name__,
            animal.species,
            animal.owner.pets[0].species,
            animal.owner.mood.is_known,
            animal.owner.rank,
        )

    assert ("Animal", "fish", "cat", False, "top") == actual


def _fake(package: Any) -> Any:
    import importlib

    return importlib.import_module(f"{package.__name__}.testing").FakeZoo()


def test_the_file_with_everything_stated_has_every_key() -> None:
    """So the two tests above leave none out, but for what excludes another."""
    shown = set(re.findall(r"[a-z_]+", WHOLE))
    every = {key for one in STRUCTS.values() for key in one.__struct_fields__}

    left = {"accept", "limits", "code", "more_info", "status", "username", "password", "query"}

    assert left == every - shown
