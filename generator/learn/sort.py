"""Traffic sorted by the operations it belongs to, and the rest counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from difflib import get_close_matches
from pathlib import PurePath

from generator.diagnostics import Diagnostics
from generator.ir import Operation
from generator.learn.exchange import Answer, Aside, Exchange, Json, PlainAnswer
from generator.learn.match import Routes
from generator.learn.pages import file_stem
from generator.shown import shown
from generator.source import SourceSpan
from generator.value import Struct, field

_UNKNOWN_THERE = frozenset({404, 405, 501})
"""Statuses by which a service says that it has no such operation either."""


class Heard(Struct, kw_only=True):
    """All traffic of one operation: its answers by status, and its accepted requests."""

    operation: Operation
    answers: dict[str, list[Json]] = field(default_factory=dict)
    statuses: Counter[int] = field(default_factory=Counter)
    accepted: list[Exchange] = field(default_factory=list)


class Sorted(Struct, kw_only=True):
    """The traffic of each operation by its id, and how much was put aside for which reason.

    ``undescribed`` counts requests by verb and path, without values; ``first`` says where the
    first of each was recorded.
    """

    heard: dict[str, Heard] = field(default_factory=dict)
    aside: Counter[Aside] = field(default_factory=Counter)
    undescribed: Counter[str] = field(default_factory=Counter)
    first: dict[str, str] = field(default_factory=dict)

    def of(self, operation: Operation) -> Heard:
        """The traffic of an operation, none at first."""
        return self.heard.setdefault(operation.id, Heard(operation=operation))


def sort_exchanges(
    exchanges: Iterable[Exchange], routes: Routes, skipped: frozenset[str], into: Sorted
) -> None:
    """Give each exchange to its operation, or count why it has none."""
    for one in exchanges:
        operation = routes.find(one)
        if isinstance(operation, Aside):
            into.aside[operation] += 1
            if operation is Aside.UNDESCRIBED and one.status not in {0, *_UNKNOWN_THERE}:
                label = routes.label(one)
                into.undescribed[label] += 1
                into.first.setdefault(label, f"entry {one.entry} of {PurePath(one.path).name}")
        elif operation.id in skipped:
            into.aside[Aside.SKIPPED] += 1
        else:
            _hear(one, operation, into)


def sort_answers(
    answers: Iterable[PlainAnswer],
    operations: Iterable[Operation],
    into: Sorted,
    diagnostics: Diagnostics,
) -> None:
    """Give each answer that was saved by itself to its page; an unknown page is an error."""
    by_name = {file_stem(one): one for one in operations}
    by_name |= {one.id: one for one in by_name.values()}
    for one in answers:
        operation = by_name.get(one.page)
        if operation is not None:
            into.of(operation).answers.setdefault(one.status, []).append(one.value)
            continue
        near = get_close_matches(one.page, sorted(by_name), n=1, cutoff=0.0)
        hint = f"The nearest page is {shown(near[0])}." if near else ""
        message = f"there is no page `{shown(one.page)}`"
        diagnostics.error("traffic-page", message, SourceSpan(path=one.path), hint)


def _hear(one: Exchange, operation: Operation, into: Sorted) -> None:
    if not 100 <= one.status <= 599:
        into.aside[Aside.FAILED] += 1
        return
    if 300 <= one.status < 400:
        into.aside[Aside.REDIRECT] += 1
        return
    heard = into.of(operation)
    heard.statuses[one.status] += 1
    if one.status < 300:
        heard.accepted.append(one)
    if isinstance(one.answer, Answer):
        heard.answers.setdefault(str(one.status), []).append(one.answer.value)
    else:
        into.aside[one.answer] += 1
