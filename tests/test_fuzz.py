"""Pages made at random: what comes of them is a finding with its place, or a package that works."""

from __future__ import annotations

import ast
import dataclasses
from collections.abc import Iterator
from pathlib import Path

import mypy.api
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from hypothesis.database import DirectoryBasedExampleDatabase
from page_strategies import NASTY, Item, Page, items, pages, vandalised
from test_import_audit import imported

from generator.config import ApiConfig
from generator.decode import decode
from generator.diagnostics import Diagnostics, Severity
from generator.emit.pack import load_pack, shipped_templates
from generator.ir import Api
from generator.pipeline import Documents, emit_api, read_api
from generator.value import replace

HOME = Path(__file__).parent.parent
FOUND = HOME / "tests" / "fuzz" / "found"
"""Pages that once broke something, one file each."""
PACKS = tuple(
    # Unformatted: black changes no meaning, and takes longer than all the rest.
    replace(load_pack(name, (shipped_templates(),)), formatter="")
    for name in ("python", "openapi")
)
CACHE = HOME / ".mypy_cache" / "fuzz"
"""What mypy knows of httpx need not be found out again."""
BUDGET = settings(
    max_examples=25,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
"""So many pages a property, the same on every machine."""
LONG = settings(
    BUDGET,
    max_examples=1_500,
    derandomize=False,
    database=DirectoryBasedExampleDatabase(HOME / ".hypothesis" / "examples"),
)
"""New pages on every run; those that failed are tried again first."""


def read(text: str, name: str = "pets") -> tuple[Api | None, Diagnostics]:
    """What a page of the named API says, and what is wrong with it."""
    found = Diagnostics()
    source = decode(text.encode("utf-8"), "create_pet.md", found)
    if source is None:
        return None, found
    documents = Documents(name=name, sources=(source,), config=ApiConfig())
    return read_api(documents, found), found


def check_page(text: str) -> None:
    """Raise where a page does harm: no finding with a place, or code that does not compile."""
    api, found = read(text)
    lines = text.replace("\r\n", "\n").replace("\r", "\n").count("\n") + 1
    outside = [one.span for one in found if not 1 <= one.span.line <= lines]

    assert [] == outside
    if api is None:
        assert any(one.severity is Severity.ERROR for one in found)
        return
    for pack in PACKS:
        for file in emit_api(api, pack):
            if file.path.endswith(".py") and not file.copied:
                tree = ast.parse(file.text.encode("utf-8"))
                compile(tree, file.path, "exec", dont_inherit=True)


@BUDGET
@given(page=pages(), seed=st.integers(0, 2**32), times=st.integers(0, 12))
def test_a_damaged_page_is_told_or_compiles(page: Page, seed: int, times: int) -> None:
    """Never a traceback, whatever was put in or cut out."""
    check_page(vandalised(page.text(), seed, times))


@pytest.mark.slow
@LONG
@given(page=pages(), seed=st.integers(0, 2**32), times=st.integers(0, 40))
def test_many_damaged_pages_are_told_or_compile(page: Page, seed: int, times: int) -> None:
    """The same on new pages every time."""
    check_page(vandalised(page.text(), seed, times))


@BUDGET
@given(page=pages(NASTY))
def test_nasty_names_compile(page: Page) -> None:
    """Keywords, dunders, names that differ in case alone."""
    check_page(page.text())


@BUDGET
@given(text=st.text(max_size=400))
def test_any_text_is_told(text: str) -> None:
    """What is no page at all."""
    check_page(text.encode("utf-8", "replace").decode("utf-8"))


@BUDGET
@given(page=pages(), extra=items(depth=0))
def test_a_field_more_renames_nothing(page: Page, extra: Item) -> None:
    """Added at the end, it leaves every argument, attribute and class before it."""
    extra = dataclasses.replace(extra, name="zz_" + extra.name)
    before = _names(page.text())
    after = _names(dataclasses.replace(page, sent=(*page.sent, extra)).text())

    assert before <= after


def _names(text: str) -> set[tuple[str, ...]]:
    """Every class with its attributes, and every function with its arguments."""
    api, _ = read(text)
    found: set[tuple[str, ...]] = set()
    for file in emit_api(api, PACKS[0]) if api is not None else ():
        if not file.path.endswith(".py") or file.copied or "/tests/" in f"/{file.path}":
            continue
        for node in ast.walk(ast.parse(file.text)):
            if isinstance(node, ast.ClassDef):
                found |= {(node.name, one) for one in _bound(node)}
            elif isinstance(node, ast.FunctionDef):
                every = (*node.args.args, *node.args.kwonlyargs)
                found |= {(node.name, "()", one.arg) for one in every}
    return found


def _bound(node: ast.ClassDef) -> Iterator[str]:
    for one in node.body:
        if isinstance(one, ast.AnnAssign) and isinstance(one.target, ast.Name):
            yield one.target.id


@BUDGET
@given(page=pages())
def test_a_flat_copy_says_what_the_page_says(page: Page) -> None:
    """Names, types and required arguments of the top level are the same in one line."""
    flat = dataclasses.replace(page, sent=_flat(page.sent), query=_flat(page.query), answered=())
    published, copied = read(flat.text())[0], read(" ".join(flat.text().split()))[0]

    assert (published is None) == (copied is None)
    assert _said(published) == _said(copied)


def _flat(several: tuple[Item, ...]) -> tuple[Item, ...]:
    """Without levels, which a flat copy does not have, and in words that are no structure."""
    return tuple(
        dataclasses.replace(one, inside=(), about="It is one.", type=one.type or "string")
        for one in several
    )


def _said(api: Api | None) -> list[object]:
    return [
        (one.method, one.path, [(p.name, p.type, p.required) for p in one.parameters])
        for one in (api.operations if api is not None else ())
    ]


@BUDGET
@given(page=pages(NASTY))
def test_names_travel_as_they_are_written(page: Page) -> None:
    """Each wire name is a constant of the code, to the letter."""
    api, _ = read(page.text())
    files = emit_api(api, PACKS[0]) if api is not None else ()
    constants = {
        node.value
        for file in files
        if file.path.endswith(".py")
        for node in ast.walk(ast.parse(file.text))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    sent = {one.name for one in (*page.query, *page.sent)} if api is not None else set()

    assert set() == sent - constants


@BUDGET
@given(page=pages())
def test_words_come_out_as_they_are_written(page: Page) -> None:
    """What the page says of the operation and of each field stands in a docstring."""
    api, _ = read(page.text())
    files = emit_api(api, PACKS[0]) if api is not None else ()
    documented = "\n".join(
        "".join((ast.get_docstring(node, clean=False) or "").split())
        for file in files
        if file.path.endswith(".py") and not file.copied
        for node in ast.walk(ast.parse(file.text))
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef)
    )
    said = [page.about, *(one.about for one in (*page.query, *page.sent))] if files else []

    assert [] == [one for one in said if "".join(one.split()) not in documented]


def _made(number: int, folder: Path) -> int:
    """Write so many packages of nasty and of damaged pages; how many there are."""
    made: list[Api] = []

    @settings(BUDGET, max_examples=4 * number, phases=[Phase.generate])
    @given(page=pages(NASTY) | pages(), seed=st.integers(0, 2**32), times=st.integers(0, 4))
    def make(page: Page, seed: int, times: int) -> None:
        api, _ = read(vandalised(page.text(), seed, times), f"p{len(made):02}")
        if api is not None and api.operations and len(made) < number:
            made.append(api)

    make()
    for at, api in enumerate(made):
        for file in emit_api(api, PACKS[0]):
            if file.path.startswith(f"p{at:02}/"):
                place = folder / file.path
                place.parent.mkdir(parents=True, exist_ok=True)
                place.write_text(file.text, encoding="utf-8")
    return len(made)


@pytest.mark.parametrize("number", [2, pytest.param(25, marks=pytest.mark.slow)])
def test_packages_import_and_have_right_types(number: int, tmp_path: Path) -> None:
    """All that an import does is import, and ``mypy --strict`` has nothing to say."""
    made = _made(number, tmp_path)
    said, refused, code = mypy.api.run(
        ["--strict", "--cache-dir", str(CACHE), "--no-error-summary", str(tmp_path)]
    )

    assert number == made
    assert ("", "", 0) == (said, refused, code)
    assert [] == imported(tmp_path)


@pytest.mark.parametrize("file", sorted(FOUND.glob("*.md")), ids=lambda file: file.stem)
def test_what_was_found_once_stays_mended(file: Path) -> None:
    """Every page that broke something is kept."""
    data = file.read_bytes()
    found = Diagnostics()
    source = decode(data, file.name, found)
    if source is not None:
        check_page(source.text)

    assert source is not None or len(found) > 0
