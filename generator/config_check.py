"""A parsed TOML table against the structs it is to become: every fault, not only the first."""

from __future__ import annotations

import datetime as dt
import re
from difflib import get_close_matches
from math import isfinite
from typing import Any

from msgspec import inspect

from generator.config_places import KeyPath
from generator.shown import shown
from generator.value import Struct


class Fault(Struct, frozen=True, kw_only=True):
    """Something a table may not say: where, what, and what to write instead."""

    code: str
    path: KeyPath
    message: str
    hint: str


def find_faults(table: dict[str, Any], wanted: type) -> list[Fault]:
    """All unknown and missing keys and wrong values, in the table's order.

    What is expected is read off the struct ``wanted``; without faults ``msgspec`` converts it.
    """
    return _struct_faults(table, inspect.type_info(wanted), ())


def _faults(value: Any, wanted: inspect.Type, path: KeyPath) -> list[Fault]:
    wanted = _bare(wanted)
    match wanted:
        case inspect.UnionType() if (alike := _alike(value, wanted)) is not None:
            return _faults(value, alike, path)
        case inspect.StructType() if isinstance(value, dict):
            return _struct_faults(value, wanted, path)
        case inspect.DictType() if isinstance(value, dict):
            pairs = value.items()
            return [
                one for key, item in pairs for one in _faults(item, wanted.value_type, (*path, key))
            ]
        case inspect.VarTupleType() | inspect.ListType() if isinstance(value, list):
            items = enumerate(value)
            return [
                one for at, item in items for one in _faults(item, wanted.item_type, (*path, at))
            ]
        case _ if _matches(value, wanted):
            return []
    message = f"{_dotted(path)}: expected {_expected(wanted)}, found {found_text(value)}"
    hint = _nearest(value, _literals(wanted)) if isinstance(value, str) else ""
    hint = hint or "README.md, “What the pages do not say”, shows every key with a value."
    return [Fault(code="config-value", path=path, message=message, hint=hint)]


def _bare(wanted: inspect.Type) -> inspect.Type:
    """The type without what is said about it for editors."""
    return wanted.type if isinstance(wanted, inspect.Metadata) else wanted


def _alike(value: Any, wanted: inspect.UnionType) -> inspect.Type | None:
    """The member of a union that has parts as the value has: a table's, or an array's."""
    kinds: tuple[type[inspect.Type], ...] = ()
    if isinstance(value, dict):
        kinds = (inspect.StructType,)
    elif isinstance(value, list):
        kinds = (inspect.VarTupleType, inspect.ListType)
    return next((one for one in wanted.types if isinstance(one, kinds)), None)


def _struct_faults(value: dict[str, Any], wanted: inspect.Type, path: KeyPath) -> list[Fault]:
    assert isinstance(wanted, inspect.StructType)
    fields = {one.encode_name: one for one in wanted.fields}
    faults: list[Fault] = []
    for key, item in value.items():
        if key in fields:
            faults += _faults(item, fields[key].type, (*path, key))
        else:
            hint = _nearest(key, list(fields)) or f"Known here: {', '.join(fields)}."
            message = f"unknown key {_dotted((*path, key))}"
            faults.append(
                Fault(code="config-unknown-key", path=(*path, key), message=message, hint=hint)
            )
    for name, one in fields.items():
        if one.required and name not in value:
            message = f"{_dotted(path)}: {name} is missing"
            hint = f"Add {name} = {_expected(_bare(one.type))}."
            faults.append(Fault(code="config-missing-key", path=path, message=message, hint=hint))
    return faults


def _matches(value: Any, wanted: inspect.Type) -> bool:
    """Whether a value without parts is as wanted; left to ``msgspec`` where we cannot say."""
    match wanted:
        case inspect.StrType():
            return isinstance(value, str)
        case inspect.BoolType():
            return isinstance(value, bool)
        case inspect.IntType():
            return isinstance(value, int) and not isinstance(value, bool)
        case inspect.DateType():
            return isinstance(value, dt.date) and not isinstance(value, dt.datetime)
        case inspect.FloatType():
            return isinstance(value, float) and isfinite(value)  # JSON has no nan
        case inspect.LiteralType():
            # False equals 0 in Python and not in TOML.
            return any(value == one and type(value) is type(one) for one in wanted.values)
        case inspect.UnionType():
            return any(_matches(value, one) for one in wanted.types)
        case inspect.StructType() | inspect.DictType() | inspect.NoneType():
            return False
        case inspect.VarTupleType() | inspect.ListType():
            return False
        case _:
            return True


def _expected(wanted: inspect.Type) -> str:
    match wanted:
        case inspect.StrType():
            return "a string"
        case inspect.BoolType():
            return "true or false"
        case inspect.IntType():
            return "a whole number"
        case inspect.DateType():
            return "a date like 2026-12-31"
        case inspect.FloatType():
            return "a number"
        case inspect.LiteralType():
            return " or ".join(_toml(one) for one in wanted.values)
        case inspect.VarTupleType() | inspect.ListType():
            return f"an array of {_several(wanted.item_type)}"
        case inspect.UnionType():
            # TOML has no null, so nobody can write it.
            some = [one for one in wanted.types if not isinstance(one, inspect.NoneType)]
            return " or ".join(_expected(one) for one in some)
        case _:
            return "a table"


def _several(wanted: inspect.Type) -> str:
    """What the items of an array are, where each may be of one kind or of several."""
    kinds = wanted.types if isinstance(wanted, inspect.UnionType) else (wanted,)
    names = (_PLURALS.get(type(one), "") for one in kinds)
    return " or ".join(name for name in names if name)


_PLURALS: dict[type[inspect.Type], str] = {
    inspect.StrType: "strings",
    inspect.IntType: "whole numbers",
    inspect.FloatType: "numbers",
    inspect.BoolType: "true or false",
    inspect.StructType: "tables",
}


def _literals(wanted: inspect.Type) -> list[str]:
    values = wanted.values if isinstance(wanted, inspect.LiteralType) else ()
    return [one for one in values if isinstance(one, str)]


def found_text(value: Any) -> str:
    """A value as a message repeats it."""
    match value:
        case dict():
            return "a table"
        case list():
            return "an array"
        case str() | bool() | int() | float():
            return shown(_toml(value))
        case _:
            return "a date or time"


def _toml(value: Any) -> str:
    match value:
        case bool():
            return "true" if value else "false"
        case str():
            return f'"{value}"'
        case _:
            return str(value)


def _dotted(path: KeyPath) -> str:
    """The path as TOML writes it: ``operations."a b".name``, ``packs[0]``."""
    text = ""
    for one in path:
        if isinstance(one, int):
            text += f"[{one}]"
        else:
            text += "." * bool(text) + (one if re.fullmatch(r"[\w-]+", one) else f'"{one}"')
    return shown(text)


def _nearest(word: str, known: list[str]) -> str:
    near = get_close_matches(word[:64], known, n=1)
    return f"Did you mean {near[0]}?" if near else ""
