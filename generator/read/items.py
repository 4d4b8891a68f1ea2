"""List items that describe a named value: ``- **NAME** (TYPE)`` and the text below."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from sys import intern  # pages of one API repeat names, types and whole descriptions

from generator.read.markdown import Layout
from generator.read.marks import Reading
from generator.read.notation import closing, looks_like_type, parse

MAX_NESTING = 16
"""How deep indented items are read; what lies deeper stays description."""

_LINE = re.compile(r"^- \*\*([^*\n]{1,256})\*\* \(", re.MULTILINE)
_FLAT = re.compile(r"(?<!\S)- \*\*([^*\n]{1,256})\*\* \(")
_LIKE_AN_ITEM = re.compile(r"^- \*\*[^\n]{0,256}", re.MULTILINE)
_HEAD = re.compile(r"- \*\*[^*\n]{1,256}\*\* \(\S{1,300}\)\s*$")
_NESTED = re.compile(r"^( {2,32})- \*\*([^*\n]{1,256})\*\* \(", re.MULTILINE)
# What follows an unknown type on the same line: a sentence begins, it does not go on.
_SENTENCE = re.compile(r"\s*(?:$|[A-Z0-9`\"'\[(<*=#-](?!-?\s)|- \*\*|#)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One item: ``start`` at its dash, ``text`` behind its type, ``end`` where the next begins.

    ``indent`` counts the spaces before the dash.
    """

    name: str
    notation: str
    start: int
    name_end: int
    text: int
    end: int
    indent: int = 0


def find_items(reading: Reading, start: int, end: int) -> tuple[Item, ...]:
    """The items between two offsets, in order; author's own lists are not among them."""
    pattern = _FLAT if reading.layout is Layout.FLAT else _LINE
    heads = [
        head
        for found in pattern.finditer(reading.text, start, end)
        if (head := _item(reading, found, 1, end)) is not None
    ]
    items = _ended(heads, end)
    if reading.layout is not Layout.INDENTED:
        return items
    return _without_odd_lines(reading, start, end, items)


def find_nested(reading: Reading, item: Item) -> tuple[Item, ...]:
    """The items that belong to an item, by their indentation; none where a page has none."""
    if reading.layout is not Layout.INDENTED or item.indent >= 2 * MAX_NESTING:
        return ()
    heads = []
    for found in _NESTED.finditer(reading.text, item.text, item.end):
        if len(found[1]) != item.indent + 2:
            continue
        head = _item(reading, found, 2, item.end)
        if head and parse(head.notation).known and _ends_line(reading.text, head.text):
            heads.append(head)
    return _ended(heads, item.end)


def description(reading: Reading, start: int, end: int, indent: int = 2) -> str:
    """The text of a stretch as its author wrote it: without the item's own indentation."""
    text = reading.text[start:end]
    if indent and reading.layout is not Layout.FLAT and "\n" in text:
        pad = " " * indent
        text = "\n".join(line.removeprefix(pad) for line in text.split("\n"))
    return intern(text.strip())


def _without_odd_lines(
    reading: Reading, start: int, end: int, items: tuple[Item, ...]
) -> tuple[Item, ...]:
    """The items without lines that stand where an item stands and do not read as one.

    Before the first item only those with a parenthesis count: a body's description may hold lists.
    Only in pages as published, where what belongs to an item is indented.
    """
    known = {item.start for item in items}
    first = items[0].start if items else end
    odd = []
    for found in _LIKE_AN_ITEM.finditer(reading.text, start, end):
        if found.start() < first and not _HEAD.match(found[0]):
            continue
        if found.start() not in known and not reading.outline.is_quoted(found.start()):
            odd.append(found.start())
            reading.diagnostics.warning(
                "odd-item",
                f"'{found[0][:60]}' does not read as '- **name** (type)' and is left out",
                reading.span(found.start(), found.end()),
                "write the name between ** and ** and a type in parentheses behind it",
            )
    return tuple(_shortened(item, odd) for item in items) if odd else items


def _shortened(item: Item, odd: list[int]) -> Item:
    ends = [at for at in odd if item.start < at < item.end]
    return replace(item, end=ends[0]) if ends else item


def _item(reading: Reading, found: re.Match[str], name: int, end: int) -> Item | None:
    text, opening = reading.text, found.end() - 1
    close = closing(text, opening, end)
    start = found.start() + (len(found[1]) if name == 2 else 0)
    if close < 0 or reading.outline.is_quoted(start) or not found[name].strip():
        return None
    notation = text[opening + 1 : close]
    if not _is_item(text, notation, close + 1, end):
        return None
    return Item(
        name=intern(found[name].strip()),
        notation=intern(notation.strip()),
        start=start,
        name_end=found.end(name),
        text=close + 1,
        end=end,
        indent=len(found[1]) if name == 2 else 0,
    )


def _is_item(text: str, notation: str, after: int, end: int) -> bool:
    """Whether the parentheses hold a type: a known one, or one that only looks like it."""
    if after < end and not text[after].isspace():
        return False
    if parse(notation).known:
        return True
    return looks_like_type(notation) and (
        _ends_line(text, after) or _SENTENCE.match(text, after, end) is not None
    )


def _ends_line(text: str, at: int) -> bool:
    line_end = text.find("\n", at)
    return not text[at : len(text) if line_end < 0 else line_end].strip()


def _ended(heads: list[Item], end: int) -> tuple[Item, ...]:
    """Each item reaches to the next one."""
    ends = [*(head.start - head.indent for head in heads[1:]), end]
    return tuple(replace(head, end=stop) for head, stop in zip(heads, ends, strict=False))
