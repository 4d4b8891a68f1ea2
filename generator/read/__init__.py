"""Documents -> Operations: picks the dialect a page is written in."""

from __future__ import annotations

import re
from typing import Protocol

from generator.diagnostics import Diagnostics
from generator.ir import Operation
from generator.limits import DEFAULTS, Limits
from generator.read import bump, bump2025
from generator.read.bounds import is_small
from generator.read.other import is_other
from generator.read.root import LinkKind, RootLink, is_root, read_root, root_links
from generator.source import Source


class Dialect(Protocol):
    """A way of writing pages: a module of this package."""

    NAME: str

    def matches(self, source: Source) -> bool:
        """Whether a page is written so."""

    def parse(
        self, source: Source, diagnostics: Diagnostics, limits: Limits
    ) -> tuple[Operation, ...]:
        """The page's operations; what is wrong with it goes to ``diagnostics``."""


DIALECTS: tuple[Dialect, ...] = (bump2025, bump)
"""The dialects, the most particular first; the last one reads what no other does."""

_KNOWN_SECTION = re.compile(r"(?<!\S)## (?:Servers|Parameters|Responses|Body parameters)(?!\S)")
_HINT = "an operation's page has '# title' and then '**VERB /path**', such as **GET /items**"

__all__ = ["DIALECTS", "LinkKind", "RootLink", "is_root", "read", "read_root", "root_links"]


def read(
    source: Source, diagnostics: Diagnostics, limits: Limits = DEFAULTS
) -> tuple[Operation, ...]:
    """The operations a document describes, nearly always one; none for a docs root.

    Never raises, whatever the text: what is wrong with it is reported, with its place.
    """
    if not source.text.strip():
        diagnostics.error("empty-page", "the page is empty", source.span(0), _HINT)
        return ()
    if not is_small(source, limits, diagnostics) or is_root(source):
        return ()
    if is_other(source):
        diagnostics.note("not-an-operation", "the page documents no operation", source.span(0, 1))
        return ()
    found = Diagnostics()
    dialect = next(one for one in DIALECTS if one.matches(source))
    operations = dialect.parse(source, found, limits)
    if not operations and not any(one.code == "odd-path" for one in found):
        _report_none(source, found)
    diagnostics.extend(found.sorted())
    return operations


def _report_none(source: Source, diagnostics: Diagnostics) -> None:
    titled = source.text.lstrip().startswith("# ")
    if titled and _KNOWN_SECTION.search(source.text):
        diagnostics.error(
            "no-operation", "the page names no verb and path", source.span(0, 1), _HINT
        )
    else:
        diagnostics.error(
            "not-api-documentation",
            "the page does not document an operation",
            source.span(0, 1),
            _HINT,
        )
