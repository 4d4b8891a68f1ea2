"""What is structure and what is quoted text in a page: the only use of markdown_it."""

from __future__ import annotations

import re
from bisect import bisect_right
from enum import StrEnum

from markdown_it import MarkdownIt

from generator.source import Source
from generator.value import Struct

# Deep enough for any list a person writes; deeper levels recurse, and we need none of them.
_PARSER = MarkdownIt("commonmark", {"maxNesting": 100}).disable(["inline", "text_join"], True)
_VERB_LINE = re.compile(r"^[ \t]{0,3}\*\*[A-Za-z]{3,10} [^\n]{1,8300}\*\*[ \t]*$", re.MULTILINE)
_INDENTED = re.compile(r"^- \*\*[^\n]*\n(?: {2,8}|\t)\S", re.MULTILINE)
_DEDENTED = re.compile(r"^- \*\*[^\n]*\)[ \t]*\n(?!- |#)[^\s\[]", re.MULTILINE)
_CLOSED_HTML = (
    ("<!--", "-->"),
    ("<![cdata[", "]]>"),
    ("<?", "?>"),
    ("<pre", "</pre>"),
    ("<script", "</script>"),
    ("<style", "</style>"),
    ("<textarea", "</textarea>"),
)


class Layout(StrEnum):
    """How a copy of a page keeps white space."""

    FLAT = "flat"
    """One line: every run of white space is a space."""
    DEDENTED = "dedented"
    """Lines without indentation and blank lines."""
    INDENTED = "indented"
    """As published: what belongs to an item is indented by two spaces."""


class Outline(Struct, frozen=True, kw_only=True):
    """How a page is laid out, and which stretches of it are quoted: code and HTML.

    ``quoted`` are ``(start, end)`` offsets in characters, in order.
    """

    layout: Layout
    quoted: tuple[tuple[int, int], ...] = ()

    def is_quoted(self, at: int) -> bool:
        """Whether the character at an offset is code or HTML and not structure."""
        index = bisect_right(self.quoted, (at, len(self.quoted) and self.quoted[-1][1])) - 1
        return index >= 0 and self.quoted[index][0] <= at < self.quoted[index][1]


def outline(source: Source) -> Outline:
    """How the page is laid out and what in it is quoted. Never fails."""
    if is_flat(source.text):
        return Outline(layout=Layout.FLAT, quoted=_flat_fences(source.text))
    layout = Layout.DEDENTED if _is_dedented(source.text) else Layout.INDENTED
    return Outline(layout=layout, quoted=_quoted_lines(source))


def is_flat(text: str) -> bool:
    """Whether the verb stands on the title's line; a copy may be broken into lines elsewhere."""
    if _VERB_LINE.search(text):
        return False
    title = text.lstrip().partition("\n")[0]
    return "\n" not in text.strip() or (title.startswith("# ") and " **" in title)


def _is_dedented(text: str) -> bool:
    """Whether indentation is gone; a published page has blank lines, such a copy has none."""
    if _INDENTED.search(text):
        return False
    return "\n\n" not in text.strip() or _DEDENTED.search(text) is not None


def _flat_fences(text: str) -> tuple[tuple[int, int], ...]:
    """Code between pairs of fences; an odd fence means that they are not pairs."""
    fences = [found.start() for found in re.finditer(r"(?<!\S)```", text)]
    closings = [found.start() for found in re.finditer(r"```(?!\S)", text)]
    if len(fences) % 2 or not set(fences[1::2]) <= set(closings):
        return ()
    return tuple(zip(fences[::2], fences[1::2], strict=True))


def _quoted_lines(source: Source) -> tuple[tuple[int, int], ...]:
    starts = (*source.line_starts, len(source.text))
    quoted = []
    for token in _PARSER.parse(source.text):
        if token.map and token.type in ("fence", "code_block", "html_block"):
            first, last = token.map
            start, end = starts[first], starts[min(last, len(starts) - 1)]
            block = source.text[start:end].strip()
            if token.type == "code_block" or _is_closed(token.type, token.markup, block):
                quoted.append((start, end))
    return tuple(quoted)


def _is_closed(kind: str, markup: str, block: str) -> bool:
    """Whether a block ends by its own mark.

    A fence that is never closed, and a tag that ends at a blank line, reach to the end of a copy
    without blank lines: such a block says nothing about what the author meant to quote.
    """
    if kind == "fence":
        _, *inside, last = [line.strip() for line in block.split("\n")] + [""] * ("\n" not in block)
        # A second opening inside means that the first was never closed.
        opened_again = any(line.startswith(markup) and line.strip(markup[0]) for line in inside)
        return last.startswith(markup) and not opened_again
    lowered = block.lower()
    return any(lowered.startswith(left) and right in lowered for left, right in _CLOSED_HTML)
