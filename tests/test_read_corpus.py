"""Pages of whole APIs, in every layout and both generations, say what their OpenAPI knew."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.diagnostics import Diagnostics, Severity
from generator.ir import ArrayType, Field, NullableType, ObjectType, Operation, TypeExpr, UnionType
from generator.ir.dump import to_plain
from generator.read import is_root, read, read_root
from generator.source import Source

CORPUS = Path(__file__).parent.parent.parent / "shared" / "corpus"
APIS = (
    sorted(path.name.removesuffix(".truth.json") for path in CORPUS.glob("*.truth.json"))
    if CORPUS.is_dir()
    else []
)
LAYOUTS = ("page", "flat", "dedent")
absent = pytest.mark.skipif(not APIS, reason=f"needs {CORPUS}, which lies outside the project")


def _squash(text: object) -> str:
    return re.sub(r"\s+", " ", str(text or "")).strip()


def _relayout(text: str, layout: str) -> str:
    """The page as crawlers leave it, see ``../shared/tools/relayout.py``."""
    if layout == "flat":
        return _squash(text)
    if layout == "dedent":
        return "\n".join(line.strip() for line in text.splitlines() if line.strip()) + "\n"
    return text


def _read(path: Path, layout: str = "page") -> tuple[tuple[Operation, ...], Diagnostics]:
    diagnostics = Diagnostics()
    text = path.read_bytes().decode().replace("\r\n", "\n")
    return read(Source(path=path.name, text=_relayout(text, layout)), diagnostics), diagnostics


def _comparable(value: Any) -> Any:
    """The model without places, and with each text on one line."""
    match value:
        case dict():
            return {key: _comparable(one) for key, one in value.items() if key != "span"}
        case list():
            return [_comparable(one) for one in value]
        case str():
            return _squash(value)
        case _:
            return value


def _fields(type_: TypeExpr) -> tuple[Field, ...]:
    match type_:
        case ObjectType():
            return type_.fields
        case NullableType() | ArrayType():
            return _fields(type_.item)
        case UnionType():
            return next((found for one in type_.members if (found := _fields(one))), ())
        case _:
            return ()


def _read_as(operation: Operation, stated: bool) -> dict[str, Any]:
    """What the model holds, in the shape of ``_known``."""

    def listed(fields: tuple[Field, ...]) -> list[tuple[str, str, str]]:
        return [(one.name, one.notation, _squash(one.description)) for one in fields]

    return {
        "operation": (operation.title, operation.method, operation.path),
        "parameters": [
            (one.location.value, one.name, one.notation, _squash(one.description))
            for one in operation.parameters
            if one.notation or one.name not in operation.path
        ],
        "bodies": [
            (one.media_type, one.notation if stated else "", listed(_fields(one.type)))
            for one in operation.bodies
        ],
        "responses": [
            (
                one.status,
                _squash(one.description),
                [(header.name, header.notation) for header in one.headers],
                [
                    (body.media_type, body.notation, listed(_fields(body.type)))
                    for body in one.bodies
                ],
            )
            for one in operation.responses
        ],
    }


def _known(truth: dict[str, Any], stated: bool) -> dict[str, Any]:
    """What the OpenAPI document knew and a page still prints."""

    def listed(fields: dict[str, Any], hidden: str) -> list[tuple[str, str, str]]:
        return [
            (name, one["type"], _squash(one.get("description")))
            for name, one in fields.items()
            if not one.get(hidden)
        ]

    def inside(one: dict[str, Any]) -> dict[str, Any]:
        return one.get("properties") or one.get("items_properties") or {}

    bodies = truth["body"]["content"] if truth["body"] else {}
    return {
        "operation": (_squash(truth["title"]), truth["method"], truth["path"]),
        "parameters": [
            (one["in"], one["name"], one["type"], _squash(one.get("description")))
            for one in truth["parameters"]
        ],
        "bodies": [
            (name, one["type"] if stated else "", listed(inside(one), "readOnly"))
            for name, one in bodies.items()
        ],
        "responses": [
            (
                status,
                _squash(one["description"]),
                # Of a header's text, the truth holds only what its schema says.
                [(name, header["type"]) for name, header in one["headers"].items()],
                [
                    (name, body["type"], listed(inside(body), "writeOnly"))
                    for name, body in one["content"].items()
                ],
            )
            for status, one in truth["responses"].items()
        ],
    }


@absent
@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("api", APIS)
def test_pages_say_what_their_openapi_knew(api: str, layout: str) -> None:
    """Every operation's parts, names, types and texts are read exactly, without an error."""
    # The older generation does not print the type of a request's body.
    stated = not api.endswith("_2025")
    for truth in json.loads((CORPUS / f"{api}.truth.json").read_text()):
        operations, diagnostics = _read(CORPUS / api / truth["page"], layout)

        assert not diagnostics.has_errors
        assert [_known(truth, stated)] == [_read_as(one, stated) for one in operations]


