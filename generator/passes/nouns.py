"""What one item of each collection is called, and all of them: unique over the API."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from generator.config import ApiConfig
from generator.passes.inflection import singular, singular_words
from generator.passes.tree import Node

_NAMING_VERBS = ("fetch", "get", "retrieve", "create", "update", "delete", "list")


@dataclass(frozen=True, slots=True, kw_only=True)
class Noun:
    """``one`` item (``task_reservation``) and the ``collection`` (``task_reservations``)."""

    one: str
    collection: str


def name_resources(root: Node, config: ApiConfig) -> dict[int, Noun]:
    """A noun for every node below the root, by ``id(node)``."""
    nodes = [node for node in root.walk() if node.words]
    wanted = {id(node): next(_candidates(node, config)) for node in nodes}
    shared = Counter(noun.one for noun in wanted.values())
    found: dict[int, Noun] = {}
    taken: set[str] = set()
    for node in sorted(nodes, key=lambda one: shared[wanted[id(one)].one] > 1):
        choices = list(_candidates(node, config))
        if shared[choices[0].one] > 1 and node.ancestors:
            choices = choices[1:]
        found[id(node)] = next(
            noun for noun in choices if noun.one not in taken and noun.collection not in taken
        )
        taken |= {found[id(node)].one, found[id(node)].collection}
    return found


def _candidates(node: Node, config: ApiConfig) -> Iterator[Noun]:
    """Nouns from the most natural to the most explicit; the last one is always free."""
    stated = config.resources.get(node.key)
    own = singular_words(node.words)
    if stated and stated.noun:
        yield Noun(one=stated.noun, collection=stated.collection or f"{stated.noun}_collection")
    prefix = _titled_prefix(node, own)
    yield _noun(prefix, own, node.words)
    above: tuple[str, ...] = ()
    child = node
    for ancestor in node.ancestors:
        several = not child.bound
        above = (*(ancestor.words if several else singular_words(ancestor.words)), *above)
        yield _noun(above, own, node.words)
        yield _noun(above, node.words, (*node.words, "collection"))
        child = ancestor
    yield _noun((), node.words, (*node.words, "collection"))
    tag = hashlib.sha256(node.key.encode()).hexdigest()[:6]
    yield _noun(above, (*own, tag), (*node.words, tag))


def _noun(prefix: tuple[str, ...], own: tuple[str, ...], several: tuple[str, ...]) -> Noun:
    return Noun(one="_".join((*prefix, *own)), collection="_".join((*prefix, *several)))


def _titled_prefix(node: Node, own: tuple[str, ...]) -> tuple[str, ...]:
    """What the titles put before the collection's own noun: ``task`` in "Fetch task reservation".

    Only words that name the collections above count; "available train trips" is just a trip.
    """
    above = {"instance"}
    for ancestor in node.ancestors:
        above |= {*ancestor.words, *(singular(word) for word in ancestor.words)}
    votes: Counter[tuple[str, ...]] = Counter()
    for placed in sorted(node.placed, key=lambda one: _verb_order(one.title.verb)):
        noun = singular_words(placed.title.noun)
        rest = noun[: len(noun) - len(own)]
        if not placed.action and noun[len(rest) :] == own and set(rest) <= above:
            votes[rest] += 1
    return votes.most_common(1)[0][0] if votes else ()


def _verb_order(verb: str) -> int:
    return _NAMING_VERBS.index(verb) if verb in _NAMING_VERBS else len(_NAMING_VERBS)
