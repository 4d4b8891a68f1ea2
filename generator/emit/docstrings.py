"""Docstrings that black would leave alone, taken out of Python before it and put back behind it."""

from __future__ import annotations

import re

from generator.emit.quoting_docstring import WIDTH
from generator.value import Struct

_THREE = r'"""(?:[^"\\]|\\.|"{1,2}(?!"))*+(?:"""|\Z)'
# Every string and every comment, so that none of them is found within another.
_TOKEN = re.compile(
    rf":\n(?P<margin>(?: {{4}})+)(?P<docstring>{_THREE})(?=\n)"
    rf"|{_THREE}|'''(?:[^'\\]|\\.|'{{1,2}}(?!'))*+(?:'''|\Z)"
    r"""|"(?:[^"\\\n]|\\.)*+(?:"|$)|'(?:[^'\\\n]|\\.)*+(?:'|$)|#[^\n]*+""",
    re.DOTALL | re.MULTILINE,
)
_OPENS = re.compile(r" *(?:(?:async )?def |class |\) ?(?:->|$))")
_ODD = frozenset("\\\t\r\f\v")


class Bare(Struct, frozen=True, kw_only=True):
    """Python with numbers for docstrings: ``text`` is the same whatever they say.

    ``docstrings`` stand behind their margins; ``mark`` stands before each number.
    """

    text: str
    mark: str = ""
    docstrings: tuple[tuple[str, str], ...] = ()

    def put_back(self, laid_out: str) -> str | None:
        """The formatted ``text`` with its docstrings; ``None`` where one has lost its place."""
        left = list(reversed(self.docstrings))

        def put(found: re.Match[str]) -> str:
            margin, docstring = left.pop()
            fits = (margin, len(left)) == (found[1], len(self.docstrings) - 1 - int(found[2]))
            return margin + docstring if fits else found[0]

        if not self.docstrings:
            return laid_out
        place = rf'^( *)"""{self.mark}(\d{{1,9}})"""$'
        whole = re.sub(place, put, laid_out, count=len(left), flags=re.MULTILINE)
        return None if left or self.mark in whole else whole


def without_docstrings(text: str) -> Bare:
    """The Python without those docstrings of classes and functions that are as black wants them.

    ``docstring`` makes them so. Where only they change, black has been here before; to import it
    takes 40 ms.
    """
    mark = "docstring "
    while mark in text:
        mark += "_ "
    taken: list[tuple[str, str]] = []

    def take(found: re.Match[str]) -> str:
        margin, docstring = found["margin"], found["docstring"]
        before = text[text.rfind("\n", 0, found.start()) + 1 : found.start()]
        if docstring is None or not _OPENS.match(before) or not _is_settled(docstring, margin):
            return found[0]
        taken.append((margin, docstring))
        return f':\n{margin}"""{mark}{len(taken) - 1}"""'

    bare = _TOKEN.sub(take, text)
    return Bare(text=bare, mark=mark, docstrings=tuple(taken))


def _is_settled(docstring: str, margin: str) -> bool:
    """Whether black is sure to leave a docstring alone."""
    said = docstring[3:-3]
    first, *rest = said.split("\n")
    if not first or first != first.strip() or '"' in (said[0], said[-1]):
        return False
    if not _ODD.isdisjoint(said.replace('\\"', "")):
        return False
    if not rest:
        return len(margin) + len(docstring) <= WIDTH
    *inside, last = rest
    if last != margin:  # which is a line for the quotes alone
        inside.append(last)
    written = [one for one in inside if one]
    if not last or any(one != one.rstrip() for one in inside) or not written:
        return False
    indent = min(len(one) - len(one.lstrip()) for one in written)
    aligned = indent == len(margin) and all(one.startswith(margin) for one in written)
    return aligned and len(last) + 3 <= WIDTH
