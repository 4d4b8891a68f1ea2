"""Whole APIs of other people: every name in them is one a person would have chosen."""

from __future__ import annotations

import keyword
import re
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest
from building import resources
from table_rows import FOLDER

from generator.diagnostics import Diagnostics
from generator.documents import load_documents
from generator.emit.api_view import api_view
from generator.emit.pack import load_pack
from generator.emit.views import ApiView
from generator.ir import Api, words
from generator.passes.inflection import singular
from generator.pipeline import read_api

ROOT = Path(__file__).parent.parent
CORPUS = ROOT.parent / "shared" / "corpus"
APIS = sorted(path.name.partition(".")[0] for path in CORPUS.glob("*.truth.json"))
LONGEST = 40
LONGEST_NAMES = FOLDER / "longest_names.md"
_SUFFIX = re.compile(r"(?:List|Resource)$")

pytestmark = pytest.mark.skipif(not APIS, reason=f"needs {CORPUS}, which lies outside the project")


@cache
def _read(name: str) -> tuple[Api | None, ApiView | None, tuple[str, ...]]:
    """The API, its view, and the errors of reading it."""
    found = Diagnostics()
    documents = load_documents(CORPUS / name, found)
    api = read_api(documents, found) if documents else None
    errors = tuple(f"{one.span}: {one.message}" for one in found if one.severity == "error")
    return api, api_view(api, load_pack("python", (ROOT / "templates",))) if api else None, errors


def _view(name: str) -> ApiView:
    view = _read(name)[1]
    assert view is not None
    return view


def _classes(view: ApiView) -> Iterator[str]:
    for resource in view.resource_modules:
        yield resource.name.text
    yield from (name.text for name in view.class_names)


def _functions(view: ApiView) -> Iterator[str]:
    return (one.name.text for one in view.functions)


def _arguments(view: ApiView) -> Iterator[tuple[str, str]]:
    """Each argument with its name on the wire."""
    for function in view.functions:
        for one in (*function.positional, *function.arguments):
            yield one.name.text, one.wire


def _invented_arguments(view: ApiView) -> Iterator[str]:
    """Arguments that are not simply called what the page calls them."""
    return (name for name, wire in _arguments(view) if words(name) != words(wire))


def _every(view: ApiView) -> set[str]:
    return {*_classes(view), *_functions(view), *(name for name, _ in _arguments(view))}


def _inner(view: ApiView) -> Iterator[str]:
    """Names of fields, of known values and of files."""
    for module in view.model_modules:
        yield module.module.text
        yield from (field.name.text for one in module.models for field in one.fields)
        yield from (member.name.text for one in module.enums for member in one.members)
    yield from (one.module.text for one in view.resource_modules)


def _wires(view: ApiView) -> Iterator[str]:
    """What the pages call arguments, fields and known values."""
    yield from (wire for _, wire in _arguments(view))
    for module in view.model_modules:
        yield from (field.wire for one in module.models for field in one.fields)
        yield from (member.value for one in module.enums for member in one.members)


@pytest.mark.parametrize("name", APIS)
def test_api_links_without_an_error(name: str) -> None:
    """Nothing collides in a whole API that no ``api.toml`` describes."""
    _, _, errors = _read(name)

    assert () == errors


@pytest.mark.parametrize("name", APIS)
def test_names_are_identifiers(name: str) -> None:
    """Every name can be typed as it stands."""
    odd = [one for one in _every(_view(name)) if not one.isidentifier() or keyword.iskeyword(one)]

    assert [] == odd


@pytest.mark.parametrize("name", APIS)
def test_names_are_told_apart_by_words(name: str) -> None:
    """No class, function, argument, field, member or file ends in a number that no page writes."""
    view = _view(name)
    written = {words(wire)[-1] for wire in _wires(view) if words(wire)}
    written |= {word for one in view.functions for word in words(one.path)}
    made = re.compile(r"[0-9]$|[0-9a-f]*[0-9][0-9a-f]*$")
    odd = [
        one
        for one in (*_every(view), *_inner(view))
        if made.search(one) and not {words(one)[-1], words(one)[-1].removeprefix("n")} & written
    ]

    assert [] == odd


@pytest.mark.parametrize("name", APIS)
@pytest.mark.parametrize(
    "names",
    [_classes, _functions, _invented_arguments],
    ids=["classes", "functions", "arguments"],
)
def test_names_are_short(name: str, names: Callable[[ApiView], Iterator[str]]) -> None:
    """No name is longer than 40 characters, unless the page's own noun is.

    ``List``, ``Resource`` and the plural tell a wrapper and a collection from the thing.
    """
    api = _read(name)[0]
    assert api is not None
    own = {_joined(singular(one.name)) for one in resources(api)}
    things = {one: _joined(singular(_SUFFIX.sub("", one))) for one in names(_view(name))}
    long = [one for one, thing in things.items() if len(thing) > LONGEST and thing not in own]
    worst = sorted(long, key=lambda one: (-len(one), one))[:10]

    assert [] == worst


def test_the_longest_names_are_known(update_goldens: bool) -> None:
    """The ten longest names of each kind over all APIs are those of the golden table."""
    kinds = {"classes": _classes, "functions": _functions, "arguments": _invented_arguments}
    actual = "# The longest names\n\nOf all APIs of the corpus; refreshed by `--update-goldens`.\n"
    for kind, names in kinds.items():
        found = {f"{one} | {api}" for api in APIS for one in names(_view(api))}
        worst = sorted(found, key=lambda row: (-len(row.partition(" ")[0]), row))[:10]
        rows = "".join(f"| {len(row.partition(' ')[0])} | {row} |\n" for row in worst)
        actual += f"\n## {kind}\n\n| letters | name | API |\n| --- | --- | --- |\n{rows}"
    if update_goldens:
        LONGEST_NAMES.write_bytes(actual.encode())

    assert LONGEST_NAMES.read_text(encoding="utf-8") == actual


def _joined(name: str) -> str:
    return name.replace("_", "").lower()
