"""The pages that Bump.sh publishes since December 2025."""

from __future__ import annotations

import re

from generator.diagnostics import Diagnostics
from generator.ir import Operation
from generator.read.marks import Kind, Rule, Vocabulary
from generator.read.operation import read_operations
from generator.source import Source

NAME = "bump"


def _rule(kind: Kind, levels: tuple[int, ...], words: str) -> Rule:
    return Rule(kind=kind, levels=levels, words=re.compile(words + r"(?!\S)"))


VOCABULARY: Vocabulary = (
    _rule(Kind.ROLES, (2,), "Role requirements"),
    _rule(Kind.SERVERS, (2,), "Servers"),
    _rule(Kind.AUTH, (2,), "Authentication methods"),
    _rule(Kind.PARAMETERS, (2,), "Parameters"),
    _rule(Kind.RESPONSES, (2,), "Responses"),
    _rule(Kind.PATH, (3, 4), "Path parameters"),
    _rule(Kind.QUERY, (3, 4), "Query parameters"),
    _rule(Kind.HEADERS, (3, 4), "(?:Header parameters|Headers)"),
    _rule(Kind.COOKIES, (3, 4), "(?:Cookie parameters|Cookies)"),
    Rule(kind=Kind.BODY, levels=(3, 4), words=re.compile(r"Body(?: [Pp]arameters)?:")),
    Rule(
        kind=Kind.STATUS,
        levels=(3,),
        words=re.compile(r"(\d\w{0,5}|[Dd]efault)(?=:|\s|\Z)"),
    ),
)
"""The headings of this dialect; those of 2025 that cannot be mistaken are among them."""


def matches(source: Source) -> bool:
    """Whether to read a page so: any page that is not plainly older."""
    return True


def parse(source: Source, diagnostics: Diagnostics) -> tuple[Operation, ...]:
    """The page's operations; what is wrong with it goes to ``diagnostics``."""
    return read_operations(source, VOCABULARY, diagnostics)
