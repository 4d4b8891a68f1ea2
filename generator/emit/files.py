"""A generated file in memory."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from generator.emit.code import Part
from generator.emit.line_row import Row
from generator.ir.page_text import Traces
from generator.value import Value, field


class RenderedFile(Value, frozen=True, kw_only=True):
    """``path`` is relative to the output folder, with ``/``; ``text`` ends in a newline.

    ``copied`` says that the pack holds the file as it is, so that nothing may change it.
    ``once`` says that it is the user's as soon as it is there: written where nothing is, and never
    again. It is the path of the file that exports what it exports, and so may share no name with
    it. ``template`` is the file it was made from, ``<pack>/<path in the pack>``. Where its words come
    from is known by ``parts`` as it is rendered, by ``lines`` (from 1) once it is laid out, by
    ``row`` where an earlier run made it. ``reads`` are the attributes of the whole API's view
    that its template looked at, ``looks`` those of all views, as ``Kind.attribute``. None of these
    is part of what it is.
    """

    aside: ClassVar[frozenset[str]] = frozenset(
        {"once", "template", "parts", "lines", "row", "reads", "looks"}
    )

    path: str
    text: str
    copied: bool = False
    once: str | None = None
    template: str = ""
    parts: tuple[Part, ...] = ()
    lines: Mapping[int, Traces] = field(default_factory=dict)
    row: Row | None = None
    reads: frozenset[str] = frozenset()
    looks: frozenset[str] = frozenset()
