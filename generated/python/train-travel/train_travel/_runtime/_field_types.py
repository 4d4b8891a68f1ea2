"""Finds what the annotations of a model mean at run time."""

from __future__ import annotations

import builtins
import dataclasses
import inspect
import sys
from importlib import import_module
from typing import Any


def field_types(cls: type[Any]) -> dict[str, Any]:
    """The types of a dataclass's fields, by attribute."""
    hints: dict[str, Any] = {}
    for base in reversed(cls.__mro__):
        if dataclasses.is_dataclass(base):
            scope = _Scope(base.__module__)
            hints |= inspect.get_annotations(base, globals={}, locals=scope, eval_str=True)
    return hints


class _Scope(dict[str, Any]):
    """The names an annotation may use: the module's, then the builtins, then its package's.

    Models that hold each other can so import each other for the type checker alone.
    """

    def __init__(self, module: str) -> None:
        super().__init__(vars(sys.modules[module]))
        self._package = module.rpartition(".")[0]

    def __missing__(self, name: str) -> Any:
        if hasattr(builtins, name) or not self._package:
            raise KeyError(name)
        try:
            return getattr(import_module(self._package), name)
        except AttributeError:
            raise KeyError(name) from None
