"""What English says about a value: known values, defaults, limits and marks."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from generator.ir import Constraint, Default, Facts, Origin, Scalar, TypeExpr, Values
from generator.limits import DEFAULTS
from generator.patterns import pattern
from generator.read.defaults import FoundDefault, find_default
from generator.read.digits import fits
from generator.read.limits import FoundLimit, find_limits
from generator.read.phrases import Expected, expected, squash
from generator.read.sentences import find_told
from generator.read.values import FoundValues, find_values
from generator.source import SourceSpan
from generator.value import replace

Locate = Callable[[str], SourceSpan]
Place = Callable[[int, int], SourceSpan | None]

# Without a quoted word or one of these no rule below can match: many descriptions need no more.
_WORTH_A_LOOK = pattern(
    r"[`*\"]|(?<!\w)'|default|required|deprecated|read.only|at (?:most|least)|up to|max|min|between"
    r"|no (?:more|less)|limit|exactly|characters|chars|range",
    re.IGNORECASE,
)
_MARK = pattern(r"required|deprecated|read[- ]only", re.IGNORECASE)
"""What every rule for marks needs."""
_THIS = r"(?:this|the) (?:field|parameter|header|property|attribute|value|option)"
_REQUIRED = pattern(
    rf"(?:[\[(]?required[\])]?(?=[.:!]|\s?[-–—]\s|$)|[\[(]required[\])]|=*\*\*required[.:!]?\*\*=*+"
    rf"|{_THIS} is (?:always )?(?:\*\*)?required(?:\*\*)?(?=[.!]|$))"
    r"(?![.:!=*\])]*\s*(?:if|when|unless|for|only|in|with|by|to|where|until|on|as|whenever|except)\b)",
    re.IGNORECASE,
)
_DEPRECATED = pattern(
    r"[\[(*_=!]*deprecated[\])*_=]*(?=[.:;,!*)\]]|\s[-–—(]|\s(?:since|in|as of|please|use|and)\b|$)"
    r"|(?:this|the) (?:[\w/-]+ ){0,3}(?:field|parameter|header|property|attribute|option|endpoint"
    r"|operation|method|api|resource|request|call|feature|version) (?:is|has been) (?:now )?"
    r"[*_]*deprecated\b",
    re.IGNORECASE,
)
# A mark that is all there is, or stands behind a sign, in emphasis, or at the very end.
_MARKED = pattern(
    r"(?:>\s?)?[⚠❗❌\ufe0f!:\s]{0,4}(?:[*_\[(]{0,3}deprecated[.:!]?[*_\])]{0,3}[.:!]?\s*\Z"
    r"|[⚠❗❌][\ufe0f\s]{0,2}[*_\[(]{0,3}deprecated\b|_{1,2}deprecated_{1,2}(?!\w)|>\s?\*\*deprecated\b)",
    re.IGNORECASE,
)
_AT_END = pattern(r"[.!?]\s+[*_]{0,2}[\[(]deprecated[\])][*_]{0,2}\.?\Z", re.IGNORECASE)
_ALONE = pattern(r"[>\s]*[*_\[(]{0,3}deprecated[.:!]?[*_\])]{0,3}[.:!]?[ \t]*\n", re.IGNORECASE)
_READ_ONLY = pattern(
    rf"[\[(*_]*read[- ]only[\])*_]*(?=[.:;!]|$)|{_THIS} is [*_]*read[- ]only\b", re.IGNORECASE
)


@lru_cache(maxsize=8192)
def _look(
    text: str, wanted: Expected
) -> tuple[FoundValues | None, FoundDefault | None, tuple[FoundLimit, ...], Facts]:
    """All that a squashed description says, without places. Cached: pages repeat themselves."""
    values = find_values(text, wanted)
    default = find_default(text, wanted)
    if values is None:
        values = find_told(text, wanted, default.value if default else None)
    if default and not _agree(default, values):
        default = None
    return values, default, find_limits(text, wanted), _marks(text)


def _marks(text: str) -> Facts:
    if not _MARK.search(text):
        return Facts()
    return Facts(
        required=True if _REQUIRED.match(text) else None,
        deprecated=_DEPRECATED.match(text) is not None or _is_marked(text),
        read_only=_READ_ONLY.match(text) is not None,
    )


def _agree(default: FoundDefault, values: FoundValues | None) -> bool:
    """Whether a default is among the known values; one only marked in a list must be."""
    if values is None:
        return default.rule != "marked-default"
    return default.value is None or default.value in values.values


def infer(
    description: str,
    type_: TypeExpr | None = None,
    locate: Locate | None = None,
    *,
    most: int = DEFAULTS.prose,
    digits: int = DEFAULTS.digits,
) -> Facts:
    """What a description says beside its type; a doubtful fact is left out.

    Values are those of the field, or of its items where it is a list. ``locate`` finds a phrase's
    place in the page; without it facts have no spans. Only the first ``most`` characters are
    searched; a value's facts stand at its beginning. No number of more than ``digits`` is a fact.
    """
    if not _WORTH_A_LOOK.search(description):
        return Facts()
    text = squash(description[:most])
    values, default, limits, marks = _look(text, expected(type_))

    def span(start: int, end: int) -> SourceSpan | None:
        return locate(text[start:end]) if locate else None

    return replace(
        marks,
        values=_values(values, span) if values and _fit(values.values, digits) else None,
        default=_default(default, span) if default and fits(default.value, digits) else None,
        constraints=tuple(_constraint(one, span) for one in limits if fits(one.value, digits)),
    )


def _fit(values: tuple[Scalar, ...], digits: int) -> bool:
    return all(fits(one, digits) for one in values)


def is_marked_alone(description: str) -> bool:
    """Whether the first line is a mark of deprecation; it can be told where lines are kept."""
    return "\n" in description and _ALONE.match(description) is not None


def _is_marked(text: str) -> bool:
    """Whether the text is marked as that of something deprecated, whatever its sentences say."""
    if "eprecated" not in text and "EPRECATED" not in text:
        return False
    return bool(_MARKED.match(text) or _AT_END.search(text, max(0, len(text) - 40)))


def _values(found: FoundValues, span: Place) -> Values:
    place = span(found.start, found.end)
    return Values(values=found.values, origin=Origin.PROSE, rule=found.rule, span=place)


def _default(found: FoundDefault, span: Place) -> Default:
    place = span(found.start, found.end)
    return Default(value=found.value, origin=Origin.PROSE, rule=found.rule, span=place)


def _constraint(found: FoundLimit, span: Place) -> Constraint:
    return Constraint(
        kind=found.kind,
        value=found.value,
        origin=Origin.PROSE,
        rule=found.rule,
        span=span(found.start, found.end),
    )
