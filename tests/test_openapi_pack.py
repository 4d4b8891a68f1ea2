"""The openapi pack: a document that validates, and says of every inferred fact who said it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from openapi_spec_validator import validate

from generator.config import ApiConfig, AuthConfig, ClientConfig, CredentialConfig, OperationConfig
from generator.diagnostics import Diagnostics
from generator.documents import load_documents
from generator.emit.pack import Pack, load_pack, shipped_templates
from generator.ir import Api, Operation, Origin, Parameter, Values
from generator.pipeline import Documents, emit_api, read_api
from generator.source import Source
from generator.value import replace

ROOT = Path(__file__).parent.parent

PAGE = """# List pumps

**GET /pumps/{sector}**

All pumps of a sector.

## Servers
- https://api.example.com: https://api.example.com ()

## Authentication methods
- Api key

## Parameters

### Path parameters
- **sector** (string)

### Query parameters
- **state** (string)
  One of `on` or `off`. Defaults to `on`.
- **kinds** (array[string] | null)
  Can be `steam` or `hand`.
- **limit** (integer)
  Between 1 and 50.

## Responses

### 200
The pumps.

#### Headers
- **X-Left** (integer)
  Calls left.

#### Body: application/json (object)
- **id** (string)
- **state** (string | null)
  One of `on` or `off`. Defaults to `on`.
- **parts** (array[object])

### 404
No such sector.

#### Body: application/json (object)
- **message** (string)

