"""List items that describe a named value: ``- **NAME** (TYPE)`` and the text below."""

from __future__ import annotations

import re
from sys import intern  # pages of one API repeat names, types and whole descriptions

from generator.ir import Trace, traced
from generator.limits import most, within
from generator.read.markdown import Layout
from generator.read.marks import Reading
from generator.read.notation import MAX_LENGTH, closing, looks_like_type, parse
from generator.value import Struct, replace

LONGEST_NAME = most("name")
_WIDEST = 4 * most("nesting")
"""The most white space before an item."""

_BASES = "string|integer|number|boolean|object|null"
# A mark of deprecation may stand around the name, behind it or behind the type.
_NAME = (
    rf"- (?:~~)?\*\*([^*\n]{{1,{LONGEST_NAME}}})\*\*(?:~~)?"
    r"(?: (?i:[(\[]deprecated[)\]]|[*_]{1,2}deprecated[*_]{1,2}))? \("
)
_DEPRECATED = re.compile(
    r"(?<!\s)\s*(?:[(\[]deprecated[)\]]|(?<=\w), ?deprecated)\Z", re.IGNORECASE
)
_LINE = re.compile("^" + _NAME, re.MULTILINE)
_FLAT = re.compile(r"(?<!\S)" + _NAME)
_FIRST_LINE = re.compile(r"\n([ \t]*)(?=[^\s])")
_LIKE_AN_ITEM = re.compile(r"^- \*\*[^\n]{0,256}", re.MULTILINE)
_HEAD = re.compile(r"- \*\*[^*\n]{1,256}\*\* \(\S{1,300}\)\s*$")
_NESTED = re.compile(rf"^([ \t]{{1,{_WIDEST}}}+)" + _NAME, re.MULTILINE)
# A type of which no end was found: it must not pass for text.
_ENDLESS = re.compile(
    rf"\((?:array\[|(?:{_BASES})[ \t]*[|(\[])[\w|\[\]() .:+/-]{{{MAX_LENGTH - 80},}}"
)
# What follows an unknown type on the same line: a sentence begins, it does not go on.
_SENTENCE = re.compile(r"\s*(?:$|[A-Z0-9`\"'\[(<*=#-](?!-?\s)|- \*\*|#)")


class Item(Struct, frozen=True, kw_only=True):
    """One item: ``start`` at its dash, ``text`` behind its type, ``end`` where the next begins.

    ``indent`` is the white space before the dash.
    """

    name: str
    notation: str
    start: int
    name_end: int
    text: int
    end: int
    indent: str = ""
    deprecated: bool = False


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


def find_nested(reading: Reading, item: Item, depth: int) -> tuple[Item, ...]:
    """The items that belong to an item, by their indentation, however wide; none where a page has none."""
    if reading.layout is not Layout.INDENTED:
        return ()
    heads: list[Item] = []
    least, widest = _width(item.indent) + 2, _WIDEST
    for found in _NESTED.finditer(reading.text, item.text, item.end):
        if not least <= _width(found[1]) <= widest:
            continue
        head = _item(reading, found, 2, item.end)
        if head and parse(head.notation).known and _ends_line(reading.text, head.text):
            heads.append(head)
            widest = min(widest, _width(found[1]) + 1)
    if heads and not _may_nest(reading, heads[0], depth + 2):
        return ()
    return _ended(heads, item.end)


def _may_nest(reading: Reading, item: Item, level: int) -> bool:
    span, told = reading.span(item.start, item.name_end), reading.diagnostics
    return within(reading.limits, "nesting", level, span=span, diagnostics=told)


def description(
    reading: Reading,
    start: int,
    end: int,
    indent: str | None = "",
    *,
    of: str = "",
    fact: str = "description",
) -> str:
    """The text of a stretch as its author wrote it: without the indentation below an item.

    ``indent`` is the item's own; ``None`` where the text belongs to no item. ``of`` is the name
    that is described, ``fact`` what such a description is called.
    """
    text = reading.text[start:end]
    if indent is not None and reading.layout is not Layout.FLAT and "\n" in text:
        pad = _pad(text, indent)
        text = "\n".join(line.removeprefix(pad) for line in text.split("\n"))
    return with_place(reading, intern(text.strip()), start, end, fact=fact, of=of)


def with_place(
    reading: Reading, text: str, start: int, end: int, *, fact: str, of: str = ""
) -> str:
    """The text that was read between two offsets, with its place, white space around it aside."""
    if not text:
        return text
    raw = reading.text[start:end]
    start += len(raw) - len(raw.lstrip())
    span = reading.span(start, start + len(raw.strip()))
    return traced(text, [Trace(span=span, fact=fact, name=of)])


def _pad(text: str, indent: str) -> str:
    """What stands before each line: two spaces, or up to three more, or tabs."""
    found = _FIRST_LINE.search(text)
    if found and found[1].startswith(indent):
        extra = found[1][len(indent) :]
        if extra.strip(" ") or 2 <= len(extra) <= 5:
            return found[1]
    return indent + "  "


def _width(indent: str) -> int:
    return len(indent.expandtabs(4))


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
    if reading.outline.is_quoted(start) or not found[name].strip():
        return None
    if close < 0:
        _report_endless(reading, start, opening)
        return None
    stated = text[opening + 1 : close]
    notation = _DEPRECATED.sub("", stated)
    if not _is_item(text, notation, close + 1, end):
        return None
    own = found[name].strip()
    plain = _DEPRECATED.sub("", own) or own
    around = text[found.start() : found.start(name)] + text[found.end(name) : opening]
    marked = "~~" in around or "deprecated" in around.lower()
    return Item(
        name=intern(plain),
        notation=intern(notation.strip()),
        start=start,
        name_end=found.end(name),
        text=close + 1,
        end=end,
        indent=found[1] if name == 2 else "",
        deprecated=marked or plain != own or notation != stated,
    )


def _report_endless(reading: Reading, start: int, opening: int) -> None:
    found = _ENDLESS.match(reading.text, opening)
    if found:
        span, length = reading.span(start, opening), len(found[0])
        limits, told = reading.limits, reading.diagnostics
        within(limits, "type-length", max(length, MAX_LENGTH + 1), span=span, diagnostics=told)


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
    ends = [*(head.start - len(head.indent) for head in heads[1:]), end]
    return tuple(replace(head, end=stop) for head, stop in zip(heads, ends, strict=False))
