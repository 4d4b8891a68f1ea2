"""The pages that Bump.sh publishes since December 2025."""

from __future__ import annotations

import re

from generator.diagnostics import Diagnostics
from generator.ir import Operation
from generator.limits import Limits
from generator.read.marks import Kind, Rule, Vocabulary
from generator.read.operation import read_operations
from generator.source import Source

NAME = "bump"


def _rule(kind: Kind, levels: tuple[int, ...], words: str) -> Rule:
    return Rule(kind=kind, levels=levels, words=re.compile(words + r"(?!\S)"))


def _unseen(kind: Kind, words: str) -> Rule:
    """A heading in a spelling that no page has shown: at any level, above items only."""
    pattern = re.compile(words + r"(?!\S)", re.IGNORECASE)
    return Rule(kind=kind, levels=(2, 3, 4), words=pattern, listed=True)


_PARAMETERS = r"(?: (?:parameters?|params|variables|fields))?"

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
    Rule(
        kind=Kind.BODY,
        levels=(3, 4),
        words=re.compile(r"(?:Re(?:quest|sponse) )?[Bb]ody(?: [Pp]arameters)?(?::|(?=[ \t]+\())"),
    ),
    _unseen(Kind.BODY, r"(?:re(?:quest|sponse) )?body(?: parameters)?"),
    _unseen(Kind.PATH, rf"(?:request )?path{_PARAMETERS}"),
    _unseen(Kind.QUERY, rf"(?:request )?query(?: string)?{_PARAMETERS}"),
    _unseen(Kind.HEADERS, rf"(?:(?:request|response|http|custom) )?headers?{_PARAMETERS}"),
    _unseen(Kind.COOKIES, rf"(?:request )?cookies?{_PARAMETERS}"),
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


def parse(source: Source, diagnostics: Diagnostics, limits: Limits) -> tuple[Operation, ...]:
    """The page's operations; what is wrong with it goes to ``diagnostics``."""
    return read_operations(source, VOCABULARY, diagnostics, limits)
