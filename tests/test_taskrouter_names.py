"""The names of a real API, all of them, as an engineer would read and sign them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

import pytest
from table_rows import FOLDER

from generator.diagnostics import Diagnostics
from generator.documents import load_documents
from generator.emit.api_view import api_view
from generator.emit.pack import load_pack
from generator.emit.views import ApiView
from generator.ir import Api
from generator.pipeline import Documents, read_api

GOLDEN = FOLDER / "taskrouter_names.md"
HEAD = "# The names of TaskRouter\n\nRefreshed by `pytest --update-goldens`; read it as its users will.\n"


@pytest.fixture(scope="module")
def documents(root: Path) -> Documents:
    """The pages of TaskRouter and their ``api.toml``."""
    found = load_documents(root / "specs" / "taskrouter", Diagnostics())
    assert found is not None
    return found


def _read(documents: Documents) -> Api:
    api = read_api(documents, Diagnostics())
    assert api is not None
    return api


def _table(title: str, head: str, rows: Iterable[str]) -> str:
    columns = head.count("|") + 1
    rule = " | ".join(["---"] * columns)
    return f"\n## {title}\n\n| {head} |\n| {rule} |\n" + "".join(f"| {one} |\n" for one in rows)


def _cell(text: str) -> str:
    return text.replace("[Headers]", "").replace("|", "\\|")


def _resources(view: ApiView) -> list[str]:
    return sorted(
        f"{one.path} | {one.name.text} | {one.module.text}.py | {one.noun}"
        for one in view.resource_modules
    )


def _calls(view: ApiView) -> list[str]:
    return sorted(f"{one.id} | {one.signature} | {_cell(one.returned)}" for one in view.functions)


def _arguments(view: ApiView) -> list[str]:
    """Each argument once, with the calls that take it."""
    found: dict[str, list[str]] = defaultdict(list)
    for one in view.functions:
        for argument in (*one.positional, *one.arguments):
            row = f"{argument.wire} | {argument.name.text} | {_cell(argument.type.text)}"
            found[row].append(one.id)
    return sorted(f"{row} | {', '.join(sorted(set(ids)))}" for row, ids in found.items())


def _models(view: ApiView) -> list[str]:
    return sorted(
        f"{one.name.text} | {module.module.text}.py | "
        + ", ".join(f"{field.name.text}: {_cell(field.type.text)}" for field in one.fields)
        for module in view.model_modules
        for one in module.models
    )


def _enums(view: ApiView) -> list[str]:
    return sorted(
        f"{one.name.text} | {module.module.text}.py | "
        + ", ".join(f"{member.name.text} = {member.value}" for member in one.members)
        for module in view.model_modules
        for one in module.enums
    )


def _golden(view: ApiView) -> str:
    client = f"{view.client.text} | {view.package.text}"
    return HEAD + "".join(
        (
            _table("Client", "class | package", [client]),
            _table("Resources", "place | class | file | one of them", _resources(view)),
            _table("Functions", "page | call | returns", _calls(view)),
            _table("Arguments", "wire | name | type | of", _arguments(view)),
            _table("Models", "class | file | fields", _models(view)),
            _table("Known values", "class | file | members", _enums(view)),
        )
    )


def test_every_name_is_signed(documents: Documents, root: Path, update_goldens: bool) -> None:
    """Client, resources, functions, arguments, models and values are those of the golden table."""
    view = api_view(_read(documents), load_pack("python", (root / "templates",)))
    actual = _golden(view)
    if update_goldens:
        GOLDEN.write_bytes(actual.encode())

    assert 61 == len(_calls(view))
    assert GOLDEN.read_text(encoding="utf-8") == actual