@absent
@pytest.mark.parametrize("layout", ["flat", "dedent"])
@pytest.mark.parametrize("api", APIS)
def test_layout_changes_no_fact(api: str, layout: str) -> None:
    """A page means the same in every layout, what is inferred from its texts included."""
    for path in sorted((CORPUS / api).glob("operation-*.md"))[::3]:
        expected = _comparable(to_plain(_read(path)[0]))
        actual = _comparable(to_plain(_read(path, layout)[0]))

        assert expected == actual


@absent
def test_seed_means_the_same_in_every_layout() -> None:
    """The first page as one line, with lines, and without indentation is one operation."""
    lines = CORPUS / "seed" / "operation-createworkspace.md"
    line = CORPUS / "seed" / "operation-createworkspace.flat.md"
    expected = _comparable(to_plain(_read(lines)[0])[0])
    flat = _comparable(to_plain(_read(line)[0])[0]) | {"id": expected["id"]}
    dedented = _comparable(to_plain(_read(lines, "dedent")[0])[0])

    assert expected == flat
    assert expected == dedented


def _pages() -> list[Path]:
    return sorted([*(CORPUS / "real").glob("*.md"), *CORPUS.glob("*/index.md")]) if APIS else []


@absent
@pytest.mark.parametrize("path", _pages(), ids=lambda path: f"{path.parent.name}/{path.name}")
def test_real_page_reads_without_an_error(path: Path) -> None:
    """A stored copy gives one operation, a root none; what is cut off is a warning."""
    source = Source(path=path.name, text=path.read_text())
    operations, diagnostics = _read(path)

    assert not diagnostics.has_errors
    assert (0 if is_root(source) else 1) == len(operations)
    assert {"page-incomplete"} >= {
        one.code for one in diagnostics if one.severity is Severity.WARNING
    }


@absent
@pytest.mark.parametrize("api", APIS)
@pytest.mark.parametrize("layout", LAYOUTS)
def test_root_lists_every_page(api: str, layout: str) -> None:
    """The root's groups name each operation's page, in every layout."""
    path = CORPUS / api / "index.md"
    source = Source(path=path.name, text=_relayout(path.read_text(), layout))
    root = read_root(source, Diagnostics())

    assert root is not None
    assert {page.stem for page in path.parent.glob("operation-*.md")} == {
        page for group in root.groups for page in group.pages
    }


def _cuts(text: str) -> Iterator[int]:
    yield from range(200, len(text), 37)


@absent
def test_cut_page_keeps_all_before_the_cut() -> None:
    """Wherever a page breaks off, its fields are the first of the whole page's, types intact."""
    for name in ("operation-createworkspace.md", "operation-createworkspace.flat.md"):
        text = (CORPUS / "seed" / name).read_text()
        whole = _listed(read(Source(path=name, text=text), Diagnostics()))
        for cut in _cuts(text):
            part = _listed(read(Source(path=name, text=text[:cut]), Diagnostics()))

            assert whole[: len(part)] == part


def _listed(operations: tuple[Operation, ...]) -> list[tuple[str, str]]:
    (operation,) = operations
    bodies = [*operation.bodies, *(body for one in operation.responses for body in one.bodies)]
    headers = [field for one in operation.responses for field in one.headers]
    fields = [field for body in bodies[:1] for field in _fields(body.type)]
    rest = [field for body in bodies[1:] for field in _fields(body.type)]
    return [(one.name, one.notation) for one in (*fields, *headers, *rest)]


_PAGE = (Path(__file__).parent / "cases" / "read" / "current" / "page.md").read_text()
_PIECES = [
    "\n", " ", "- ", "**", "- **x** (", ")", "(string)", "## Servers", "### 200", "```\n", "<!--",
    "## Responses\n", "\x00", "\u2028", "[Powered by Bump.sh](https://bump.sh)", "**GET /x**", "#",
]  # fmt: skip


@settings(deadline=None, max_examples=150)
@given(st.text(max_size=400))
def test_any_text_is_read_without_an_exception(text: str) -> None:
    """Whatever the text, the reader answers with operations or says what is wrong."""
    diagnostics = Diagnostics()
    source = Source(path="page.md", text=text)
    operations = read(source, diagnostics)
    root = read_root(source, diagnostics)

    assert operations or root or len(diagnostics)


@settings(deadline=None, max_examples=250)
@given(
    st.sampled_from([_PAGE, _squash(_PAGE)]),
    st.lists(
        st.tuples(st.integers(0, 2000), st.integers(0, 60), st.sampled_from(_PIECES)), max_size=6
    ),
)
def test_any_damage_to_a_page_is_read_without_an_exception(
    page: str, edits: list[tuple[int, int, str]]
) -> None:
    """A page with pieces cut out and put in is read, or something is said about it."""
    for at, length, piece in edits:
        page = page[:at] + piece + page[at + length :]
    diagnostics = Diagnostics()
    operations = read(Source(path="page.md", text=page), diagnostics)

    assert operations or len(diagnostics) or is_root(Source(path="page.md", text=page))
