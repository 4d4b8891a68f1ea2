"""The facts that a generated JSON file states, read back from its value."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from generator.emit.proof_facts import Fact


def listed_in(value: object, stated_by: Mapping[str, frozenset[str]]) -> Iterator[Fact]:
    """Every operation of a document, by the keys that ``stated_by`` names for its kind.

    ``listed`` is an array of objects, ``paths`` are members by path and then by verb.
    """
    for kind, keys in stated_by.items():
        if kind in LISTS:
            yield from LISTS[kind](value, keys)


def _listed(value: object, _: frozenset[str]) -> Iterator[Fact]:
    for one in value if isinstance(value, list) else ():
        route = f"{one.get('method')} {one.get('path')}"
        yield Fact(f"the operation {one.get('id')}", route, 1)


def _paths(value: object, keys: frozenset[str]) -> Iterator[Fact]:
    for key in sorted(keys):
        paths = value.get(key, {}) if isinstance(value, dict) else {}
        for path, verbs in paths.items():
            for verb, one in verbs.items():
                if isinstance(one, dict) and "operationId" in one:
                    name = verb.removeprefix("x-").upper()
                    yield Fact(f"{name} {path}", one["operationId"], 1)


LISTS: Mapping[str, Callable[[object, frozenset[str]], Iterator[Fact]]] = {
    "listed": _listed,
    "paths": _paths,
}
"""The kinds of facts of JSON that a pack may say the place of."""