[Powered by Bump.sh](https://bump.sh)
"""

CREATE = """# Create a pump

**POST /pumps/{sector}**

## Servers
- https://api.example.com: https://api.example.com ()

## Parameters

### Body: (object)
The pump.
- **name** (string)
  Required. At most 20 characters.
- **note** ()
- **depth** (number)

## Responses

### 201

#### Body: application/json (object)
- **id** (string)
- **state** (string | null)
  One of `on` or `off`. Defaults to `on`.
- **parts** (array[object])

### 404
No such sector.

#### Body: application/json (object)
- **message** (string)
"""


@pytest.fixture(scope="session")
def pack() -> Pack:
    """The shipped pack."""
    return load_pack("openapi", (shipped_templates(),))


def _api(*pages: str, config: ApiConfig | None = None, **named: str) -> Api:
    texts = {f"operation-page{number}.md": text for number, text in enumerate(pages)}
    texts |= {f"{name.replace('_', '-')}.md": text for name, text in named.items()}
    diagnostics = Diagnostics()
    documents = Documents(
        name="pumps",
        sources=tuple(Source(path=f"docs/{path}", text=text) for path, text in texts.items()),
        config=config or ApiConfig(),
    )
    api = read_api(documents, diagnostics)
    assert api is not None, diagnostics.sorted()
    return api


def _document(api: Api, pack: Pack) -> dict[str, Any]:
    """The document, which must be valid OpenAPI 3.1."""
    (file,) = emit_api(api, pack)
    assert "openapi.json" == file.path
    document: dict[str, Any] = json.loads(file.text)
    validate(document)
    return document


def _made(pack: Pack, *pages: str, **named: str) -> dict[str, Any]:
    return _document(_api(*pages, **named), pack)


def _query(document: dict[str, Any], name: str) -> dict[str, Any]:
    """A query parameter of the listing page."""
    listed = document["paths"]["/pumps/{sector}"]["get"]["parameters"]
    found: dict[str, Any] = next(one for one in listed if one["name"] == name)
    return found


def _page(notation: str, description: str = "") -> str:
    item = f"- **x** ({notation})\n  {description}\n"
    return (
        f"# Get\n\n**GET /things**\n\n## Servers\n\n## Parameters\n\n### Query parameters\n{item}"
    )


def _nodes(value: Any) -> Iterator[dict[str, Any]]:
    """Every object of the document."""
    if isinstance(value, dict):
        yield value
    below = value.values() if isinstance(value, dict) else value
    for one in below if isinstance(value, dict | list) else ():
        yield from _nodes(one)


@pytest.mark.parametrize("name", ["taskrouter", "train-travel"])
def test_document_of_the_specs_is_valid(name: str, pack: Pack) -> None:
    """What comes out of our own pages is OpenAPI 3.1 with every operation in it."""
    diagnostics = Diagnostics()
    documents = load_documents(ROOT / "specs" / name, diagnostics)
    assert documents is not None
    api = read_api(documents, diagnostics)
    assert api is not None
    document = _document(api, pack)
    ids = {one["operationId"] for path in document["paths"].values() for one in path.values()}

    assert {one.id for one in api.operations} == ids


def test_document_has_the_same_bytes_whatever_the_order_of_files(pack: Pack) -> None:
    """A run on another machine changes nothing."""
    one = emit_api(_api(operation_a=PAGE, operation_b=CREATE), pack)
    other = emit_api(_api(operation_b=CREATE, operation_a=PAGE), pack)

    assert one == other


@pytest.mark.parametrize(
    ("notation", "expected"),
    [
        ("string", {"type": "string"}),
        ("string(uri)", {"type": "string", "format": "uri"}),
        ("integer(int32) | null", {"type": ["integer", "null"], "format": "int32"}),
        ("null | string", {"anyOf": [{"type": "null"}, {"type": "string"}]}),
        ("null", {"type": "null"}),
        ("", {}),
        ("array", {"type": "array", "items": {}}),
        ("array[string | null]", {"type": "array", "items": {"type": ["string", "null"]}}),
        ("array[integer] | null", {"type": ["array", "null"], "items": {"type": "integer"}}),
        (
            "string | null | array[object]",
            {
                "anyOf": [
                    {"type": "string"},
                    {"type": "null"},
                    {"type": "array", "items": {"type": "object"}},
                ]
            },
        ),
        (
            "object(uri-map) | null",
            {
                "type": ["object", "null"],
                "additionalProperties": {"type": "string", "format": "uri"},
                "format": "uri-map",
            },
        ),
    ],
)
def test_type_comes_back_as_the_page_wrote_it(
    notation: str, expected: dict[str, Any], pack: Pack
) -> None:
    """Formats, unions, bare lists and the place of null are all kept."""
    document = _made(pack, _page(notation))
    actual = document["paths"]["/things"]["get"]["parameters"][0]["schema"]

    assert expected == {key: one for key, one in actual.items() if key != "x-source"}


def test_value_read_in_prose_is_known_and_never_an_enum(pack: Pack) -> None:
    """A server that knows one more value is still right."""
    document = _made(pack, PAGE, CREATE)

    assert ["on", "off"] == _query(document, "state")["schema"]["x-known-values"]
    assert ["steam", "hand"] == _query(document, "kinds")["schema"]["x-known-values"]
    assert not [one for one in _nodes(document) if "enum" in one]


def test_inferred_fact_names_its_origin(pack: Pack) -> None:
    """Beside every fact that the notation does not state stands who said it."""
    document = _made(pack, PAGE, CREATE)
    inferred = {"x-known-values", "default", "x-default", "maxLength", "minimum", "maximum"}
    claims = [one for one in _nodes(document) if inferred & set(one)]

    assert claims
    assert {"prose"} == {one["x-origin"] for one in claims}


def test_plain_field_claims_no_origin(pack: Pack) -> None:
    """What the page's own notation states needs no mark."""
    document = _made(pack, PAGE)
    header = document["paths"]["/pumps/{sector}"]["get"]["responses"]["200"]["headers"]["X-Left"]
    expected = {
        "description": "Calls left.",
        "schema": {"type": "integer", "x-source": "operation-page0.md:32:1"},
    }

    assert expected == header


def test_facts_of_several_origins_are_told_apart(pack: Pack) -> None:
    """One word cannot speak for two sources."""

    def stated(one: Parameter) -> Parameter:
        values = Values(values=("on", "off"), origin=Origin.CONFIG)
        return replace(one, values=values) if one.name == "state" else one

    schema = _query(_document(_changed(_api(PAGE), stated), pack), "state")["schema"]

    assert {"values": "config", "default": "prose"} == schema["x-origins"]
    assert "x-origin" not in schema


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("state", {"enum": ["a", "b"]}),
        ("kinds", {"allOf": [{"items": {"enum": ["a", "b"]}}]}),
    ],
)
def test_closed_values_are_an_enum(name: str, expected: dict[str, Any], pack: Pack) -> None:
    """Where somebody states that no other value exists, the document says so."""

    def closed(one: Parameter) -> Parameter:
        values = Values(values=("a", "b"), origin=Origin.CONFIG, open=False)
        return replace(one, values=values, default=None)

    schema = _query(_document(_changed(_api(PAGE), closed), pack), name)["schema"]

    assert expected == {key: schema[key] for key in expected}
    assert "x-known-values" not in schema


