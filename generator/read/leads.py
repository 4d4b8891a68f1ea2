"""The words that lead to a list of known values."""

from __future__ import annotations

import re

from generator.patterns import pattern
from generator.value import Struct


class Lead(Struct, frozen=True, kw_only=True):
    """Words before a list. ``bare`` where a clause about something else may use them too."""

    rule: str
    words: re.Pattern[str]
    bare: bool = False


def _lead(rule: str, words: str, *, bare: bool = False) -> Lead:
    return Lead(rule=rule, words=pattern(words + r"\s*(?=[\[`*\"'-])", re.IGNORECASE), bare=bare)


_FOLLOWING = r"(?: (?:one of )?(?:the )?following(?: values?| options?)?| one of)?"
_SUBJECT = r"(?: (?:for|of) (?:this|the) (?:field|parameter|header|property|attribute))?"
LEADS = (
    _lead(
        "possible-values",
        r"\b(?:possible|valid|allowed|accepted|acceptable|supported|available|permitted|known)"
        r" (?:values?|options|choices|content types|types|states|statuses)"
        rf"{_SUBJECT}(?: currently)?(?: are| is| include| includes)?{_FOLLOWING}"
        r"(?: as follows)?\s?[:.]?",
    ),
    _lead(
        "supported-things",
        r"\b(?:possible|valid|allowed|accepted|acceptable|support(?:ed)?|available|permitted)"
        r" (?!characters|letters|digits|symbols|examples|ranges|units)[a-z]{3,20}s"
        r" (?:are|include):?",
        bare=True,
    ),
    _lead(
        "are-supported",
        r"\bare (?:currently )?(?:supported|available|allowed|accepted|possible|valid):",
    ),
    _lead(
        "values-are",
        r"(?:^|[.!?] )(?:the )?values? (?:are|include|can be|may be|must be)(?: either| one of)?:?",
    ),
    _lead(
        "one-of-these",
        r"\b(?:(?:one|either|any) (?:or more )?|(?:one|either|any) or both )of (?:the|these|those)"
        r"(?: [a-z]+){1,4}(?::|\.(?= [-*•]))",
        bare=True,
    ),
    _lead("one-of", r"\bone of(?: the following(?: values?| options?)?)?:?", bare=True),
    _lead(
        "can-be",
        rf"\b(?:can|may|could) (?:be(?: either| set to)?|either be){_FOLLOWING}:?",
        bare=True,
    ),
    _lead("must-be", rf"\b(?:must|should|has to) be(?: either)?{_FOLLOWING}:?", bare=True),
    _lead(
        "options-are",
        r"\b(?:options|choices|types|actions|modes|formats|levels|statuses) (?:are|include):?",
        bare=True,
    ),
    _lead(
        "sorted-by",
        r"\b(?:sort|order|group)(?:s|ed)?(?: [a-z]+){0,6}? by(?: [a-z]+){0,5}?:?",
        bare=True,
    ),
    _lead("either", r"\beither(?: of)?:?", bare=True),
    _lead(
        "set-to",
        r"(?:^|[.!?] )set (?:(?:this|the) (?:field|parameter|value|property|header) )?to:?",
    ),
    _lead("use", r"(?:^|[.!?;] )(?:please )?(?:use|specify|pass|choose):?", bare=True),
)
"""The words that lead to values, the most certain first."""
