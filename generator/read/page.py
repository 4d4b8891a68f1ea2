"""A page in its parts: title, verb, path, description and the sections that follow."""

from __future__ import annotations

import re

from generator.limits import most
from generator.read.choose import Section, choose_sections
from generator.read.cut import last_whole
from generator.read.footer import FOOTER, first_footer, last_footer
from generator.read.items import with_place
from generator.read.markdown import Layout
from generator.read.marks import Kind, Mark, Reading, Vocabulary, find_marks
from generator.value import Struct

LONGEST_PATH = most("path")
METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "TRACE", "QUERY")
_VERB = (
    rf"\*\*(?P<method>{'|'.join(METHODS)}) (?P<path>(?:[^*\n]|\*(?!\*)){{1,{LONGEST_PATH}}})\*\*"
)
_VERB_LINE = re.compile(rf"^[ \t]{{0,3}}{_VERB}(?!\S)", re.MULTILINE)
_VERB_FLAT = re.compile(rf"(?<!\S){_VERB}(?!\S)")


class Page(Struct, frozen=True, kw_only=True):
    """One operation's part of a document; all numbers are offsets in its text."""

    title: str
    method: str
    path: str
    verb: tuple[int, int]
    description: tuple[int, int]
    sections: tuple[Section, ...]

    def of(self, *kinds: Kind) -> tuple[Section, ...]:
        """The sections of some kinds, in order."""
        return tuple(one for one in self.sections if one.mark.kind in kinds)


def split_pages(reading: Reading, vocabulary: Vocabulary) -> tuple[Page, ...]:
    """The pages of a document: nearly always one; several where pages were joined."""
    pages, start = [], 0
    while (page_and_end := _page(reading, vocabulary, start)) is not None:
        page, start = page_and_end
        pages.append(page)
    return tuple(pages)


def _page(reading: Reading, vocabulary: Vocabulary, start: int) -> tuple[Page, int] | None:
    verb = _find_verb(reading, start)
    if verb is None:
        if start and reading.text[start:].strip():
            _report_rest(reading, start)
        return None
    following = _find_verb(reading, verb.end())
    limit = following.start() if following else len(reading.text)
    marks = find_marks(reading, vocabulary, verb.end(), limit)
    end, after = _footer(reading, marks, verb.end(), limit)
    if after is None:
        end = last_whole(reading, verb.end(), end)
    marks = tuple(mark for mark in marks if mark.end <= end)
    sections = choose_sections(reading, marks, end)
    page = Page(
        title=_title(reading, start, verb.start()),
        method=verb["method"],
        path=verb["path"],
        verb=verb.span(),
        description=(verb.end(), sections[0].mark.start if sections else end),
        sections=sections,
    )
    return page, (limit if after is None else after)


def _find_verb(reading: Reading, start: int) -> re.Match[str] | None:
    """The next ``**VERB /path**``; after the first it must follow a footer and a title."""
    flat = reading.layout is Layout.FLAT
    for found in (_VERB_FLAT if flat else _VERB_LINE).finditer(reading.text, start):
        if reading.outline.is_quoted(found.start("method")):
            continue
        if start == 0 or _follows_footer(reading.text, found.start()):
            return found
    return None


def _follows_footer(text: str, verb: int) -> bool:
    footer = last_footer(text, 0, verb)
    if footer is None:
        return False
    between = text[footer[1] : verb].strip()
    return len(between) < 400 and (not between or between.startswith("# "))


def _title(reading: Reading, start: int, verb: int) -> str:
    """All up to the verb on one line: a copy without line breaks cannot tell where a line ended."""
    text = reading.text
    found = re.compile(r"(?<!\S)#[ \t]+(?=\S)").search(text, start, verb)
    if not found:
        reading.diagnostics.error(
            "missing-title",
            "the page has no title",
            reading.span(start, start + 1),
            "begin the page with '# ' and what the operation does",
        )
        return ""
    title = " ".join(text[found.end() : verb].split())
    return with_place(reading, title, found.end(), verb, fact="title")


def _footer(
    reading: Reading, marks: tuple[Mark, ...], start: int, limit: int
) -> tuple[int, int | None]:
    """Where the page's content ends, and where its footer ends if it has one."""
    responses = [mark.start for mark in marks if mark.kind is Kind.RESPONSES]
    footer = first_footer(reading.text, responses[0] if responses else start, limit)
    if footer:
        return footer
    reading.diagnostics.warning(
        "page-incomplete",
        "the page ends without its footer; what followed is unknown",
        reading.span(max(start, len(reading.text.rstrip()) - 1)),
        f"get the whole page; it ends in '{FOOTER}'",
    )
    return limit, None


def _report_rest(reading: Reading, start: int) -> None:
    at = start + len(reading.text[start:]) - len(reading.text[start:].lstrip())
    reading.diagnostics.warning(
        "text-after-footer",
        "what follows the footer is not read",
        reading.span(at, at + 1),
        "keep everything before the footer, or put another operation in its own page",
    )
