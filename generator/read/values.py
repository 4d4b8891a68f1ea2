"""Lists of known values in descriptions: "One of `a`, `b` or `c`."."""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.ir import Scalar, ScalarKind
from generator.read.phrases import EXAMPLE, QUOTED, Expected, convert, quoted, sentence_start

MAX_VALUES = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class Lead:
    """Words before a list. ``bare`` where a clause about something else may use them too."""

    rule: str
    words: re.Pattern[str]
    bare: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundValues:
    """A list with the rule that found it and its place in the squashed text."""

    values: tuple[Scalar, ...]
    rule: str
    start: int
    end: int


def _lead(rule: str, words: str, *, bare: bool = False) -> Lead:
    return Lead(rule=rule, words=re.compile(words + r"\s*(?=[`*\"'-])", re.IGNORECASE), bare=bare)


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
        "values-are",
        r"(?:^|[.!?] )(?:the )?values? (?:are|include|can be|may be|must be)(?: either| one of)?:?",
    ),
    _lead("one-of", r"\bone of(?: the following(?: values?| options?)?)?:?", bare=True),
    _lead(
        "can-be",
        rf"\b(?:can|may|could) (?:be(?: either| set to)?|either be){_FOLLOWING}:?",
        bare=True,
    ),
    _lead("must-be", rf"\b(?:must|should|has to) be(?: either)?{_FOLLOWING}:?", bare=True),
    _lead("either", r"\beither(?: of)?:?", bare=True),
    _lead(
        "set-to",
        r"(?:^|[.!?] )set (?:(?:this|the) (?:field|parameter|value|property|header) )?to:?",
    ),
)
"""The words that lead to values, the most certain first."""

_ITEM = re.compile(QUOTED)
_BULLET = re.compile(rf"(?:(?<=\s)|^)[-*•] {QUOTED}")
_JOIN = re.compile(
    r"\s*(?:(,)\s*(?:(or|and)\s+)?(?:finally )?|/|\||\s(or|and)\s+(?:the )?(?:value )?)(?=[`*\"'])"
)
_GLOSS = re.compile(
    r",\s(?:which|where|meaning|that)\s[^`*\".;]{1,200}?(?=,? (?:or|and) (?:the )?[`*\"'])|"
    r"\s?(?:\([^()`*\"]{1,120}\)|(?:[-–—:]|to|for|if|when|which|where|in|as|with|meaning|will)\s[^`*\".;]{1,160}?)"
    r"(?=,? (?:or|and) (?:the )?[`*\"']|, [`*\"']|[.;]|$)"
)
_MORE = re.compile(
    r"(?:,? (?:and|or)|,)? (?:so on|etc\b|others?\b|any other|another|more\b|similar)|\.\.\.|…",
    re.I,
)
_UNSURE = re.compile(
    r"\b(?:if|when|unless|whenever|only|once|not|never|cannot|can't|than|while|because)\b", re.I
)
_WHEN_SET = re.compile(rf"(?:^|[.!?:] )(?:when|if) set to {QUOTED}", re.IGNORECASE)
# A word with a place for something else stands for many values: `{id}`, `user_*`.
_PATTERN = re.compile(r"[{}<>*]")
_SIMPLE = re.compile(r"[A-Za-z0-9][\w.:/+-]{0,60}")


def find_values(text: str, wanted: Expected) -> FoundValues | None:
    """The first list of at least two values of the wanted kind; ``None`` where none is certain."""
    if wanted.kind in (None, ScalarKind.BOOLEAN) or wanted.free:
        return None
    for lead in LEADS:
        for found in lead.words.finditer(text):
            if not _is_about_the_value(text, found, lead):
                continue
            result = _listed(text, found, lead.rule, wanted)
            if result:
                return result
    return _bare_bullets(text, wanted) or _when_set(text, wanted)


def _is_about_the_value(text: str, found: re.Match[str], lead: Lead) -> bool:
    """Whether the clause before the lead leaves no doubt whose values these are."""
    before = text[sentence_start(text, found.start()) : found.start()]
    if EXAMPLE.search(before):
        return False
    return not lead.bare or not (_UNSURE.search(before) or _ITEM.search(before))


def _listed(text: str, found: re.Match[str], rule: str, wanted: Expected) -> FoundValues | None:
    bullet = _BULLET.match(text, found.end())
    words, end = _bullets(text, found.end()) if bullet else _inline(text, found.end())
    return _typed(words, rule, found.start(), end, wanted)


def _typed(
    words: list[str], rule: str, start: int, end: int, wanted: Expected
) -> FoundValues | None:
    """All words as values of the kind; a list that holds any other word is no list of values."""
    values: list[Scalar] = []
    for word in dict.fromkeys(words):
        if word == "null":
            continue
        value = convert(word, wanted.kind)
        if value is None or _PATTERN.search(word):
            return None
        values.append(value[0])
    if not 2 <= len(values) <= MAX_VALUES:
        return None
    return FoundValues(values=tuple(values), rule=rule, start=start, end=end)


def _inline(text: str, start: int) -> tuple[list[str], int]:
    """``a``, ``b`` (gloss) or ``c``: until the word behind the last "or"."""
    words: list[str] = []
    at, closed = start, False
    while item := _ITEM.match(text, at):
        words.append(quoted(item))
        at = item.end()
        gloss = _GLOSS.match(text, at)
        join = _JOIN.match(text, gloss.end() if gloss else at)
        if not join or (closed and (join[1] or gloss)):
            break
        closed = closed or bool(join[2] or join[3])
        at = join.end()
    if _MORE.match(text, at) or not _ends_well(text, at):
        return [], at
    return words, at


def _ends_well(text: str, at: int) -> bool:
    """Whether the list ends where a phrase ends, not in the middle of another thought."""
    return text[at : at + 1] not in ("-", "/", "=", "(") or text[at : at + 2] == " ("


def _bullets(text: str, start: int) -> tuple[list[str], int]:
    """The first words of bullets, as long as no other list is announced between them."""
    words: list[str] = []
    end = start
    for bullet in _BULLET.finditer(text, start):
        gap = text[end : bullet.start()].rstrip()
        if words and (gap.endswith(":") and len(gap) > 1):
            break
        words.append(quoted(bullet))
        end = bullet.end()
    return words, end


def _bare_bullets(text: str, wanted: Expected) -> FoundValues | None:
    """A description that is a sentence and a list whose every item begins with a value."""
    first = _BULLET.search(text)
    if not first or wanted.kind is not ScalarKind.STRING:
        return None
    before = text[: first.start()]
    if EXAMPLE.search(before):
        return None
    words, end = _bullets(text, first.start())
    if any(quoted(other) not in words for other in _ITEM.finditer(before)):
        return None
    starts = len(re.findall(r"(?<=\s)[*•] (?=\S)", text))
    if (starts and starts != len(words)) or not all(map(_SIMPLE.fullmatch, words)):
        return None
    if any(word.isdigit() for word in words):
        return None
    return _typed(words, "bullets", first.start(), end, wanted)


def _when_set(text: str, wanted: Expected) -> FoundValues | None:
    """Sentences that each begin with "When set to" and a value."""
    found = list(_WHEN_SET.finditer(text))
    if not found:
        return None
    words = [quoted(one) for one in found]
    return _typed(words, "when-set-to", found[0].start(), found[-1].end(), wanted)
