"""A generated file in memory."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.emit.code import Part
from generator.emit.line_row import Row
from generator.ir.page_text import Traces


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class RenderedFile:
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

    path: str
    text: str
    copied: bool = False
    once: str | None = field(default=None, compare=False)
    template: str = field(default="", compare=False, repr=False)
    parts: tuple[Part, ...] = field(default=(), compare=False, repr=False)
    lines: Mapping[int, Traces] = field(default_factory=dict, compare=False, repr=False)
    row: Row | None = field(default=None, compare=False, repr=False)
    reads: frozenset[str] = field(default=frozenset(), compare=False, repr=False)
    looks: frozenset[str] = field(default=frozenset(), compare=False, repr=False)
