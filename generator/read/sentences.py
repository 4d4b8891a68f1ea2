"""Known values that whole sentences tell without any word that announces a list."""

from __future__ import annotations

import re

from generator.ir import ScalarKind
from generator.patterns import pattern
from generator.read.phrases import EXAMPLE, QUOTED, Expected, may_list, quoted, sentence_start
from generator.read.values import UNSURE, FoundValues, list_at, typed

_ITEM = pattern(QUOTED)
_SIMPLE = pattern(r"[A-Za-z0-9][\w.:/+-]{0,60}")
# A noun phrase and a colon open a list, unless they announce something else than values.
_COLON = pattern(r"[A-Z\[][^.:;`*\"]{2,120}: (?=[`*\"'])")
_OTHER_LIST = pattern(
    r"\b(?:fields?|keys?|columns?|headers?|parameters?|attributes?|propert(?:y|ies)|arguments?"
    r"|requires?|contains?|includes?|format(?:ted)?|see|note|returns?|using|use|with|syntax"
    r"|pattern|combination|placeholders?|variables?)\b",
    re.IGNORECASE,
)
_GLOSSED = pattern(
    r"\b(?:(?:can|may|must|should|could) (?:only )?be|whether|either) (?P<first>[^.;:`*\"()]{1,80}?) ?\("
    rf"{QUOTED}\)(?:(?:,| or|, or) [^.;:`*\"(),]{{1,60}} \({QUOTED}\))+",
    re.IGNORECASE,
)
_VERB = r"(?:[a-z]{3,12}ly )?(?!(?:as|is|this|was|has)\b)[a-z]{2,20}s"
_TELLING = pattern(
    rf"(?:^|[.!?;] ){QUOTED}(?: (?:will|can|are|{_VERB})\b|(?: \([^()]{{1,40}}\))?: )"
)
_MEANS = pattern(rf"(?:^|[.!?;,] (?:and |while )?|\bor ){QUOTED}(?= (?:or {QUOTED} )?means?\b)")
# A list that begins a sentence, and the words behind it that make it a list of values.
_OPENING = pattern(rf"(?:^|[.!?:] )(?:(?:currently|only|both|either),? )?(?={QUOTED})", re.I)
_FOR = pattern(rf"{QUOTED} (?:for|to) ")
_SUPPORTED = pattern(
    r" (?:are|is) (?:currently |also |all )?(?:supported|available|allowed|accepted|possible|valid)\b"
)
_NOUN = r"(?:(?:the|this|its) )?(?P<noun>[a-z]+)(?: of [\w ]{1,40}?)?"
_WHEN_SET = pattern(rf"(?:^|[.!?:] )(?:when|if) (?:{_NOUN} is )?set to {QUOTED}", re.IGNORECASE)
_WHEN_CHOSEN = pattern(
    rf"\b(?:when|if) {QUOTED} is (?:specified|selected|chosen|used|passed|given|set)\b",
    re.IGNORECASE,
)
_WILL_BE = pattern(rf"\b{_NOUN} will be {QUOTED}", re.IGNORECASE)
_ITSELF = frozenset("this it value field parameter option property setting".split())


def find_told(text: str, wanted: Expected, default: object) -> FoundValues | None:
    """Values that a text tells one by one; at least two, and only of text.

    ``default`` counts among those of "When it is set to …", whose sentence speaks of the other.
    """
    if wanted.kind is not ScalarKind.STRING or wanted.free or not may_list(text):
        return None
    return (
        _after_colon(text, wanted)
        or _glossed(text, wanted)
        or _opening(text, wanted)
        or _telling(text, wanted)
        or _will_be(text, wanted)
        or _default_and_other(text, wanted, default)
    )


def _after_colon(text: str, wanted: Expected) -> FoundValues | None:
    """A description that is a name and a list: "Side of the road: `left`, `right`"."""
    found = _COLON.match(text)
    if not found or any(one.search(found[0]) for one in (EXAMPLE, UNSURE, _OTHER_LIST)):
        return None
    words, end = list_at(text, found.end())
    whole = not text[end:].strip(" .") or text[end : end + 2] == ". "
    return _all(words, "after-colon", (0, end), wanted) if whole else None


