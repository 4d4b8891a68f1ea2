"""Marks around traced text while templates run: put in where it is printed, taken out after."""

from __future__ import annotations

import re
from collections.abc import Mapping

from generator.emit.code import Code, Part
from generator.ir.page_text import Traces

_OPEN, _NUMBERED, _CLOSE = "\ufdd0", "\ufdd1", "\ufdd2"
_MARK = re.compile(f"{_OPEN}(\\d+){_NUMBERED}|{_CLOSE}")
_ANY = re.compile(f"[{_OPEN}{_NUMBERED}{_CLOSE}]")


def marked_line(texts: Mapping[str, str]) -> tuple[str, int] | None:
    """The first text, and its line, that holds a mark itself; they are no characters (Unicode,
    section 23.7), so only somebody who means mischief writes one."""
    for name in sorted(texts):
        found = _ANY.search(texts[name])
        if found:
            return name, texts[name].count("\n", 0, found.start()) + 1
    return None


class Marks:
    """The traces of all that one run of the templates prints, by number."""

    def __init__(self) -> None:
        self._numbers: dict[Traces, int] = {}
        self._traces: list[Traces] = []

    def put(self, code: Code) -> str:
        """The text with marks around its parts."""
        if not code.parts:
            return code.text
        text, done, out = code.text, 0, []
        for part in code.parts:
            number = self._number(part.traces)
            out += [text[done : part.start], f"{_OPEN}{number}{_NUMBERED}"]
            out += [text[part.start : part.end], _CLOSE]
            done = part.end
        out.append(text[done:])
        return "".join(out)

    def cut(self, text: str) -> Code:
        """The text without marks, with the parts that stood between them."""
        pieces = _MARK.split(text)  # text, number or None, text, …
        out, parts, at = [pieces[0]], [], len(pieces[0])
        for number, piece in zip(pieces[1::2], pieces[2::2], strict=True):
            if number is not None and piece:
                parts.append(Part(at, at + len(piece), self._traces[int(number)]))
            out.append(piece)
            at += len(piece)
        return Code("".join(out), tuple(parts))

    def _number(self, traces: Traces) -> int:
        found = self._numbers.get(traces)
        if found is None:
            found = self._numbers[traces] = len(self._traces)
            self._traces.append(traces)
        return found
