"""Headings that a dialect knows, found in any layout."""

from __future__ import annotations

import re
from enum import StrEnum

from generator.diagnostics import Diagnostics
from generator.limits import DEFAULTS, Limits
from generator.read.markdown import Layout, Outline
from generator.read.notation import closing, looks_like_type, parse
from generator.source import Source, SourceSpan
from generator.value import Struct

_LONGEST = 400
_MEDIA_TYPE = re.compile(r"[^\s;]{0,200}(?:;\s?(?:[^\s;\"]|\"[^\"\n]{0,100}\"){1,100}){0,4}")
_NAMED = re.compile(
    r"[ \t]*([\w.+*-]{1,100}/[\w.+*-]{1,100}(?:;\s?[\w.-]{1,40}=[^\s;]{1,100}){0,4})[ \t]*?(?=\n|\Z|\s- \*\*)"
)
_LISTED = re.compile(r"(?:[ \t]*#+)?\s+- \*\*[^*\n]{1,4096}\*\*")
_HASHES_LINE = re.compile(r"^(#{2,4})[ \t]+(?=\S)", re.MULTILINE)
_HASHES_FLAT = re.compile(r"(?<!\S)(#{2,4})\s(?=\S)")


class Kind(StrEnum):
    """What a heading opens."""

    ROLES = "roles"
    SERVERS = "servers"
    AUTH = "auth"
    PARAMETERS = "parameters"
    BODY_PARAMETERS = "body_parameters"
    RESPONSES = "responses"
    PATH = "path"
    QUERY = "query"
    HEADERS = "headers"
    COOKIES = "cookies"
    BODY = "body"
    STATUS = "status"


class Rule(Struct, frozen=True, kw_only=True):
    """One heading of a dialect: its levels, its words, and whether more follows on the line.

    ``listed`` headings are plausible and were never seen: only items below prove them.
    """

    kind: Kind
    levels: tuple[int, ...]
    words: re.Pattern[str]
    open: bool = False
    listed: bool = False


Vocabulary = tuple[Rule, ...]


class Mark(Struct, frozen=True, kw_only=True):
    """A heading in a page: ``start`` at its first ``#``, ``end`` behind what belongs to it.

    ``name`` is the status or the content type; ``notation`` the type in parentheses, ``None``
    where there is none.
    """

    kind: Kind
    start: int
    end: int
    name: str = ""
    notation: str | None = None


class Reading(Struct, frozen=True, kw_only=True):
    """One page while it is read: its text, how it is laid out, and where findings go."""

    source: Source
    outline: Outline
    diagnostics: Diagnostics
    limits: Limits = DEFAULTS

    @property
    def text(self) -> str:
        """The page."""
        return self.source.text

    @property
    def layout(self) -> Layout:
        """How the page keeps white space."""
        return self.outline.layout

    def span(self, start: int, end: int | None = None) -> SourceSpan:
        """The place of a stretch of the page."""
        return self.source.span(start, end)

    def slice(self, start: int, end: int) -> str:
        """The text of a stretch without white space around it."""
        return self.source.text[start:end].strip()


def find_marks(reading: Reading, vocabulary: Vocabulary, start: int, end: int) -> tuple[Mark, ...]:
    """The dialect's headings between two offsets, in order."""
    hashes = _HASHES_FLAT if reading.layout is Layout.FLAT else _HASHES_LINE
    marks = []
    for found in hashes.finditer(reading.text, start, end):
        mark = _mark(reading, vocabulary, found, end)
        if mark and not reading.outline.is_quoted(mark.start):
            marks.append(mark)
    return tuple(marks)


def _mark(reading: Reading, vocabulary: Vocabulary, hashes: re.Match[str], end: int) -> Mark | None:
    level = len(hashes[1])
    for rule in vocabulary:
        if level not in rule.levels:
            continue
        words = rule.words.match(reading.text, hashes.end(), min(end, hashes.end() + _LONGEST))
        if words:
            return _complete(reading, rule, hashes.start(), words)
    return None


def _complete(reading: Reading, rule: Rule, start: int, words: re.Match[str]) -> Mark | None:
    """The mark, or ``None`` where what follows the words shows that they are prose."""
    flat = reading.layout is Layout.FLAT
    line_end = len(reading.text) if flat else _line_end(reading.text, words.end())
    if rule.kind is Kind.BODY and not rule.listed:
        return _body(reading.text, start, words.end(), min(line_end, words.end() + _LONGEST))
    if rule.kind is Kind.STATUS:
        known = re.fullmatch(r"[1-5](?:\d\d|[xX]{2})|[Dd]efault", words[1])
        if flat and not known:
            return None
        return Mark(kind=rule.kind, start=start, end=words.end(), name=words[1])
    if rule.listed:
        if not _LISTED.match(reading.text, words.end()):
            return None
    elif not flat and not rule.open and reading.text[words.end() : line_end].strip(" \t#"):
        return None
    name = next((group for group in words.groups() if group), "")
    return Mark(kind=rule.kind, start=start, end=words.end(), name=name)


def _body(text: str, start: int, after: int, limit: int) -> Mark | None:
    """``Body: content/type (type)``: the first balanced group that reads as a type."""
    opening = text.find("(", after, limit)
    while opening >= 0:
        close = closing(text, opening)
        inside = text[opening + 1 : close] if close >= 0 else ""
        if close >= 0 and (parse(inside).known or looks_like_type(inside)):
            name = text[after:opening].strip().strip("`")
            if not _MEDIA_TYPE.fullmatch(name):
                break
            return Mark(kind=Kind.BODY, start=start, end=close + 1, name=name, notation=inside)
        opening = text.find("(", opening + 1, limit)
    named = _NAMED.match(text, after)
    return Mark(kind=Kind.BODY, start=start, end=named.end(), name=named[1]) if named else None


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end
