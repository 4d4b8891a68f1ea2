"""What the sections of a page say: servers, authentication, roles, parameters and bodies."""

from __future__ import annotations

import re

from generator.ir import (
    AnyType,
    Body,
    Location,
    ObjectType,
    Parameter,
    Server,
    Trace,
    retraced,
    traced,
)
from generator.read.choose import Section
from generator.read.fields import (
    holds_fields,
    read_fields,
    read_parameters,
    report_unknown,
    with_fields,
)
from generator.read.items import description, with_place
from generator.read.markdown import Layout
from generator.read.marks import Kind, Mark, Reading
from generator.read.notation import closing, parse

LOCATIONS = {
    Kind.PATH: Location.PATH,
    Kind.QUERY: Location.QUERY,
    Kind.HEADERS: Location.HEADER,
    Kind.COOKIES: Location.COOKIE,
}
_BULLET_LINE = re.compile(r"^[-*] ", re.MULTILINE)
_BULLET_FLAT = re.compile(r"(?<!\S)- ")
_SERVER_FLAT = re.compile(r"\s*- (?:[^\n]{0,300}?: )?(?:[^\s]{1,2000}) (?=\()")
_DEPRECATED = re.compile(
    r"(?<=\S)\s*(?:\(deprecated\)|\[deprecated\]|[*_]{1,3}deprecated[*_]{1,3})\Z", re.I
)
_ADDRESS = re.compile(r": (?=https?:)")


def read_servers(reading: Reading, start: int, end: int) -> tuple[Server, ...]:
    """The addresses listed as ``- NAME: URL (DESCRIPTION)``."""
    servers = []
    flat = reading.layout is Layout.FLAT
    found = _flat_servers(reading, start, end) if flat else None
    for at, text in found or _bullets(reading, start, end, _BULLET_FLAT if flat else _BULLET_LINE):
        server = _server(text)
        if server.url:
            span = reading.span(at, at + len(text))
            trace = [Trace(span=span, fact="server", name=server.url)]
            url, name, note = (
                traced(one, trace) for one in (server.url, server.name, server.description)
            )
            servers.append(Server(url=url, name=name, description=note, span=span))
        else:
            reading.diagnostics.warning(
                "odd-server",
                f"'{text[:60]}' does not read as a server",
                reading.span(at, at + len(text)),
                "write '- NAME: URL (DESCRIPTION)'",
            )
    return tuple(servers)


def read_names(reading: Reading, start: int, end: int) -> tuple[str, ...]:
    """The bullets of a list as they are printed, without a mark for deprecated ones."""
    bullet = _BULLET_FLAT if reading.layout is Layout.FLAT else _BULLET_LINE
    names = (
        with_place(reading, _DEPRECATED.sub("", text), at, at + 2 + len(text), fact="listed name")
        for at, text in _bullets(reading, start, end, bullet)
    )
    return tuple(dict.fromkeys(name for name in names if name))


def read_groups(reading: Reading, section: Section) -> tuple[Parameter, ...]:
    """The parameters of all groups of a section."""
    found: dict[tuple[Location, str], Parameter] = {}
    for mark, end in section.parts():
        location = LOCATIONS.get(mark.kind)
        if location is None:
            continue
        for one in read_parameters(reading, mark.end, end, location):
            found.setdefault((one.location, one.name), one)
    return tuple(found.values())


def read_body(reading: Reading, mark: Mark, end: int) -> Body:
    """One content type: the heading's, or that of ``Content-type:`` below ``Body parameters``."""
    fields, first = read_fields(reading, mark.end, end)
    notation = mark.notation or ""
    parsed = parse(notation).type
    if fields and not holds_fields(parsed):
        fields, first = (), end
    whole = description(reading, mark.end, first, indent=None, of="body", fact="body")
    text, stated = _without_type(whole, None if mark.notation is None else notation)
    if mark.notation is None:
        parsed = parse(stated).type if stated else AnyType()
    report_unknown(reading, notation, mark.start, mark.end)
    return Body(
        media_type=with_place(reading, mark.name, mark.start, mark.end, fact="body", of=mark.name),
        type=with_fields(parsed, fields) if fields else parsed,
        notation=notation or stated,
        description=retraced(text, whole),
        span=reading.span(mark.start, mark.end),
    )


