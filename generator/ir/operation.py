"""What one page says: an operation with its parameters, bodies and responses."""

from __future__ import annotations

from enum import StrEnum
from urllib.parse import parse_qsl

from generator.ir.facts import Constraint, Default, Origin, Values
from generator.ir.types import TypeExpr
from generator.ir.words import WireName
from generator.source import SourceSpan
from generator.value import Struct, Value


class ValueStyle(StrEnum):
    """How a list or an object travels in a query or a form."""

    REPEAT = "repeat"
    """``a=1&a=2``"""
    COMMA = "comma"
    """``a=1,2``"""
    BRACKETS = "brackets"
    """``a[]=1&a[]=2``; an object ``a[key]=1``"""
    INDICES = "indices"
    """``a[0]=1&a[1]=2``"""


class Field(Value, frozen=True, kw_only=True):
    """One named value of an object, or one header of a response.

    ``sampled`` says that no page lists the field: sample answers alone have it. ``notation`` is
    the type exactly as the page writes it. ``required`` belongs to the key and
    has an origin once somebody said it; nullability belongs to the value (``NullableType``).
    ``called`` is what ``api.toml`` calls it, words in any spelling, else empty and up to the pack.
    The origin of ``deprecated`` and ``read_only`` is ``None`` where the page's own words say it.
    """

    name: WireName
    type: TypeExpr
    type_origin: Origin = Origin.STATED
    notation: str = ""
    required: bool = False
    required_origin: Origin | None = None
    description: str = ""
    default: Default | None = None
    values: Values | None = None
    constraints: tuple[Constraint, ...] = ()
    deprecated: bool = False
    deprecated_origin: Origin | None = None
    read_only: bool = False
    read_only_origin: Origin | None = None
    called: str = ""
    style: ValueStyle | None = None
    sampled: bool = False
    span: SourceSpan


class Location(StrEnum):
    """Where a parameter travels."""

    PATH = "path"
    QUERY = "query"
    HEADER = "header"
    COOKIE = "cookie"


class Parameter(Field, frozen=True, kw_only=True):
    """A field that travels outside the body."""

    location: Location


class Body(Value, frozen=True, kw_only=True):
    """One content type of a request or a response; ``media_type`` is empty where not printed."""

    media_type: str
    type: TypeExpr
    notation: str = ""
    required: bool = False
    description: str = ""
    span: SourceSpan


class Response(Value, frozen=True, kw_only=True):
    """One status (``200``, ``4XX``, ``default``) with its headers and bodies."""

    status: str
    description: str = ""
    headers: tuple[Field, ...] = ()
    bodies: tuple[Body, ...] = ()
    span: SourceSpan


class Variable(Struct, frozen=True, kw_only=True):
    """A ``{name}`` in a server's address, with what it is unless told otherwise."""

    name: str
    default: str


class Server(Value, frozen=True, kw_only=True):
    """An address the API answers at; ``url`` may hold ``{variables}``.

    ``variables`` are those whose default is known; ``origin`` is ``None`` where a page prints it.
    """

    url: str
    name: str = ""
    description: str = ""
    variables: tuple[Variable, ...] = ()
    origin: Origin | None = None
    span: SourceSpan | None = None


class Link(Struct, frozen=True, kw_only=True):
    """An address with its words."""

    text: str
    url: str


class PaginationStyle(StrEnum):
    """How the next page of a list is asked for."""

    NEXT_URL = "next-url"
    CURSOR = "cursor"
    OFFSET = "offset"
    PAGE_NUMBER = "page-number"
    LINK_HEADER = "link-header"


class Pagination(Struct, frozen=True, kw_only=True):
    """How a list goes on.

    ``items`` and ``next`` are dotted paths into the answer. ``parameter`` is the query parameter
    that carries the cursor, offset or page number; ``size`` the one that sets the page's length.
    ``more`` is the path of a flag that is false on the last page, ``total`` that of the number of
    all items (pages, for PAGE_NUMBER); ``start`` is the first offset or page number.
    """

    style: PaginationStyle
    items: str
    next: str = ""
    parameter: WireName | None = None
    size: WireName | None = None
    more: str = ""
    total: str = ""
    start: int | None = None
    origin: Origin = Origin.CONFIG


class Operation(Value, frozen=True, kw_only=True):
    """One verb on one path, as its page describes it.

    ``id`` is the page's name without ``operation-`` and ``.md``. ``auth`` holds the names of the
    authentication methods as printed, in order. ``idempotency_header`` is the header that makes
    it safe to repeat the call, empty where nobody named one. The origin of ``deprecated`` is
    ``None`` where the page's own words say it.
    """

    id: str
    title: str
    method: str
    path: str
    description: str = ""
    servers: tuple[Server, ...] = ()
    auth: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()
    parameters: tuple[Parameter, ...] = ()
    bodies: tuple[Body, ...] = ()
    responses: tuple[Response, ...] = ()
    pagination: Pagination | None = None
    deprecated: bool = False
    deprecated_origin: Origin | None = None
    idempotency_header: str = ""
    span: SourceSpan

    @property
    def sent_path(self) -> str:
        """The path as it travels: without query, and without a fragment (RFC 9110, section 7.1)."""
        return self.path.partition("#")[0].partition("?")[0]

    @property
    def fixed_query(self) -> tuple[tuple[str, str], ...]:
        """What the path itself asks for (``/messages?beta=true``), where no parameter says more."""
        query = self.path.partition("#")[0].partition("?")[2]
        if not query:
            return ()
        stated = {one.name for one in self.parameters if one.location is Location.QUERY}
        pairs = parse_qsl(query, keep_blank_values=True)
        return tuple(
            (name, value) for name, value in pairs if name not in stated and "{" not in value
        )


class RootGroup(Struct, frozen=True, kw_only=True):
    """A heading of a docs root with the page names (``operation-…``) it lists, in order."""

    name: str
    pages: tuple[str, ...] = ()


class Root(Value, frozen=True, kw_only=True):
    """What a docs root (``index.md``, ``llms.txt``) says of the whole API."""

    title: str
    version: str = ""
    description: str = ""
    servers: tuple[Server, ...] = ()
    groups: tuple[RootGroup, ...] = ()
    span: SourceSpan