def _changed(api: Api, change: Any) -> Api:
    def operation(one: Operation) -> Operation:
        return replace(one, parameters=tuple(map(change, one.parameters)))

    return replace(api, operations=tuple(map(operation, api.operations)))


def test_requirement_read_in_prose_is_marked(pack: Pack) -> None:
    """Who relies on it can ask why."""
    media = _made(pack, PAGE, CREATE)["paths"]["/pumps/{sector}"]["post"]["requestBody"]["content"]
    schema = media["application/json"]["schema"]

    assert ["name"] == schema["required"]
    assert "prose" == schema["properties"]["name"]["x-required-origin"]
    assert "x-required-origin" not in schema["properties"]["note"]


def test_requirement_stated_in_api_toml_is_marked(pack: Pack) -> None:
    """It is the reader's own word, not the page's."""
    config = ApiConfig(operations={"page0": OperationConfig(required=["limit"])})
    found = _query(_document(_api(PAGE, config=config), pack), "limit")

    assert (True, "config") == (found["required"], found["schema"]["x-required-origin"])


def test_default_of_an_answer_is_no_default(pack: Pack) -> None:
    """It tells what the service fills in; an answer without the field does not mean it."""
    document = _made(pack, PAGE, CREATE)
    answered = document["components"]["schemas"]["Pump"]["properties"]["state"]

    assert "on" == _query(document, "state")["schema"]["default"]
    assert ("on", False) == (answered["x-default"], "default" in answered)


def test_source_points_at_the_words_of_the_page(pack: Pack) -> None:
    """Page, line and column lead to the operation and to its fields."""
    document = _made(pack, PAGE)
    operation = document["paths"]["/pumps/{sector}"]["get"]
    places = {
        "**GET /pumps/{sector}**": operation["x-source"],
        "- **limit** (integer)": _query(document, "limit")["schema"]["x-source"],
    }

    for words, place in places.items():
        page, line, column = place.split(":")

        assert "operation-page0.md" == page
        assert PAGE.splitlines()[int(line) - 1][int(column) - 1 :].startswith(words)


def test_answers_that_agree_share_a_model(pack: Pack) -> None:
    """A thing that two pages list alike stands in the document once."""
    document = _made(pack, PAGE, CREATE)
    operations = document["paths"]["/pumps/{sector}"]
    model = {"$ref": "#/components/schemas/Pump"}
    error = {"$ref": "#/components/responses/Response404"}

    for method, status in (("get", "200"), ("post", "201")):
        answers = operations[method]["responses"]

        assert model == answers[status]["content"]["application/json"]["schema"]
        assert error == answers["404"]


def test_answer_that_differs_keeps_the_words_of_its_page(pack: Pack) -> None:
    """Sharing a model never costs a page its own description."""
    other = CREATE.replace("- **id** (string)", "- **id** (string)\n  Given once.")
    document = _made(pack, PAGE, CREATE, other.replace("**POST", "**PUT"))
    answers = document["paths"]["/pumps/{sector}"]["put"]["responses"]
    schema = answers["201"]["content"]["application/json"]["schema"]

    assert "Given once." == schema["properties"]["id"]["description"]


