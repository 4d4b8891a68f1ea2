"""Sample answers beside the pages: found, read, fitted to their answers, and told of."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from generation import call, generate, imported, tree

from generator import example_files
from generator.diagnostics import Diagnostics
from generator.documents import load_documents
from generator.ir import Api, Operation, Origin
from generator.json_places import MAX_DEPTH, MAX_DIGITS
from generator.passes.entry import Standing
from generator.passes.ledger import ledger
from generator.passes.places import places
from generator.passes.written import written
from generator.pipeline import read_api

PAGE = """# {title}

**{call}**

## Servers
- https://shop.example: https://shop.example ()

## Authentication methods
- Api key

## Parameters

## Responses

### 200
Done.

#### Body: application/json ({answer})
{fields}

### 4XX
Refused.

#### Body: application/problem+json (object)
- **detail** ()
- **causes** (array[object])

### 503
Later.

[Powered by Bump.sh](https://bump.sh)
"""
ONE = "- **id** (string)\n- **meta** (object)\n- **rates** (object | null)\n- **any** ()\n"
PAGES = {
    "fetchpet": ("Fetch a pet", "GET /pets/{id}", "object", ONE),
    "listpet": ("List pets", "GET /pets", "array[object]", ""),
}
PET = {"id": 7, "meta": {"born": "2026-01-02", "tags": []}, "rates": {"2026-01-02": 1.5}, "any": 3}

Files = Mapping[str, Any]


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    """A folder of two pages that leave most of their answers open."""
    home = tmp_path / "shop"
    home.mkdir()
    for name, (title, line, answer, fields) in PAGES.items():
        text = PAGE.format(title=title, call=line, answer=answer, fields=fields)
        (home / f"operation-{name}.md").write_text(text, encoding="utf-8")
    return home


def give(shop: Path, files: Files) -> Path:
    """The folder with these examples: texts as they are, other values as JSON."""
    (shop / "examples").mkdir(exist_ok=True)
    for name, value in files.items():
        text = value if isinstance(value, str) else json.dumps(value, indent=2)
        (shop / "examples" / name).write_bytes(text.encode("utf-8", "surrogatepass"))
    return shop


def read(path: Path) -> tuple[Api | None, list[tuple[str, str]]]:
    """The API, and the place and code of each finding on the examples."""
    found = Diagnostics()
    documents = load_documents(path, found)
    api = read_api(documents, found) if documents is not None else None
    home = path if path.is_dir() else path.parent
    findings = [(str(one.span).removeprefix(f"{home.as_posix()}/"), one.code) for one in found]
    return api, [one for one in findings if one[0].startswith("examples")]


def operation(path: Path, name: str) -> Operation:
    """The operation of a page."""
    api, _ = read(path)
    assert api is not None
    return next(one for one in api.operations if one.id == name)


def seen(path: Path, name: str) -> dict[str, str]:
    """The type of each field of a page that samples have a part in."""
    return {
        one.name: written(one.field.type)
        for one in places(operation(path, name))
        if one.field.type_origin is Origin.EXAMPLE
    }


@pytest.mark.parametrize("name", ["fetchpet.200.json", "operation-fetchpet.200.json"])
def test_example_fills_what_its_page_leaves_open(shop: Path, name: str) -> None:
    """Shapes, formats, maps and untyped values; the stated ``id`` stays a string."""
    give(shop, {name: PET})

    assert {
        "200 meta": "object",
        "200 meta.born": "string(date)",
        "200 meta.tags": "array[any]",
        "200 rates": "object | null",
        "200 any": "integer",
    } == seen(shop, "fetchpet")


def test_list_is_a_list_of_answers(shop: Path) -> None:
    """What differs between answers is merged, also over both names of a page."""
    give(shop, {"fetchpet.200.json": [{"any": 1}, {"any": 2.5}, {}]})
    give(shop, {"operation-fetchpet.200.json": {"any": None}})

    assert {"200 any": "number | null"} == seen(shop, "fetchpet")


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ([{"a": 1}, {"a": None}], {"200 [].a": "integer | null"}),
        ([[{"a": 1}], [{"a": 2}, {"b": "x"}]], {"200 [].a": "integer", "200 [].b": "string"}),
        ([], {}),
        ([[], [{"a": 1}]], {"200 [].a": "integer"}),
        ({"a": 1}, {}),
        (None, {}),
    ],
)
def test_list_is_one_answer_where_the_page_answers_with_a_list(
    shop: Path, answer: Any, expected: dict[str, str]
) -> None:
    """Only a list of lists is several answers there; an answer of another kind shows nothing."""
    give(shop, {"listpet.200.json": answer})

    assert expected == {
        name.replace("200[]", "200 []"): x for name, x in seen(shop, "listpet").items()
    }


@pytest.mark.parametrize("status", ["4XX", "4xx"])
def test_answer_of_a_range_is_filled(shop: Path, status: str) -> None:
    """Errors have shapes, too."""
    give(shop, {f"fetchpet.{status}.json": {"detail": "no", "causes": [{"code": 3}]}})

    assert {
        "4XX detail": "string",
        "4XX causes": "array[object]",
        "4XX causes[].code": "integer",
    } == seen(shop, "fetchpet")


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("fetchpets.200.json", "The nearest page is fetchpet."),
        ("fetchpet.201.json", "The page describes bodies of: 200, 4XX."),
        ("fetchpet.503.json", "The page describes bodies of: 200, 4XX."),
        ("fetchpet.json", example_files.NAMING),
        ("fetchpet.2000.json", example_files.NAMING),
    ],
)
def test_example_that_fits_nothing_is_warned_of(shop: Path, name: str, hint: str) -> None:
    """The run goes on, and the hint says what would fit."""
    give(shop, {name: PET})
    found = Diagnostics()
    documents = load_documents(shop, found)

    assert documents is not None
    assert read_api(documents, found) is not None
    assert [("example-unused", hint)] == [
        (one.code, one.hint) for one in found if "examples" in one.span.path
    ]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("", "1:1"),
        ('{\n  "a": 1,\n}', "2:9"),
        ("[1, 2", "1:6"),
        ('{"a": 1}\n{"b": 2}', "2:1"),
        ("{'a': 1}", "1:2"),
        ('{"a": NaN}', "1:7"),
        ("[1,\n -Infinity]", "2:2"),
        ("[1e999]", "1:2"),
        (f"[{'9' * (MAX_DIGITS + 1)}]", "1:2"),
        ("[" * (MAX_DEPTH + 1) + "]" * (MAX_DEPTH + 1), f"1:{MAX_DEPTH + 1}"),
        ("[" * 100_000, f"1:{MAX_DEPTH + 1}"),
        ('{"a": 1,\n "b": {"a": 1},\n "a": 2}', "3:2"),
        ('{"a": 1, "\\u0061": 2}', "1:10"),
        ('["\\ud83d"]', "1:2"),
        ('{"x\\udc00": 1}', "1:2"),
    ],
)
def test_what_is_not_quite_json_is_an_error_with_its_place(
    shop: Path, text: str, place: str
) -> None:
    """Nothing is guessed, and nothing deep or long reaches a reader that it could harm."""
    api, findings = read(give(shop, {"fetchpet.200.json": text}))

    assert api is None
    assert ["example-syntax"] == [code for _, code in findings]

    at = findings[0][0].removeprefix("examples/fetchpet.200.json:")

    # Where a comma is too many, versions of Python point at it or behind it.
    assert place == at or (place, at) == ("2:9", "3:1")


def test_file_that_is_no_text_or_too_large_is_refused(
    shop: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Examples have the limits of pages, and one for all of them."""
    give(shop, {"fetchpet.200.json": '"\x00"', "listpet.200.json": f'"{"x" * 1024 * 1024}"'})

    assert ["not-text", "too-large"] == [code for _, code in read(shop)[1]]

    monkeypatch.setattr(example_files, "MAX_FILES", 1)

    assert [("examples:1:1", "too-large")] == read(shop)[1]


def test_link_out_of_the_folder_is_refused(shop: Path, tmp_path: Path) -> None:
    """Neither a file nor the folder itself may lead elsewhere."""
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "fetchpet.200.json").write_text("{}", encoding="utf-8")
    (shop / "examples").mkdir()
    (shop / "examples" / "fetchpet.200.json").symlink_to(outside / "fetchpet.200.json")

    assert ["link-outside"] == [code for _, code in read(shop)[1]]

    (shop / "examples" / "fetchpet.200.json").unlink()
    (shop / "examples").rmdir()
    (shop / "examples").symlink_to(outside)

    assert ["link-outside"] == [code for _, code in read(shop)[1]]


