"""Reads JSON into the types that annotations name; compiled once a type, on first use."""

from __future__ import annotations

import dataclasses
import types
from collections.abc import Callable, Mapping
from datetime import date, datetime
from functools import cache, partial
from itertools import repeat
from math import isfinite
from operator import itemgetter
from typing import Any, Literal, TypeVar, Union, cast, get_args, get_origin

from ._dates import parse_date, parse_datetime
from ._enums import OpenEnum
from ._errors import DecodeError
from ._field_types import field_types
from ._models import READERS, Model, wire_names
from ._omit import OMIT

T = TypeVar("T")
Converter = Callable[[Any], Any]
Visit = Callable[[Converter | None, Any, str | int], Any]


class Odd(Exception):
    """A value that is not of its type; collects the path to it on the way out."""

    def __init__(self, expected: str, value: Any) -> None:
        super().__init__(expected)
        self.expected = expected
        self.found = "nothing" if value is OMIT else type(value).__name__
        self.steps: list[str | int] = []

    def __str__(self) -> str:
        steps = (
            f"[{s}]" if isinstance(s, int) else f".{s}"
            for s in self.steps[::-1]
            if s != ""
        )
        return f"${''.join(steps)}: expected {self.expected}, found {self.found}"


def decode(value: Any, into: type[T], *, strict: bool) -> T:
    """The value as the type; lenient keeps what is odd, strict raises `DecodeError` over it."""
    kind: Any = into
    visit = _strictly if strict else _leniently
    try:
        decoded: T = visit(converter(kind, strict), value, "")
    except Odd as odd:
        raise DecodeError(str(odd)) from None
    except RecursionError:
        raise DecodeError("$: nested too deeply") from None
    return decoded


def decode_copy(data: Mapping[str, Any], into: type[T], *, strict: bool) -> T:
    """Like `decode`, of an object that may change before it is read."""
    try:
        kept = {name: _copied(value) for name, value in data.items()}
    except RecursionError:
        raise DecodeError("$: nested too deeply") from None
    return decode(kept, into, strict=strict)


def _copied(value: Any) -> Any:
    if type(value) is dict:
        return {name: _copied(item) for name, item in value.items()}
    return [*map(_copied, value)] if type(value) is list else value


def _strictly(convert: Converter | None, value: Any, step: str | int) -> Any:
    try:
        return value if convert is None else convert(value)
    except Odd as odd:
        odd.steps.append(step)
        raise


def _leniently(convert: Converter | None, value: Any, step: str | int) -> Any:
    try:
        return value if convert is None else convert(value)
    except Odd:
        return value


@cache
def converter(kind: Any, strict: bool) -> Converter | None:
    """What turns JSON into the type, or None where JSON's own value will do.

    It raises `Odd` over a value of another kind. What is inside a value is converted as strictly
    as `strict` says.
    """
    origin, arguments = get_origin(kind) or kind, get_args(kind)
    if origin is Union or origin is types.UnionType:
        return _union(arguments, strict)
    if origin is list and not strict and arguments and _is_model(arguments[0]):
        return _unread_list_of(arguments[0])
    if origin in (list, dict):
        item = converter(arguments[-1] if arguments else Any, strict)
        within = _list_of if origin is list else _mapping_of
        return (
            within(item, _strictly if strict else _leniently)
            if item or strict
            else None
        )
    if _is_model(origin):
        return lambda value: model_converter(kind, strict)(
            value
        )  # a model may hold itself
    if isinstance(origin, type) and issubclass(origin, OpenEnum):
        return _enum(origin)
    if origin is datetime:
        return _moment
    if origin is date:
        return _day
    if not strict:
        return None
    if origin is Literal:
        return _only(lambda value: value in arguments, f"one of {arguments}")
    return _only(*_CHECKS[origin]) if origin in _CHECKS else None


_CHECKS: dict[Any, tuple[Callable[[Any], bool], str]] = {
    str: (lambda value: isinstance(value, str), "text"),
    bool: (lambda value: isinstance(value, bool), "true or false"),
    int: (lambda value: type(value) is int, "an integer"),
    float: (lambda value: type(value) in (int, float) and isfinite(value), "a number"),
    type(None): (lambda value: value is None, "null"),
}


def _is_model(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, Model)


def _only(accepts: Callable[[Any], bool], expected: str) -> Converter:
    def convert(value: Any) -> Any:
        if accepts(value):
            return value
        raise Odd(expected, value)

    return convert


def _moment(value: Any) -> datetime:
    if isinstance(value, str):
        moment = parse_datetime(value)
        if moment is not None:
            return moment
    raise Odd("a date and time", value)


def _day(value: Any) -> date:
    day = parse_date(value) if isinstance(value, str) else None
    if day is None:
        raise Odd("a date", value)
    return day


