from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from .._runtime._enums import OpenEnum, member
from .._runtime._models import Model
from ..headers import Headers


class CrateOrder(OpenEnum):
    """Known values; any other string is accepted too."""

    FIFO = member("FIFO")
    LIFO = member("LIFO")
    RANDOM = member("RANDOM")


CrateOrderParam: TypeAlias = Literal["FIFO", "LIFO", "RANDOM"] | CrateOrder


@dataclass(frozen=True, slots=True, kw_only=True)
class Crate(Model[Headers]):
    """A crate, as the API answers with it."""

    sid: str | None = None
    """Name of the crate."""
    label: str | None = None
    """What is written on it."""
    order: CrateOrder | None = None
    """How it is emptied. One of `FIFO`, `LIFO` or `RANDOM`."""