def test_single_page_reads_only_its_own_examples(shop: Path) -> None:
    """A fault in the answer of another page is no concern of this one."""
    give(shop, {"fetchpet.200.json": PET, "listpet.200.json": "{", "x.json": "{"})
    api, findings = read(shop / "operation-fetchpet.md")

    assert api is not None
    assert [] == findings
    assert "200 meta.born" in seen(shop / "operation-fetchpet.md", "fetchpet")


def test_other_files_beside_examples_are_let_be(shop: Path) -> None:
    """Notes and what systems leave are no answers."""
    give(shop, {"README.md": "x", ".fetchpet.200.json": "{"})

    assert [] == read(shop)[1]


def test_ledger_tells_what_samples_showed_and_none_of_their_values(shop: Path) -> None:
    """A shape at its field of the page, a type at its key in the sample, and what is open still."""
    give(shop, {"fetchpet.200.json": {"meta": {"owner": "Ada Lovelace"}}})
    documents = load_documents(shop, Diagnostics())
    assert documents is not None
    api = read_api(documents, Diagnostics())
    assert api is not None
    entries = ledger(api, documents.config, documents.sources)
    told = [one for one in entries if one.origin is Origin.EXAMPLE]

    assert [
        ("examples/fetchpet.200.json", 3, "type", ("200 meta.owner",), "string"),
        ("operation-fetchpet.md", 20, "shape", ("200 meta",), ("owner",)),
    ] == [
        (str(Path(x.span.path).relative_to(shop)), x.span.line, x.topic.value, x.names, x.value)
        for x in told
    ]
    assert ["type-of-samples", "shape-of-samples"] == [one.rule for one in told]

    still_open = {
        name
        for one in entries
        if one.standing is Standing.UNKNOWN and one.operation == "fetchpet"
        for name in one.names
    }

    assert {"200 rates", "200 any"} == {one for one in still_open if one.startswith("200")}
    assert "Ada" not in str(entries)


