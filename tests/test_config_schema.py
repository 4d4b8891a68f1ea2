"""The JSON Schema of ``api.toml``: it takes what the command takes, and refuses what it refuses."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator
from test_config_effects import WHOLE
from test_draft_config import CORPUS, of_folder, taken_in

from generator.config_file import parse_config
from generator.config_schema import config_schema
from generator.diagnostics import Diagnostics
from generator.draft_config import draft
from generator.source import Source

SCHEMA = json.loads(config_schema())

BROKEN = (
    "colour = 1",
    'packs = "python"',
    "packs = [1]",
    "[client]\nnam = 'x'",
    "[client]\nname = 1",
    "[[servers]]\nname = 'x'",
    "[[servers]]\nurl = 'https://a.io'\nvariables = { a = 1 }",
    "[servers]\nurl = 'https://a.io'",
    "[auth.a]\nheader = 'x'",
    "[auth.a]\nkind = 'digest'",
    "[auth.a]\nkind = 'bearer'\ntoken = 'x'",
    "[auth.a]\nkind = 'bearer'\ntoken = { env = 'X' }",
    "[errors]\nmassage = 'x'",
    "[pagination]\nnext = 'x'",
    "[pagination]\nstyle = 'pages'",
    "[pagination]\nstyle = 'offset'\nparameter = 'p'\nstart = '0'",
    "[groups]\na = 'b'",
    "[fields.a]\ntyp = 'string'",
    "[fields.a]\nrequired = 'yes'",
    "[fields.a]\nvalues = 'a'",
    "[fields.a]\nvalues = [[1]]",
    "[fields.a]\ndefault = {}",
    "[fields.a]\nstyle = 'pipes'",
    "[models.A]\nfields = ['a']",
    "[models.A.fields]\na = 1",
    "[models.A.fields]\na = { typ = 'string' }",
    "[operations.a]\npagination = true",
    "[operations.a]\npagination = { next = 'x' }",
    "[operations.a]\nidempotency_header = true",
    "[operations.a]\nskip = 'yes'",
    "[operations.a.fields]\na = 'string'",
    "[operations]\na = 1",
    "[resources.a]\nnouns = 'a'",
)


def schema_refuses(text: str) -> bool:
    return not Draft7Validator(SCHEMA).is_valid(tomllib.loads(text))


def command_refuses(text: str) -> bool:
    found = Diagnostics()
    parse_config(Source(path="api.toml", text=text), found)
    return found.has_errors


def test_it_is_a_schema() -> None:
    """Of the draft that the language servers of TOML read."""
    Draft7Validator.check_schema(SCHEMA)

    assert "http://json-schema.org/draft-07/schema#" == SCHEMA["$schema"]


@pytest.mark.parametrize("text", BROKEN)
def test_what_the_command_refuses_the_schema_refuses(text: str) -> None:
    """Slips show in the editor, before anything runs."""
    assert (True, True) == (command_refuses(text), schema_refuses(text))


def test_a_file_with_everything_is_valid() -> None:
    """No key is missing from the schema."""
    assert (False, False) == (command_refuses(WHOLE), schema_refuses(WHOLE))


@pytest.mark.parametrize("name", ["taskrouter", "train-travel"])
def test_our_own_files_are_valid(root: Path, name: str) -> None:
    """The two that are shipped."""
    text = (root / "specs" / name / "api.toml").read_text(encoding="utf-8")

    assert not schema_refuses(text)


@pytest.mark.parametrize("name", CORPUS)
def test_drafts_of_real_apis_are_valid(shared: Path, name: str) -> None:
    """As they stand, and with every line taken in."""
    api, documents = of_folder(shared / "corpus" / name)
    text = draft(api, documents.config)

    assert (False, False) == (schema_refuses(text), schema_refuses(taken_in(text)))


def keys() -> Iterator[tuple[str, dict[str, Any]]]:
    """Every key that the schema knows."""
    for part in [SCHEMA, *SCHEMA["definitions"].values()]:
        yield from ((f"{part['title']}.{key}", one) for key, one in part["properties"].items())


def test_every_key_has_a_description_and_an_example_that_is_valid() -> None:
    """Completion shows them; an example that is wrong would mislead."""
    bare = {name for name, one in keys() if not (one.get("description") and one.get("examples"))}
    invalid = {
        name
        for name, one in keys()
        for example in one.get("examples", [])
        if not Draft7Validator({**one, "definitions": SCHEMA["definitions"]}).is_valid(example)
    }

    assert (set(), set()) == (bare, invalid)


def test_tables_are_closed_and_nothing_may_be_null() -> None:
    """A key that does not exist is an error; TOML has no null to complete."""
    parts = [SCHEMA, *SCHEMA["definitions"].values()]

    assert {False} == {one["additionalProperties"] for one in parts}
    assert '"null"' not in json.dumps(SCHEMA)
