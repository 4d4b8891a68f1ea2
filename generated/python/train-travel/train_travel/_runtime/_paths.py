"""Puts ids into a path so that they stay what they are: one segment's text."""

from __future__ import annotations

import re
from functools import cache
from urllib.parse import quote

PathValue = str | int

_PLACEHOLDER = r"\{[^{}]*\}"
_DOTS = r"(\.|%2[eE]){1,2}"


@cache
def _literals(template: str) -> tuple[str, ...]:
    return tuple(re.split(_PLACEHOLDER, template))


def fill(template: str, values: tuple[PathValue, ...]) -> str:
    """The template, its placeholders filled in order; raises ValueError over an unsafe value."""
    first, *rest = _literals(template)
    if len(rest) != len(values):
        raise TypeError(f"{template} takes {len(rest)} ids, not {len(values)}")
    pieces = [first]
    for value, literal in zip(values, rest, strict=True):
        pieces += quote_segment(value), literal
    path = "".join(pieces)
    refuse_dot_segments(path)
    return path


def quote_segment(value: PathValue) -> str:
    """The value percent-encoded, `/` included."""
    if not isinstance(value, str | int) or isinstance(value, bool):
        raise TypeError(f"an id is text or an integer, not {type(value).__name__}")
    text = str.__str__(value) if isinstance(value, str) else str(value)
    if not text:
        raise ValueError("an id in a path cannot be empty")
    # Some servers decode %2F before they split the path, so dot segments inside are refused too.
    parts = re.split(r"[/\\]", text) if "." in text else ()
    if any(part in (".", "..") for part in parts):
        raise ValueError(
            f"an id in a path cannot hold the segments '.' and '..': {text[:80]!r}"
        )
    return quote(text, safe="")


def refuse_dot_segments(path: str) -> None:
    """Raises ValueError where a client or server on the way would shorten the path."""
    if ("." in path or "%" in path) and any(
        re.fullmatch(_DOTS, segment) for segment in path.partition("?")[0].split("/")
    ):
        raise ValueError(f"a path cannot hold the segments '.' and '..': {path[:80]!r}")
