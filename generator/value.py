"""Frozen values: structs of msgspec, made in C, with no code of their own to compile at a start."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from operator import attrgetter
from typing import TYPE_CHECKING, Any, ClassVar

from msgspec import NODEFAULT, Struct, field
from msgspec.structs import force_setattr

if TYPE_CHECKING:
    from dataclasses import replace  # the same call, of which checkers know the fields
else:
    from msgspec.structs import replace

__all__ = ["NODEFAULT", "Struct", "Value", "field", "force_setattr", "replace"]


class Value(Struct, frozen=True, kw_only=True, eq=False):
    """A struct that is equal to another where all of their fields are, except those ``aside``.

    What all fields are part of is a ``Struct`` alone.
    """

    aside: ClassVar[frozenset[str]] = frozenset({"span"})
    """The fields that say where a value is from, or what was found out about it."""

    def __eq__(self, other: object) -> bool:
        kind = type(self)
        if type(other) is not kind:
            return NotImplemented
        told = _told(kind)
        return told(self) == told(other)

    def __ne__(self, other: object) -> bool:  # that of Struct asks whether it is the same object
        return not self == other

    def __hash__(self) -> int:
        return hash(_told(type(self))(self))


@cache
def _told(kind: type[Value]) -> Callable[[Any], object]:
    """What reads all that counts of a value."""
    return attrgetter(*(one for one in kind.__struct_fields__ if one not in kind.aside))
