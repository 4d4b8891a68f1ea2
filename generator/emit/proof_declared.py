"""``[proof]`` of a ``pack.toml``: what its files may hold, and where they state facts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from types import MappingProxyType
from typing import Any

from generator.emit.proof_facts import READERS
from generator.emit.proof_listed import LISTS
from generator.emit.proof_shape import Shape
from generator.value import Struct, field

_LISTS = ("nodes", "names", "imports", "calls")
_KINDS = (*READERS, *LISTS)


class ProofTableError(ValueError):
    """A fault in ``[proof]``: the key it is at, and what to write instead."""

    def __init__(self, key: str, message: str) -> None:
        super().__init__(message)
        self.key = key
        self.message = message


class ProofTable(Struct, frozen=True, kw_only=True):
    """One pack's ``[proof]``: what every file may hold, and what else the files of a template."""

    every: Shape = field(default_factory=Shape)
    files: Mapping[str, Shape] = field(default_factory=lambda: MappingProxyType({}))


def proof_table(said: object) -> ProofTable:
    """The table as it is read from TOML; raises ``ProofTableError``."""
    table = _table("proof", said)
    files = _table("files", table.get("files", {}))
    return ProofTable(
        every=_shape({key: one for key, one in table.items() if key != "files"}),
        files=MappingProxyType({path: _shape(_table(path, one)) for path, one in files.items()}),
    )


def united(tables: Iterable[ProofTable]) -> Mapping[str, Shape]:
    """The shape of each template's files; the first of the tables is the pack's own.

    What every file may hold adds up, a template's entry replaces that of the pack below.
    """
    layers = list(tables)
    every = Shape()
    files: dict[str, Shape] = {}
    for table in reversed(layers):
        every |= table.every
        files |= table.files
    return MappingProxyType({path: every | own for path, own in files.items()})


def _shape(said: Mapping[str, Any]) -> Shape:
    for key, value in said.items():
        if key == "facts":
            _table(key, value)
        elif key not in _LISTS:
            known = (*_LISTS, "facts", "files")
            raise ProofTableError(key, f'unknown key "{key}"{_nearest(key, known)}')
    facts = {kind: _words(kind, one) for kind, one in said.get("facts", {}).items()}
    for kind in facts:
        if kind not in _KINDS:
            raise ProofTableError("facts", f'no kind of fact "{kind}"{_nearest(kind, _KINDS)}')
    lists = {key: _words(key, said.get(key, [])) for key in _LISTS}
    return Shape(**lists, facts=MappingProxyType(facts))


def _table(key: str, value: object) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise ProofTableError(key, f"{key} must be a table")
    return value


def _words(key: str, value: object) -> frozenset[str]:
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        raise ProofTableError(key, f'{key} must be a list of words, such as {key} = ["wire"]')
    return frozenset(value)


def _nearest(key: str, known: Iterable[str]) -> str:
    near = get_close_matches(key, list(known), n=1)
    return f'; did you mean "{near[0]}"?' if near else f"; known are {', '.join(known)}"
