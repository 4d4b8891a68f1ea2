"""Frozen values as bytes and back: pickle, with nothing in it but the model's own classes."""

from __future__ import annotations

import io
import pickle
from collections.abc import Callable
from dataclasses import dataclass, fields, is_dataclass
from enum import Enum
from functools import cache
from importlib import import_module
from typing import Any

from generator.ir.page_text import PageText, Traces

_OURS = ("generator.ir.", "generator.source", "generator.diagnostics")
"""Where the classes of values stand."""


def freeze(value: object) -> bytes:
    """A value of tuples, plain values, enumerations and frozen dataclasses of the model."""
    out = io.BytesIO()
    _Pickler(out, protocol=5).dump(value)
    return out.getvalue()


def thaw(data: bytes) -> Any:
    """The value again; ``None`` for bytes that are nothing of ``freeze``.

    Only classes of the model are made, whatever the bytes say.
    """
    try:
        return _Unpickler(io.BytesIO(data)).load()
    except Exception:  # pickle may raise anything over bytes that are not its own
        return None


class _Pickler(pickle.Pickler):
    """Writes a dataclass as its class and the values of its fields."""

    def reducer_override(self, obj: Any) -> Any:
        kind: type = type(obj)
        if kind is PageText:
            return kind, (str(obj), obj.traces)
        values = _reader(kind)
        return NotImplemented if values is None else (kind, values(obj))


class _Unpickler(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> Any:
        """In place of a dataclass what makes one from the values of its fields."""
        return _found(module, name)


@cache
def _found(module: str, name: str) -> Any:
    if not module.startswith(_OURS) or "." in name:
        raise pickle.UnpicklingError(f"{module}.{name} is not part of the model")
    found = getattr(import_module(module), name)
    if not isinstance(found, type) or found.__module__ != module:
        raise pickle.UnpicklingError(f"{module}.{name} is no class of the model")
    if is_dataclass(found):
        return _maker(found)
    if found is PageText:
        return _text_maker()
    if issubclass(found, Enum):
        return found
    raise pickle.UnpicklingError(f"{module}.{name} is no value of the model")


@cache
def _reader(kind: type) -> Callable[[Any], tuple[object, ...]] | None:
    """What reads the fields of a dataclass; ``None`` for every other class."""
    if not is_dataclass(kind):
        return None
    names = tuple(one.name for one in fields(kind))

    def read(value: Any) -> tuple[object, ...]:
        return tuple([getattr(value, one) for one in names])

    return read


@cache
def _maker(kind: Any) -> Callable[..., object]:
    """What makes a slotted dataclass from all of its fields, in a third of the usual time.

    A frozen one lets values in by a call each. So one of the same layout that is not frozen takes
    them all, and is then told what it really is.
    """
    names = [one.name for one in fields(kind)]
    if kind.__base__ is not object:
        return _slow_maker(kind, names)
    layout = {
        "__slots__": names,
        "__annotations__": dict.fromkeys(names, Any),
        "__doc__": kind.__doc__,
    }
    double: Any = dataclass(repr=False, eq=False, match_args=False)(type(kind.__name__, (), layout))

    def make(*values: object) -> object:
        made = double(*values)
        made.__class__ = kind
        return made

    return make


def _slow_maker(kind: Any, names: list[str]) -> Callable[..., object]:
    """For the few that inherit fields: Python takes no other layout for theirs."""
    new = kind.__new__
    slots = [getattr(kind, one).__set__ for one in names]

    def make(*values: object) -> object:
        made = new(kind)
        for put, value in zip(slots, values, strict=True):
            put(made, value)
        return made

    return make


@cache
def _text_maker() -> Callable[[str, Traces], PageText]:
    """What makes a text with traces without the call of its class."""
    new, put = str.__new__, PageText.traces.__set__  # type: ignore[attr-defined]

    def make(text: str, traces: Traces) -> PageText:
        made = new(PageText, text)
        put(made, traces)
        return made

    return make
