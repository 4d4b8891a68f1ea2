"""A stretch of a page that something generated comes from."""

from __future__ import annotations

from typing import NamedTuple

from generator.ir import Origin


class Spot(NamedTuple):
    """A stretch of some page, from 1, the end outside."""

    line: int
    column: int
    end_line: int
    end_column: int


class Place(NamedTuple):
    """A stretch of a page, from 1, the end outside; and the fact that was read there.

    Thousands are made, compared and looked up in each run, which no class does as quickly.
    """

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
