"""``pack.toml``: its keys, and faults in it by line."""

from __future__ import annotations

import re
import tomllib
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from generator.emit.naming import STYLES
from generator.emit.proof_declared import ProofTable, ProofTableError, proof_table
from generator.value import Struct, field

FORMATTERS = ("", "black", "json")
"""What ``formatter`` may say."""

_TEXTS = ("name", "extends", "formatter")
_TABLES = ("styles", "reserved", "types", "imports", "runtime", "paths", "once")


class PackError(Exception):
    """A fault in a pack: which file, which line, and what to write instead."""

    def __init__(self, path: str, line: int, message: str) -> None:
        super().__init__(f"{path}:{line}: {message}")
        self.path = path
        self.line = line
        self.message = message

    def __reduce__(self) -> tuple[type[PackError], tuple[str, int, str]]:
        return type(self), (self.path, self.line, self.message)


class PackFile(Struct, frozen=True, kw_only=True):
    """What one ``pack.toml`` says; ``formatter`` is ``None`` where it says nothing."""

    path: str
    text: str
    name: str = ""
    extends: str = ""
    formatter: str | None = None
    styles: dict[str, str] = field(default_factory=dict)
    reserved: dict[str, frozenset[str]] = field(default_factory=dict)
    types: dict[str, str] = field(default_factory=dict)
    imports: dict[str, str] = field(default_factory=dict)
    runtime: dict[str, str] = field(default_factory=dict)
    paths: dict[str, str] = field(default_factory=dict)
    once: dict[str, str] = field(default_factory=dict)
    proof: ProofTable = field(default_factory=ProofTable)


def read_pack_file(path: Path) -> PackFile:
    """The file's facts; raises ``PackError`` for what it may not say."""
    text = _text(path)
    try:
        said = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"at line (\d+)", str(error))
        line = int(found[1]) if found else text.count("\n") + 1
        raise PackError(str(path), line, f"not TOML: {error}") from error
    _Checks(str(path), text).run(said)
    words = {kind: frozenset(one) for kind, one in said.pop("reserved", {}).items()}
    said["proof"] = proof_table(said.get("proof", {}))
    return PackFile(path=str(path), text=text, reserved=words, **said)


def _text(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8")
    except UnicodeDecodeError as error:
        raise PackError(str(path), 1, "not UTF-8; save the file as UTF-8") from error


class _Checks(Struct, frozen=True):
    path: str
    text: str

    def run(self, said: dict[str, Any]) -> None:
        for key, value in said.items():
            if key in _TEXTS:
                self._text(key, value)
            elif key in _TABLES:
                self._table(key, value)
            elif key == "proof":
                self._proof(value)
            else:
                known = (*_TEXTS, *_TABLES, "proof")
                raise self._error(key, f'unknown key "{key}"{_nearest(key, known)}')
        if said.get("formatter", "") not in FORMATTERS:
            raise self._error("formatter", 'formatter must be "black", "json" or ""')

    def _table(self, table: str, value: object) -> None:
        if not isinstance(value, dict):
            raise self._error(table, f"{table} must be a table: [{table}]")
        for key, one in value.items():
            if table == "reserved":
                self._words(key, one)
            else:
                self._text(key, one)
            if table == "styles" and one not in STYLES:
                raise self._error(key, f'no case style "{one}"{_nearest(one, sorted(STYLES))}')

    def _proof(self, value: object) -> None:
        try:
            proof_table(value)
        except ProofTableError as error:
            raise self._error(error.key, error.message) from error

    def _text(self, key: str, value: object) -> None:
        if not isinstance(value, str):
            raise self._error(key, f'{key} must be a text in quotes, such as {key} = "…"')

    def _words(self, key: str, value: object) -> None:
        if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
            raise self._error(key, f'{key} must be a list of words, such as {key} = ["from"]')

    def _error(self, key: str, message: str) -> PackError:
        """The first line that starts with the key, else line 1."""
        start = re.compile(rf'\s*\[?\s*["\']?{re.escape(key)}["\']?\s*[\].=]')
        for number, line in enumerate(self.text.split("\n"), 1):
            if start.match(line):
                return PackError(self.path, number, message)
        return PackError(self.path, 1, message)


def _nearest(key: str, known: tuple[str, ...] | list[str]) -> str:
    near = get_close_matches(key, known, n=1)
    return f'; did you mean "{near[0]}"?' if near else f"; known are {', '.join(known)}"
