"""Finished target-language text: the only thing a template may print."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Code:
    """Text that is already right where it will stand: a name, a type, an import, a literal.

    Deliberately no ``str``: it cannot be joined, formatted or sliced into something unchecked.
    Text of a page stays a plain ``str`` until a filter of its position has made it ``Code``.
    """

    text: str
