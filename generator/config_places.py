"""Where each key of a TOML text stands; ``tomllib`` reads values and forgets their places."""

from __future__ import annotations

import re
import tomllib
from contextlib import suppress
from typing import TypeAlias

from generator.source import Source, SourceSpan

KeyPath: TypeAlias = tuple[str | int, ...]
"""The way to a value: table and key names, and indexes of arrays."""

_BLANK = re.compile(r"(?:[ \t\n]|#[^\n]*)*")
_BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")
_STRING = re.compile(
    r'"""(?:\\.|[^\\])*?"{3,5}|' + r"'''.*?'{3,5}|" + r'"(?:\\.|[^"\\\n])*"|' + r"'[^'\n]*'",
    re.DOTALL,
)
_SCALAR = re.compile(r"[^,\]}\n#]*")


class KeyPlaces:
    """The places of all keys and array items of a valid TOML text."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._found: dict[KeyPath, SourceSpan] = {}
        self._values: dict[KeyPath, SourceSpan] = {}
        # A text nested too deeply to walk keeps the places found up to there.
        with suppress(RecursionError):
            _Scanner(source, self._found, self._values).document()

    def has(self, path: KeyPath) -> bool:
        """Whether the key has a place of its own."""
        return path in self._found

    def find(self, path: KeyPath) -> SourceSpan:
        """The place of a key; of the nearest table around it where it has none of its own."""
        for length in range(len(path), 0, -1):
            if self.has(path[:length]):
                return self._found[path[:length]]
        return SourceSpan(path=self._source.path)

    def find_value(self, path: KeyPath) -> SourceSpan:
        """The place of what stands behind a key, quotes included; else that of the key."""
        return self._values.get(path) or self.find(path)


class _Scanner:
    """Walks over a text that ``tomllib`` accepted, so that nothing needs checking again."""

    def __init__(
        self,
        source: Source,
        found: dict[KeyPath, SourceSpan],
        values: dict[KeyPath, SourceSpan],
    ) -> None:
        self._source = source
        self._text = source.text
        self._at = 0
        self._found = found
        self._values = values
        self._array_lengths: dict[KeyPath, int] = {}

    def document(self) -> None:
        table: KeyPath = ()
        self._skip_blank()
        while self._at < len(self._text):
            if self._text[self._at] == "[":
                table = self._header()
            else:
                self._pair(table)
            self._skip_blank()

    def _header(self) -> KeyPath:
        """Record ``[a.b]`` or ``[[a.b]]``; the path of the table that follows."""
        brackets = 2 if self._text.startswith("[[", self._at) else 1
        self._at += brackets
        path: KeyPath = ()
        keys = self._keys()
        for index, (key, span) in enumerate(keys):
            path = (*path, key)
            self._found.setdefault(path, span)
            is_new_item = brackets == 2 and index == len(keys) - 1
            if is_new_item:
                self._array_lengths[path] = self._array_lengths.get(path, 0) + 1
            if path in self._array_lengths:
                path = (*path, self._array_lengths[path] - 1)
                self._found.setdefault(path, span)
        self._at += brackets
        return path

    def _pair(self, table: KeyPath) -> None:
        path = table
        for key, span in self._keys():
            path = (*path, key)
            self._found.setdefault(path, span)
        self._at += 1  # the equals sign
        self._value(path)

    def _keys(self) -> list[tuple[str, SourceSpan]]:
        """The parts of a dotted key; stands behind it and its white space afterwards."""
        keys: list[tuple[str, SourceSpan]] = []
        while True:
            self._skip_blank()
            start = self._at
            quoted = self._text[start] in "\"'"
            found = (_STRING if quoted else _BARE_KEY).match(self._text, start)
            assert found is not None
            key = tomllib.loads(f"key = {found[0]}")["key"] if quoted else found[0]
            keys.append((key, self._source.span(start, found.end())))
            self._at = found.end()
            self._skip_blank()
            if self._text[self._at] != ".":
                return keys
            self._at += 1

    def _value(self, path: KeyPath) -> None:
        self._skip_blank()
        start = self._at
        self._any_value(path)
        self._values[path] = self._source.span(start, self._at)

    def _any_value(self, path: KeyPath) -> None:
        match self._text[self._at]:
            case "[":
                self._array(path)
            case "{":
                self._inline_table(path)
            case '"' | "'":
                self._skip(_STRING)
            case _:
                self._skip(_SCALAR)

    def _array(self, path: KeyPath) -> None:
        index = 0
        self._at += 1
        while self._next_item("]"):
            self._found.setdefault((*path, index), self._source.span(self._at))
            self._value((*path, index))
            index += 1

    def _inline_table(self, path: KeyPath) -> None:
        self._at += 1
        while self._next_item("}"):
            self._pair(path)

    def _next_item(self, end: str) -> bool:
        """Step over a comma; whether an item follows, else step over the end."""
        self._skip_blank()
        if self._text[self._at] == ",":
            self._at += 1
            self._skip_blank()
        if self._text[self._at] != end:
            return True
        self._at += 1
        return False

    def _skip_blank(self) -> None:
        self._skip(_BLANK)

    def _skip(self, pattern: re.Pattern[str]) -> None:
        found = pattern.match(self._text, self._at)
        assert found is not None
        self._at = found.end()
