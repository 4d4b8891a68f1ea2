"""Names stay when pages are added: each API is linked again without any one of its pages."""

from __future__ import annotations

from pathlib import Path

import pytest
from building import field, functions, operation, record, values
from table_rows import FOLDER

from generator.config import ApiConfig
from generator.diagnostics import Diagnostics
from generator.documents import load_documents
from generator.ir import (
    Api,
    ArrayType,
    NullableType,
    ObjectType,
    Operation,
    RefType,
    TypeExpr,
    without_null,
)
from generator.passes.hoist import hoist
from generator.passes.lending import lend_values
from generator.passes.link import link
from generator.passes.reconcile import reconcile
from generator.passes.recover import recover
from generator.passes.spelling import drop_doubtful
from generator.read import is_root, read

ROOT = Path(__file__).parent.parent
CORPUS = ROOT.parent / "shared" / "corpus"
APIS = sorted(path.name.partition(".")[0] for path in CORPUS.glob("*.truth.json"))
GOLDEN = FOLDER / "renames.md"
HEAD = """# What one more page renames

For each API of the corpus and each of its pages: what other pages' names are without it, and with
it. Refreshed by `pytest -m slow --update-goldens tests/test_names_stay.py`.

A name changes only where a page is the first to tell of something:

- the first page of a collection whose noun another collection has had to itself;
- the first page that describes a thing, or a part of it, which the others only list or act upon;
- the first page that describes a thing under a second collection: both become one model;
- the second page that wants one function's name.
"""


def _api(operations: tuple[Operation, ...], config: ApiConfig) -> Api:
    kept = drop_doubtful(operations, Diagnostics())
    linked = link(kept, name="api", root=None, config=config, diagnostics=Diagnostics())
    return reconcile(hoist(lend_values(recover(linked))))


def _model(type_: TypeExpr | None) -> str:
    """The model that the type is or lists; nothing where it has no name."""
    while isinstance(type_, ArrayType | NullableType):
        type_ = type_.item
    return type_.name if isinstance(type_, RefType) else ""


def _names(api: Api) -> dict[tuple[str, str], str]:
    """What each page is called: its place, function, collection, answer, and all types' names."""
    models = {one.name: one.type for one in api.models}
    found: dict[tuple[str, str], str] = {}
    for resource, one in functions(api):
        id = one.operation.id
        found[id, "function"] = f"{resource.path}.{one.name}"
        found[id, "noun"] = resource.noun
        found[id, "collection"] = resource.collection
        found[id, "answer"] = answer = _model(one.returns)
        given = [*one.operation.parameters]
        for body in one.operation.bodies:
            type_ = without_null(body.type)
            given += type_.fields if isinstance(type_, ObjectType) else ()
        found |= {(id, f"argument {field.name}"): _model(field.type) for field in given}
        held = models.get(answer)
        for part in held.fields if isinstance(held, ObjectType) else ():
            found[id, f"field {part.name}"] = _model(part.type)
    return found


def _renames(operations: tuple[Operation, ...], config: ApiConfig) -> list[str]:
    """Each page with the names that others have without it, and with it."""
    whole = _names(_api(operations, config))
    found = []
    for gone in operations:
        fewer = _names(_api(tuple(one for one in operations if one is not gone), config))
        changed = {
            f"`{name}` -> `{whole[key]}`"
            for key, name in fewer.items()
            if name and whole[key] and name != whole[key]
        }
        found += [f"| {gone.id} | {', '.join(sorted(changed))} |"] if changed else []
    return found


def _pages(folder: Path) -> tuple[tuple[Operation, ...], ApiConfig]:
    documents = load_documents(folder, Diagnostics())
    assert documents is not None
    pages = [one for one in documents.sources if not is_root(one)]
    return tuple(found for one in pages for found in read(one, Diagnostics())), documents.config


def test_a_page_more_renames_nothing_of_taskrouter() -> None:
    """With or without any one of 61 pages, every other name is the same."""
    assert [] == _renames(*_pages(ROOT / "specs" / "taskrouter"))


def test_a_page_more_renames_nothing_where_things_are_shared() -> None:
    """A thing in two collections is one model, though each page knows other values of it."""

    def visit(*known: str) -> ObjectType:
        return record("id", "date", "room", "notes", field("status", known=values(*known)))

    pages = tuple(
        page
        for one in ("pet", "owner")
        for page in (
            operation(f"POST /{one}s/{{id}}/visits", f"Create a {one} visit", answer=visit("open")),
            operation(
                f"GET /{one}s/{{id}}/visits/{{v}}",
                f"Fetch a {one} visit",
                answer=visit("open", one),
            ),
            operation(f"GET /{one}s/{{id}}/visits", f"List {one} visits", answer=record("visits")),
        )
    )

    assert [] == _renames(pages, ApiConfig())


@pytest.mark.slow
@pytest.mark.skipif(not APIS, reason=f"needs {CORPUS}, which lies outside the project")
def test_what_one_page_renames_is_known(update_goldens: bool) -> None:
    """Over all APIs of the corpus the renames are those of the golden table, and no more."""
    actual = HEAD
    for name in APIS:
        rows = _renames(*_pages(CORPUS / name))
        table = "\n| page | renamed |\n| --- | --- |\n" if rows else "\nNone.\n"
        actual += f"\n## {name}\n{table}" + "".join(f"{one}\n" for one in rows)
    if update_goldens:
        GOLDEN.write_bytes(actual.encode())

    assert GOLDEN.read_text(encoding="utf-8") == actual
