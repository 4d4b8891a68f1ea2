"""A path as the steps a caller takes: names of collections and the ids between them."""

from __future__ import annotations

import re
from functools import lru_cache

from generator.ir import WireName, words
from generator.value import Struct

_PLACEHOLDER = re.compile(r"\{([^{}/]*)\}")
_VERSION = re.compile(r"v\d+(?:[._-]\d+)*(?:(?:alpha|beta|rc|preview)\d*)?|\d{4}-\d{2}(?:-\d{2})?")
_EXTENSION = re.compile(r"\.(?:json|xml|csv|txt|html|pdf|yaml|yml|zip)$")
_OPAQUE = re.compile(r"(?=.*[0-9])(?=.*[a-z])(?=.*[A-Z].*[A-Z])[0-9A-Za-z]{8,}")
_BARE_PREFIXES = frozenset({"api", "rest"})


class Step(Struct, frozen=True, kw_only=True):
    """One collection on the way: its literal text, and the path parameter behind it, if any.

    Where a parameter follows no literal, the collection is named for the parameter.
    """

    literal: str
    words: tuple[str, ...]
    parameter: WireName | None = None


class PathShape(Struct, frozen=True, kw_only=True):
    """``version`` is the version segment in front, kept apart; ``steps`` are never empty."""

    version: str
    steps: tuple[Step, ...]

    @property
    def key(self) -> tuple[tuple[str, bool], ...]:
        """Tells two paths apart whose parameters differ in name only."""
        return tuple((step.literal, step.parameter is not None) for step in self.steps)


def shape(path: str) -> PathShape:
    """The path's version and steps: ``/v1/Workspaces/{Sid}`` -> ``v1``, Workspaces by Sid."""
    tokens = _tokens(path)
    version, rest = _split_prefix(tokens)
    return PathShape(version=version, steps=_steps(rest or tokens))


def _tokens(path: str) -> list[tuple[str, WireName | None]]:
    """Literals and parameters in order; extensions (``.json``) and numbers name nothing."""
    path, _, fragment = path.partition("#")
    path = path.partition("?")[0]
    tokens: list[tuple[str, WireName | None]] = []
    for segment in [*path.split("/"), fragment]:
        segment = _EXTENSION.sub("", segment)
        at = 0
        for found in _PLACEHOLDER.finditer(segment):
            tokens += _literal(segment[at : found.start()])
            tokens.append(("", WireName(found[1])))
            at = found.end()
        tokens += _literal(segment[at:])
    return tokens


@lru_cache(maxsize=1 << 14)  # the paths of an API have most of their segments in common
def _literal(text: str) -> tuple[tuple[str, WireName | None], ...]:
    parts = [text] if _VERSION.fullmatch(text) else text.split(":")
    return tuple((part, None) for part in parts if words(part) and not part.isdigit())


def _split_prefix(
    tokens: list[tuple[str, WireName | None]],
) -> tuple[str, list[tuple[str, WireName | None]]]:
    """The version in front and what follows; ``api`` alone in front is dropped too."""
    count = next((i for i, (_, name) in enumerate(tokens) if name is not None), len(tokens))
    for index in range(min(count, 4) - 1, -1, -1):
        if _VERSION.fullmatch(tokens[index][0]):
            return tokens[index][0], tokens[index + 1 :]
    start = 0
    while start < count and tokens[start][0].lower() in _BARE_PREFIXES:
        start += 1
    return "", tokens[start:]


def _steps(tokens: list[tuple[str, WireName | None]]) -> tuple[Step, ...]:
    steps: list[Step] = []
    for literal, name in tokens:
        if name is None:
            steps.append(Step(literal=literal, words=_words_of(literal)))
        elif steps and steps[-1].parameter is None:
            last = steps.pop()
            steps.append(Step(literal=last.literal, words=last.words, parameter=name))
        else:
            steps.append(Step(literal=f"{{{name}}}", words=_noun_of(name), parameter=name))
    return tuple(steps) or (Step(literal="", words=("root",)),)


@lru_cache(maxsize=1 << 14)
def _words_of(literal: str) -> tuple[str, ...]:
    """The words of a literal; a part that only a machine could have made names nothing."""
    parts = [part for part in re.split(r"[-_.]", literal) if not _OPAQUE.fullmatch(part)]
    return words("-".join(parts)) or words(literal)


def _noun_of(name: str) -> tuple[str, ...]:
    """What a parameter identifies: ``index_name`` and ``IndexId`` -> ``index``."""
    parts = words(name)
    while len(parts) > 1 and parts[-1] in {"id", "sid", "name", "key", "uuid", "ref"}:
        parts = parts[:-1]
    return parts or ("item",)