def test_groups_of_the_docs_root_are_tags(pack: Pack) -> None:
    """Title, version, text and order of groups come from the root page."""
    root = (
        "# Pump API\n\n## Description\nThis is version `7` of this API documentation. "
        "Last update on Nov 3, 2026.\nAll about pumps.\n\n## Servers\n\n"
        "## Endpoints and operations\n\n### [Reading](https://d.example/group/endpoint-r.md)\n"
        "- [List](https://d.example/operation/operation-list.md)\n"
        "### [Writing](https://d.example/group/endpoint-w.md)\n"
        "- [Create](https://d.example/operation/operation-create.md)\n"
    )
    document = _made(pack, index=root, operation_list=PAGE, operation_create=CREATE)
    operations = document["paths"]["/pumps/{sector}"]
    info = {"title": "Pump API", "version": "7", "description": "All about pumps."}

    assert info == document["info"]
    assert [{"name": "Reading"}, {"name": "Writing"}] == document["tags"]
    assert (["Reading"], ["Writing"]) == (operations["get"]["tags"], operations["post"]["tags"])


def test_authentication_is_what_api_toml_knows_of_it(pack: Pack) -> None:
    """A page prints a name alone; a method nobody described is marked as a guess."""
    stated = {
        "Api key": AuthConfig(kind="api-key", header="X-Key", token=CredentialConfig(name="key"))
    }
    known = _document(_api(PAGE, config=ApiConfig(auth=stated)), pack)
    guessed = _made(pack, PAGE)
    expected = {"type": "apiKey", "in": "header", "name": "X-Key", "x-origin": "config"}
    scheme = known["components"]["securitySchemes"]["api_key"]

    assert expected == {key: scheme[key] for key in expected}
    assert "convention" == guessed["components"]["securitySchemes"]["api_key"]["x-origin"]
    assert [{"api_key": []}] == known["paths"]["/pumps/{sector}"]["get"]["security"]


def test_placeholder_that_no_page_declares_belongs_to_the_path(pack: Pack) -> None:
    """The document stays valid, and the operation keeps the parameters of its page."""
    path = _made(pack, CREATE)["paths"]["/pumps/{sector}"]
    expected = [("sector", "path", True, "convention")]
    actual = [
        (one["name"], one["in"], one["required"], one["schema"]["x-origin"])
        for one in path["parameters"]
    ]

    assert expected == actual
    assert "parameters" not in path["post"]


def test_body_without_a_content_type_is_json_by_convention(pack: Pack) -> None:
    """A mock server needs a type; the document says that the page names none."""
    operation = _made(pack, CREATE)["paths"]["/pumps/{sector}"]["post"]
    media = operation["requestBody"]["content"]["application/json"]

    assert "convention" == media["x-origin"]
    assert "The pump." == media["schema"]["description"]


def test_address_that_api_toml_names_comes_first(pack: Pack) -> None:
    """Tools take the first server; an operation repeats none that all share."""
    config = ApiConfig(client=ClientConfig(base_url="https://eu.example.com"))
    document = _document(_api(PAGE, CREATE, config=config), pack)
    urls = [one["url"] for one in document["servers"]]

    assert ["https://eu.example.com", "https://api.example.com"] == urls
    assert "servers" not in document["paths"]["/pumps/{sector}"]["get"]


def test_page_of_a_webhook_stands_among_webhooks(pack: Pack) -> None:
    """A path without a slash is a name, not a place below the server."""
    document = _made(pack, PAGE, CREATE.replace("/pumps/{sector}", "PumpStopped"))

    assert ["PumpStopped"] == list(document["webhooks"])
    assert ["/pumps/{sector}"] == list(document["paths"])


def test_text_of_a_page_stays_text(pack: Pack) -> None:
    """Quotes, braces, backslashes and template code come out as they went in."""
    text = 'A "q" \\n {{ 1 }} {% x %} </script> {# y #} é'
    document = _made(pack, _page("string", text))

    assert text == document["paths"]["/things"]["get"]["parameters"][0]["description"]
