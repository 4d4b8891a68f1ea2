"""A page as an Operation: what every dialect has in common."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from generator.diagnostics import Diagnostics
from generator.ir import (
    Body,
    Link,
    Location,
    Operation,
    Origin,
    Parameter,
    Response,
    ScalarKind,
    ScalarType,
    Server,
    Trace,
    WireName,
    retraced,
    traced,
)
from generator.ir.words import words
from generator.limits import Limits
from generator.read.bounds import check_operation
from generator.read.choose import report_headings_in_text
from generator.read.items import with_place
from generator.read.markdown import Layout, outline
from generator.read.marks import Kind, Reading, Vocabulary
from generator.read.page import Page, split_pages
from generator.read.path import is_usable, placeholders
from generator.read.prose import infer, is_marked_alone
from generator.read.responses import read_responses
from generator.read.sections import read_bodies, read_groups, read_names, read_servers
from generator.source import Source

_TITLE_MARK = re.compile(
    r"~~.*~~\Z|[*_]{0,2}[\[(]?deprecated(?:[\])*_:!]+[*_:]{0,2}|\s[-–—])\s"
    r"|.*?(?:\s[*_]{0,2}[\[(]deprecated[\])][*_]{0,2}|\s[*_]{1,2}deprecated[*_]{1,2}"
    r"|\s[-–—|]\sdeprecated)\Z",
    re.IGNORECASE,
)
_LINK_AT_END = re.compile(r"(?:\A|[.!?:)]\s+)\[([^\[\]]{1,300})\]\(([^()\s]{1,2000})\)\Z")


def read_operations(
    source: Source, vocabulary: Vocabulary, diagnostics: Diagnostics, limits: Limits
) -> tuple[Operation, ...]:
    """The operations of a document in a dialect's words; none where it names no verb and path."""
    reading = Reading(
        source=source, outline=outline(source), diagnostics=diagnostics, limits=limits
    )
    operations: list[Operation] = []
    for page in split_pages(reading, vocabulary):
        if is_usable(reading, page.path, page.verb):
            operations.append(_operation(reading, page, first=not operations))
            if reading.layout is Layout.FLAT:
                report_headings_in_text(reading, vocabulary, page.description)
            check_operation(operations[-1], limits, diagnostics)
    return tuple(operations)


def _operation(reading: Reading, page: Page, *, first: bool) -> Operation:
    description = _description(reading, page)
    return Operation(
        id=_id(reading.source.path, page, first),
        title=page.title,
        method=with_place(reading, page.method, *page.verb, fact="verb and path"),
        path=with_place(reading, page.path, *page.verb, fact="verb and path"),
        description=description,
        servers=_servers(reading, page),
        auth=_names(reading, page, Kind.AUTH),
        roles=_names(reading, page, Kind.ROLES),
        links=_links(description),
        parameters=_parameters(reading, page),
        bodies=_bodies(reading, page),
        responses=_responses(reading, page),
        deprecated=_is_deprecated(page.title, description),
        span=reading.span(*page.verb),
    )


def _id(path: str, page: Page, first: bool) -> str:
    """The page's name; the verb and path where it has none or holds several operations."""
    stem = PurePosixPath(path).name.removesuffix(".md").removeprefix("operation-")
    if first and stem.strip("-. "):
        return stem
    return "-".join((page.method.lower(), *words(page.path)))


def _description(reading: Reading, page: Page) -> str:
    text = reading.slice(*page.description)
    return with_place(reading, text, *page.description, fact="description")


def _is_deprecated(title: str, description: str) -> bool:
    """Whether a mark in the title, which keeps it, or the description says so."""
    if ("deprecated" in title.lower() or "~~" in title) and _TITLE_MARK.match(title):
        return True
    return is_marked_alone(description) or infer(description).deprecated


def _links(description: str) -> tuple[Link, ...]:
    """The link that ends the description: where external documentation is printed."""
    found = _LINK_AT_END.search(description, max(0, len(description) - 2400))
    if not found:
        return ()
    text, url = (retraced(one, description) for one in (" ".join(found[1].split()), found[2]))
    return (Link(text=text, url=url),)


def _servers(reading: Reading, page: Page) -> tuple[Server, ...]:
    return tuple(
        server
        for section in page.of(Kind.SERVERS)
        for server in read_servers(reading, section.mark.end, section.end)
    )


def _names(reading: Reading, page: Page, kind: Kind) -> tuple[str, ...]:
    return tuple(
        name
        for section in page.of(kind)
        for name in read_names(reading, section.mark.end, section.end)
    )


def _bodies(reading: Reading, page: Page) -> tuple[Body, ...]:
    parts = []
    for section in page.of(Kind.PARAMETERS, Kind.BODY_PARAMETERS):
        if section.mark.kind is Kind.BODY_PARAMETERS:
            parts.append((section.mark, section.end))
        parts += [(mark, end) for mark, end in section.parts() if mark.kind is Kind.BODY]
    return read_bodies(reading, parts)


def _responses(reading: Reading, page: Page) -> tuple[Response, ...]:
    return tuple(
        response
        for section in page.of(Kind.RESPONSES)
        for response in read_responses(reading, section)
    )


def _parameters(reading: Reading, page: Page) -> tuple[Parameter, ...]:
    """The parameters as listed, then those that only the path names."""
    listed = tuple(
        parameter
        for section in page.of(Kind.PARAMETERS)
        for parameter in read_groups(reading, section)
    )
    in_path = {one.name for one in listed if one.location is Location.PATH}
    missing = [name for name in placeholders(page.path) if name not in in_path]
    span = reading.span(*page.verb)
    for name in missing:
        reading.diagnostics.note(
            "undeclared-placeholder",
            f"the path holds '{{{name}}}', which is not among the path parameters",
            span,
            f"list '- **{name}** (string)' under Path parameters",
        )
    added = (
        Parameter(
            name=WireName(traced(name, [Trace(span=span, fact="verb and path", name=name)])),
            type=ScalarType(kind=ScalarKind.STRING),
            type_origin=Origin.CONVENTION,
            required=True,
            required_origin=Origin.STATED,
            span=span,
            location=Location.PATH,
        )
        for name in missing
    )
    return (*listed, *added)
