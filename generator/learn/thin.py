"""Few answers instead of many: what adds nothing to the shape of those before it goes."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence

from generator.learn.exchange import Json
from generator.learn.formats import format_of
from generator.learn.scrub import is_data
from generator.value import Struct, field

MOST = 20
"""Answers of one file that are ever added."""
MOST_CHARACTERS = 256 * 1024
"""Characters of one file beyond which none is added; readers of examples have limits."""

_ANY_KEY = "\0"
"""Stands for all keys that are data; no name holds it."""
_LEAST_KEYS = 2
"""Keys of a map that stay: with fewer it may be taken for an object of one field."""


class Shape(Struct, frozen=True, kw_only=True):
    """All that values at one place had: their kinds, their items, and their keys.

    ``always`` are the keys that every object there had, ``None`` where there was no object.
    """

    kinds: frozenset[str] = frozenset()
    items: Shape | None = None
    keys: Mapping[str, Shape] = field(default_factory=dict)
    always: frozenset[str] | None = None


def shape_of(value: Json) -> Shape:
    """The shape of one value; texts differ by their formats, keys that are data do not."""
    if isinstance(value, dict):
        keys: dict[str, Shape] = {}
        for key, inner in value.items():
            name = _ANY_KEY if is_data(key) else key
            keys[name] = _merged(keys.get(name), shape_of(inner))
        return Shape(kinds=frozenset({"object"}), keys=keys, always=frozenset(keys))
    if isinstance(value, list):
        items: Shape | None = None
        for inner in value:
            items = _merged(items, shape_of(inner))
        return Shape(kinds=frozenset({"array"}), items=items)
    return Shape(kinds=frozenset({_kind(value)}))


def merge(one: Shape, other: Shape) -> Shape:
    """The shape of the values of both; merging what is already in it changes nothing."""
    keys = dict(one.keys)
    for name, shape in other.keys.items():
        keys[name] = _merged(keys.get(name), shape)
    items = one.items if other.items is None else _merged(one.items, other.items)
    always = one.always if other.always is None else other.always
    if one.always is not None and other.always is not None:
        always = one.always & other.always
    return Shape(kinds=one.kinds | other.kinds, items=items, keys=keys, always=always)


def thin(value: Json) -> Json:
    """The value without items of lists and entries of maps that add nothing to the shape."""
    if isinstance(value, list):
        return _adding([thin(one) for one in value])
    if not isinstance(value, dict):
        return value
    found: dict[str, Json] = {}
    known: Shape | None = None
    number = 0
    for key, inner in value.items():
        found[key] = thin(inner)
        if not is_data(key):
            continue
        merged = _merged(known, shape_of(found[key]))
        if number >= _LEAST_KEYS and merged == known:
            del found[key]
        number, known = number + 1, merged
    return found


def added(kept: Sequence[Json], answers: Iterable[Json]) -> list[Json]:
    """Those of the answers that add to the shape of the kept ones and of each other, thinned.

    The richest first, so that their order does not matter; none where the kept ones have it all,
    so that doing it again adds none.
    """
    texts = {_canonical(one): one for one in map(thin, answers)}
    found: list[Json] = []
    known: Shape | None = None
    for one in kept:
        known = _merged(known, shape_of(one))
    size = sum(len(_canonical(one)) for one in kept)
    for text in sorted(texts, key=lambda one: (-len(one), one)):
        merged = _merged(known, shape_of(texts[text]))
        if len(kept) + len(found) >= MOST:
            break
        if merged == known or size + len(text) > MOST_CHARACTERS:
            continue
        found.append(texts[text])
        known = merged
        size += len(text)
    return found


def _adding(values: list[Json]) -> list[Json]:
    found: list[Json] = []
    known: Shape | None = None
    for one in values:
        merged = _merged(known, shape_of(one))
        if merged != known:
            found.append(one)
        known = merged
    return found


def _merged(one: Shape | None, other: Shape) -> Shape:
    return other if one is None else merge(one, other)


def _kind(value: bool | int | float | str | None) -> str:
    """The name of a scalar's type, with the format of a text."""
    if isinstance(value, str):
        format_ = format_of(value)
        return f"string({format_.name})" if format_ else "string"
    return kind_of(value)


def kind_of(value: Json) -> str:
    """The name of a value's type in the pages' notation."""
    kinds = {bool: "boolean", int: "integer", float: "number", str: "string", list: "array"}
    return "null" if value is None else kinds.get(type(value), "object")


def _canonical(value: Json) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
