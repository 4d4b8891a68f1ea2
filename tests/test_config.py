"""``api.toml``: values in, faults with line and column out."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from generator.config import (
    ApiConfig,
    AuthConfig,
    CredentialConfig,
    OperationConfig,
    PaginationConfig,
    ResourceConfig,
)
from generator.config_file import load_config, parse_config
from generator.config_places import KeyPath, KeyPlaces
from generator.diagnostics import Diagnostics
from generator.source import Source

FULL = """\
packs = ["python", "typescript"]

[client]
name = "Rail"
base_url = "https://rail.example"

[auth."Basic Auth"]
kind = "basic"
username = { name = "account_sid", env = "RAIL_SID" }
password = { name = "auth_token" }

[pagination]
style = "next-url"
next = "links.next"
items = "data"

[operations.list-trips]
required = ["Origin", "Destination"]
pagination = false

[resources."/v1/trips/{}"]
noun = "trip"
"""


def parse(text: str) -> tuple[ApiConfig | None, list[tuple[str, str, str, str]]]:
    """The configuration of a text, and its faults as place, code, message and hint."""
    found = Diagnostics()
    config = parse_config(Source(path="api.toml", text=text), found)
    return config, [
        (str(one.span).removeprefix("api.toml:"), one.code, one.message, one.hint) for one in found
    ]


def test_a_full_file_becomes_frozen_values() -> None:
    """Every part of the file arrives in its struct."""
    config, faults = parse(FULL)

    assert [] == faults
    assert config is not None
    assert ("python", "typescript") == config.packs
    assert "Rail" == config.client.name
    assert {
        "Basic Auth": AuthConfig(
            kind="basic",
            username=CredentialConfig(name="account_sid", env="RAIL_SID"),
            password=CredentialConfig(name="auth_token"),
        )
    } == config.auth
    assert PaginationConfig(style="next-url", next="links.next", items="data") == config.pagination
    assert {
        "list-trips": OperationConfig(required=("Origin", "Destination"), pagination=False)
    } == config.operations
    assert {"/v1/trips/{}": ResourceConfig(noun="trip")} == config.resources


def test_an_absent_or_empty_file_is_all_defaults(tmp_path: Path) -> None:
    """Nobody has to write a configuration."""
    found = Diagnostics()

    assert ApiConfig() == load_config(tmp_path / "api.toml", found)
    config, faults = parse("# nothing yet\n")
    empty = {name: getattr(config, name) for name in ApiConfig.__struct_fields__}
    assert (ApiConfig(), []) == (ApiConfig(**empty), faults)
    assert 0 == len(found)


def test_a_configuration_knows_the_places_of_its_keys() -> None:
    """What no longer applies to any page is told with its line."""
    config, _ = parse('[operations]\na = { required = ["x"] }\n')

    assert config is not None
    assert ["api.toml:2:1", "api.toml:2:7", "api.toml:1:2"] == [
        str(config.place("operations", "a")),
        str(config.place("operations", "a", "required")),
        str(config.place("operations", "b")),
    ]


KNOWN_HERE = (
    "Known here: packs, client, servers, auth, errors, pagination, groups, fields, models, "
    "operations, resources, limits, accept."
)
SHOWN_IN_README = "README.md, “What the pages do not say”, shows every key with a value."
"""The hint where no nearer one is known."""

FAULTS = {
    "unknown key": (
        "colour = 1\n",
        ("1:1", "config-unknown-key", "unknown key colour"),
        KNOWN_HERE,
    ),
    "misspelt key": (
        "[client]\nbase_ulr = 'x'\n",
        ("2:1", "config-unknown-key", "unknown key client.base_ulr"),
        "Did you mean base_url?",
    ),
    "misspelt table": (
        "\n[resorces.x]\n",
        ("2:2", "config-unknown-key", "unknown key resorces"),
        "Did you mean resources?",
    ),
    "key of an inline table": (
        "[auth.a]\nkind = 'bearer'\ntoken = { name = 'x', evn = 'Y' }\n",
        ("3:23", "config-unknown-key", "unknown key auth.a.token.evn"),
        "Did you mean env?",
    ),
    "missing key": (
        "[auth.'My Auth']\nheader = 'X-Key'\n",
        ("1:7", "config-missing-key", 'auth."My Auth": kind is missing'),
        'Add kind = "api-key" or "basic" or "bearer".',
    ),
    "wrong type": (
        "[operations.a]\nskip = 'yes'\n",
        ("2:1", "config-value", 'operations.a.skip: expected true or false, found "yes"'),
        "",
    ),
    "wrong item of an array": (
        "[operations.a]\nrequired = [\n  'x',\n  4,\n]\n",
        ("4:3", "config-value", "operations.a.required[1]: expected a string, found 4"),
        "",
    ),
    "no array where there may be none": (
        "[operations.a]\nrequired = 'x'\n",
        ("2:1", "config-value", 'operations.a.required: expected an array of strings, found "x"'),
        "",
    ),
    "no array": (
        "packs = 'python'\n",
        ("1:1", "config-value", 'packs: expected an array of strings, found "python"'),
        "",
    ),
    "no table": (
        "client = 1979-05-27\n",
        ("1:1", "config-value", "client: expected a table, found a date or time"),
        "",
    ),
    "unknown word": (
        "[pagination]\nstyle = 'next_url'\n",
        (
            "2:1",
            "config-value",
            'pagination.style: expected "cursor" or "link-header" or "next-url" or "offset" '
            'or "page-number", found "next_url"',
        ),
        "Did you mean next-url?",
    ),
    "a table or false": (
        "[operations.a]\npagination = true\n",
        ("2:1", "config-value", "operations.a.pagination: expected a table or false, found true"),
        "",
    ),
    "zero is not false": (
        "[operations.a]\npagination = 0\n",
        ("2:1", "config-value", "operations.a.pagination: expected a table or false, found 0"),
        "",
    ),
    "pack that is a path": (
        'packs = ["python", "../x"]\n',
        ("1:20", "config-value", 'packs: "../x" is not the name of a pack'),
        'Write the names of packs, for example: packs = ["python"]',
    ),
    "no packs": (
        "packs = []\n",
        ("1:1", "config-value", "packs: expected at least one name, found none"),
        'Write the names of packs, for example: packs = ["python"]',
    ),
    "syntax": (
        "[client]\nname = \n",
        ("2:8", "config-syntax", "Invalid value"),
        "See https://toml.io for the notation.",
    ),
    "syntax at the end": (
        "[client]\nname = '''x\n",
        ("3:1", "config-syntax", "Expected \"'''\""),
        "See https://toml.io for the notation.",
    ),
    "depth": (
        "x = " + "[" * 5000,
        ("1:1", "config-syntax", "is nested too deeply"),
        "See https://toml.io for the notation.",
    ),
    "a number beyond all use": (
        "x = " + "1" * 5000,
        ("1:1", "config-syntax", "holds a number of more than 4300 digits"),
        "See https://toml.io for the notation.",
    ),
    "hostile text": (
        '"::error::\\u001b[31m" = 1\n',
        ("1:1", "config-unknown-key", 'unknown key ": :error: :\\x1b[31m"'),
        KNOWN_HERE,
    ),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_names_its_place_and_the_remedy(name: str) -> None:
    """Each kind of fault gives one finding with a hint, and no configuration."""
    text, (place, code, message), hint = FAULTS[name]
    config, faults = parse(text)

    assert [(place, code, message, hint or SHOWN_IN_README)] == faults
    assert config is None


def test_all_faults_are_reported_at_once() -> None:
    """Nobody has to run the command once for every mistake."""
    _, faults = parse("a = 1\npacks = 2\n[client]\nb = 3\nname = 4\n")

    assert ["1:1", "2:1", "4:1", "5:1"] == [place for place, *_ in faults]


def test_faults_of_the_file_itself_are_the_configurations(tmp_path: Path) -> None:
    """A folder or binary data in the place of api.toml is reported with a code of its own."""
    found = Diagnostics()
    (tmp_path / "api.toml").mkdir()
    (tmp_path / "binary.toml").write_bytes(b"\xff\xfe")

    assert load_config(tmp_path / "api.toml", found) is None
    assert load_config(tmp_path / "binary.toml", found) is None
    assert {"config-unreadable", "config-not-text"} == {one.code for one in found}


PLACES = '''\
a = 1 # [not.a.table]
b . "c d" . 'e' = """
[x]
"""
[ t . "u.v" ]
k = [ { x = 1, y.z = [1,
  2] }, "]", # }
  3 ]
esc = "\\"]"
"\\u0061\\u0062" = 2020-01-01 00:00:00
lit = \'\'\'it\'s }
k2 = 1\'\'\'\'
[[l]]
n = 1
[l.sub]
m = +inf
[[l]]
n = 2
[[l.deep]]
o = {}
'''

PLACES_FOUND: dict[KeyPath, tuple[int, int]] = {
    ("a",): (1, 1),
    ("b",): (2, 1),
    ("b", "c d"): (2, 5),
    ("b", "c d", "e"): (2, 13),
    ("t",): (5, 3),
    ("t", "u.v"): (5, 7),
    ("t", "u.v", "k"): (6, 1),
    ("t", "u.v", "k", 0): (6, 7),
    ("t", "u.v", "k", 0, "x"): (6, 9),
    ("t", "u.v", "k", 0, "y", "z"): (6, 18),
    ("t", "u.v", "k", 0, "y", "z", 1): (7, 3),
    ("t", "u.v", "k", 1): (7, 9),
    ("t", "u.v", "k", 2): (8, 3),
    ("t", "u.v", "esc"): (9, 1),
    ("t", "u.v", "ab"): (10, 1),
    ("t", "u.v", "lit"): (11, 1),
    ("l",): (13, 3),
    ("l", 0, "n"): (14, 1),
    ("l", 0, "sub"): (15, 4),
    ("l", 0, "sub", "m"): (16, 1),
    ("l", 1): (17, 3),
    ("l", 1, "n"): (18, 1),
    ("l", 1, "deep", 0, "o"): (20, 1),
}


@pytest.mark.parametrize("path", PLACES_FOUND, ids=str)
def test_every_key_has_its_place(path: KeyPath) -> None:
    """Headers, dotted and quoted keys, inline tables, arrays and strings that look like any."""
    span = KeyPlaces(Source(path="api.toml", text=PLACES)).find(path)

    assert PLACES_FOUND[path] == (span.line, span.column)


def test_a_key_without_a_place_has_that_of_its_table() -> None:
    """What is missing is reported where it would be written; at the file's start at worst."""
    places = KeyPlaces(Source(path="api.toml", text=PLACES))

    assert places.find(("t", "u.v")) == places.find(("t", "u.v", "missing", "deeper"))
    assert "api.toml:1:1" == str(places.find(("nowhere",)))


