"""Frozen values as bytes and back: pickle, with nothing in it but the model's own classes."""

from __future__ import annotations

import io
import pickle
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from importlib import import_module
from typing import Any

from generator.ir.page_text import PageText

_OURS = ("generator.ir.", "generator.source", "generator.diagnostics")
"""Where the classes of values stand."""
_Put = Callable[[object, object], None]


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
    if found is PageText or issubclass(found, Enum):
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
    """What makes a slotted dataclass from all of its fields, in a third of the usual time."""
    new = kind.__new__
    slots = [getattr(kind, one.name).__set__ for one in fields(kind)]
    if len(slots) in _WRITTEN_OUT:
        return _WRITTEN_OUT[len(slots)](kind, *slots)

    def make(*values: object) -> object:
        made = new(kind)
        for put, value in zip(slots, values, strict=True):
            put(made, value)
        return made

    return make


def _four(kind: Any, *slots: _Put) -> Callable[..., object]:
    new = kind.__new__
    put_a, put_b, put_c, put_d = slots

    def make(a: object, b: object, c: object, d: object) -> object:
        made = new(kind)
        put_a(made, a)
        put_b(made, b)
        put_c(made, c)
        put_d(made, d)
        return made

    return make


def _five(kind: Any, *slots: _Put) -> Callable[..., object]:
    new = kind.__new__
    put_a, put_b, put_c, put_d, put_e = slots

    def make(a: object, b: object, c: object, d: object, e: object) -> object:
        made = new(kind)
        put_a(made, a)
        put_b(made, b)
        put_c(made, c)
        put_d(made, d)
        put_e(made, e)
        return made

    return make


_WRITTEN_OUT = {4: _four, 5: _five}
"""Places and traces are three of four values there are: without a loop they take half the time."""
