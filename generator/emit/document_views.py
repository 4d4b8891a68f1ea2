"""What templates receive of an API as its pages document it: no calls, no classes, all facts."""

from __future__ import annotations

from generator.emit.code import Code
from generator.value import Struct


class DocumentedType(Struct, frozen=True, kw_only=True):
    """A type in the pack's words; ``opening`` and ``closing`` stand around its listed fields."""

    opening: Code
    closing: Code
    fields: tuple[DocumentedField, ...]

    @property
    def known(self) -> bool:
        """Whether anything is known of the type."""
        return self.opening != Code("")

    @property
    def required(self) -> tuple[str, ...]:
        """The names of the fields that are always there."""
        return tuple(one.name for one in self.fields if one.required)


class FactView(Struct, frozen=True, kw_only=True):
    """Something known beside the type.

    ``keyword`` is values, closed-values, default, deprecated, read-only, type, or the kind of a
    limit (``maxLength`` …); ``origin`` as in the model: stated, prose, convention, example, config.
    """

    keyword: str
    value: object
    origin: str


class DocumentedField(Struct, frozen=True, kw_only=True):
    """One parameter, header or field. ``location`` is path, query, header or cookie, or empty.

    ``given`` says that callers send it, ``many`` that values are those of its items, ``nullable``
    that it may be null; ``style`` is how a list or an object travels (repeat, comma, brackets,
    indices), empty where nobody said it;
    ``required_origin`` is empty where the page's own notation says it. ``source`` is
    ``page:line:column``.
    """

    name: str
    type: DocumentedType
    description: str
    location: str
    style: str
    given: bool
    many: bool
    nullable: bool
    required: bool
    required_origin: str
    facts: tuple[FactView, ...]
    source: str

    @property
    def origin(self) -> str:
        """Who said the facts, if it was one for all of them."""
        origins = {one.origin for one in self.facts}
        return origins.pop() if len(origins) == 1 else ""


class DocumentedBody(Struct, frozen=True, kw_only=True):
    """One content type; ``media_type`` is empty where the page prints none."""

    media_type: str
    type: DocumentedType
    description: str
    required: bool
    source: str


class DocumentedResponse(Struct, frozen=True, kw_only=True):
    """One status: ``200``, ``4XX`` or ``default``."""

    status: str
    description: str
    headers: tuple[DocumentedField, ...]
    bodies: tuple[DocumentedBody, ...]


class SharedResponse(Struct, frozen=True, kw_only=True):
    """An answer that several operations give word for word; ``name`` is its own."""

    name: Code
    response: DocumentedResponse


class AnswerView(Struct, frozen=True, kw_only=True):
    """A status of one operation: ``shared`` by name, or else as ``own``."""

    status: str
    shared: Code | None
    own: DocumentedResponse


class DocumentedServer(Struct, frozen=True, kw_only=True):
    """An address; ``variables`` are the names in its braces, with the default of each: ``None``
    where nobody said it."""

    url: str
    name: str
    description: str
    variables: tuple[tuple[str, str | None], ...]


class DocumentedLink(Struct, frozen=True, kw_only=True):
    """An address with its words."""

    text: str
    url: str


class DocumentedOperation(Struct, frozen=True, kw_only=True):
    """One verb on one path. ``servers`` are empty where they are those of the whole API."""

    id: str
    title: str
    description: str
    method: str
    path: str
    groups: tuple[str, ...]
    servers: tuple[DocumentedServer, ...]
    auth: tuple[Code, ...]
    roles: tuple[str, ...]
    link: DocumentedLink | None
    parameters: tuple[DocumentedField, ...]
    bodies: tuple[DocumentedBody, ...]
    answers: tuple[AnswerView, ...]
    deprecated: bool
    deprecated_origin: str
    idempotency_header: str
    source: str


class PathView(Struct, frozen=True, kw_only=True):
    """A path with all its operations; ``parameters`` are those that only the path itself names."""

    path: str
    parameters: tuple[DocumentedField, ...]
    operations: tuple[DocumentedOperation, ...]


class SchemeView(Struct, frozen=True, kw_only=True):
    """A way to authenticate; ``kind`` is basic, bearer, api-key or unknown."""

    name: Code
    title: str
    kind: str
    header: str
    query: str


class SharedModel(Struct, frozen=True, kw_only=True):
    """An object that several places refer to by name, as most pages list it."""

    name: Code
    type: DocumentedType
    source: str


class DocumentView(Struct, frozen=True, kw_only=True):
    """The whole API as documented; ``webhooks`` are what the service itself sends."""

    title: str
    version: str
    description: str
    servers: tuple[DocumentedServer, ...]
    groups: tuple[str, ...]
    schemes: tuple[SchemeView, ...]
    paths: tuple[PathView, ...]
    webhooks: tuple[PathView, ...]
    models: tuple[SharedModel, ...]
    responses: tuple[SharedResponse, ...]
