"""Frozen values as bytes and back: pickle, with nothing in it but the model's own classes."""

from __future__ import annotations

import io
import pickle
from collections.abc import Callable
from enum import Enum
from functools import cache
from importlib import import_module
from typing import Any

from generator.ir import Server
from generator.ir.page_text import PageText, Traces
from generator.value import NODEFAULT, Struct

_OURS = ("generator.ir.", "generator.source", "generator.diagnostics")
"""Where the classes of values stand."""
_MAKE: Any = Server(url="").__reduce__()[0]
"""What makes a struct from its class and fields, as structs write themselves."""


def freeze(value: object) -> bytes:
    """A value of tuples, plain values, enumerations and structs of the model."""
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
    """Writes a text of a page as its words and traces, and of a struct what is not as usual."""

    def reducer_override(self, obj: Any) -> Any:
        kind: type = type(obj)
        if kind is PageText:
            return kind, (str(obj), obj.traces)
        usual = _usual(kind)
        if usual is None:
            return NotImplemented
        told = {name: value for name, one in usual if (value := getattr(obj, name)) is not one}
        return _MAKE, (kind, told)


@cache
def _usual(kind: type) -> tuple[tuple[str, object], ...] | None:
    """The names of a struct's fields, each with what it holds unless told otherwise; ``None`` for
    what is no struct, and for one that is made of its values in a row."""
    if not issubclass(kind, Struct) or kind.__match_args__ == kind.__struct_fields__:
        return None
    names, usual = kind.__struct_fields__, kind.__struct_defaults__
    needed = (NODEFAULT,) * (len(names) - len(usual))
    return tuple(zip(names, (*needed, *usual), strict=True))


@cache
def _found(module: str, name: str) -> Any:
    if (module, name) == (_MAKE.__module__, _MAKE.__name__):
        return _MAKE
    if not module.startswith(_OURS) or "." in name:
        raise pickle.UnpicklingError(f"{module}.{name} is not part of the model")
    found = getattr(import_module(module), name)
    if not isinstance(found, type) or found.__module__ != module:
        raise pickle.UnpicklingError(f"{module}.{name} is no class of the model")
    if found is PageText:
        return _text_maker()
    if issubclass(found, (Struct, Enum)):
        return found
    raise pickle.UnpicklingError(f"{module}.{name} is no value of the model")


class _Unpickler(pickle.Unpickler):
    # A class of the model, or what makes one of its structs; remembered, so that it takes no call.
    find_class = staticmethod(_found)


@cache
def _text_maker() -> Callable[[str, Traces], PageText]:
    """What makes a text with traces without the call of its class."""
    new, put = str.__new__, PageText.traces.__set__  # type: ignore[attr-defined]

    def make(text: str, traces: Traces) -> PageText:
        made = new(PageText, text)
        put(made, traces)
        return made

    return make
