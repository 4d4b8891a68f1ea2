"""What a page's title says: its verb, and the thing the verb is about."""

from __future__ import annotations

import re
from functools import lru_cache

from generator.ir import words
from generator.passes.inflection import is_plural
from generator.value import Struct

_READING = frozenset(
    "get fetch retrieve read return show view list lookup find query search".split()
)
_LISTING = frozenset("get fetch retrieve read return show view list".split())
_VERBS = _READING | frozenset(
    "accept acknowledge activate add allow amend append apply approve archive assign associate "
    "ask attach authenticate authorize backup ban batch begin block book build bulk calculate call "
    "cancel capture change charge check clear clone close commit compare complete compute configure "
    "confirm connect convert copy count create deactivate decline decrypt delete deny deploy "
    "deprecate deregister detach disable disassociate disconnect discover dismiss dispatch download "
    "drain drop duplicate edit enable encrypt end enqueue ensure erase estimate evaluate execute "
    "exchange exclude expire explain export extend flush follow force forward generate grant "
    "head hide import include increment index ingest initialize initiate insert install invalidate "
    "invite issue join kick kill launch leave link load lock log login logout mark merge migrate "
    "modify monitor move mute notify open order overwrite pair patch pause pay permanently ping "
    "pin post preflight preview process promote provision publish purge push put reactivate reassign reboot "
    "rebuild receive reclaim reconnect recover redeem redeliver redirect reduce refresh refund "
    "regenerate register reindex reject release reload remove rename render renew reopen reorder "
    "replace reply report reprocess request rerun reschedule resend reserve reset resize resolve restart "
    "restore resume retry reveal revert revoke rollback rotate run save scale scan schedule select "
    "send set share shift ship sign simulate skip snapshot sort split start stop store stream "
    "submit subscribe suspend swap switch sync synchronize tag terminate test toggle track transfer transform trim "
    "translate trigger truncate turn unarchive unassign unban unblock undelete undo unfollow "
    "uninstall unlink unlock unmute unpause unpin unpublish unregister unshare unsubscribe update "
    "upgrade upload upsert use validate verify void vote wait watch withdraw write".split()
)
_DOING = frozenset(
    "accept acknowledge activate add allow append apply approve ask assign associate attach "
    "authenticate authorize cancel confirm convert create deactivate decline delete deny deregister "
    "detach disable disassociate disconnect dismiss enable enqueue execute generate get ingest "
    "initialize initiate insert modify notify promote reactivate reassign rebuild recover redeem "
    "redeliver regenerate register reject remove rename renew reopen reprocess resend resolve "
    "restore revoke send submit suspend synchronize terminate toggle trigger unarchive unassign "
    "unban unblock undelete uninstall unlink unlock unmute unpause unpin unpublish unregister "
    "unsubscribe upsert validate verify withdraw".split()
)
"""Verbs that are never the name of a thing, as ``report`` and ``copy`` are."""
_PARTICLES = frozenset("up off out down back".split())
_ARTICLES = frozenset(
    "a an the all my your its this that these new existing specific one single "
    "any each every some".split()
)
_STOPS = frozenset(
    "for from in on of to by with using via at into under within as and or based without that which "
    "where when if against about per over between".split()
)
_LIST_OF = re.compile(r"(?:(?:a|the)\s+)?(?:paginated\s+)?lists?\s+of\s+(?:(?:all|the)\s+)*", re.I)
_MARKS = re.compile(r"['’]s?\b|[^\w-]")
_QUALIFIERS = frozenset({"id", "ids", "sid", "list", "details", "information", "info"})


class TitleWords(Struct, frozen=True, kw_only=True):
    """``verb`` is empty where the title starts with none; ``noun`` is the thing, as words.

    ``several`` says whether the thing is named in the plural.
    """

    verb: str
    noun: tuple[str, ...]
    several: bool


def parse_title(title: str) -> TitleWords:
    """``"Get a list of company accounts"`` -> ``list``, ``company accounts``, several."""
    return _parsed(str(title))  # a plain copy: what is remembered must not keep traces


@lru_cache(maxsize=1 << 14)  # each pass that names something asks again
def _parsed(title: str) -> TitleWords:
    title = " ".join(title.replace("/", " or ").split())
    first, _, rest = title.partition(" ")
    if first.lower().endswith("ly"):  # "Permanently remove web link"
        first, _, rest = rest.strip().partition(" ")
    verb = base_verb("".join(words(first)))
    if not verb:
        rest = title
    verb, rest = _whole_verb(verb, rest.strip())
    listed = _LIST_OF.match(rest.strip())
    if listed and verb in _LISTING | {""}:
        return TitleWords(verb="list", noun=_noun(rest.strip()[listed.end() :]), several=True)
    noun = _noun(rest)
    several = bool(noun) and is_plural(noun[-1])
    if verb in _LISTING and re.match(r"all\b", rest.strip(), re.I) and several:
        verb = "list"
    return TitleWords(verb=verb, noun=noun, several=several)


def base_verb(word: str) -> str:
    """The verb in its plain form, or nothing: ``starts`` -> ``start``, ``widgets`` -> ``""``."""
    for form in (word, word.removesuffix("s"), word.removesuffix("es")):
        if form in _VERBS:
            return form
    return ""


def is_listing(verb: str) -> bool:
    """Whether the verb only reads."""
    return verb in _LISTING


def is_doing(word: str) -> bool:
    """Whether the word can only be a verb: ``activate`` can, ``report`` may be a thing."""
    return word in _DOING


def _whole_verb(verb: str, rest: str) -> tuple[str, str]:
    """``set`` with "up a webhook" is ``set_up``; ``request`` with "to pause it" is ``pause``."""
    word, _, behind = rest.partition(" ")
    if verb and word.lower() in _PARTICLES:
        return f"{verb}_{word.lower()}", behind
    then, _, behind = behind.partition(" ")
    if verb and word.lower() in {"and", "or"} and base_verb(then.lower()):
        return verb, behind
    if verb == "request" and word.lower() == "to" and base_verb(then.lower()):
        return base_verb(then.lower()), behind
    return verb, rest


def _noun(text: str) -> tuple[str, ...]:
    """The words up to the first preposition or mark, articles aside."""
    found: list[str] = []
    for token in text.split():
        plain = token if token.isalpha() else _MARKS.sub("", token)
        if plain.lower() in _STOPS and found:
            break
        if plain.lower() not in _ARTICLES and (found or plain.lower() not in _STOPS):
            found += words(plain)
        if token.endswith((".", ",", ":", ";", "(")) and found:
            break
    while len(found) > 1 and found[-1] in _QUALIFIERS:
        found.pop()
    return tuple(found)
