"""Reads JSON into the types that annotations name; compiled once a type, on first use."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from datetime import date
from functools import cache, partial
from itertools import repeat
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, cast, get_args, get_origin

from ._converters import (
    Converter,
    Odd,
    leniently,
    list_of,
    mapping_of,
    plain_converter,
    strictly,
)
from ._errors import DecodeError
from ._field_types import field_types
from ._models import READERS, Model, wire_names
from ._omit import OMIT

T = TypeVar("T")
Fill = Callable[[Any, dict[str, Any]], None]
FieldsReader = Callable[[Any, dict[str, Any], frozenset[str]], None]

LOOKS = 3
"""How many fields of a listed model are read one by one, before all the others are at once."""


def decode(value: Any, into: type[T], *, strict: bool) -> T:
    """The value as the type; lenient keeps what is odd, strict raises `DecodeError` over it."""
    kind: Any = into
    decoded: T = decoder(kind, strict, False)(value)
    return decoded


@cache
def decoder(kind: Any, strict: bool, copied: bool) -> Converter:
    """What decodes values into the type.

    Of a model, `copied`: it shares nothing with the value, which may change later.
    """
    if _is_model(get_origin(kind) or kind):
        convert: Converter | None = _maker(kind, _filler(kind, strict, copied))
    else:
        convert = converter(kind, strict)

    def decode_value(value: Any) -> Any:
        try:
            return value if convert is None else convert(value)
        except Odd as odd:
            if not strict:
                return value
            raise DecodeError(str(odd)) from None
        except RecursionError:
            raise DecodeError("$: nested too deeply") from None

    return decode_value


def _copied(value: Any) -> Any:
    if type(value) is dict:  # most hold text, which needs no call
        items = value.items()
        return {n: v if type(v) is str else _copied(v) for n, v in items}
    return [*map(_copied, value)] if type(value) is list else value


@cache
def converter(kind: Any, strict: bool) -> Converter | None:
    """What turns JSON into the type, or None where JSON's own value will do.

    It raises `Odd` over a value of another kind. What is inside a value is converted as strictly
    as `strict` says.
    """
    origin, arguments = get_origin(kind) or kind, get_args(kind)
    if origin is Union or origin is UnionType:
        return _union(arguments, strict)
    if origin is list and not strict and arguments and _is_model(arguments[0]):
        return _unread_list_of(arguments[0])
    if origin in (list, dict):
        item = converter(arguments[-1] if arguments else Any, strict)
        if item is None and not strict:
            return None
        within = list_of if origin is list else mapping_of
        return within(item, strictly if strict else leniently)
    if _is_model(origin):  # which may hold itself, so its own converter waits
        return lambda value: _inner_model(kind, strict)(value)
    return plain_converter(kind, strict)


def _is_model(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, Model)


def _unread_list_of(cls: Any) -> Converter:
    """Like `list_of` models, which read themselves later; lists are long, so no more is done."""
    new, set_unread = object.__new__, Model.__dict__["_unread"].__set__

    def convert(value: Any) -> Any:
        if not isinstance(value, list):
            raise Odd("an array", value)
        one = _inner_model(cls, False)  # not before: a model may hold itself
        if {*map(type, value)} != {dict}:  # an odd one stays as it came
            return [leniently(one, entry, index) for index, entry in enumerate(value)]
        models = [*map(new, repeat(cls, len(value)))]
        any(map(set_unread, models, value))
        return models

    return convert


def _union(members: tuple[Any, ...], strict: bool) -> Converter | None:
    kinds = [kind for kind in members if kind is not type(None)]
    single = len(kinds) == 1
    inner = (
        converter(kinds[0], strict) if single else partial(_first_fit, kinds, strict)
    )
    if inner is None or not strict or len(kinds) == len(members):
        return inner  # lenient keeps a null anyway
    return lambda value: None if value is None else inner(value)


def _first_fit(kinds: list[Any], strict: bool, value: Any) -> Any:
    """The first member that takes the value without complaint; of models, the closest one."""
    ranked = sorted(kinds, key=partial(_distance, value))
    for kind in ranked:
        try:
            return strictly(converter(kind, True), value, "")
        except Odd:
            continue
    if strict:
        raise Odd("one of several types", value)
    return leniently(converter(ranked[0], False), value, "")


def _distance(value: Any, kind: Any) -> tuple[int, int]:
    """How many keys a model does not know, and does not get; text comes last, it takes any text."""
    if isinstance(value, dict) and _is_model(kind):
        wires = set(wire_names(kind).values())
        return len(value.keys() - wires), len(wires - value.keys())
    return int(kind is str), 0


@cache
def _inner_model(cls: Any, strict: bool) -> Converter:
    """What turns a JSON object inside of others into the model.

    A lenient one reads its fields when it is asked for them.
    """
    if strict:
        return _maker(cls, _filler(cls, True, False))
    READERS[cls] = _reader(cls, _filler(cls, False, False))
    return _maker(cls, Model.__dict__["_unread"].__set__)


def _maker(cls: Any, start: Fill) -> Converter:
    new = object.__new__

    def convert(data: Any) -> Any:
        if type(data) is not dict:
            raise Odd("an object", data)
        model = new(cls)
        start(model, data)
        return model

    return convert


def _reader(cls: Any, fill: Fill) -> Callable[[Any, str, Any], Any]:
    """What reads a field that is not read yet: alone at first, then with all the others.

    A loop over a list mostly looks at a few fields of many models.
    """
    kinds, set_unread = field_types(cls), Model.__dict__["_unread"].__set__
    alone = {}
    for name, wire in wire_names(cls).items():
        convert = converter(kinds[name], False)
        if convert is None or _is_plain(kinds[name]):  # read twice, it is the same
            alone[name] = wire, convert, getattr(cls, name).__set__

    def read(model: Any, name: str, unread: Any) -> Any:
        data, looks = unread if type(unread) is tuple else (unread, 0)
        if looks == LOOKS or name not in alone:
            fill(model, data)
            set_unread(model, None)
            return object.__getattribute__(model, name)
        wire, convert, set_slot = alone[name]
        value = data.get(wire)
        if convert is not None and value is not None:
            value = leniently(convert, value, wire)
        set_slot(model, value)
        set_unread(model, (data, looks + 1))
        return value

    return read


def _is_plain(kind: Any) -> bool:
    """Whether values of the type hold no others."""
    plain = (str, int, float, date, NoneType)
    return all(
        isinstance(one, type) and issubclass(one, plain)
        for one in get_args(kind) or [kind]
    )


def _field_converter(kind: Any, strict: bool, copied: bool) -> Converter | None:
    convert = converter(kind, strict)
    if not copied or _is_plain(kind):
        return convert
    if convert is None:
        return _copied
    return lambda value: strictly(convert, _copied(value), "")


def _filler(cls: type[Model[Any]], strict: bool, copied: bool) -> Fill:
    """What reads a JSON object into the slots of a model."""
    wires = frozenset(wire_names(cls).values())
    read_fields = (_strict_fields if strict else _lenient_fields)(cls, copied)
    set_absent = Model.__dict__["_absent"].__set__
    set_extra = Model.__dict__["_extra"].__set__
    count, whole = len(wires), frozenset[str]()

    def fill(model: Any, data: dict[str, Any]) -> None:
        absent = whole
        try:
            read_fields(model, data, whole)
        except KeyError:
            absent = wires.difference(data)
            read_fields(model, dict.fromkeys(absent) | data, absent)
        if len(data) > count - len(absent):
            extra = {name: data[name] for name in data if name not in wires}
            set_extra(model, _copied(extra) if copied else extra)
        set_absent(model, absent)

    return fill


def _lenient_fields(cls: type[Model[Any]], copied: bool) -> FieldsReader:
    kinds, taken, converted = field_types(cls), [], []
    # An attribute that reads itself must not raise; a copy that cannot be made does.
    kept = Odd if copied else (Odd, RecursionError)
    for name, wire in wire_names(cls).items():
        # The slots' own setters: a frozen class refuses assignment, and its __init__ is slower.
        set_slot = getattr(cls, name).__set__
        convert = _field_converter(kinds[name], False, copied)
        if convert is None:
            taken.append((set_slot, wire))
        else:
            converted.append((set_slot, wire, convert))

    def read_fields(model: Any, data: dict[str, Any], _: frozenset[str]) -> None:
        for set_slot, wire in taken:
            set_slot(model, data[wire])
        for set_slot, wire, convert in converted:
            value = data[wire]
            try:
                set_slot(model, None if value is None else convert(value))
            except kept:
                set_slot(model, value)  # it stays as it came

    return read_fields


def _strict_fields(cls: type[Model[Any]], copied: bool) -> FieldsReader:
    kinds, fields = field_types(cls), []
    needed = {
        f.name
        for f in dataclasses.fields(cast(Any, cls))
        if f.default is dataclasses.MISSING
    }
    for name, wire in wire_names(cls).items():
        convert = _field_converter(kinds[name], True, copied)
        fields.append((getattr(cls, name).__set__, wire, convert, name in needed))

    def read_fields(model: Any, data: dict[str, Any], absent: frozenset[str]) -> None:
        for set_slot, wire, convert, required in fields:
            value = data[wire]
            if wire not in absent:
                value = strictly(convert, value, wire)
            elif required:
                raise Odd(f"the field {wire!r}", OMIT)
            set_slot(model, value)

    return read_fields