def key_paths(value: object, path: KeyPath = ()) -> Iterator[KeyPath]:
    """The way to every value below this one."""
    inner: Iterable[tuple[str | int, object]] = ()
    if isinstance(value, dict):
        inner = value.items()
    elif isinstance(value, list):
        inner = enumerate(value)
    for key, item in inner:
        yield (*path, key)
        yield from key_paths(item, (*path, key))


@pytest.mark.parametrize(
    "text", [FULL, PLACES, 'a = \'\'\'\'\'x\'\'\'\'\'\nb = """"x"""""\n"" = 1']
)
def test_all_that_tomllib_reads_has_a_place_of_its_own(text: str) -> None:
    """The scanner and the parser agree on what a key is."""
    places = KeyPlaces(Source(path="api.toml", text=text))
    paths = list(key_paths(tomllib.loads(text)))

    assert len(paths) >= 3
    assert set() == {one for one in paths if not places.has(one)}


GAPS = {
    "basic without a name": ('[auth.z]\nkind = "basic"\npassword = { name = "p" }', "username"),
    "bearer without a token": ('[auth.z]\nkind = "bearer"', "token"),
    "api-key without a place": (
        '[auth.z]\nkind = "api-key"\ntoken = { name = "k" }',
        "one of header, query",
    ),
    "api-key in two places": (
        '[auth.z]\nkind = "api-key"\ntoken = { name = "k" }\nheader = "X"\nquery = "k"',
        "one of header, query",
    ),
    "bearer with a name": (
        '[auth.z]\nkind = "bearer"\ntoken = { name = "t" }\nusername = { name = "u" }',
        "no meaning",
    ),
    "next-url without next": ('[pagination]\nstyle = "next-url"', "next"),
    "offset without parameter": ('[pagination]\nstyle = "offset"', "parameter"),
    "cursor of one list": (
        '[operations.a]\npagination = { style = "cursor", next = "n" }',
        "parameter",
    ),
    "client that is a keyword": ('[client]\nname = "class"', "name of a class"),
    "client that is no name": ('[client]\nname = "My Client"', "name of a class"),
    "address without scheme": ('[client]\nbase_url = "ftp://x"', "not an address"),
}


@pytest.mark.parametrize("name", GAPS)
def test_keys_that_need_others_are_told(name: str) -> None:
    """What would make a client that cannot work is refused, with what to write."""
    text, message = GAPS[name]
    config, faults = parse(text)

    assert config is None
    assert [message] == [message for *_, found, hint in faults if message in found and hint]