def _glossed(text: str, wanted: Expected) -> FoundValues | None:
    """Words with their values in parentheses: "either up (`asc`) or down (`desc`)"."""
    for found in _GLOSSED.finditer(text):
        before = text[sentence_start(text, found.start()) : found.start()] + found["first"]
        if not EXAMPLE.search(before) and not UNSURE.search(before):
            words = [quoted(one) for one in _ITEM.finditer(found[0])]
            return _all(words, "in-parentheses", found.span(), wanted)
    return None


def _opening(text: str, wanted: Expected) -> FoundValues | None:
    """A list at a sentence's head: alone, each with what it is for, or as what is supported."""
    for found in _OPENING.finditer(text):
        words, end = list_at(text, found.end())
        rest = text[end:]
        alone = found.start() == 0 and not rest.strip(" .")
        either = " or " in text[found.end() : end] and re.match(r"\.(?: |$)", rest)
        if alone or either or _SUPPORTED.match(rest):
            return typed(words, "values-alone", found.start(), end, wanted)
        if len(words) > 1 and _FOR.match(text, found.end()):
            return _all(words, "values-for", (found.start(), end), wanted)
    return None


def _telling(text: str, wanted: Expected) -> FoundValues | None:
    """Sentences that each begin with a value: "`a` does one thing. `b` does another."."""
    found = list(_TELLING.finditer(text))
    means = list(_MEANS.finditer(text))
    if len(means) > 1:
        both = sorted([*means, *found], key=lambda one: one.start())
        words = [quoted(one) for one in both]
        return _all(words, "value-means", (both[0].start(), both[-1].end()), wanted)
    words = [quoted(one) for one in found]
    # What is quoted before the first of them may be another field; what follows may not.
    if len(found) < 2 or any(
        quoted(one) not in words for one in _ITEM.finditer(text, found[0].start())
    ):
        return None
    return _all(words, "value-sentences", (found[0].start(), found[-1].end()), wanted)


def _will_be(text: str, wanted: Expected) -> FoundValues | None:
    """What the thing itself will be, said twice."""
    found = [one for one in _WILL_BE.finditer(text) if _is_itself(text, one["noun"])]
    words = [quoted(one, 2) for one in found if not _is_conditional(text, one.start())]
    if len(found) < 2:
        return None
    return _all(words, "will-be", (found[0].start(), found[-1].end()), wanted)


def _default_and_other(text: str, wanted: Expected, default: object) -> FoundValues | None:
    """The default, and what happens when it is set to the other value."""
    found = [
        one
        for one in _WHEN_SET.finditer(text)
        if one["noun"] is None or _is_itself(text, one["noun"])
    ]
    chosen = list(_WHEN_CHOSEN.finditer(text))
    words = [quoted(one, 2) for one in found] + [quoted(one) for one in chosen]
    if isinstance(default, str):
        words.insert(0, default)
    found = sorted([*found, *chosen], key=lambda one: one.start())
    if not found:
        return None
    return _all(words, "default-or-set-to", (found[0].start(), found[-1].end()), wanted)


def _is_itself(text: str, noun: str) -> bool:
    """Whether a noun means the value described: a word for any value, or what the text opens with."""
    opening = re.match(r"(?:(?:the|a|an|current) ){0,2}([a-z]+)", text, re.IGNORECASE)
    own = opening[1].lower() if opening else ""
    return noun.lower() in _ITSELF or noun.lower() == own


def _is_conditional(text: str, at: int) -> bool:
    clause = re.split(r"[,;]", text[sentence_start(text, at) : at])[-1]
    return UNSURE.search(clause) is not None


def _all(
    words: list[str], rule: str, place: tuple[int, int], wanted: Expected
) -> FoundValues | None:
    """The words as values, where each of them is a plain one."""
    if not all(map(_SIMPLE.fullmatch, words)):
        return None
    return typed(words, rule, place[0], place[1], wanted)
