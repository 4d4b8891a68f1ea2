"""The names of a real API: what each page becomes, and that they stay."""

from __future__ import annotations

from pathlib import Path

import pytest
from building import functions
from table_rows import FOLDER

from generator.diagnostics import Diagnostics
from generator.documents import load_documents
from generator.emit.api_view import api_view
from generator.emit.call_views import FunctionView
from generator.emit.pack import load_pack
from generator.ir import Api, Operation, RefType
from generator.passes.hoist import hoist
from generator.passes.link import link
from generator.passes.recover import recover
from generator.pipeline import Documents, read_api
from generator.read import is_root, read

GOLDEN = FOLDER / "taskrouter_names.md"
HEAD = (
    "# The names of TaskRouter\n\n"
    "Required keywords are shown; `…` are optional ones. "
    "Refreshed by `pytest --update-goldens`.\n\n"
    "| page | call | returns |\n| --- | --- | --- |\n"
)


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


def _row(view: FunctionView) -> str:
    returns = view.returned.replace("[Headers]", "")
    return f"| {view.id} | {view.signature} | {returns} |"


def test_every_page_has_its_signed_name(
    documents: Documents, root: Path, update_goldens: bool
) -> None:
    """Each of the 61 pages becomes the call and the answer of the golden table."""
    view = api_view(_read(documents), load_pack("python", (root / "templates",)))
    rows = sorted(_row(one) for one in view.functions)
    actual = HEAD + "".join(f"{row}\n" for row in rows)
    if update_goldens:
        GOLDEN.write_bytes(actual.encode())

    assert 61 == len(rows)
    assert GOLDEN.read_text(encoding="utf-8") == actual


def _names(api: Api) -> dict[str, tuple[str, str]]:
    """What each page is called, and what its answer is called; ``""`` where that has no name."""
    return {
        one.operation.id: (
            f"{resource.path}.{one.name} {resource.noun} {resource.collection}",
            one.returns.name if isinstance(one.returns, RefType) else "",
        )
        for resource, one in functions(api)
    }


def _linked(operations: tuple[Operation, ...], documents: Documents) -> Api:
    linked = link(
        operations, name="taskrouter", root=None, config=documents.config, diagnostics=Diagnostics()
    )
    return hoist(recover(linked))


def test_adding_a_page_renames_nothing_that_was_there(documents: Documents) -> None:
    """Without any one page, every other function, class and model has the name it has with it.

    One exception: the items of a list whose page describes none have no name until the page of
    one item comes (``fetchevent`` for ``listevent``). They gain a name then; none is changed.
    """
    operations = tuple(
        found
        for source in documents.sources
        if not is_root(source)
        for found in read(source, Diagnostics())
    )
    whole = _linked(operations, documents)
    names, models = _names(whole), {one.name for one in whole.models}
    renamed = []
    for gone in operations:
        fewer = _linked(tuple(one for one in operations if one is not gone), documents)
        for id, (place, answer) in _names(fewer).items():
            if (place, answer or names[id][1]) != names[id]:
                renamed.append((gone.id, id, place, answer))
        renamed += [(gone.id, one.name, "", "") for one in fewer.models if one.name not in models]

    assert [] == renamed
