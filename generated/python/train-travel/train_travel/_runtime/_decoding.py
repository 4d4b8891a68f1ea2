"""Reads JSON into the types that annotations name; compiled once a type, on first use."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable
from datetime import date
from functools import cache, partial
from itertools import repeat
from operator import itemgetter
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, cast, get_args, get_origin

from ._converters import (
    Converter,
    Odd,
    copy_of,
    leniently,
    list_of,
    mapping_of,
    plain_converter,
    strictly,
)
from ._errors import DecodeError
from ._field_types import field_types
from ._making import Found, filler, maker
from ._models import NOTHING, READERS, Model, wire_names
from ._omit import OMIT

T = TypeVar("T")
Reader = Callable[[dict[str, Any]], Found]

LOOKS = 3
"""How many fields of a listed model are read one by one, before all the others are at once."""

NONE_ABSENT = frozenset[str]()
TOO_DEEP = "$: nested too deeply"


def decode(value: Any, into: type[T], *, strict: bool) -> T:
    """The value as the type; lenient keeps what is odd, strict raises `DecodeError` over it."""
    kind: Any = into
    return cast(T, _decoder(kind, strict)(value))


@cache
def _decoder(kind: Any, strict: bool) -> Converter:
    if _is_model(get_origin(kind) or kind) and not strict:
        read = _lenient_reader(kind, copied=False)
        return _told(_of_object(_maker(kind, read)), strict)
    return _told(converter(kind, strict) or (lambda value: value), strict)


@cache
def steps(cls: Any, strict: bool) -> tuple[Reader, Callable[[Found], Any]]:
    """What reads an object that may change later, or raises `DecodeError`; what makes a model."""
    if not strict:
        return _lenient_reader(cls, copied=True), maker(cls)
    read = _strict_reader(cls)
    return _told(lambda data: read(copy_of(data)), strict), maker(cls)


def _maker(cls: Any, read: Reader) -> Converter:
    make = maker(cls)
    return lambda data: make(read(data))


def _told(convert: Converter, strict: bool) -> Converter:
    """The same, but it raises `DecodeError` where it cannot convert."""

    def tell(value: Any) -> Any:
        try:
            return convert(value)
        except Odd as odd:
            if not strict:
                return value
            raise DecodeError(str(odd)) from None
        except RecursionError:
            raise DecodeError(TOO_DEEP) from None

    return tell


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
        return _of_object(_maker(cls, _strict_reader(cls)))
    READERS[cls] = _late_reader(cls, _lenient_reader(cls, copied=False))
    new, set_unread = object.__new__, Model.__dict__["_unread"].__set__

    def make(data: Any) -> Any:
        model = new(cls)
        set_unread(model, data)
        return model

    return _of_object(make)


def _of_object(make: Converter) -> Converter:
    def convert(data: Any) -> Any:
        if type(data) is not dict:
            raise Odd("an object", data)
        return make(data)

    return convert


def _late_reader(cls: Any, read_all: Reader) -> Callable[[Any, str, Any], Any]:
    """What reads a field that is not read yet: alone at first, then with all the others.

    A loop over a list mostly looks at a few fields of many models.
    """
    kinds, set_unread = field_types(cls), Model.__dict__["_unread"].__set__
    alone, fill = {}, filler(cls)
    for name, wire in wire_names(cls).items():
        convert = converter(kinds[name], False)
        if convert is None or _is_plain(kinds[name]):  # read twice, it is the same
            alone[name] = wire, convert, getattr(cls, name).__set__

    def read(model: Any, name: str, unread: Any) -> Any:
        data, looks = unread if type(unread) is tuple else (unread, 0)
        if looks == LOOKS or name not in alone:
            fill(model, read_all(data))
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


def _lenient_reader(cls: type[Model[Any]], *, copied: bool) -> Reader:
    """What reads the fields from a JSON object; `copied`, it shares nothing with what is read."""
    wires, converted = [*wire_names(cls).values()], []
    # An attribute that reads itself must not raise; a copy that cannot be made does.
    kept = Odd if copied else (Odd, RecursionError)
    for index, kind in enumerate(field_types(cls)[name] for name in wire_names(cls)):
        convert = converter(kind, False)
        if copied and not _is_plain(kind):
            convert = copy_of if convert is None else partial(_of_copy, convert)
        if convert is not None:
            converted.append((index, convert))
    count, known, take = len(wires), frozenset(wires), _taker(wires)

    def read(data: dict[str, Any]) -> Found:
        absent, extra = NONE_ABSENT, NOTHING
        try:
            values = [*take(data)]
        except KeyError:
            absent, values = known.difference(data), [*map(data.get, wires)]
        try:
            for index, convert in converted:
                if (value := values[index]) is not None:
                    try:
                        values[index] = convert(value)
                    except kept:
                        continue  # it stays as it came
            if len(data) > count - len(absent):
                extra = {name: data[name] for name in data if name not in known}
                extra = copy_of(extra) if copied else extra
        except RecursionError:
            raise DecodeError(TOO_DEEP) from None
        return values, absent, extra

    return read


def _taker(wires: list[str]) -> Callable[[dict[str, Any]], Iterable[Any]]:
    if len(wires) > 1:  # of a single name it would give the value itself
        return itemgetter(*wires)
    return lambda data: [data[wire] for wire in wires]


def _of_copy(convert: Converter, value: Any) -> Any:
    return convert(copy_of(value))


def _strict_reader(cls: type[Model[Any]]) -> Reader:
    kinds, fields = field_types(cls), []
    needed = {
        f.name
        for f in dataclasses.fields(cast(Any, cls))
        if f.default is dataclasses.MISSING
    }
    for name, wire in wire_names(cls).items():
        fields.append((wire, converter(kinds[name], True), name in needed))
    known = frozenset(wire_names(cls).values())

    def read(data: dict[str, Any]) -> Found:
        values = []
        for wire, convert, required in fields:
            if required and wire not in data:
                raise Odd(f"the field {wire!r}", OMIT)
            value = data.get(wire)
            values.append(strictly(convert, value, wire) if wire in data else None)
        extra = {name: data[name] for name in data if name not in known}
        return values, known.difference(data), extra

    return read
