"""The pages that Bump.sh published before December 2025."""

from __future__ import annotations

import re

from generator.diagnostics import Diagnostics
from generator.ir import Operation
from generator.limits import Limits
from generator.read import bump
from generator.read.marks import Kind, Rule, Vocabulary
from generator.read.operation import read_operations
from generator.source import Source

NAME = "bump-2025"

_TRAIT = re.compile(
    r"(?<!\S)(?:#### (?:Path|Query|Header|Cookie) parameters|#### Body Parameters:"
    r"|## Body parameters|### (?:\d{3}|[1-5]XX|default):)(?!\S)"
)
_CONTENT_TYPE = (
    r"Body parameters(?!\S)(?:\s+Content-type: ?([^\s;]{0,200}(?:; ?[\w-]{1,40}=\S{1,100})?))?"
)

VOCABULARY: Vocabulary = (
    Rule(
        kind=Kind.BODY_PARAMETERS,
        levels=(2, 3),
        words=re.compile(_CONTENT_TYPE),
        open=True,
    ),
    *bump.VOCABULARY,
)
"""The headings of this dialect, and those of the current one: a page may hold both."""


def matches(source: Source) -> bool:
    """Whether a page has a heading that only the older generation prints."""
    return _TRAIT.search(source.text) is not None


def parse(source: Source, diagnostics: Diagnostics, limits: Limits) -> tuple[Operation, ...]:
    """The page's operations; what is wrong with it goes to ``diagnostics``."""
    return read_operations(source, VOCABULARY, diagnostics, limits)
