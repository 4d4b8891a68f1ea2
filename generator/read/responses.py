"""The responses of a page: status, description, headers and bodies."""

from __future__ import annotations

import re

from generator.ir import Field, Response, retraced
from generator.read.choose import Section
from generator.read.fields import read_fields
from generator.read.items import description, with_place
from generator.read.marks import Kind, Mark, Reading
from generator.read.sections import read_bodies

_STATUS = re.compile(r"[1-5](?:\d\d|XX)|default")


def read_responses(reading: Reading, section: Section) -> tuple[Response, ...]:
    """One response for each status heading of the section, in the page's order."""
    responses: dict[str, Response] = {}
    for mark, below, end in _statuses(section):
        status = _status(mark.name)
        if not _STATUS.fullmatch(status):
            reading.diagnostics.warning(
                "unknown-status",
                f"'{mark.name}' is no status; its response is left out",
                reading.span(mark.start, mark.end),
                "use 100 to 599, 1XX to 5XX or default",
            )
        elif status in responses:
            reading.diagnostics.warning(
                "duplicate-section",
                f"a second response {status} is left out",
                reading.span(mark.start, mark.end),
                "keep one response of each status",
            )
        else:
            responses[status] = _response(reading, status, mark, below, end)
    return tuple(responses.values())


def _statuses(section: Section) -> list[tuple[Mark, list[tuple[Mark, int]], int]]:
    """Each status heading, the headings below it with their ends, and its own end."""
    found: list[tuple[Mark, list[tuple[Mark, int]], int]] = []
    for mark, end in section.parts():
        if mark.kind is Kind.STATUS:
            found.append((mark, [], end))
        elif found and mark.kind in (Kind.HEADERS, Kind.BODY):
            found[-1][1].append((mark, end))
        elif found and not found[-1][1]:
            # A heading that has no place in a response belongs to its description.
            found[-1] = (found[-1][0], [], end)
    return found


def _response(
    reading: Reading, status: str, mark: Mark, below: list[tuple[Mark, int]], end: int
) -> Response:
    headers: dict[str, Field] = {}
    for one, stop in below:
        if one.kind is Kind.HEADERS:
            for field in read_fields(reading, one.end, stop)[0]:
                headers.setdefault(field.name, field)
    stop = below[0][0].start if below else end
    text = description(reading, mark.end, stop, indent=None, of=status, fact="response")
    return Response(
        status=with_place(reading, status, mark.start, mark.end, fact="status", of=status),
        description=retraced(text.removeprefix(":").lstrip(), text),
        headers=tuple(headers.values()),
        bodies=read_bodies(reading, [part for part in below if part[0].kind is Kind.BODY]),
        span=reading.span(mark.start, mark.end),
    )


def _status(name: str) -> str:
    return "default" if name.lower() == "default" else name.upper()
