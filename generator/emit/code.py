"""Finished target-language text: the only thing a template may print."""

from __future__ import annotations

from collections.abc import Iterable

from generator.ir.page_text import PageText, Traces, each_once, traced
from generator.value import Struct


class Part(Struct, frozen=True):
    """``text[start:end]`` of a finished text comes from what the traces name."""

    start: int
    end: int
    traces: Traces


class Code(Struct, frozen=True, eq=False):
    """Text that is already right where it will stand: a name, a type, an import, a literal.

    Deliberately no ``str``: it cannot be joined, formatted or sliced into something unchecked.
    Text of a page stays a ``str`` until a filter of its position has made it ``Code``. ``parts``
    say where which of it comes from, in order and without overlap; they are no part of what it is.
    Of most texts all comes from the same: then the text knows it, and ``pieces`` are none.
    """

    text: str
    pieces: tuple[Part, ...] = ()

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Code) and self.text == other.text

    def __ne__(self, other: object) -> bool:  # that of Struct asks whether it is the same object
        return not self == other

    def __lt__(self, other: Code) -> bool:
        return self.text < other.text

    def __hash__(self) -> int:
        return hash(self.text)

    @property
    def parts(self) -> tuple[Part, ...]:
        """Where which of it comes from, all of it too."""
        if self.pieces or not isinstance(self.text, PageText):
            return self.pieces
        return (Part(0, len(self.text), self.text.traces),)

    @property
    def traces(self) -> Traces:
        """Where all of it comes from."""
        if self.pieces:
            return each_once(*(part.traces for part in self.pieces))
        text = self.text
        return text.traces if isinstance(text, PageText) else ()

    def at(self, traces: Traces) -> Code:
        """The same text, which as a whole comes from here too."""
        if not traces:
            return self
        own = self.traces
        return Code(PageText(self.text, each_once(own, traces) if own else traces))


def spelled(text: str, traces: Traces) -> Code:
    """Finished text that comes from the traces as a whole."""
    return Code(traced(text, traces))


def concatenated(codes: Iterable[Code], separator: str = "") -> Code:
    """Finished texts in a row; each part keeps its own traces."""
    texts: list[str] = []
    parts: list[Part] = []
    at = 0
    for one in codes:
        texts.append(one.text)
        parts += [Part(part.start + at, part.end + at, part.traces) for part in one.parts]
        at += len(one.text) + len(separator)
    return Code(separator.join(texts), tuple(parts))
