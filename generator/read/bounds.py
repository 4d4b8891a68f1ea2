"""Whether a page, or what was read from it, is more than the limits allow."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.diagnostics import Diagnostics
from generator.ir import (
    ArrayType,
    Body,
    Field,
    MapType,
    NullableType,
    ObjectType,
    Operation,
    TypeExpr,
    UnionType,
)
from generator.limits import Limits, within
from generator.read.items import LONGEST_NAME
from generator.read.markdown import is_flat
from generator.read.page import LONGEST_PATH, METHODS
from generator.read.path import placeholders
from generator.read.root import is_root
from generator.source import Source, SourceSpan

_ITEM = re.compile(r"(?<!\S)- (?:~~)?\*\*")
# Longer ones than these are read as text, whatever the limits: what they count must not get lost.
_LONG_NAME = re.compile(rf"(?<!\S)- (?:~~)?\*\*([^*\n]{{{LONGEST_NAME + 1},}})")
_LONG_PATH = re.compile(
    rf"(?:^[ \t]{{0,3}}|(?<!\S))\*\*(?:{'|'.join(METHODS)}) ([^*\s]{{{LONGEST_PATH + 1},}})",
    re.MULTILINE,
)


def is_small(source: Source, limits: Limits, diagnostics: Diagnostics) -> bool:
    """Whether a page may be read at all: decided by counting, before anything is parsed."""
    return all(
        within(limits, name, found, span=source.span(at), diagnostics=diagnostics)
        for name, found, at in _counted(source, limits)
    )


def _counted(source: Source, limits: Limits) -> Iterator[tuple[str, int, int]]:
    """A limit, how much of it there is, and where; the cheapest first."""
    text = source.text
    yield "fields", *_items(text, limits.fields)
    longest, at = _longest_line(text)
    # A copy without line breaks is one line; there the limit of descriptions holds.
    if longest > limits.line and not is_flat(text) and not is_root(source):
        yield "line", longest, at
    for found in _LONG_NAME.finditer(text):
        yield "name", len(found[1]), found.start()
    for found in _LONG_PATH.finditer(text):
        yield "path", len(found[1]), found.start()


def _items(text: str, allowed: int) -> tuple[int, int]:
    """How many items there are, and where the first stands that is one too many."""
    number, at = 0, 0
    for found in _ITEM.finditer(text):
        number += 1
        if number == allowed + 1:
            at = found.start()
    return number, at


def _longest_line(text: str) -> tuple[int, int]:
    """The length of the longest line and where it begins."""
    longest, at, start = 0, 0, 0
    for line in text.split("\n"):
        if len(line) > longest:
            longest, at = len(line), start
        start += len(line) + 1
    return longest, at


def check_operation(operation: Operation, limits: Limits, diagnostics: Diagnostics) -> None:
    """Report each part of an operation that is more than the limits allow."""
    for name, found, span in _measured(operation):
        within(limits, name, found, span=span or operation.span, diagnostics=diagnostics)


def _measured(operation: Operation) -> Iterator[tuple[str, int, SourceSpan | None]]:
    """Every limit of an operation with how much of it there is, and where."""
    span = operation.span
    yield "title", len(operation.title), span
    yield "path", len(operation.path), span
    yield "placeholders", len(placeholders(operation.path)), span
    yield "parameters", len(operation.parameters), span
    yield "description", len(operation.description), span
    for server in operation.servers:
        yield "url", len(server.url), server.span
    for name in (*operation.auth, *operation.roles):
        yield "name", len(name), span
    for parameter in operation.parameters:
        yield from _field(parameter)
    for body in operation.bodies:
        yield from _body(body)
    for response in operation.responses:
        yield "description", len(response.description), response.span
        for header in response.headers:
            yield from _field(header)
        for body in response.bodies:
            yield from _body(body)


def _body(body: Body) -> Iterator[tuple[str, int, SourceSpan | None]]:
    yield "description", len(body.description), body.span
    yield from _notation(body.notation, body.span)
    yield from _type(body.type, body.span)


def _field(one: Field) -> Iterator[tuple[str, int, SourceSpan | None]]:
    yield "name", len(one.name), one.span
    yield "description", len(one.description), one.span
    if one.default is not None:
        yield "default", len(str(one.default.value)), one.span
    if one.values is not None:
        yield "values", len(one.values.values), one.span
        for value in one.values.values:
            yield "default", len(str(value)), one.span
    yield from _notation(one.notation, one.span)
    yield from _type(one.type, one.span)


def _notation(text: str, span: SourceSpan) -> Iterator[tuple[str, int, SourceSpan | None]]:
    """What a type holds as it is written: the type itself is what was understood of it."""
    yield "type-length", len(text), span
    yield "type-nesting", text.count("["), span
    yield "union", text.count("|") + 1, span


def _type(type_: TypeExpr, span: SourceSpan) -> Iterator[tuple[str, int, SourceSpan | None]]:
    match type_:
        case ArrayType(item=inner) | NullableType(item=inner) | MapType(value=inner):
            yield from _type(inner, span)
        case UnionType(members=members):
            for member in members:
                yield from _type(member, span)
        case ObjectType(fields=inside):
            yield "model-fields", len(inside), span
            for one in inside:
                yield from _field(one)
