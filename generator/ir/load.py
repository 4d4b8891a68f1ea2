"""The model back from the JSON that ``dump`` printed."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from enum import Enum
from functools import cache
from types import NoneType
from typing import Any, ClassVar, get_args, get_type_hints

from generator import ir
from generator.ir.api import Api
from generator.source import SourceSpan
from generator.value import Struct

MAX_DEPTH = 200
"""How deeply a dump may be nested; types of real pages nest a few levels."""

_SPAN = re.compile(r"(.*):(\d{1,9}):(\d{1,9})", re.DOTALL)


class DumpError(Exception):
    """A text is no dump, or one of another version; the message says what is wrong where."""


def from_json(text: str) -> Api:
    """The API that ``to_json`` wrote; equal to the one it was given, spans' lengths aside.

    Raises ``DumpError`` for anything else, and for a dump of a version with other parts.
    """
    try:
        plain = json.loads(text)
    except (ValueError, RecursionError) as fault:
        raise DumpError(f"is no JSON: {fault}") from fault
    api = _Loader().value(plain, Api, "the dump", 0)
    if not isinstance(api, Api):
        raise DumpError("holds no API")
    return api


class _Loader:
    """Builds structs by the names under ``is`` and the types of their fields."""

    def value(self, plain: Any, wanted: Any, place: str, depth: int) -> Any:
        if depth > MAX_DEPTH:
            raise DumpError(f"{place} is nested too deeply")
        match plain:
            case dict():
                return self._object(plain, place, depth)
            case list():
                items = next((get_args(one) for one in _choices(wanted) if get_args(one)), None)
                if items is None:
                    raise DumpError(f"{place} is a list")
                kinds = [items[0]] * len(plain) if items[-1] is ... else list(items)
                if len(kinds) != len(plain):
                    raise DumpError(f"{place} has another length")
                pairs = zip(plain, kinds, strict=True)
                return tuple(
                    self.value(one, kind, f"{place}[{at}]", depth + 1)
                    for at, (one, kind) in enumerate(pairs)
                )
            case _:
                return _scalar(plain, wanted, place)

    def _object(self, plain: Mapping[str, Any], place: str, depth: int) -> Any:
        kind = _classes().get(str(plain.get("is")))
        if kind is None:
            raise DumpError(f"{place} is of no known kind")
        hints = _hints(kind)
        unknown = set(plain) - set(hints) - {"is"}
        if unknown:
            raise DumpError(f"{place} has unknown parts: {', '.join(sorted(unknown))}")
        stated = {
            name: (
                self.value(plain[name], wanted, f"{place}.{name}", depth + 1)
                if name in plain
                else _nothing(wanted, f"{place}.{name}")
            )
            for name, wanted in hints.items()
        }
        return kind(**stated)


def _scalar(plain: Any, wanted: Any, place: str) -> Any:
    """A value without parts as the field's type has it: a span, a word of an enum, or itself."""
    for choice in _choices(wanted):
        if choice is SourceSpan and isinstance(plain, str):
            found = _SPAN.fullmatch(plain)
            if found is None:
                raise DumpError(f"{place} is no place in a page")
            return SourceSpan(path=found[1], line=int(found[2]), column=int(found[3]))
        if isinstance(choice, type) and issubclass(choice, Enum):
            try:
                return choice(plain)
            except ValueError as fault:
                raise DumpError(f"{place} has an unknown word") from fault
        if isinstance(choice, type) and type(plain) is choice:
            return plain
    raise DumpError(f"{place} has a value of another kind")


def _nothing(wanted: Any, place: str) -> Any:
    """What a part that was left out holds: ``to_json`` leaves out ``None``, ``""``, ``()``, ``False``."""
    choices = list(_choices(wanted))
    if NoneType in choices:
        return None
    for kind, empty in ((str, ""), (bool, False)):
        if kind in choices:
            return empty
    if any(getattr(one, "__origin__", None) is tuple for one in choices):
        return ()
    raise DumpError(f"{place} is missing")


def _choices(wanted: Any) -> Iterator[Any]:
    """The members of a union, else the type; a ``NewType`` is what it is made of."""
    origin = getattr(wanted, "__origin__", None)
    if get_args(wanted) and origin is not tuple:
        for one in get_args(wanted):
            yield from _choices(one)
    else:
        yield getattr(wanted, "__supertype__", wanted)


@cache
def _classes() -> dict[str, type[Struct]]:
    found = (getattr(ir, name) for name in ir.__all__)
    return {one.__name__: one for one in found if isinstance(one, type) and issubclass(one, Struct)}


@cache
def _hints(kind: type[Struct]) -> dict[str, Any]:
    hints = get_type_hints(kind, vars(ir) | {"SourceSpan": SourceSpan, "ClassVar": ClassVar})
    return {name: hints[name] for name in kind.__struct_fields__}
