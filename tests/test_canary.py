"""Every text of a page that templates receive comes out as text, where it is meant to, and whole."""

from __future__ import annotations

import ast
import json
import re
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import PurePosixPath
from typing import Any

import pytest
from generation import ROOT
from markdown_it import MarkdownIt

from generator.diagnostics import Diagnostics
from generator.documents import load_documents
from generator.emit.api_view import api_view
from generator.emit.code import Code
from generator.emit.files import RenderedFile
from generator.emit.pack import load_pack
from generator.emit.plan import plan
from generator.emit.render import render
from generator.pipeline import read_api

NASTY = "\"\"\"'''\n\r{x}{{y}}%s%#\\N{DASH}\\\t>>> `|</b>]]>"
"""What ends a string, a comment, a placeholder or a span in one of the languages."""
_ID = re.compile(r"canary\d{6}y")

APIS = ("taskrouter", "train-travel")
BOTH = pytest.mark.parametrize("api", APIS)

WORDS = {
    "ArgumentView.place",
    "ArgumentView.style",
    "AuthView.kind",
    "HeaderView.kind",
    "DocumentedField.location",
    "DocumentedField.style",
    "FactView.keyword",
    "SchemeView.kind",
    "DocumentedOperation.method",
}
"""Words of ours, which templates compare; no text of a page."""


class Planter:
    """Puts a canary of its own into every text of a view."""

    def __init__(self) -> None:
        self.places: dict[str, str] = {}
        """Each canary with the attribute it was put into."""
        self._done: dict[int, tuple[object, Any]] = {}

    def planted(self, value: Any, place: str) -> Any:
        """The value with canaries in it; what several views share gets one."""
        if type(value) is Code or value is None or isinstance(value, bool | int | float):
            return value
        if isinstance(value, str):
            return value if place in WORDS else self._canary(place)
        if isinstance(value, tuple | list):
            return type(value)(self.planted(one, place) for one in value)
        if isinstance(value, Mapping):
            return {key: self.planted(one, place) for key, one in value.items()}
        if callable(value):
            return lambda: self.planted(value(), place)
        if id(value) not in self._done:
            self._done[id(value)] = (value, self._copy(value))
        return self._done[id(value)][1]

    def _copy(self, view: Any) -> Any:
        kind = type(view).__name__
        forced = {"renamed": True} if kind == "FieldView" else {}
        return type(view)(
            **{
                name: self.planted(getattr(view, name), f"{kind}.{name}")
                for name in view.__struct_fields__
            }
            | forced
        )

    def _canary(self, place: str) -> str:
        name = f"canary{len(self.places):06}y"
        self.places[name] = place
        return f"{NASTY}{name}"


@cache
def rendered(api: str, pack: str) -> tuple[tuple[RenderedFile, ...], dict[str, str]]:
    """The files of an API whose every text is a canary, and where each was put."""
    documents = load_documents(ROOT / "specs" / api, Diagnostics())
    assert documents is not None
    model = read_api(documents, Diagnostics())
    assert model is not None
    language = load_pack(pack, (ROOT / "templates",))
    planter = Planter()
    view = planter.planted(api_view(model, language), "")
    files = render(plan(view, language), language)
    return tuple(one for one in files if not one.copied), planter.places


def squashed(text: str) -> str:
    """Without white space, which docstrings and Markdown lay out anew."""
    return "".join(text.split())


def texts(file: RenderedFile) -> Iterator[str]:
    """Everything that is text to a reader of the file's language: never code, never a comment."""
    match PurePosixPath(file.path).suffix:
        case ".py":
            yield from constants(file.text)
        case ".json":
            yield from strings(json.loads(file.text))
        case ".toml":
            yield from strings(tomllib.loads(file.text))
        case ".md":
            for token in MarkdownIt("commonmark").enable("table").parse(file.text):
                for one in token.children or ():
                    assert one.type in MEANT, f"{one.type} in {file.path}"
                    yield one.content
                if token.type == "fence" and token.info == "python":
                    yield from constants(token.content)
                elif token.type in ("fence", "html_block"):
                    yield token.content


