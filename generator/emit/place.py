"""A stretch of a page that something generated comes from."""

from __future__ import annotations

from generator.ir import Origin
from generator.value import Struct


class Spot(Struct, frozen=True, array_like=True):
    """A stretch of some page, from 1, the end outside."""

    line: int
    column: int
    end_line: int
    end_column: int


class Place(Struct, frozen=True, order=True, array_like=True):
    """A stretch of a page, from 1, the end outside; and the fact that was read there."""

    page: str
    line: int
    column: int
    end_line: int
    end_column: int
    fact: str
    origin: Origin
    rule: str = ""

    @property
    def spot(self) -> Spot:
        """The stretch alone."""
        return Spot(self.line, self.column, self.end_line, self.end_column)
