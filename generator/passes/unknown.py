"""What nobody said about an operation: neither its page nor ``api.toml``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from generator.config import ApiConfig, ErrorConfig
from generator.ir import ArrayType, Function, Operation, Origin, without_null
from generator.passes.answers import lists_objects, success_body
from generator.passes.entry import Entry, Standing, Topic
from generator.passes.places import bodies, chosen, is_open, places
from generator.passes.stated import body_fields
from generator.shown import shown

MOST_NAMES = 8
"""Names that a message repeats; the entry holds all of them."""

_ERROR = re.compile(r"\A(?:[1345](?:\d\d|XX)|default) ", re.IGNORECASE)
_BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")


def unknown(
    operation: Operation, config: ApiConfig, *, recovered: frozenset[str]
) -> Iterator[Entry]:
    """What is open on one page, at most one entry a topic.

    ``recovered`` are the places whose shape other pages gave away.
    """
    yield from _required(operation, config)
    yield from _shapes(operation, config, recovered)
    if config.errors == ErrorConfig() and not _describes_errors(operation):
        yield Entry(
            standing=Standing.UNKNOWN,
            topic=Topic.ERRORS,
            message="what an error answer holds is not said",
            span=operation.span,
            hint='[errors] message = "…"',
        )


def unpaged(function: Function, config: ApiConfig) -> Iterator[Entry]:
    """An entry where the function lists things and nobody says how the list goes on."""
    operation = function.operation
    stated = config.operations.get(operation.id)
    if stated is not None and stated.pagination is False:
        return
    path = list_path(function)
    if function.pagination is not None or path is None:
        return
    yield Entry(
        standing=Standing.UNKNOWN,
        topic=Topic.PAGINATION,
        message=f"how the list {f'`{shown(path)}` ' if path else ''}goes on is not said",
        span=operation.span,
        names=(path,) if path else (),
        hint=f'[pagination] style = "…", or [{table(operation)}] pagination = false',
    )


def list_path(function: Function) -> str | None:
    """Where the answer of a list keeps its items, ``""`` for the answer itself; ``None`` where
    the function lists nothing."""
    body = success_body(function.operation)
    if function.operation.method != "GET" or function.positional or body is None:
        return None
    if isinstance(without_null(body.type), ArrayType):
        return ""
    lists = [one for one in body_fields(body) if lists_objects(one)]
    return str(lists[0].name) if len(lists) == 1 else None


def table(operation: Operation) -> str:
    """The operation's table in ``api.toml``, for a hint."""
    return f"operations.{_key(operation.id)}"


def _key(name: str) -> str:
    return name if _BARE_KEY.fullmatch(name) else f'"{shown(name)}"'


def _required(operation: Operation, config: ApiConfig) -> Iterator[Entry]:
    stated = config.operations.get(operation.id)
    if stated is not None and stated.required is not None:
        return  # whoever lists what is required has said that the rest is not
    names = tuple(str(one.name) for one in chosen(operation) if one.required_origin is None)
    if names:
        yield Entry(
            standing=Standing.UNKNOWN,
            topic=Topic.REQUIRED,
            message=f"whether {_list(names)} must be given is not said",
            span=operation.span,
            names=names,
            hint=f"[{table(operation)}] required = [names of those that must]",
        )


def _shapes(operation: Operation, config: ApiConfig, recovered: frozenset[str]) -> Iterator[Entry]:
    stated = config.operations.get(operation.id)
    told = stated.fields if stated else {}
    open_places = [
        name
        for name, body in bodies(operation)
        if is_open(body.type) and not (name in told and told[name].type)
    ]
    open_places += [
        one.name
        for one in places(operation)
        if is_open(one.field.type) and one.field.type_origin is not Origin.CONFIG
    ]
    names = _once(one for one in open_places if one not in recovered)
    if names:
        yield Entry(
            standing=Standing.UNKNOWN,
            topic=Topic.SHAPE,
            message=f"what {_list(names)} {'holds' if len(names) == 1 else 'hold'} is not said",
            span=operation.span,
            names=names,
            hint=f'[{table(operation)}.fields.{_key(names[0])}] type = "…"',
        )


def _once(found: Iterable[str]) -> tuple[str, ...]:
    """The places in order; what answers of errors share, for the first status alone."""
    first: dict[str, str] = {}
    for name in found:
        first.setdefault(_ERROR.sub("error ", name), name)
    return tuple(first.values())


def _describes_errors(operation: Operation) -> bool:
    """Whether the page describes the body of an answer that is no success."""
    success = success_body(operation)
    return any(
        body is not success and not response.status.startswith("2")
        for response in operation.responses
        for body in response.bodies
    )


def _list(names: tuple[str, ...]) -> str:
    text = ", ".join(f"`{shown(one)}`" for one in names[:MOST_NAMES])
    more = len(names) - MOST_NAMES
    return f"{text} and {more} more" if more > 0 else text
