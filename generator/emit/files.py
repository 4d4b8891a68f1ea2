"""A generated file in memory."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class RenderedFile:
    """``path`` is relative to the output folder, with ``/``; ``text`` ends in a newline.

    ``copied`` says that the pack holds the file as it is, so that nothing may change it.
    """

    path: str
    text: str
    copied: bool = False
