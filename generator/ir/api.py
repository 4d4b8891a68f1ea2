"""The whole API as callers will see it: resources, functions and models."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar

from generator.ir.operation import Operation, Pagination, RootGroup, Server
from generator.ir.types import ObjectType, TypeExpr
from generator.ir.words import WireName
from generator.source import SourceSpan
from generator.value import Struct, Value


class AuthKind(StrEnum):
    """How a request proves who sends it."""

    BASIC = "basic"
    BEARER = "bearer"
    API_KEY = "api-key"
    UNKNOWN = "unknown"


class Credential(Struct, frozen=True, kw_only=True):
    """One secret or name the caller gives: the argument's words and its environment variable."""

    name: str
    env: str = ""


class AuthScheme(Struct, frozen=True, kw_only=True):
    """A way to authenticate. ``title`` is as the page prints it.

    ``credentials`` are user and password (BASIC), or the token or key (BEARER, API_KEY).
    ``header`` or ``query`` says where an API key travels.
    """

    title: str
    kind: AuthKind = AuthKind.UNKNOWN
    credentials: tuple[Credential, ...] = ()
    header: str = ""
    query: str = ""


class ErrorShape(Struct, frozen=True, kw_only=True):
    """Where an error answer keeps its parts: dotted paths, empty where unknown."""

    code: str = ""
    message: str = ""
    more_info: str = ""
    status: str = ""


class Model(Value, frozen=True, kw_only=True):
    """A named object or enumeration. ``name`` is words joined by ``_``: ``task_queue``.

    ``home`` is the noun of the resource that describes it. ``own`` is the end of the name that says
    what it is, without whose: ``reservation`` of ``task_reservation``; empty where nobody may
    give it another name.
    """

    name: str
    type: TypeExpr
    home: str = ""
    own: str = ""
    description: str = ""
    span: SourceSpan


class Recovered(Struct, frozen=True, kw_only=True):
    """A shape that one page leaves open and others gave away.

    ``place`` is the field of the answer, empty for the answer itself; ``type`` what one of its
    objects holds. ``pages`` are the ids of the operations that say so, ``rule`` why they count.
    """

    place: str
    type: ObjectType
    rule: str
    pages: tuple[str, ...]


class Function(Struct, frozen=True, kw_only=True):
    """An operation where callers find it.

    ``name`` is words joined by ``_``. ``positional`` are path parameters given in the call itself,
    in the path's order. ``returns`` is the successful answer's type and ``media_type`` how it
    travels; ``None`` for no content. With ``pagination``, ``returns`` is the type of one item.
    ``answer`` is the name that ``api.toml`` gives the answer's model. ``recovered`` is what of
    ``returns`` other pages gave away.
    """

    name: str
    operation: Operation
    positional: tuple[WireName, ...] = ()
    returns: TypeExpr | None = None
    media_type: str = ""
    pagination: Pagination | None = None
    answer: str = ""
    recovered: tuple[Recovered, ...] = ()


class Resource(Struct, frozen=True, kw_only=True):
    """A place in the tree of calls.

    ``client.<name>`` holds ``functions`` and ``children``; ``client.<name>(argument)`` binds one
    item by the path parameter ``argument`` and holds ``item_children``. ``noun`` is one item and
    ``collection`` all of them (``task_reservation``, ``task_reservations``); each is unique in the
    API, words joined by ``_``. ``path`` is the place in calls: ``workspaces().tasks``.
    """

    name: str
    noun: str
    collection: str
    path: str
    argument: WireName | None = None
    functions: tuple[Function, ...] = ()
    children: tuple[Resource, ...] = ()
    item_children: tuple[Resource, ...] = ()


class Api(Value, frozen=True, kw_only=True):
    """One API, checked and named.

    ``name`` is the folder's name; ``client`` and ``package`` are the names ``api.toml`` gives, else
    empty and up to the pack. ``groups`` are those of the docs root. ``apart`` is the same API with
    a model for each place that describes a thing, for documents that say what each page says.
    """

    aside: ClassVar[frozenset[str]] = frozenset({"apart"})

    name: str
    title: str = ""
    version: str = ""
    description: str = ""
    client: str = ""
    package: str = ""
    servers: tuple[Server, ...] = ()
    groups: tuple[RootGroup, ...] = ()
    auth_schemes: tuple[AuthScheme, ...] = ()
    error: ErrorShape = ErrorShape()
    resources: tuple[Resource, ...] = ()
    models: tuple[Model, ...] = ()
    operations: tuple[Operation, ...] = ()
    apart: Api | None = None