def test_document_says_what_samples_showed_and_keeps_the_stated_types(
    shop: Path, tmp_path: Path
) -> None:
    """The exported type of each stated field is its page's; its fields say where they are from."""
    give(shop, {"fetchpet.200.json": PET, "fetchpet.4XX.json": {"detail": "no"}})
    result = call("generate", shop, "--pack", "openapi", "--out", tmp_path / "out")
    assert 0 == result.exit_code, result.output
    text = (tmp_path / "out/openapi/shop/openapi.json").read_text("utf-8")
    pet = json.loads(text)["components"]["schemas"]["Pet"]["properties"]

    assert ("object", "example") == (pet["meta"]["type"], pet["meta"]["x-origin"])
    assert {
        "type": "string",
        "format": "date",
        "x-origin": "example",
        "x-source": "fetchpet.200.json:4:5",
    } == pet["meta"]["properties"]["born"]
    assert (["object", "null"], {"type": "number"}) == (
        pet["rates"]["type"],
        pet["rates"]["additionalProperties"],
    )
    assert "type" not in pet["any"]
    assert "x-origin" not in pet["any"]


@pytest.mark.parametrize(
    ("answer", "sample", "expected"),
    [
        ("object", {"page": 1}, {"type": "object"}),
        ("object | null", {"page": 1}, {"type": ["object", "null"]}),
        ("", {"page": 1}, {}),
        ("", 7, {}),
        ("array", [7], {"type": "array", "items": {}}),
    ],
)
def test_document_keeps_a_body_that_lists_no_field(
    shop: Path, tmp_path: Path, *, answer: str, sample: Any, expected: Any
) -> None:
    """The SDK has a model of what samples show; the document says no more than the page."""
    text = PAGE.format(title="Show", call="GET /pets/{id}/show", answer=answer, fields="")
    (shop / "operation-show.md").write_text(text, encoding="utf-8")
    give(shop, {"show.200.json": sample})
    call("generate", shop, "--pack", "openapi", "--out", tmp_path / "out")
    document = json.loads((tmp_path / "out/openapi/shop/openapi.json").read_text("utf-8"))
    body = document["paths"]["/pets/{id}/show"]["get"]["responses"]["200"]["content"]

    assert expected == body["application/json"]["schema"]


def test_sdk_decodes_what_the_samples_are_like(shop: Path, tmp_path: Path) -> None:
    """Nested models, dates and maps; what samples lack is kept as it came."""
    give(shop, {"fetchpet.200.json": PET})
    sdk = generate(shop, tmp_path / "out")
    with imported(sdk) as package:
        answer = PET | {"meta": {"born": "2026-02-03", "tags": ["x"], "new": 1}, "any": "odd"}
        pet = package.Pet.from_dict(answer)

        assert (2026, 2, 3) == pet.meta.born.timetuple()[:3]
        assert {"new": 1} == pet.meta.extra
        assert {"2026-01-02": 1.5} == pet.rates
        assert answer == pet.to_dict()


def test_values_of_samples_reach_no_output(shop: Path, tmp_path: Path) -> None:
    """A sample may hold anybody's name; types alone are made of it."""
    secret = "Zarathustra Q"
    give(shop, {"fetchpet.200.json": PET | {"any": secret, "meta": {"owner": secret}}})
    for pack in ("python", "openapi"):
        call("generate", shop, "--pack", pack, "--out", tmp_path / "out")
    written_files = tree(tmp_path / "out")

    assert any(b"owner" in text for text in written_files.values())
    assert [] == [name for name, text in written_files.items() if secret.encode() in text]


def test_changed_example_is_drift(shop: Path, tmp_path: Path) -> None:
    """``check`` notices an example that no longer is what the output was made from."""
    give(shop, {"fetchpet.200.json": PET})
    call("generate", shop, "--out", tmp_path / "out")
    same = call("check", shop, "--out", tmp_path / "out").exit_code
    give(shop, {"fetchpet.200.json": PET | {"any": 4}})

    assert (0, 1) == (same, call("check", shop, "--out", tmp_path / "out").exit_code)


def test_examples_do_not_hide_that_a_page_alone_is_not_all(shop: Path, tmp_path: Path) -> None:
    """What was made from two pages is not narrowed to one; examples are not counted as pages."""
    give(shop, {"fetchpet.200.json": PET, "listpet.200.json": [{"id": "1"}]})
    call("generate", shop, "--out", tmp_path / "out")
    result = call("generate", shop / "operation-fetchpet.md", "--out", tmp_path / "out")

    assert 3 == result.exit_code
    assert "was made from 1 more pages" in result.output
