"""The map beside the manifest: which stretch of which page each generated line comes from."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from itertools import pairwise

from generator.emit.json_text import json_text
from generator.emit.line_row import Row, lines_of, row_of
from generator.emit.place import Place
from generator.emit.vlq import decode, encode
from generator.value import Struct

MAP_NAME = ".docs2sdk.map.json"

_FORMAT = 2
_ABOUT = (
    "Written by docs2sdk: which words of which page each line comes from; "
    "read by docs2sdk why and docs2sdk where."
)


class MappedFile(Struct, frozen=True):
    """The pack's file that a generated one is made from, and where its lines come from."""

    template: str
    row: Row


class FileMap(Struct, frozen=True, kw_only=True):
    """One generated file: the pack's file it is made from, and the places of its lines, from 1."""

    template: str
    lines: Mapping[int, tuple[Place, ...]]


class LineMap(Struct, frozen=True, kw_only=True):
    """All generated files of one output folder, by relative path."""

    files: Mapping[str, FileMap]

    def to_text(self) -> str:
        """As ``map_text`` gives it."""
        files = self.files.items()
        return map_text({path: MappedFile(one.template, row_of(one.lines)) for path, one in files})


def map_text(files: Mapping[str, MappedFile]) -> str:
    """Stable JSON: a line for each page and each file; numbers as in source maps.

    A file is the numbers of its template, pages and facts, a space, and the text of its row: that
    of a file which nothing changed is as it was, whatever becomes of the others.
    """
    every = files.values()
    templates = _numbered(one.template for one in every)
    pages = _numbered(page for one in every for page in one.row.pages)
    facts = _numbered(fact for one in every for fact in one.row.facts)
    value = {
        "about": _ABOUT,
        "format": _FORMAT,
        "templates": list(templates),
        "facts": list(facts),
        "pages": list(pages),
        "files": {
            path: _head(one.row, templates[one.template], pages=pages, facts=facts) + one.row.text
            for path, one in sorted(files.items())
        },
    }
    return json_text(value, indent=1)


def parse_map(data: bytes) -> LineMap | None:
    """The map a file holds; ``None`` where anything in it is not as we write it."""
    try:
        value = json.loads(data.decode("utf-8"))
        if value["format"] != _FORMAT:
            return None
        tables = value["templates"], value["pages"], value["facts"]
        files = {path: _read(text, *tables) for path, text in value["files"].items()}
    except (ValueError, TypeError, KeyError, IndexError, AttributeError, RecursionError):
        return None
    return LineMap(files=files)


def _numbered(texts: Iterable[str]) -> dict[str, int]:
    return {text: number for number, text in enumerate(sorted(set(texts)))}


def _head(row: Row, template: int, *, pages: Mapping[str, int], facts: Mapping[str, int]) -> str:
    """The template, how many pages, the step to each, and the facts."""
    steps = [right - left for left, right in pairwise((0, *(pages[one] for one in row.pages)))]
    numbers = (template, len(steps), *steps, *(facts[one] for one in row.facts))
    return f"{encode(numbers)} "


def _read(text: str, templates: list[str], pages: list[str], facts: list[str]) -> FileMap:
    head, _, rest = text.partition(" ")
    template, count, *numbers = decode(head)
    page, own = 0, []
    for step in numbers[:count]:
        page += step
        own.append(pages[page])
    row = Row(tuple(own), tuple([facts[one] for one in numbers[count:]]), rest)
    return FileMap(template=templates[template], lines=lines_of(row))