def _enum(kind: type[OpenEnum]) -> Converter:
    known = {str(value): value for value in kind.known()}

    def convert(value: Any) -> Any:
        if not isinstance(value, str):
            raise Odd("text", value)
        return known.get(value) or kind(value)

    return convert


def _list_of(item: Converter | None, visit: Visit) -> Converter:
    def convert(value: Any) -> Any:
        if not isinstance(value, list):
            raise Odd("an array", value)
        return [visit(item, entry, index) for index, entry in enumerate(value)]

    return convert


def _unread_list_of(cls: Any) -> Converter:
    """Like `_list_of` models, which read themselves later; lists are long, so no more is done."""
    new, set_unread = object.__new__, Model.__dict__["_unread"].__set__

    def convert(value: Any) -> Any:
        if not isinstance(value, list):
            raise Odd("an array", value)
        one = model_converter(cls, False)  # not before: a model may hold itself
        if {*map(type, value)} != {dict}:  # an odd one stays as it came
            return [_leniently(one, entry, index) for index, entry in enumerate(value)]
        models = [*map(new, repeat(cls, len(value)))]
        any(map(set_unread, models, value))
        return models

    return convert


def _mapping_of(item: Converter | None, visit: Visit) -> Converter:
    def convert(value: Any) -> Any:
        if not isinstance(value, dict):
            raise Odd("an object", value)
        return {name: visit(item, entry, name) for name, entry in value.items()}

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
            return _strictly(converter(kind, True), value, "")
        except Odd:
            continue
    if strict:
        raise Odd("one of several types", value)
    return _leniently(converter(ranked[0], False), value, "")


def _distance(value: Any, kind: Any) -> tuple[int, int]:
    """How many keys a model does not know, and does not get; text comes last, it takes any text."""
    if isinstance(value, dict) and _is_model(kind):
        wires = set(wire_names(kind).values())
        return len(value.keys() - wires), len(wires - value.keys())
    return int(kind is str), 0


@cache
def model_converter(cls: Any, strict: bool) -> Converter:
    """What turns a JSON object into the model; a lenient one reads the fields when first asked."""
    fill, new = _filler(cls, strict), object.__new__
    set_unread = Model.__dict__["_unread"].__set__
    if not strict:
        READERS[cls] = fill

    def convert(data: Any) -> Any:
        if type(data) is not dict:
            raise Odd("an object", data)
        model = new(cls)
        if strict:
            fill(model, data)
        else:
            set_unread(model, data)
        return model

    return convert


def _filler(cls: type[Model[Any]], strict: bool) -> Callable[[Any, Any], None]:
    """What reads a JSON object into the slots of a model."""
    names = wire_names(cls)
    wires = tuple(names.values())
    known, whole = frozenset(wires), frozenset[str]()
    fetch = (
        itemgetter(*wires) if len(wires) > 1 else lambda data: [data[w] for w in wires]
    )
    convert_fields = (_strict_fields if strict else _lenient_fields)(cls)
    # The slots' own setters: a frozen class refuses assignment, and its __init__ is slower.
    setters = [getattr(cls, name).__set__ for name in (*names, "_absent", "_unread")]
    set_extra = Model.__dict__["_extra"].__set__

    def fill(model: Any, data: dict[str, Any]) -> None:
        try:
            values, absent = [*fetch(data)], whole
        except KeyError:
            values, absent = [data.get(name) for name in wires], known.difference(data)
        beyond = len(data) > len(values) - len(absent)
        convert_fields(values, data)
        if beyond:
            set_extra(model, {name: data[name] for name in data if name not in known})
        values += (absent, None)
        for set_slot, value in zip(setters, values, strict=True):
            set_slot(model, value)

    return fill


FieldsConverter = Callable[[list[Any], dict[str, Any]], None]


def _lenient_fields(cls: type[Model[Any]]) -> FieldsConverter:
    hints = field_types(cls)
    each = [converter(hints[attribute], False) for attribute in wire_names(cls)]
    conversions = [
        (index, convert) for index, convert in enumerate(each) if convert is not None
    ]

    def convert_fields(values: list[Any], data: dict[str, Any]) -> None:
        for index, convert in conversions:
            value = values[index]
            if value is not None:
                try:
                    values[index] = convert(value)
                except (Odd, RecursionError):
                    continue  # it stays as it came

    return convert_fields


def _strict_fields(cls: type[Model[Any]]) -> FieldsConverter:
    hints, names = field_types(cls), wire_names(cls)
    conversions = [converter(hints[attribute], True) for attribute in names]
    needed = [
        field.default is dataclasses.MISSING
        for field in dataclasses.fields(cast(Any, cls))
    ]
    fields = list(zip(names.values(), conversions, needed, strict=True))

    def convert_fields(values: list[Any], data: dict[str, Any]) -> None:
        for index, (name, convert, required) in enumerate(fields):
            if name in data:
                values[index] = _strictly(convert, data[name], name)
            elif required:
                raise Odd(f"the field {name!r}", OMIT)

    return convert_fields