def constants(code: str) -> Iterator[str]:
    """All texts that Python holds; that of documents may await outside of functions."""
    flags = ast.PyCF_ONLY_AST | ast.PyCF_ALLOW_TOP_LEVEL_AWAIT
    for node in ast.walk(compile(code.encode(), "canary", "exec", flags, dont_inherit=True)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield ast.literal_eval(node)


MEANT = {"text", "code_inline", "softbreak", "link_open", "link_close"}
"""What prose of ours is made of; the links are those of the template."""


def strings(value: Any) -> Iterator[str]:
    """All texts of a document, keys too."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for key, one in value.items():
            yield from (key, *strings(one))
    elif isinstance(value, list):
        for one in value:
            yield from strings(one)


PLACES = {
    # what a template may print, and the files it stands in; "|" parts ways that depend on the rest
    "python": {
        "AnswerSampleView.kind": "tests",
        "AnswerSampleView.sample": "tests",
        "ApiView.base_url": "py tests",
        "ApiView.description": "README",
        "ApiView.logger": "py tests",
        "ApiView.operations": "json",
        "ApiView.release": "py py pyproject tests",
        "ApiView.title": "README py pyproject",
        "ArgumentView.description": "py|",
        "ArgumentView.sample": f"{'README ' * 6}tests|tests tests|tests|",  # README: the first call
        "ArgumentView.wire": "py py tests tests tests|py py tests|tests|",
        "AuthView.header": "py",
        "AuthView.sent_header": "tests",
        "AuthView.sent_query": "tests",
        "CredentialView.env": "README py tests",
        "CredentialView.sample": "tests tests",
        "EnumView.doc": "py",
        "ErrorShape.code": "py tests",
        "ErrorShape.message": "py tests",
        "ErrorShape.more_info": "py tests",
        "ErrorShape.status": "py tests",
        "FieldView.description": "py",
        "FieldView.kind": "tests",
        "FieldView.sample": "tests",
        "FieldView.wire": "py tests",
        "FunctionView.accept": "py py tests",
        "FunctionView.description": "py",
        "FunctionView.id": "tests",
        "FunctionView.idempotency_header": "py py tests",
        "FunctionView.media_type": "py py tests",
        "FunctionView.method": "py py tests",
        "FunctionView.sent_path": "py py tests",
        "FunctionView.server": "py py tests",
        "FunctionView.title": "REFERENCE py py",
        "HeaderView.description": "py",
        "HeaderView.wire": "py tests",
        "MemberView.value": "py tests",
        "ModelModuleView.doc": "tests",
        "ModelView.doc": "py",
        "PagingView.items": "py tests",
        "PagingView.more": "py tests",
        "PagingView.next": "py tests",
        "PagingView.parameter": "py tests",
        "PagingView.size": "py",
        "PagingView.style": "py tests",
        "PagingView.total": "py tests",
        "ResourceView.collection": "py py tests",
        "ResourceView.noun": "py py py py|",
        "ResourceView.path": "REFERENCE py tests",
    },
    "openapi": {
        "AnswerView.status": "json",
        "ApiView.title": "json",
        "DocumentView.description": "json",
        "DocumentView.groups": "json",
        "DocumentView.version": "json",
        "DocumentedBody.description": "json",
        "DocumentedBody.media_type": "json",
        "DocumentedField.description": "json",
        "DocumentedField.name": "json|json json",  # beside itself where it is required
        "DocumentedField.required_origin": "json",
        "DocumentedField.source": "json",
        "DocumentedOperation.description": "json",
        "DocumentedOperation.groups": "json",
        "DocumentedOperation.id": "json",
        "DocumentedOperation.idempotency_header": "json",
        "DocumentedOperation.source": "json",
        "DocumentedOperation.title": "json",
        "DocumentedResponse.description": "json",
        "DocumentedServer.description": "json",
        "DocumentedServer.url": "json",
        "FactView.origin": "json",
        "FactView.value": "json",
        "PathView.path": "json",
        "SchemeView.title": "json",
        "SharedModel.source": "json",
    },
}


@BOTH
@pytest.mark.parametrize("pack", PLACES)
def test_a_canary_is_text_wherever_it_comes_out(api: str, pack: str) -> None:
    """As often as its name occurs in the bytes, it is read back whole from a string."""
    files, _ = rendered(api, pack)
    whole = re.compile(re.escape(squashed(NASTY)) + f"({_ID.pattern})")
    for file in files:
        read = Counter(name for text in texts(file) for name in whole.findall(squashed(text)))

        assert Counter(_ID.findall(file.text)) == read, file.path


@BOTH
@pytest.mark.parametrize("pack", PLACES)
def test_a_canary_comes_out_once_in_each_place_it_is_meant_for(api: str, pack: str) -> None:
    """A template that prints a text elsewhere too, or no longer, changes this table."""
    files, places = rendered(api, pack)
    found: defaultdict[str, list[str]] = defaultdict(list)
    for file in files:
        for name in _ID.findall(file.text):
            found[name].append(kind(file.path))
    actual = defaultdict(set)
    for name, place in places.items():
        actual[place].add(" ".join(sorted(found[name])))
    never = {place for place, ways in actual.items() if ways == {""}}
    expected = {place: set(PLACES[pack].get(place, "").split("|")) for place in actual}

    assert set() == {one for one in never & PLACES[pack].keys() if "" not in expected[one]}
    assert {} == {place: ways for place, ways in actual.items() if ways - expected[place]}


def kind(path: str) -> str:
    """The sort of file: ``py`` of the package, ``tests``, and the others by name or suffix."""
    parts = PurePosixPath(path)
    if parts.parts[0] == "tests":
        return "tests"
    return parts.stem if parts.suffix in (".md", ".toml") else parts.suffix.removeprefix(".")


def test_every_place_of_the_table_exists() -> None:
    """In one of the APIs at least: a row that nothing has would say nothing."""
    for pack, table in PLACES.items():
        known = {place for api in APIS for place in rendered(api, pack)[1].values()}

        assert set() == table.keys() - known
