"""What was recorded of one request and its answer, and why some of it is left aside."""

from __future__ import annotations

from enum import StrEnum
from typing import TypeAlias

from generator.value import Struct

Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"
"""A JSON value as ``json.loads`` gives it."""


class Aside(StrEnum):
    """Why an exchange teaches nothing; counted and told, never an error."""

    MALFORMED = "entries that are no exchange"
    FAILED = "requests without an answer"
    OTHER_HOST = "requests to other hosts"
    PREFLIGHT = "preflights"
    UNDESCRIBED = "requests no page describes"
    AMBIGUOUS = "requests several pages describe alike"
    SKIPPED = "requests of pages that api.toml skips"
    REDIRECT = "redirects and answers not modified"
    EMPTY = "answers without a body"
    NOT_JSON = "answers that are not JSON"
    UNREADABLE = "JSON answers that cannot be read"
    UNSTATED = "answers of a status or body no page describes"


class Answer(Struct, frozen=True, kw_only=True):
    """The JSON value of an answer; ``None`` is a value like any other."""

    value: Json


class Exchange(Struct, frozen=True, kw_only=True):
    """One request with its answer, or the reason why the answer is no JSON value.

    ``entry`` counts from 1 in the file ``path``. ``query`` and ``fields`` are the names sent in the
    query and, at its top level, in the body; ``pairs`` the query with its values.
    """

    path: str
    entry: int
    method: str
    url: str
    status: int
    answer: Answer | Aside
    pairs: tuple[tuple[str, str], ...] = ()
    fields: tuple[str, ...] = ()

    @property
    def query(self) -> tuple[str, ...]:
        """The names of the query, each once."""
        return tuple(dict.fromkeys(name for name, _ in self.pairs))


class PlainAnswer(Struct, frozen=True, kw_only=True):
    """One answer that somebody saved by itself, with the page and status it belongs to."""

    path: str
    page: str
    status: str
    value: Json


class Traffic(Struct, frozen=True, kw_only=True):
    """All that was recorded, in the order of files and entries; ``malformed`` entries were none."""

    exchanges: tuple[Exchange, ...] = ()
    answers: tuple[PlainAnswer, ...] = ()
    malformed: int = 0
