"""What one item of each collection is called, and all of them: unique over the API."""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterator

from generator.config import ApiConfig
from generator.passes.inflection import singular, singular_words
from generator.passes.tree import Node
from generator.value import Struct

_NAMING_VERBS = ("fetch", "get", "retrieve", "create", "update", "delete", "list")
_LONGEST = 40
"""Letters of a noun made of all that stands above, before one of those is tried alone."""


class Noun(Struct, frozen=True, kw_only=True):
    """``one`` item (``task_reservation``) and the ``collection`` (``task_reservations``)."""

    one: str
    collection: str


def name_resources(root: Node, config: ApiConfig) -> dict[int, Noun]:
    """A noun for every node below the root, by ``id(node)``.

    What ``api.toml`` states comes first, then what is nearest to the root, so nothing further
    down takes a noun away. Where several at one depth want the same, none of them gets it, and
    a longer noun is used only where it can mean no other collection.
    """
    nodes = [node for node in root.walk() if node.words]
    nodes.sort(key=lambda one: (not _is_stated(one, config), len(one.ancestors), one.key))
    choices = {id(one): list(_candidates(one, config)) for one in nodes}
    wanted = Counter((len(one.ancestors), choices[id(one)][0]) for one in nodes)
    depths = _depths(nodes, choices)
    found: dict[int, Noun] = {}
    taken: set[str] = set()
    shared: set[Noun] = set()
    for node in nodes:
        depth = len(node.ancestors)
        first, *longer = choices[id(node)]
        if depth and wanted[depth, first] > 1:
            shared.add(first)
        keeps = first not in shared or _is_stated(node, config) or _repeats_parent(node)
        clear = [noun for noun in longer if sum(one <= depth for one in depths[noun]) == 1]
        found[id(node)] = next(
            noun
            for noun in (*([first] if keeps else []), *clear, *_last_resorts(node))
            if noun.one not in taken and noun.collection not in taken
        )
        taken |= {found[id(node)].one, found[id(node)].collection}
    return found


def _depths(nodes: list[Node], choices: dict[int, list[Noun]]) -> dict[Noun, list[int]]:
    """How deep the collections lie that each noun could mean by what stands above them."""
    found: dict[Noun, list[int]] = defaultdict(list)
    for node in nodes:
        for noun in dict.fromkeys(choices[id(node)][1:]):
            found[noun].append(len(node.ancestors))
    return found


def _repeats_parent(node: Node) -> bool:
    """Whether the own words begin with the parent's: ``terminals().terminal_logos``."""
    return bool(node.ancestors) and singular(node.ancestors[0].words[-1]) == node.words[0]


def _is_stated(node: Node, config: ApiConfig) -> bool:
    return node.key in config.resources and bool(config.resources[node.key].noun)


def _candidates(node: Node, config: ApiConfig) -> Iterator[Noun]:
    """Nouns from the most natural to the most explicit: more and more of what stands above."""
    stated = config.resources.get(node.key)
    own = singular_words(node.words)
    if stated and stated.noun:
        yield Noun(one=stated.noun, collection=stated.collection or f"{stated.noun}_collection")
    prefix = _titled_prefix(node, own)
    yield _noun(prefix, own, node.words)
    above: tuple[str, ...] = ()
    alone, long = [], []
    child = node
    for ancestor in node.ancestors:
        nearest = singular_words(ancestor.words) if child.bound else ancestor.words
        above = (*nearest, *above)
        chain = _noun(above, own, node.words)
        alone.append(_noun(nearest, own, node.words))
        if len(chain.one.replace("_", "")) > _LONGEST:
            long.append(chain)
        else:
            yield chain
        child = ancestor
    yield from alone
    yield from long


def _last_resorts(node: Node) -> Iterator[Noun]:
    """Nouns for a collection whose natural ones are taken; the last one is always free."""
    own = singular_words(node.words)
    if node.ancestors:
        yield _noun(node.ancestors[0].words, own, node.words)
    yield _noun((), own, node.words)
    yield _noun((), node.words, (*node.words, "collection"))
    tag = hashlib.sha256(node.key.encode()).hexdigest()[:6]
    yield _noun((), (*own, tag), (*node.words, tag))


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
            votes[singular_words(rest) if node.bound else rest] += 1
    return votes.most_common(1)[0][0] if votes else ()


def _verb_order(verb: str) -> int:
    return _NAMING_VERBS.index(verb) if verb in _NAMING_VERBS else len(_NAMING_VERBS)
