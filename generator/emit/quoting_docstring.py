"""Text of a page as a Python docstring."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from generator.emit.code import Code, Part
from generator.emit.quoting import came_back, page_text
from generator.emit.quoting_python import escaped
from generator.ir.page_text import Traces, retraced, traces_of
from generator.value import Struct

WIDTH = 88
"""Columns of prose, the indentation included."""

_ITEM = re.compile(r"(?:[-*+]|\d{1,3}[.)])(?=\s)")
_TOKEN = re.compile(r"(?:[^ `]++|`[^`]{1,50}`|`)++")
_FENCE = re.compile(r"```[^`]*$")
_ROW = re.compile(r"\||#{1,6} ")
_PROMPT = re.compile(r"^( *)>>>", re.MULTILINE)


class Doc(Struct, frozen=True):
    """What a docstring says, in Google's order; each text is a page's own words."""

    summary: str
    body: str = ""
    arguments: tuple[tuple[Code, str], ...] = ()
    returns: str = ""


def docstring(doc: Doc | str, indent: int) -> Code:
    """A complete docstring with its quotes; lines after the first start with ``indent`` spaces.

    White space is normalised; paragraphs, headings, items, table rows, fenced code stay apart. A
    ``>>>`` that would begin a line is broken, so that no page text runs as a doctest (a ``...``
    alone is no prompt). black leaves the result as it is.
    """
    whole = doc if type(doc) is Doc else Doc(retraced(page_text(doc, "docstring"), doc))
    numbered = list(_lines(whole, WIDTH - indent))
    lines = _flush([line for line, _ in numbered]) or [" "]
    text = _PROMPT.sub(r"\1> >>", "\n".join(lines))
    if '"""' in text or text[0] == '"':
        text = text.replace('"', '\\"')
    margin = " " * indent
    first, *rest = text.split("\n")
    rest = [margin + line if line else "" for line in rest]
    if rest and not _closes_inline(whole, rest):
        rest.append(margin)
    written = "\n".join((f'"""{first}', *rest))
    written += ' """' if written[-1] == '"' else '"""'
    came_back(_squashed(_said(whole)), _squashed(ast.literal_eval(written)), "docstring")
    return Code(written, tuple(_parts(written, [traces for _, traces in numbered])))


def _closes_inline(doc: Doc, rest: list[str]) -> bool:
    """Whether the quotes end the last line: a paragraph alone needs no line for them."""
    return "" not in rest and "\n" not in doc.summary and len(rest[-1]) + 3 <= WIDTH


def _parts(written: str, traces: list[Traces]) -> Iterator[Part]:
    """The lines of a docstring with what each comes from."""
    at = 0
    for line, found in zip(written.split("\n"), traces, strict=False):
        if found:
            yield Part(at, at + len(line), found)
        at += len(line) + 1


def _said(doc: Doc) -> str:
    named = "".join(f"{name.text}:{text}" for name, text in doc.arguments)
    args = f"Args:{named}" if named else ""
    returns = f"Returns:{doc.returns}" if doc.returns.strip() else ""
    return f"{doc.summary}{doc.body}{args}{returns}"


def _squashed(text: str) -> str:
    return "".join(text.split())


def _lines(doc: Doc, width: int) -> Iterator[tuple[str, Traces]]:
    """Every line of the docstring, escaped, without the margin; and what it comes from."""
    parts = [_from(_laid_out(one, width), one) for one in (doc.summary, doc.body)]
    if doc.arguments:
        parts.append([("Args:", ())])
        for name, text in doc.arguments:
            lines = _hanging(_laid_out(f"{name.text}: {text}", width - 8, more=4))
            parts[-1] += [(line, (*name.traces, *traces_of(text))) for line in lines]
    if doc.returns.strip():
        lines = _indented(_laid_out(doc.returns, width - 4), 4)
        parts.append([("Returns:", ()), *_from(lines, doc.returns)])
    for number, part in enumerate(part for part in parts if part):
        if number:
            yield "", ()
        yield from part


def _from(lines: list[str], text: str) -> list[tuple[str, Traces]]:
    traces = traces_of(text)
    return [(line, traces) for line in lines]


def _laid_out(text: str, width: int, *, more: int = 0) -> list[str]:
    """The text's paragraphs, items and kept lines, wrapped; one empty line at most between.

    The first line may have so many columns ``more``.
    """
    out: list[str] = []
    prose: list[str] = []
    fenced = False
    for line in [*text.splitlines(), ""]:
        stripped = line.strip()
        fence = _FENCE.match(stripped) is not None
        kept = fenced or fence or _ROW.match(stripped) is not None
        if kept or not stripped or _ITEM.match(stripped):
            out += _wrapped(" ".join(" ".join(prose).split()), width, 0 if out else more)
            prose = []
        if kept:
            out.append(escaped(line.expandtabs(4).rstrip() if fenced else stripped))
        elif stripped:
            prose.append(stripped)
        elif out and out[-1]:
            out.append("")
        fenced ^= fence
    while out and not out[-1]:
        out.pop()
    return out


def _wrapped(text: str, width: int, more: int) -> list[str]:
    """One paragraph or item in lines of at most ``width``, where its words and spans allow.

    The first may have so many columns ``more``.
    """
    item = _ITEM.match(text)
    margin = " " * (item.end() + 1) if item else ""
    lines: list[str] = []
    line = ""
    for token in _TOKEN.findall(escaped(text)):
        if line and len(line) + 1 + len(token) > (width if lines else width + more):
            lines.append(line)
            line = margin + token
        else:
            line = f"{line} {token}" if line else token
    return [*lines, line] if line else lines


def _hanging(lines: list[str]) -> list[str]:
    return [*_indented(lines[:1], 4), *_indented(lines[1:], 8)]


def _indented(lines: list[str], indent: int) -> list[str]:
    return [" " * indent + line if line else "" for line in lines]


def _flush(lines: list[str]) -> list[str]:
    """The lines as black will place them: what all but the first share in front goes."""
    shared = min((len(one) - len(one.lstrip(" ")) for one in lines[1:] if one), default=0)
    return [lines[0].lstrip(" "), *(one[shared:] for one in lines[1:])] if lines else []
