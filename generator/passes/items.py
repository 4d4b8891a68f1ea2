"""Which collection's things a bare list holds, where several signs agree."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum

from generator.ir import Field, Function, ObjectType, Recovered, Resource, without_null, words
from generator.passes.evidence import (
    Collection,
    Evidence,
    Words,
    answer_fields,
    bare_lists,
    is_bare_list,
    is_generic,
    looks_up,
    reads_all,
    seen_in,
)
from generator.passes.inflection import singular_words
from generator.passes.merging import same_thing
from generator.passes.titles import parse_title

_LISTING = frozenset("list search find query filter lookup all".split())
"""Names of functions that give back several things."""
_LESS = re.compile(
    r"summar|mini\b|brief|partial|condensed|simplified|abbreviated|\bstat(?:istic)?s?\b",
    re.IGNORECASE,
)
"""Words for things of which a list shows only a part, or something else."""


class Rule(StrEnum):
    """Why a collection's description counts for a list."""

    COLLECTION = "items-of-collection"
    """``GET /pets`` lists what ``GET /pets/{id}`` describes."""
    VARIANT = "items-of-variant"
    """``GET /pets/lost`` answers with a list of the same name as ``GET /pets``."""
    NAMESAKE = "items-of-namesake"
    """``GET /shops/{id}/pets`` lists what ``GET /pets/{id}`` describes."""
    PART = "items-of-part"
    """``toys`` of a pet holds what ``GET /pets/{id}/toys/{toy}`` describes."""
    NAME = "items-of-name"
    """``old_tax_rates`` holds what ``GET /tax_rates/{id}`` describes."""


class Items:
    """What lists hold, from the evidence of the whole API."""

    def __init__(self, evidence: Evidence) -> None:
        self._evidence = evidence

    def of(self, resource: Resource, function: Function) -> Iterator[Recovered]:
        """What is known of the bare lists in the function's answer, each at most once."""
        own = self._evidence.at(resource)
        fields = answer_fields(function)
        lists = self._lists(resource, function)
        if function.returns is not None and is_bare_list(function.returns) and lists:
            yield from _first(self._listed(own, function, ""), function, None)
        main = _list_field(fields, own.words) if lists else None
        for field in fields:
            if is_bare_list(field.type):
                choices = list(self._listed(own, function, field.name)) if field is main else []
                choices += self._parts(resource, field.name)
                yield from _first(iter(choices), function, field)

    def _lists(self, resource: Resource, function: Function) -> bool:
        """Whether the function answers with things of its own collection.

        What changes several things answers as the list of them does.
        """
        if function.operation.method == "GET" or function.name.partition("_")[0] in _LISTING:
            return not function.positional
        names = {str(one.name) for one in answer_fields(function)}
        return bool(names) and any(
            reads_all(one) and names == {str(field.name) for field in answer_fields(one)}
            for one in resource.functions
        )

    def _listed(
        self, own: Collection, function: Function, name: str
    ) -> Iterator[tuple[Rule, Collection]]:
        """The collection that the list is about, the most certain first."""
        field = singular_words(words(name))
        lists = function.name.partition("_")[0] in _LISTING
        if own.described:
            fits = field[-1:] == own.words[-1:] or is_generic(name) or lists
            if fits and (name in own.listed or not looks_up(function)):
                yield Rule.COLLECTION, own
        elif field == own.words or is_generic(name):
            yield from self._variant(own, function, name)
            if lists:
                yield from _agreed(self._namesakes(own))

    def _variant(
        self, own: Collection, function: Function, name: str
    ) -> Iterator[tuple[Rule, Collection]]:
        """The collection above, where this is another list of its things."""
        if not own.above or own.bound:
            return
        noun = singular_words(parse_title(function.operation.title).noun)
        for one in self._evidence.named(own.above[0]):
            meant = looks_up(function) or noun[-len(one.words) :] == one.words
            if one.above == own.above[1:] and name in one.listed and meant:
                yield Rule.VARIANT, one

    def _namesakes(self, own: Collection) -> tuple[Collection, ...]:
        """Collections of the same name, or of the name that it has with what is above:
        ``/groups/{id}/memberships`` and ``/group_memberships``."""
        evidence = self._evidence
        places = (own, *(one for one in evidence.alike(own.words) if one is not own))
        joined = (evidence.named((*one.above[0], *one.words)) for one in places if one.bound)
        return next((one for one in (evidence.named(own.words), *joined) if one), ())

    def _parts(self, resource: Resource, name: str) -> Iterator[tuple[Rule, Collection]]:
        """The collection that a field is named for: one inside the thing, or the one at the top
        of the API of a clear name.

        What requests hold inline has a shape of its own, whatever it is called.
        """
        own = singular_words(words(name))
        for one in resource.item_children:
            part = self._evidence.at(one)
            if part.words == own and part.described and part.best.rank < 2:
                yield Rule.PART, part
        if self._evidence.is_sent(name):
            return
        for size in range(len(own), 1, -1):
            some = [one for one in self._evidence.named(own[-size:]) if _is_clear(one)]
            if len(some) == 1:
                yield Rule.NAME, some[0]


