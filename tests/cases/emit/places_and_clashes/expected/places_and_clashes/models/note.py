from __future__ import annotations

from dataclasses import dataclass

from .._runtime._models import Model, wire
from ..headers import Headers


@dataclass(frozen=True, slots=True, kw_only=True)
class Note(Model[Headers]):
    """A note, as the API answers with it."""

    extra_: str | None = wire("extra")
    """What the model calls its unknown fields."""
    class_: str | None = wire("class")
    """A keyword."""
    to_dict_: str | None = wire("to_dict")
    """A method's name."""
    max_size: int | None = wire("maxSize")
    """Two words."""
