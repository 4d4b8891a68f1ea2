"""Reads values of JSON into types that hold no model."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from functools import cache
from math import isfinite
from typing import Any, Literal, get_args, get_origin

from ._dates import parse_date, parse_datetime
from ._enums import OpenEnum
from ._omit import OMIT

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
        named = (s for s in self.steps[::-1] if s != "")
        steps = (f"[{s}]" if isinstance(s, int) else f".{s}" for s in named)
        return f"${''.join(steps)}: expected {self.expected}, found {self.found}"


@cache
def plain_converter(kind: Any, strict: bool) -> Converter | None:
    """What turns a plain value into the type, or None where JSON's own value will do.

    It raises `Odd` over a value of another kind.
    """
    if isinstance(kind, type) and issubclass(kind, OpenEnum):
        return _enum(kind)
    if kind is datetime:
        return _moment
    if kind is date:
        return _day
    if not strict:
        return None
    if get_origin(kind) is Literal:
        values = get_args(kind)
        return _only(lambda value: value in values, f"one of {values}")
    return _only(*_CHECKS[kind]) if kind in _CHECKS else None


_CHECKS: dict[Any, tuple[Callable[[Any], bool], str]] = {
    str: (lambda value: isinstance(value, str), "text"),
    bool: (lambda value: isinstance(value, bool), "true or false"),
    int: (lambda value: type(value) is int, "an integer"),
    float: (lambda value: type(value) in (int, float) and isfinite(value), "a number"),
    type(None): (lambda value: value is None, "null"),
}


def _only(accepts: Callable[[Any], bool], expected: str) -> Converter:
    def convert(value: Any) -> Any:
        if accepts(value):
            return value
        raise Odd(expected, value)

    return convert


def _moment(value: Any) -> datetime:
    moment = parse_datetime(value) if type(value) is str else None
    if moment is None:
        raise Odd("a date and time", value)
    return moment


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


def strictly(convert: Converter | None, value: Any, step: str | int) -> Any:
    """The value converted; what is odd is raised, with the step that led to it."""
    try:
        return value if convert is None else convert(value)
    except Odd as odd:
        odd.steps.append(step)
        raise


def leniently(convert: Converter | None, value: Any, step: str | int) -> Any:
    """The value converted; what is odd stays as it came."""
    try:
        return value if convert is None else convert(value)
    except Odd:
        return value


def list_of(item: Converter | None, visit: Visit) -> Converter:
    """Of an array; each item is visited, `strictly` or `leniently`."""

    def convert(value: Any) -> Any:
        if not isinstance(value, list):
            raise Odd("an array", value)
        return [visit(item, entry, index) for index, entry in enumerate(value)]

    return convert


def mapping_of(item: Converter | None, visit: Visit) -> Converter:
    """Of an object with names of any kind."""

    def convert(value: Any) -> Any:
        if not isinstance(value, dict):
            raise Odd("an object", value)
        return {name: visit(item, entry, name) for name, entry in value.items()}

    return convert


def copy_of(value: Any) -> Any:
    """The same JSON, which shares nothing with the value."""
    if type(value) is dict:
        copy = value.copy()
        for name, one in value.items():
            if type(one) is not str:  # most are text, which needs no call
                copy[name] = copy_of(one)
        return copy
    return [*map(copy_of, value)] if type(value) is list else value