def read_bodies(reading: Reading, parts: list[tuple[Mark, int]]) -> tuple[Body, ...]:
    """One body for each content type; a second one of the same type is left out."""
    bodies: dict[str, Body] = {}
    for mark, end in parts:
        if mark.name in bodies:
            reading.diagnostics.warning(
                "duplicate-section",
                f"a second body of type '{mark.name}' is left out",
                reading.span(mark.start, mark.end),
                "keep one body of each content type",
            )
            continue
        bodies[mark.name] = read_body(reading, mark, end)
    return tuple(bodies.values())


def _without_type(text: str, notation: str | None) -> tuple[str, str]:
    """The description without the type that is printed below a body that lists no fields.

    Where the heading has no type (``notation`` is ``None``), that line is all that says it.
    """
    if notation:
        if text == notation:
            return "", ""
        rest = text.removesuffix(notation)
        return (rest.rstrip() if rest != text and rest[-1:].isspace() else text), ""
    if notation is None:
        head, _, last = text.rpartition("\n")
        if last and parse(last).known and not isinstance(parse(last).type, ObjectType):
            return head.rstrip(), last
        flat = re.search(r"(?<!\S)(?:string|integer|number|boolean)(?:\([\w.-]{1,40}\))?\Z", text)
        if flat and (flat.start() == 0 or text[: flat.start()].rstrip().endswith((".", "!"))):
            return text[: flat.start()].rstrip(), flat[0]
    return text, ""


def _bullets(
    reading: Reading, start: int, end: int, bullet: re.Pattern[str]
) -> list[tuple[int, str]]:
    """Each bullet's offset and text, on one line."""
    found = list(bullet.finditer(reading.text, start, end))
    stops = [*(one.start() for one in found[1:]), end][: len(found)]
    return [
        (one.end() - 2, " ".join(reading.text[one.end() : stop].split()))
        for one, stop in zip(found, stops, strict=True)
    ]


def _flat_servers(reading: Reading, start: int, end: int) -> list[tuple[int, str]]:
    """Servers on one line: each ends with its parenthesis, which may hold a dash or another."""
    servers: list[tuple[int, str]] = []
    at = start
    while found := _SERVER_FLAT.match(reading.text, at, end):
        close = closing(reading.text, found.end(), end)
        if close < 0:
            break
        text = reading.text[found.start() : close + 1].strip()
        servers.append((close + 1 - len(text), text.removeprefix("- ")))
        at = close + 1
    return [] if reading.slice(at, end) else servers


def _server(text: str) -> Server:
    """``NAME: URL (DESCRIPTION)``, from the right: a name may hold ``: `` and parentheses."""
    address, note = text, ""
    if text.endswith(")"):
        opening = _last_opening(text)
        if opening > 0 and text[opening - 1] == " ":
            address, note = text[: opening - 1], text[opening + 1 : -1]
    found = _ADDRESS.search(address)
    at = found.start() if found else address.rfind(": ")
    name, url = (address[:at], address[at + 2 :]) if at >= 0 else ("", address)
    if " " in url or not re.search(r"[/.{]|:\d", url):
        return Server(url="")
    return Server(url=url, name="" if name == url else name, description=note)


def _last_opening(text: str) -> int:
    """Where the parenthesis that ends the text was opened, or -1."""
    depth = 0
    for at in range(len(text) - 1, -1, -1):
        depth += {")": 1, "(": -1}.get(text[at], 0)
        if depth == 0:
            return at
    return -1
