"""An API and its recorded traffic -> example files to write, and drift."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from generator.diagnostics import Diagnostics
from generator.ir import ArrayType, Location, ObjectType, Operation, without_null
from generator.learn import drift
from generator.learn.compare import UNNAMED, Place, compare
from generator.learn.exchange import Aside, Exchange, Json, Traffic
from generator.learn.files import ExampleFile
from generator.learn.match import Routes, bases_by_operation
from generator.learn.pages import (
    fields_of,
    file_stem,
    json_body,
    known_values,
    page_operations,
    response_for,
)
from generator.learn.scrub import Scrubber
from generator.learn.sort import Heard, Sorted, sort_answers, sort_exchanges
from generator.run import Reading
from generator.source import SourceSpan
from generator.value import Struct


class Lesson(Struct, frozen=True, kw_only=True):
    """The files that traffic fills, and what became of all of it.

    ``learned`` counts the answers that were looked at, ``aside`` the rest by its reason.
    """

    files: tuple[ExampleFile, ...]
    learned: int
    aside: Counter[Aside]


def learn(
    reading: Reading, traffic: Traffic, diagnostics: Diagnostics, *, base_urls: Sequence[str] = ()
) -> Lesson:
    """What traffic teaches of an API; drift goes to ``diagnostics``, without any value.

    The API answers at the servers of its pages and ``api.toml``, and at ``base_urls``.
    """
    operations = page_operations(reading)
    fields = [one for operation in operations for one in fields_of(operation)]
    scrubber = Scrubber({one.name for one in fields}, known_values(fields))
    found = Sorted(aside=Counter({Aside.MALFORMED: traffic.malformed}))
    sort_exchanges(
        traffic.exchanges,
        _routes(reading, operations, base_urls, diagnostics, needed=bool(traffic.exchanges)),
        frozenset(name for name, one in reading.documents.config.operations.items() if one.skip),
        found,
    )
    sort_answers(traffic.answers, operations, found, diagnostics)
    root = SourceSpan(path=reading.documents.sources[0].path)
    drift.report_undescribed(found.undescribed, found.first, root, diagnostics)
    auth = frozenset(one.query for one in reading.documents.config.auth.values() if one.query)
    calls = Counter((one.method, one.sent_path) for one in operations)
    files = []
    learned = 0
    for heard in sorted(found.heard.values(), key=lambda one: one.operation.id):
        files += _files(heard, scrubber, diagnostics, aside=found.aside)
        learned += sum(map(len, heard.answers.values()))
        # Where several pages share an address, others may list what is sent.
        if calls[heard.operation.method, heard.operation.sent_path] == 1:
            _report_sent(heard, auth, scrubber, diagnostics)
    learned -= found.aside[Aside.UNSTATED]
    return Lesson(files=tuple(files), learned=learned, aside=+found.aside)


def _routes(
    reading: Reading,
    operations: tuple[Operation, ...],
    base_urls: Sequence[str],
    diagnostics: Diagnostics,
    *,
    needed: bool,
) -> Routes:
    stated = reading.documents.config.client.base_url
    bases = bases_by_operation(
        operations,
        shared=[one.url for one in reading.api.servers],
        given=[*base_urls, *([stated] if stated else [])],
    )
    if needed and not any(bases.values()):
        span = SourceSpan(path=reading.documents.sources[0].path)
        hint = "Say where the API was recorded: --base-url https://api.example.com/v1"
        message = "neither pages nor api.toml name a server with a host"
        diagnostics.error("config-base-url", message, span, hint)
    return Routes((one, bases[one.id]) for one in operations)


def _files(
    heard: Heard, scrubber: Scrubber, diagnostics: Diagnostics, *, aside: Counter[Aside]
) -> list[ExampleFile]:
    """The file of each response, and drift of the answers."""
    operation = heard.operation
    undescribed = {
        status: number
        for status, number in heard.statuses.items()
        if response_for(operation, str(status)) is None
    }
    drift.report_statuses(operation, Counter(undescribed), diagnostics)
    by_response: dict[str, list[Json]] = {}
    for status, answers in heard.answers.items():
        response = response_for(operation, status)
        if response is None:
            aside[Aside.UNSTATED] += len(answers)
        else:
            by_response.setdefault(response.status, []).extend(answers)
    found = []
    for status, answers in sorted(by_response.items()):
        one = _file(operation, status, answers, scrubber, diagnostics)
        if one is None:
            aside[Aside.UNSTATED] += len(answers)
        else:
            found.append(one)
    return found


def _file(
    operation: Operation,
    status: str,
    answers: list[Json],
    scrubber: Scrubber,
    diagnostics: Diagnostics,
) -> ExampleFile | None:
    """The file of one response, named by the page and the status as the page prints it."""
    response = response_for(operation, status)
    assert response is not None, "it was chosen among those of the page"
    body = json_body(response)
    tally = drift.Tally()
    if body is None:
        tally.answers = len(answers)
        drift.report_no_body(tally, response, diagnostics)
        return None
    place = Place(stated=body.notation)
    for one in answers:
        tally.add(compare(one, body.type, place, is_name=scrubber.is_name))
    drift.report_body(tally, response, body.span, diagnostics)
    return ExampleFile(
        name=f"{file_stem(operation)}.{response.status}.json",
        answers=tuple(scrubber.scrub(one) for one in answers),
        lists=isinstance(without_null(body.type), ArrayType),
    )


def _report_sent(
    heard: Heard, auth: frozenset[str], scrubber: Scrubber, diagnostics: Diagnostics
) -> None:
    """What accepted requests held beyond what the page lists."""
    operation = heard.operation
    query = {str(one.name) for one in operation.parameters if one.location is Location.QUERY}
    query |= auth | {name for name, _ in operation.fixed_query}
    body: set[str] = set()
    for one in operation.bodies:
        type_ = without_null(one.type)
        body |= (
            {str(field.name) for field in type_.fields} if isinstance(type_, ObjectType) else set()
        )
    names: Counter[tuple[str, str]] = Counter()
    for exchange in heard.accepted:
        names.update(_unlisted(exchange, query, body, scrubber))
    drift.report_sent(operation, names, len(heard.accepted), diagnostics)


def _unlisted(
    exchange: Exchange, query: set[str], body: set[str], scrubber: Scrubber
) -> set[tuple[str, str]]:
    """The names a request sent that are not listed; ``tags[]`` and ``filter[x]`` by their head."""
    sent = [("query", one, query) for one in exchange.query]
    sent += [("body", one, body) for one in exchange.fields if body]
    found = set()
    for place, name, listed in sent:
        head = name.partition("[")[0]
        if name not in listed and head not in {one.partition("[")[0] for one in listed}:
            found.add((place, head if scrubber.is_name(head) else UNNAMED))
    return found
