"""Which headings of a page are its own sections, and which their author's text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.read.markdown import Layout
from generator.read.marks import Kind, Mark, Reading, Vocabulary
from generator.value import Struct

_ORDER = (Kind.ROLES, Kind.SERVERS, Kind.AUTH, Kind.PARAMETERS, Kind.RESPONSES)
_HASHES = re.compile(r"(?<![^\s`])#{2,7}[ \t]?(?=[A-Z])")


class Section(Struct, frozen=True, kw_only=True):
    """A heading of the second level, the headings below it, and where it ends."""

    mark: Mark
    end: int
    marks: tuple[Mark, ...]

    def parts(self) -> Iterator[tuple[Mark, int]]:
        """Each heading below, with the offset where its text ends."""
        ends = [*(mark.start for mark in self.marks[1:]), self.end]
        yield from zip(self.marks, ends, strict=False)


def choose_sections(reading: Reading, marks: tuple[Mark, ...], end: int) -> tuple[Section, ...]:
    """The page's own sections; other headings of the same words are their author's text."""
    chosen = _choose(reading, marks, end)
    chosen += [mark for mark in marks if mark.kind is Kind.BODY_PARAMETERS]
    chosen.sort(key=lambda mark: mark.start)
    cuts = _repeated(reading, marks, chosen, end)
    inner = [mark for mark in marks if mark.kind not in _ORDER]
    sections = []
    for index, mark in enumerate(chosen):
        after = chosen[index + 1].start if index + 1 < len(chosen) else end
        after = min([cut for cut in cuts if mark.start < cut < after], default=after)
        below = tuple(one for one in inner if mark.start < one.start < after)
        sections.append(Section(mark=mark, end=after, marks=below))
    _report_order(reading, chosen)
    return tuple(sections)


def report_headings_in_text(
    reading: Reading, vocabulary: Vocabulary, span: tuple[int, int]
) -> None:
    """Warn of the first heading of ours in a page on one line that is read as its author's text.

    With its line breaks, the page would show whether it is one.
    """
    words = [rule.words for rule in vocabulary if rule.kind in (*_ORDER, Kind.BODY)]
    for found in _HASHES.finditer(reading.text, *span):
        at = found.end()
        if any(one.match(reading.text, at, span[1]) for one in words):
            end = min(at + 20, span[1])
            reading.diagnostics.warning(
                "heading-in-text",
                f"'{reading.slice(found.start(), end)} …' is read as text of the description",
                reading.span(found.start(), end),
                "use the page with its line breaks: they tell headings from text",
            )
            return


def _choose(reading: Reading, marks: tuple[Mark, ...], end: int) -> list[Mark]:
    """For each kind the first heading that is followed by what must follow it.

    ``## Servers`` is always printed, so what stands before it is the operation's description,
    unless it stands nowhere else.
    """
    anchor = _first(reading, [one for one in marks if one.kind is Kind.SERVERS], marks, end)
    chosen = [anchor] if anchor else []
    for kind in (Kind.AUTH, Kind.PARAMETERS, Kind.RESPONSES):
        mine = [one for one in marks if one.kind is kind]
        behind = [one for one in mine if anchor is None or one.start > anchor.start]
        ahead = [one for one in mine if one not in behind and _strict(reading, one, marks, end)]
        best = _first(reading, behind, marks, end)
        if best is None or (ahead and not _strict(reading, best, marks, end)):
            best = ahead[0] if ahead else best
        if best:
            chosen.append(best)
    first = min((one.start for one in chosen), default=end)
    roles = [one for one in marks if one.kind is Kind.ROLES and one.start < first]
    if roles and _strict(reading, roles[-1], marks, end):
        chosen.append(roles[-1])
    return chosen


def _first(reading: Reading, mine: list[Mark], marks: tuple[Mark, ...], end: int) -> Mark | None:
    strict = (one for one in mine if _strict(reading, one, marks, end))
    return next(strict, mine[0] if mine else None)


def _strict(reading: Reading, mark: Mark, marks: tuple[Mark, ...], end: int) -> bool:
    """Whether a heading is followed by what Bump prints after it."""
    following = next((one for one in marks if one.start > mark.start), None)
    at_once = following is not None and not reading.slice(mark.end, following.start)
    rest = reading.text[mark.end : min(end, mark.end + 400)].strip()
    if mark.kind in (Kind.ROLES, Kind.AUTH):
        return rest.startswith("- ")
    if mark.kind is Kind.SERVERS:
        return at_once or not rest or rest.startswith("- ")
    if mark.kind is Kind.RESPONSES and following is not None:
        return at_once and following.kind is Kind.STATUS
    if following is not None and following.kind in (Kind.ROLES, Kind.SERVERS, Kind.AUTH):
        return False
    return at_once or not rest


def _repeated(reading: Reading, marks: tuple[Mark, ...], chosen: list[Mark], end: int) -> list[int]:
    """Where sections end because a second one of the same name begins, which is not read."""
    first = min((one.start for one in chosen), default=end)
    cuts = []
    for mark in marks:
        if mark.kind not in _ORDER or mark in chosen or mark.start < first:
            continue
        if not _strict(reading, mark, marks, end):
            continue
        heading = reading.slice(mark.start, mark.end)
        indented = reading.layout is Layout.INDENTED
        reading.diagnostics.warning(
            "duplicate-section",
            f"a second '{heading}' is {'left out' if indented else 'read as text'}",
            reading.span(mark.start, mark.end),
            "keep one section of each name; headings inside a description are indented",
        )
        if indented:
            cuts.append(mark.start)
    return cuts


def _report_order(reading: Reading, chosen: list[Mark]) -> None:
    last = -1
    for mark in (one for one in chosen if one.kind in _ORDER):
        rank = _ORDER.index(mark.kind)
        if rank < last:
            reading.diagnostics.warning(
                "section-out-of-order",
                f"'{reading.slice(mark.start, mark.end)}' comes later than its place",
                reading.span(mark.start, mark.end),
                "the order is Role requirements, Servers, Authentication methods, Parameters, Responses",
            )
        last = max(last, rank)
