"""Pages as text, and places in them."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import ClassVar

from generator.value import Struct, Value, force_setattr


class SourceSpan(Struct, frozen=True, order=True, array_like=True):
    """A place in a document: where it starts, and how many characters it takes.

    ``line`` and ``column`` count from 1; a column counts characters, not bytes. ``path`` is
    written with ``/`` and is relative to where the command was called, as the user gave it.
    """

    path: str
    line: int = 1
    column: int = 1
    length: int = 0

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


class Source(Value, frozen=True, kw_only=True):
    """One document: its path and its text, with ``\\n`` as the only line ending."""

    aside: ClassVar[frozenset[str]] = frozenset({"_starts"})

    path: str
    text: str
    _starts: Sequence[int] = ()

    @property
    def line_starts(self) -> Sequence[int]:
        """Where each line starts; found when first asked for, as most pages never are."""
        if not self._starts:
            ends = (len(line) + 1 for line in self.text.split("\n")[:-1])
            # Four bytes a line, not forty: all pages are kept.
            force_setattr(self, "_starts", array("I", accumulate(ends, initial=0)))
        return self._starts

    def span(self, start: int, end: int | None = None) -> SourceSpan:
        """The place of ``text[start:end]``; both are offsets in characters."""
        line = bisect_right(self.line_starts, start)
        return SourceSpan(
            path=self.path,
            line=line,
            column=start - self.line_starts[line - 1] + 1,
            length=max((end if end is not None else start) - start, 0),
        )
