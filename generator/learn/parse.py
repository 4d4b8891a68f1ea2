"""Text as a JSON value, within limits that keep hostile nesting and numbers out."""

from __future__ import annotations

import json
from typing import NoReturn, cast

from generator.learn.exchange import Json

MAX_DEPTH = 60
"""Levels of an answer; every walk over a value may then call itself for each level."""


class TooDeep(ValueError):
    """The value is nested deeper than anybody's answer is."""


def parse(text: str) -> Json:
    """The value of a JSON text; a byte order mark in front is no fault.

    Raises ``json.JSONDecodeError`` with the place of a syntax error, ``TooDeep``, or another
    ``ValueError`` for a number that is none in JSON or cannot be held.
    """
    try:
        value = json.loads(text.removeprefix("\ufeff"), parse_constant=_refuse)
    except RecursionError:
        raise TooDeep("is nested too deeply") from None
    return cast(Json, value)


def check_depth(value: Json) -> None:
    """Raise ``TooDeep`` where the value has more than ``MAX_DEPTH`` levels."""
    level: list[Json] = [value]
    for _ in range(MAX_DEPTH):
        level = [inner for outer in level for inner in _children(outer)]
        if not level:
            return
    raise TooDeep(f"is nested deeper than {MAX_DEPTH} levels")


def _children(value: Json) -> list[Json]:
    if isinstance(value, dict):
        return list(value.values())
    return value if isinstance(value, list) else []


def _refuse(constant: str) -> NoReturn:
    raise ValueError(f"holds {constant}, which is no number in JSON")
