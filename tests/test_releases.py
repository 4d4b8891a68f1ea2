"""The version of a package: as ``api.toml`` states it, else as the docs root has it."""

from __future__ import annotations

import importlib
import tomllib
from pathlib import Path

import pytest
from generation import generate, imported

from generator.emit.releases import release_of

VERSIONS = {
    "1.0.0": "1.0.0",
    "3": "3",
    "v2.1": "2.1",
    "V1": "1",
    "2025-03-12": "2025.3.12",
    "2025.03.12": "2025.3.12",
    "1.0.0-beta": "1.0.0b0",
    "2.0-RC.1": "2.0rc1",
    "1.2a3": "1.2a3",
    "3.0-preview": "3.0rc0",
    "": "0.0.0",
    "latest": "0.0.0",
    "1.0.0.0.0": "0.0.0",
    "1.0+local": "0.0.0",
    "1.0\n": "1.0",
    "١.٢": "0.0.0",
}

PAGE = """# Fetch pet

**GET /pets/{id}**

## Servers

- https://pets.example: https://pets.example

## Parameters

### Path parameters
- **id** (string)
  Its number.

## Responses

### 200
OK

#### Body: application/json (object)
- **id** (string)
  Its number.
"""
ROOT_PAGE = """# Pets

## Description
This is version `{version}` of this API documentation. Last update on Nov 3, 2026.
All about pets.

## Servers
- https://pets.example: https://pets.example ()

## Endpoints and operations

### [Pets](https://docs.example/pets/group/endpoint-pets.md)
- [Fetch pet](https://docs.example/pets/operation/operation-fetchpet.md)
"""


@pytest.mark.parametrize("documented", VERSIONS)
def test_a_documented_version_is_one_of_a_package(documented: str) -> None:
    """In normal form where it has one, else none that anybody could take for the real one."""
    assert VERSIONS[documented] == release_of(documented)


@pytest.mark.parametrize(
    ("documented", "stated", "expected"),
    [
        ("2.4.0", "", "2.4.0"),
        ("v2", "", "2"),
        ("2025-03-12", "", "2025.3.12"),
        ("2.4.0", "5.0.0", "5.0.0"),
        ("", "5.0.0", "5.0.0"),
        ("", "", "0.0.0"),
    ],
)
def test_the_stated_version_wins_over_that_of_the_root(
    documented: str, stated: str, expected: str, tmp_path: Path
) -> None:
    """In the project's file, in the package, and in what the client says of itself."""
    pages = tmp_path / "pets"
    pages.mkdir()
    (pages / "operation-fetchpet.md").write_text(PAGE, encoding="utf-8")
    if documented:
        (pages / "index.md").write_text(ROOT_PAGE.format(version=documented), encoding="utf-8")
    if stated:
        (pages / "api.toml").write_text(f'[client]\nversion = "{stated}"\n', encoding="utf-8")
    sdk = generate(pages, tmp_path / "out")
    project = tomllib.loads((sdk / "pyproject.toml").read_text("utf-8"))["project"]
    with imported(sdk) as package:
        testing = importlib.import_module("pets.testing")
        fake = getattr(testing, testing.__all__[-1])()
        fake.pets.fetch("1")
        agent = fake.sent[0].headers["user-agent"]

        assert (expected, expected) == (project["version"], package.__version__)
        assert agent.startswith(f"pets-python/{expected} ")