def _first(
    choices: Iterator[tuple[Rule, Collection]], function: Function, field: Field | None
) -> Iterator[Recovered]:
    """The first collection whose things may stand there; ``field`` is ``None`` for the answer."""
    for rule, collection in choices:
        item = _item(collection, function, field)
        if item is not None:
            yield Recovered(
                place=str(field.name) if field else "",
                type=item,
                rule=rule.value,
                pages=collection.witnesses,
            )
            return


def _agreed(some: tuple[Collection, ...]) -> Iterator[tuple[Rule, Collection]]:
    """The namesake, where all of them hold the same and two pages of one agree on it, or where
    the name is clear."""
    if not some or len({one.best.names for one in some}) > 1:
        return
    best = max(some, key=lambda one: len(one.witnesses))
    if len(best.witnesses) > 1 or (len(some) == 1 and _is_clear(best)):
        yield Rule.NAMESAKE, best


def _is_clear(one: Collection) -> bool:
    """Whether the name has two words and stands at the top, and a page fetches one of them."""
    return len(one.words) > 1 and not one.above and one.best.rank == 0


def _list_field(fields: tuple[Field, ...], own: Words) -> Field | None:
    """The one list of things in the answer; where there are several, the one named for them."""
    lists = bare_lists(fields)
    if len(lists) == 1:
        return lists[0]
    alike = [one for one in lists if singular_words(words(one.name)) == own]
    generic = [one for one in lists if is_generic(one.name)]
    return next((some[0] for some in (alike, generic) if len(some) == 1), None)


def _item(collection: Collection, function: Function, field: Field | None) -> ObjectType | None:
    """What one of the things holds; ``None`` where the pages contradict each other.

    Samples that show something else do. JSON:API keeps ``links`` beside ``data``, once for the answer, whatever the answer holds.
    """
    fields = collection.best.fields
    listed = field.type if field else function.returns
    seen = seen_in(listed) if listed else None
    if _says_less(function, field, collection) or (seen and not same_thing(seen, fields)):
        return None
    if field is None:
        return ObjectType(fields=fields)
    if any(one.name == field.name and is_bare_list(one.type) for one in fields):
        return None  # the page of one thing answers with a list too
    beside = {str(one.name) for one in answer_fields(function)}
    if field.name == "data" and "links" in beside:
        fields = tuple(
            one for one in fields if one.name != "links" or without_null(one.type) != ObjectType()
        )
    return ObjectType(fields=fields)


def _says_less(function: Function, field: Field | None, collection: Collection) -> bool:
    """Whether the page's own words promise less than the whole thing."""
    text = f"{field.name} {field.description}" if field else ""
    said = _LESS.search(f"{text} {function.operation.title}")
    return said is not None and not _LESS.search(" ".join(collection.words))
