"""What ``lint`` prints: findings, and beside them the ledger of each API."""

from __future__ import annotations

import json
from collections.abc import Iterable

from generator import report
from generator.diagnostics import Diagnostic
from generator.passes.entry import Entry, Standing
from generator.passes.ledger import Total, ledger, totals
from generator.run import Reading
from generator.shown import printable
from generator.value import Struct

MOST = 100
"""How many lines of an API's ledger are printed unless all are asked for."""


class Ledger(Struct, frozen=True, kw_only=True):
    """The ledger of one API of so many operations."""

    name: str
    operations: int
    entries: tuple[Entry, ...]


def open_ledger(reading: Reading) -> Ledger:
    """The ledger of an API that was read."""
    documents = reading.documents
    return Ledger(
        name=documents.name,
        operations=len(reading.api.operations),
        entries=ledger(reading.api, documents.config, documents.sources),
    )


def text(ledgers: Iterable[Ledger], *, most: int | None = MOST) -> str:
    """For each API a line an entry, at most ``most``, and the totals below."""
    return "\n".join(line for one in ledgers for line in _lines(one, most))


def as_json(found: Iterable[Diagnostic], ledgers: tuple[Ledger, ...]) -> str:
    """One object: ``diagnostics``, ``inferred``, ``unknown`` and ``totals``, nothing left out."""
    every = {
        "diagnostics": report.objects(found),
        "inferred": _objects(ledgers, Standing.INFERRED),
        "unknown": _objects(ledgers, Standing.UNKNOWN),
        "totals": [_totals_object(one) for one in ledgers],
    }
    return json.dumps(every, indent=2)


def github(found: Iterable[Diagnostic], ledgers: tuple[Ledger, ...]) -> str:
    """The findings as annotations, and one notice of all totals."""
    sums = "\n".join(f"{one.name}: {_sum(one)}" for one in ledgers if one.entries)
    notices = [report.notice("ledger", sums)] if sums else []
    return "\n".join([*filter(None, [report.github(found)]), *notices])


def _lines(one: Ledger, most: int | None) -> list[str]:
    lines = [_line(entry) for entry in one.entries[:most]]
    more = len(one.entries) - len(lines)
    if more:
        lines.append(f"… and {more} more; --all shows them")
    title = printable(f"{one.name}: {report.plural(one.operations, 'operation')}")
    return [*lines, title, *(_total(total) for total in totals(one.entries))]


def _line(one: Entry) -> str:
    line = f"{one.span}: {one.standing.value}[{one.topic.value}]: {one.message}"
    if one.words:
        line += f" — read in “{one.words}”"
    if one.rule:
        line += f" (rule {one.rule})"
    if one.hint:
        line += f" — api.toml: {one.hint}"
    return printable(line)


def _total(one: Total) -> str:
    pages = report.plural(one.pages, "page")
    return f"  {one.standing.value:<8}  {one.topic.value:<14} {one.number:>6} on {pages}"


def _sum(one: Ledger) -> str:
    """All totals of an API on one line."""
    found = totals(one.entries)
    parts = []
    for standing in Standing:
        mine = [f"{x.topic.value} {x.number}" for x in found if x.standing is standing]
        if mine:
            parts.append(f"{standing.value} {', '.join(mine)}")
    return "; ".join(parts)


def _objects(ledgers: tuple[Ledger, ...], standing: Standing) -> list[dict[str, object]]:
    return [
        _object(one.name, entry)
        for one in ledgers
        for entry in one.entries
        if entry.standing is standing
    ]


def _object(api: str, one: Entry) -> dict[str, object]:
    """The parts an entry of its standing has; strings of a page as they are."""
    plain: dict[str, object] = {
        "api": api,
        "operation": one.operation,
        "path": one.span.path,
        "line": one.span.line,
        "column": one.span.column,
        "length": one.span.length,
        "topic": one.topic.value,
        "names": list(one.names),
        "message": one.message,
    }
    if one.standing is Standing.UNKNOWN:
        return {**plain, "pages": one.pages, "hint": one.hint}
    return {
        **plain,
        "value": dict(one.limits) or one.value,
        "origin": one.origin.value if one.origin else "",
        "rule": one.rule,
        "words": one.words,
    }


def _totals_object(one: Ledger) -> dict[str, object]:
    found = totals(one.entries)
    sums = {
        standing.value: {
            x.topic.value: {"number": x.number, "pages": x.pages}
            for x in found
            if x.standing is standing
        }
        for standing in Standing
    }
    return {"api": one.name, "operations": one.operations, **sums}
