"""Lists of known values in descriptions: "One of `a`, `b` or `c`."."""

from __future__ import annotations

import re

from generator.ir import Scalar, ScalarKind
from generator.limits import most
from generator.patterns import pattern
from generator.read.leads import LEADS, Lead
from generator.read.phrases import (
    EXAMPLE,
    QUOTED,
    Expected,
    convert,
    may_list,
    quoted,
    sentence_start,
)
from generator.value import Struct

MAX_VALUES = most("values")


class FoundValues(Struct, frozen=True, kw_only=True):
    """A list with the rule that found it and its place in the squashed text."""

    values: tuple[Scalar, ...]
    rule: str
    start: int
    end: int


_ITEM = pattern(rf"\[?{QUOTED}(?:\] *)?")
_BULLET = pattern(rf"(?:(?<=\s)|^)[-*•] {QUOTED}")
_JOIN = pattern(
    r"\s*(?:(,)\s*(?:(or|and)\s+)?(?:finally )?|[/|]\s?|\s(or|and)\s+)"
    r"(?:(?:the|an?) )?(?:value )?(?=\[?[`*\"'])"
)
_GLOSS = pattern(
    r",\s(?:which|where|meaning|that)\s[^`*\".;]{1,200}?(?=,? (?:or|and) (?:the )?[`*\"'])|"
    r"\s?(?:\([^()`*\"]{1,120}\)|(?:[-–—:]|to|for|if|when|which|where|in|as|with|meaning|will)\s[^`*\".;]{1,160}?)"
    r"(?=,? (?:or|and) (?:the )?[`*\"']|, [`*\"']|[.;]|$)"
)
_MORE = pattern(
    r"(?:,? (?:and|or)|,)? (?:so on|etc\b|others?\b|any other|another|more\b|similar)|\.\.\.|…",
    re.I,
)
UNSURE = pattern(
    r"\b(?:if|when|unless|whenever|only|once|not|never|cannot|can't|than|while|because)\b", re.I
)
"""Words in a clause that make it say less, or something else, than its values."""

_WHEN_SET = pattern(rf"(?:^|[.!?:] )(?:when|if) set to {QUOTED}", re.IGNORECASE)
# A word with a place for something else stands for many values: `{id}`, `user_*`.
_PATTERN = pattern(r"[{}<>*]|[,;:]$|YYYY|/[A-Z_]{3,}|^\W+$")
_ESCAPE = pattern(r"\\[A-Za-z]\{[^{}]{0,40}\}")
"""Braces that are no such place: `\\N{DASH}`, `\\x{41}`."""
_PIPED = pattern(r"[\w-]{1,40}(?:\|[\w-]{1,40})+")
# What is required or excludes another is a field's name.
_NAMES = pattern(
    r",? (?:but not both|(?:is|are|must be) (?:required|provided|specified|present|given|set))\b"
)
_SIMPLE = pattern(r"[A-Za-z0-9][\w.:/+-]{0,60}")


def find_values(text: str, wanted: Expected) -> FoundValues | None:
    """The first list of at least two values of the wanted kind; ``None`` where none is certain."""
    if wanted.kind in (None, ScalarKind.BOOLEAN) or wanted.free or not may_list(text):
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
    return not lead.bare or not (UNSURE.search(before) or _ITEM.search(before))


def _listed(text: str, found: re.Match[str], rule: str, wanted: Expected) -> FoundValues | None:
    bullet = _BULLET.match(text, found.end())
    words, end = _bullets(text, found.end()) if bullet else list_at(text, found.end())
    return typed(words, rule, found.start(), end, wanted)


def typed(
    words: list[str], rule: str, start: int, end: int, wanted: Expected
) -> FoundValues | None:
    """All words as values of the kind; a list that holds any other word is no list of values."""
    values: list[Scalar] = []
    for word in dict.fromkeys(words):
        if word == "null":
            continue
        value = convert(word, wanted.kind)
        if value is None or _PATTERN.search(_ESCAPE.sub("_", word)):
            return None
        values.append(value[0])
    if not 2 <= len(values) <= MAX_VALUES:
        return None
    return FoundValues(values=tuple(values), rule=rule, start=start, end=end)


def list_at(text: str, start: int) -> tuple[list[str], int]:
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
    if len(words) == 1 and _PIPED.fullmatch(words[0]):
        words = words[0].split("|")
    if _MORE.match(text, at) or _NAMES.match(text, at) or not _ends_well(text, at):
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
    announced = before.rstrip().endswith(":") or first[0].endswith("`")
    said = before[sentence_start(before, len(before)) :] if announced else before
    if any(quoted(other) not in words for other in _ITEM.finditer(said)):
        return None
    starts = len(re.findall(r"(?<=\s)[*•] (?=\S)", text))
    if (starts and starts != len(words)) or not all(map(_SIMPLE.fullmatch, words)):
        return None
    if any(word.isdigit() for word in words):
        return None
    return typed(words, "bullets", first.start(), end, wanted)


def _when_set(text: str, wanted: Expected) -> FoundValues | None:
    """Sentences that each begin with "When set to" and a value."""
    found = list(_WHEN_SET.finditer(text))
    if not found:
        return None
    words = [quoted(one) for one in found]
    return typed(words, "when-set-to", found[0].start(), found[-1].end(), wanted)
