"""Finds what the annotations of a model mean at run time."""

from __future__ import annotations

import dataclasses
import inspect
from typing import Any


def field_types(cls: type[Any]) -> dict[str, Any]:
    """The types of a dataclass's fields, by attribute."""
    hints: dict[str, Any] = {}
    for base in reversed(cls.__mro__):
        if dataclasses.is_dataclass(base):
            # Without locals, so that a field called `list` does not hide the type.
            hints |= inspect.get_annotations(base, locals={}, eval_str=True)
    return hints
