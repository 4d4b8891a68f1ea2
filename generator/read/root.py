"""The root page of a documentation: title, version, description, servers and groups."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum

from generator.diagnostics import Diagnostics
from generator.ir import Root, RootGroup
from generator.read.footer import last_footer
from generator.read.items import with_place
from generator.read.markdown import outline
from generator.read.marks import Reading
from generator.read.other import is_group
from generator.read.sections import read_servers
from generator.source import Source, SourceSpan
from generator.value import Struct

_HEADING = re.compile(
    r"(?<!\S)## (Description|Servers|Topics|Endpoints and operations|Endpoints|Webhooks|APIs)(?!\S)"
)
_LISTING = ("Endpoints and operations", "Endpoints", "Webhooks")
_VERSION = re.compile(
    r"\A\s*(?:This is version `([^`\n]{1,100})` of this API documentation\.\s*)?"
    r"(?:Last update on [^.\n]{1,40}\.\s*)?"
)
_ENTRY = re.compile(
    r"(?<!\S)(### )?(?:- )?\[((?:[^\[\]]|\[[^\[\]]{0,200}\]){1,400})\]\(<?([^()<>\s]{1,2000})>?\)"
)
_PAGE_NAME = re.compile(r"(?:\A|/)(operation-[^/()\s?#]{1,300}?)(?:\.md)?(?:[?#].*)?\Z")
_GROUP_NAME = re.compile(r"(?:\A|/)group/")
_VERB = re.compile(r"(?:^[ \t]{0,3}|(?<!\S))\*\*[A-Z]{3,7} \S{1,8192}\*\*(?!\S)", re.MULTILINE)


class LinkKind(StrEnum):
    """What a link of a root leads to."""

    PAGE = "page"
    GROUP = "group"
    API = "api"


class RootLink(Struct, frozen=True, kw_only=True):
    """A link of a list in a root, as it is written there.

    ``name`` is a page's (``operation-…``), and the link's text for anything else.
    """

    kind: LinkKind
    name: str
    address: str
    span: SourceSpan


def root_links(source: Source) -> tuple[RootLink, ...]:
    """The operation pages, groups and, in a hub, APIs that a document lists, in order.

    Of a root those of its lists; of any other document, a group's page or a list of somebody's
    own, all of them.
    """
    if not is_root(source) and "## APIs" not in source.text:
        return tuple(_links(source, 0, len(source.text)))
    parts = _parts(source.text, len(source.text))
    listed = [link for name in _LISTING if name in parts for link in _links(source, *parts[name])]
    return (*listed, *(_links(source, *parts["APIs"], others=True) if "APIs" in parts else ()))


def is_root(source: Source) -> bool:
    """Whether a document is a root: a title and lists of pages, and no operation of its own.

    The title of an API that has none is a ``#`` alone.
    """
    if not re.match(r"\s*#\s+\S", source.text) or _is_operation(source):
        return False
    headings = {found[1] for found in _HEADING.finditer(source.text)}
    listed = bool(headings & {*_LISTING, "APIs", "Topics"})
    return (listed or "Description" in headings) and not is_group(source)


def read_root(source: Source, diagnostics: Diagnostics) -> Root | None:
    """What a root says of the whole API; ``None`` for any other document."""
    if not is_root(source):
        return None
    reading = Reading(source=source, outline=outline(source), diagnostics=diagnostics)
    footer = last_footer(source.text, 0, len(source.text))
    end = footer[0] if footer else len(source.text)
    parts = _parts(reading.text, end)
    version, description = _description(reading, parts)
    described = parts.get("Description", (0, 0))
    servers = parts.get("Servers")
    return Root(
        title=with_place(reading, _title(source.text), 0, _title_end(source.text), fact="title"),
        version=with_place(reading, version, *described, fact="version"),
        description=with_place(reading, description, *described, fact="description"),
        servers=read_servers(reading, *servers) if servers else (),
        groups=tuple(
            group
            for name in _LISTING
            if name in parts
            for group in _groups(reading, name, *parts[name])
        ),
        span=source.span(0, 1),
    )


def _is_operation(source: Source) -> bool:
    """Whether the document's own verb line comes before any list of pages."""
    verb = _VERB.search(source.text)
    return verb is not None and _HEADING.search(source.text, 0, verb.start()) is None


def _parts(text: str, end: int) -> dict[str, tuple[int, int]]:
    """The sections by name; a description's own headings of these words come before the real."""
    marks = list(_HEADING.finditer(text, 0, end))
    servers = [one.start() for one in marks if one[1] == "Servers"]
    if servers:
        first = next((one.start() for one in marks if one[1] == "Description"), 0)
        marks = [one for one in marks if one.start() <= first or one.start() >= servers[-1]]
    stops = [*(one.start() for one in marks[1:]), end]
    parts: dict[str, tuple[int, int]] = {}
    for one, stop in zip(marks, stops, strict=False):
        parts.setdefault(one[1], (one.end(), stop))
    return parts


def _title(text: str) -> str:
    line = text[: _title_end(text)].strip().removeprefix("#")
    title = re.split(r"\n| OpenAPI file: ", line.strip(), maxsplit=1)[0]
    return " ".join(title.split())


def _title_end(text: str) -> int:
    heading = _HEADING.search(text)
    return heading.start() if heading else len(text)


def _description(reading: Reading, parts: dict[str, tuple[int, int]]) -> tuple[str, str]:
    """The version and the text without the sentences that Bump puts before it."""
    if "Description" not in parts:
        return "", ""
    text = reading.slice(*parts["Description"])
    lead = _VERSION.match(text)
    return (lead[1] or "", text[lead.end() :].strip()) if lead else ("", text)


def _groups(reading: Reading, name: str, start: int, end: int) -> list[RootGroup]:
    """The groups of a list of pages; pages before any group stand under the list's own name."""
    groups: list[tuple[str, list[str]]] = []
    for entry in _ENTRY.finditer(reading.text, start, end):
        page = _PAGE_NAME.search(entry[3])
        if entry[1] or (page is None and _GROUP_NAME.search(entry[3])):
            groups.append((" ".join(entry[2].split()), []))
        elif page:
            if not groups:
                groups.append((name, []))
            groups[-1][1].append(page[1])
    return [RootGroup(name=group, pages=tuple(pages)) for group, pages in groups]


def _links(source: Source, start: int, end: int, *, others: bool = False) -> Iterator[RootLink]:
    """The links to pages and groups; with ``others`` any other link is one to an API."""
    for entry in _ENTRY.finditer(source.text, start, end):
        page = _PAGE_NAME.search(entry[3])
        group = _GROUP_NAME.search(entry[3])
        if page or group or others:
            kind = LinkKind.PAGE if page else LinkKind.GROUP if group else LinkKind.API
            yield RootLink(
                kind=kind,
                name=page[1] if page else " ".join(entry[2].split()),
                address=entry[3],
                span=source.span(entry.start(3), entry.end(3)),
            )
