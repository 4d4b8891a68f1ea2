"""The type notation: ``string(uri) | null`` and what it may be made of."""

from __future__ import annotations

import re
from functools import lru_cache

from generator.ir import (
    AnyType,
    ArrayType,
    MapType,
    NullableType,
    ObjectType,
    RefType,
    ScalarKind,
    ScalarType,
    TypeExpr,
    UnionType,
    words,
)
from generator.limits import most
from generator.value import Struct

MAX_LENGTH = most("type-length")
"""The longest notation that is read, in characters."""

MAX_DEPTH = most("type-nesting")
"""How deep ``array[array[…]]`` may nest; what lies deeper is anything."""

_BASE = re.compile(r"([A-Za-z_][\w.-]{0,63})(?:\(([^()\[\]|\s][^()\[\]|]{0,63})\))?")
_MODEL = re.compile(r"(?=.*[A-Za-z])[A-Za-z_]\w*", re.ASCII)
_FORMAT = re.compile(r"[\w .:+/-]+", re.ASCII)
_TYPE_LIKE = re.compile(r"[A-Za-z0-9_.|\[\]() -]{1,80}")
_NOT_TYPES = frozenset(
    "optional required default deprecated beta alpha preview experimental new old legacy "
    "recommended readonly read-only writeonly write-only nullable only none yes no true false "
    "inclusive exclusive plural singular see note e.g. i.e. etc etc. unused reserved internal "
    "external public private enabled disabled on off".split()
)


class Parsed(Struct, frozen=True):
    """A notation as a type, with the words nobody knows; ``known`` where there are none."""

    type: TypeExpr
    unknown: tuple[str, ...] = ()

    @property
    def known(self) -> bool:
        """Whether every word is part of the notation."""
        return not self.unknown


def parse_type(text: str) -> TypeExpr:
    """The type a notation means; ``AnyType`` in the place of each word nobody knows."""
    return parse(text).type


@lru_cache(maxsize=4096)
def parse(text: str, *, names: bool = False) -> Parsed:
    """The type a notation means, and its unknown words in order.

    With ``names``, any other single word is a model's name: ``array[Worker]``.
    """
    text = text.strip()
    if len(text) > MAX_LENGTH:
        return Parsed(AnyType(), (text[:40] + "…",))
    return _union(text, 0, names)


def looks_like_type(text: str) -> bool:
    """Whether text in parentheses may stand for a type that is only unknown.

    ``date`` and ``list[Money]`` may; ``see above``, ``optional`` and anything with other
    punctuation are prose.
    """
    if parse(text).known:
        return True
    if not _TYPE_LIKE.fullmatch(text) or text.lower() in _NOT_TYPES:
        return False
    return all(" " not in part.strip() for part in _split(text))


def _union(text: str, depth: int, names: bool) -> Parsed:
    """``a | b | null``; null makes the whole nullable wherever it stands."""
    if not text:
        return Parsed(AnyType())
    parts = [part.strip() for part in _split(text)]
    if depth > MAX_DEPTH or not all(parts):
        return Parsed(AnyType(), (text,))
    parsed = [_single(part, depth, names) for part in parts if part != "null"]
    members = tuple(dict.fromkeys(one.type for one in parsed))
    unknown = tuple(word for one in parsed for word in one.unknown)
    item: TypeExpr = AnyType()
    if members:
        item = members[0] if len(members) == 1 else UnionType(members=members)
    return Parsed(NullableType(item=item) if "null" in parts else item, unknown)


def _single(text: str, depth: int, names: bool) -> Parsed:
    if text.startswith("array[") and text.endswith("]"):
        inner = _union(text[6:-1].strip(), depth + 1, names)
        return Parsed(ArrayType(item=inner.type), inner.unknown)
    found = _BASE.fullmatch(text)
    if not found or (found[2] is not None and not _FORMAT.fullmatch(found[2])):
        return Parsed(AnyType(), (text,))
    named = _named(found[1], found[2], text)
    if names and not named.known and _MODEL.fullmatch(text):
        return Parsed(RefType(name="_".join(words(text))))
    return named


def _named(base: str, format_: str | None, text: str) -> Parsed:
    match base, format_:
        case ("string" | "integer" | "number" | "boolean"), _:
            return Parsed(ScalarType(kind=ScalarKind(base), format=format_))
        case "object", "uri-map":
            value = ScalarType(kind=ScalarKind.STRING, format="uri")
            return Parsed(MapType(value=value, format=format_))
        case "object", _:
            return Parsed(ObjectType(format=format_))
        case "array", None:
            return Parsed(ArrayType(item=AnyType()))
    return Parsed(AnyType(), (text,))


def _split(text: str) -> list[str]:
    """The parts between the ``|`` that stand outside brackets and parentheses."""
    parts, depth, start = [], 0, 0
    for at, letter in enumerate(text):
        if letter in "([":
            depth += 1
        elif letter in ")]":
            depth -= 1
        elif letter == "|" and depth == 0:
            parts.append(text[start:at])
            start = at + 1
    return [*parts, text[start:]]


def closing(text: str, opening: int, end: int | None = None) -> int:
    """Where the parenthesis opened at ``opening`` closes, or -1 within a notation's length."""
    limit = min(opening + MAX_LENGTH, len(text) if end is None else end)
    depth = 0
    for at in range(opening, limit):
        if text[at] == "(":
            depth += 1
        elif text[at] == ")":
            depth -= 1
            if depth == 0:
                return at
        elif text[at] == "\n":
            return -1
    return -1
