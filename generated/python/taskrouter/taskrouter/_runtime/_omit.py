"""The mark of a parameter that is not sent."""

from __future__ import annotations

from typing import Final


class Omit:
    """The type of `OMIT`: the caller said nothing, so nothing is sent (`None` is a value)."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "OMIT"

    def __bool__(self) -> bool:
        return False

    def __reduce__(self) -> str:
        return "OMIT"  # pickles and copies as the one constant


OMIT: Final = Omit()
