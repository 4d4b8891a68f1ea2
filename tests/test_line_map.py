"""The map names the lines that change when a word on a page does, and no others."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache
from pathlib import Path

import pytest

from generator.diagnostics import Diagnostics
from generator.documents import load_documents
from generator.emit.line_map import LineMap, parse_map
from generator.emit.pack import load_pack
from generator.emit.place import Place
from generator.emit.provenance import map_file
from generator.ir import Operation, PageText, traces_of
from generator.mapped import Spot, words_at
from generator.passes.places import places
from generator.pipeline import Documents, emit_api, read_api
from generator.read import is_root, read
from generator.source import Source, SourceSpan
from generator.value import replace
from generator.where import holds

ROOT = Path(__file__).parent.parent
PACK = load_pack("python", (ROOT / "templates",))
SPECS = ("taskrouter", "train-travel")
CORPUS = ("twilio_studio_v2", "train_travel_2025")
LAYOUTS = ("page", "flat")
KINDS = (
    "title",
    "description of the operation",
    "description of a parameter",
    "description of a body's field",
    "description of an answer's field",
    "type of a body's field",
    "name of an answer's field",
    "header",
    "known value",
    "default",
)


@dataclass(frozen=True)
class Built:
    """An SDK in memory: the lines of each file, and its map."""

    lines: dict[str, list[str]]
    map: LineMap

    def named(self, spot: Spot) -> set[tuple[str, int]]:
        """The lines that come from a place of a page."""
        return {
            (path, line)
            for path, file in self.map.files.items()
            for line, found in file.lines.items()
            if any(holds(one, spot) for one in found)
        }


def build(documents: Documents) -> Built:
    """The SDK with its map as a run would write it, read back."""
    found = Diagnostics()
    api = read_api(documents, found)
    assert api is not None, [one.message for one in found]
    files = emit_api(api, PACK)
    parsed = parse_map(map_file(files, documents.sources).text.encode())
    assert parsed is not None
    return Built({one.path: one.text.split("\n") for one in files}, parsed)


@cache
def documents_of(folder: Path, layout: str) -> Documents:
    """The pages of a folder, as published or with all white space squeezed."""
    found = load_documents(folder, Diagnostics())
    assert found is not None
    if layout == "page":
        return found
    squeezed = (" ".join(one.text.split()) for one in found.sources)
    sources = zip(found.sources, squeezed, strict=True)
    return replace(found, sources=tuple(Source(path=one.path, text=text) for one, text in sources))


@cache
def built(folder: Path, layout: str) -> Built:
    """The SDK of a folder before anything is changed."""
    return build(documents_of(folder, layout))


@dataclass(frozen=True)
class Edit:
    """``old`` at an offset of a page becomes ``new``; ``about`` is the item it is part of."""

    source: Source
    at: int
    old: str
    new: str
    about: str = ""

    def spot(self) -> Spot:
        """Where the word is: its line, in a flat page its column too."""
        span = self.source.span(self.at)
        flat = len(self.source.line_starts) < 3
        return Spot(
            path=Path(self.source.path), line=span.line, column=span.column if flat else None
        )

    def applied(self, documents: Documents) -> Documents:
        """The documents with the one word changed."""
        text = self.source.text
        text = f"{text[: self.at]}{self.new}{text[self.at + len(self.old) :]}"
        changed = Source(path=self.source.path, text=text)
        sources = (changed if one is self.source else one for one in documents.sources)
        return replace(documents, sources=tuple(sources))


def edits(documents: Documents, kind: str) -> Iterator[Edit]:
    """Every edit of a kind that the pages allow."""
    for source in documents.sources:
        if is_root(source):
            continue
        for operation in read(source, Diagnostics()):
            for text, old, new, about in _words(operation, kind):
                edit = _edit(source, text, old, new)
                if edit is not None:
                    yield dataclasses.replace(edit, about=about)


def _words(operation: Operation, kind: str) -> Iterator[tuple[SourceSpan, str, str, str]]:
    """A stretch of the page, a pattern of the word in it, what it becomes, and its item."""
    word = r"(?<![\w`-])[a-z]{5,}(?![\w`-])"
    if kind == "title":
        yield _span(operation.title), word, "zebra", ""
    if kind == "description of the operation" and operation.description:
        yield _span(operation.description), word, "zebra", ""
    wanted = {
        "description of a parameter": r"",
        "description of a body's field": r"",
        "description of an answer's field": r"2\d\d (?!header)",
    }
    sent = {one.name for one in operation.parameters}
    for place in places(operation):
        field, name = place.field, str(place.field.name)
        answered = place.name != name
        if kind in wanted and field.description and not (field.values or field.default):
            group = "an answer's field" if answered else "a parameter"
            group = group if answered or name in sent else "a body's field"
            if kind.endswith(group) and re.match(wanted[kind], place.name):
                yield _span(field.description), word, "zebra", name
        if kind == "type of a body's field" and not answered and field.notation == "string":
            yield _span(field.name), r"string(?=\))", "integer", name
        if kind == "name of an answer's field" and re.match(r"2\d\d (?!header)", place.name):
            yield _span(field.name), re.escape(name), "zebra_crossing", name
        if kind == "header" and " header " in place.name:
            yield _span(field.name), re.escape(name), "X-Zebra", name
        if kind == "known value" and field.values and field.values.span and not answered:
            yield field.values.span, re.escape(str(field.values.values[0])), "zebra", name
        if kind == "default" and field.default and field.default.span and not field.values:
            yield field.default.span, r"\d+(?=\W*\Z)", "17", name


def _pages_with(value: str, kind: str, documents: Documents) -> int:
    """On how many pages a known value stands; other kinds are taken as they come."""
    return sum(value in one.text for one in documents.sources) if kind == "known value" else 0


def _span(text: str) -> SourceSpan:
    assert isinstance(text, PageText), text
    return traces_of(text)[0].span


def _edit(source: Source, span: SourceSpan, pattern: str, new: str) -> Edit | None:
    start = source.line_starts[span.line - 1] + span.column - 1
    found = re.compile(pattern).search(source.text, start, start + span.length)
    return Edit(source, found.start(), found[0], new) if found else None


def hunks(before: Built, after: Built) -> Iterator[tuple[str, range, range]]:
    """Each stretch of lines that differs, by file, with its lines before and after."""
    for path in sorted({*before.lines, *after.lines}):
        old, new = before.lines.get(path, []), after.lines.get(path, [])
        if old != new:
            matcher = SequenceMatcher(None, old, new, autojunk=False)
            for tag, a, b, c, d in matcher.get_opcodes():
                if tag != "equal":
                    yield path, range(a + 1, b + 1), range(c + 1, d + 1)


def check(folder: Path, layout: str, kind: str) -> None:
    """Change a word of the kind and hold the difference against both maps."""
    documents = documents_of(folder, layout)
    # Where several things share known values, one of them that differs is no longer the same.
    found = sorted(edits(documents, kind), key=lambda one: _pages_with(one.old, kind, documents))
    edit = next(iter(found), None)
    if edit is None:
        pytest.skip(f"no page of {folder.name} has one")
    before, after = built(folder, layout), build(edit.applied(documents))
    was, now = before.named(edit.spot()), after.named(edit.spot())
    stray, changed = [], set()
    for path, old, new in hunks(before, after):
        changed |= {(path, line) for line in old}
        text = "".join(before.lines[path][line - 1] for line in old)
        text += "".join(after.lines[path][line - 1] for line in new)
        if not re.search(r"\w", text):
            continue  # a bracket that the formatter put on a line of its own
        if text.startswith("from typing import "):
            continue  # what a module imports follows from all of it
        if not old and all(after.lines[path][line - 1] in before.lines[path] for line in new):
            continue  # a line that only moved: another page says the same, further down
        touched = {(path, line) for line in old} & was or {(path, line) for line in new} & now
        if not touched:
            stray.append(
                (
                    path,
                    [before.lines[path][line - 1] for line in old],
                    [after.lines[path][line - 1] for line in new],
                )
            )

    assert [] == stray, edit

    squeezed = re.sub(r"\W|_", "", edit.about).lower()
    about = {
        (path, line)
        for path, line in was
        if not edit.about or squeezed in re.sub(r"\W|_", "", before.lines[path][line - 1]).lower()
    }

    # A field's description stands below its name; other pages may say the same of it.
    for path, line in sorted(was):
        if (path, line - 1) in about:
            about.add((path, line))

    # A list of values is one fact: all its lines are named, where one value changes few.
    assert len(was) <= 3 * len(was & (changed | about)), edit


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("layout", LAYOUTS)
def test_what_changes_with_a_word_is_named_by_the_map(layout: str, kind: str) -> None:
    """In a small API: every stretch that differs is named, and not much besides."""
    check(ROOT / "specs" / "train-travel", layout, kind)


@pytest.mark.slow
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("layout", LAYOUTS)
def test_what_changes_in_a_large_api_is_named_too(layout: str, kind: str) -> None:
    """Models that many pages describe, names that come from titles and paths."""
    check(ROOT / "specs" / "taskrouter", layout, kind)


@pytest.mark.slow
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("api", CORPUS)
def test_what_changes_in_other_apis_is_named_too(
    shared: Path, api: str, layout: str, kind: str
) -> None:
    """Both generations of pages, and APIs that nobody wrote for this."""
    check(shared / "corpus" / api, layout, kind)


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("api", SPECS)
def test_every_place_of_the_map_is_on_its_page(api: str, layout: str) -> None:
    """A place begins and ends inside of its page and holds words."""
    documents = documents_of(ROOT / "specs" / api, layout)
    sources = {Path(one.path).name: one for one in documents.sources}
    every = {
        one
        for file in built(ROOT / "specs" / api, layout).map.files.values()
        for found in file.lines.values()
        for one in found
    }
    empty = [one for one in every if one.page in sources and not _words_of(sources, one)]

    assert len(every) > 40
    assert [] == empty
    assert {one.page for one in every} <= {*sources, "api.toml"}


def _words_of(sources: dict[str, Source], place: Place) -> str:
    return words_at(sources[place.page], place).strip()


@pytest.mark.parametrize("api", SPECS)
def test_every_line_with_a_name_of_the_wire_has_a_source(api: str) -> None:
    """The names of arguments and fields as they travel never stand in a line without one."""
    documents = documents_of(ROOT / "specs" / api, "page")
    sdk = built(ROOT / "specs" / api, "page")
    names = {
        str(place.field.name)
        for source in documents.sources
        if not is_root(source)
        for operation in read(source, Diagnostics())
        for place in places(operation)
    }
    written = re.compile("|".join(f'"{re.escape(one)}"' for one in sorted(names)))
    bare = [
        (path, line)
        for path, lines in sdk.lines.items()
        if "/resources/" in path or "/models/" in path
        for number, line in enumerate(lines, 1)
        if written.search(line) and number not in sdk.map.files[path].lines
    ]

    assert [] == bare
