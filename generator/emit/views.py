"""What templates receive: finished words (``Code``) beside the pages' own text (``str``)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from generator.emit.code import Code
from generator.emit.document_views import DocumentView
from generator.emit.quoting_docstring import Doc
from generator.ir import ErrorShape, WireName

AWKWARD = " & more"
"""The end of a sample text that shows whether it is quoted on its way."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ArgumentView:
    """One argument of a function. ``place`` is path, query, header, cookie, form, json, multipart."""

    name: Code
    type: Code
    wire: WireName
    place: str
    required: bool
    description: str
    sample: object

    @property
    def example(self) -> object:
        """A sample that reads well."""
        plain = self.sample.removesuffix(AWKWARD) if isinstance(self.sample, str) else self.sample
        return "ID1" if self.place == "path" else plain


@dataclass(frozen=True, slots=True, kw_only=True)
class PartView:
    """A part of a request (``query``, ``headers``, ``form`` …) with the arguments it carries."""

    name: Code
    arguments: tuple[ArgumentView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PagingView:
    """How a list goes on; ``name`` is its constant."""

    name: Code
    style: str
    items: str
    next: str
    parameter: str
    size: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StepView:
    """One step of the chain to a function: an attribute, and the id that binds an item."""

    attribute: Code
    argument: ArgumentView | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ExchangeView:
    """What goes over the wire when every argument has its sample value.

    ``target`` is the path as sent; ``query`` and ``form`` are pairs in order, ``headers`` and
    ``cookies`` pairs of name and value; ``json`` is the body's value where ``has_json``.
    """

    target: str
    query: tuple[tuple[str, str], ...]
    headers: tuple[tuple[str, str], ...]
    cookies: tuple[tuple[str, str], ...]
    form: tuple[tuple[str, str], ...]
    has_form: bool
    json: object
    has_json: bool
    files: tuple[str, ...]
    content: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FunctionView:
    """One function. ``returns`` is an answer's type, or one item's where there is ``paging``.

    ``example`` is a call with what is required, ready to stand behind a client's name.
    ``sent_path`` is the path without query and fragment; ``fixed_query`` is what the path asks for.
    ``accept`` and ``media_type`` are said only where the client would say something else.
    """

    name: Code
    id: str
    title: str
    summary: str
    method: str
    path: str
    sent_path: str
    fixed_query: tuple[tuple[str, str], ...]
    doc: Doc
    twin_doc: str
    steps: tuple[StepView, ...]
    positional: tuple[ArgumentView, ...]
    keywords: tuple[ArgumentView, ...]
    body: ArgumentView | None
    media_type: str
    sends_body: bool
    parts: tuple[PartView, ...]
    accept: str
    returns: Code
    returned: str
    paging: PagingView | None
    limit: bool
    source: str
    signature: str
    example: Code
    exchange: ExchangeView

    @property
    def has_query(self) -> bool:
        """Whether an argument travels in the query."""
        return any(one.place == "query" for one in self.keywords)

    @property
    def has_headers(self) -> bool:
        """Whether an argument travels as a header."""
        return any(one.place == "header" for one in self.keywords)

    @property
    def arguments(self) -> tuple[ArgumentView, ...]:
        """All that a call may pass by keyword, required ones first."""
        found = (*self.keywords, self.body) if self.body else self.keywords
        return tuple(sorted(found, key=lambda one: not one.required))


@dataclass(frozen=True, slots=True, kw_only=True)
class ChildView:
    """An attribute that leads to another resource."""

    attribute: Code
    name: Code
    twin: Code
    module: Code
    doc: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ResourceView:
    """One collection; ``module`` is its file. ``item`` and ``binder`` stand where it has children
    below one item."""

    module: Code
    name: Code
    twin: Code
    item: Code
    item_twin: Code
    heading: str
    doc: str
    twin_doc: str
    item_doc: str
    binder_doc: str
    binder: ArgumentView | None
    functions: tuple[FunctionView, ...]
    pagings: tuple[PagingView, ...]
    children: tuple[ChildView, ...]
    item_children: tuple[ChildView, ...]
    imports: tuple[Code, ...]
    models: tuple[ModelImport, ...]
    runtime_names: tuple[Code, ...]
    uses_headers: bool

    @property
    def all_children(self) -> tuple[ChildView, ...]:
        """The resources below, those of one item too, by module."""
        unique = {one.module: one for one in (*self.children, *self.item_children)}
        return tuple(unique[module] for module in sorted(unique))


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelImport:
    """Models that another file names, by the module they stand in."""

    module: Code
    names: tuple[Code, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldView:
    """One field of a model; ``wire`` is its name on the wire, ``renamed`` where they differ."""

    name: Code
    type: Code
    wire: str
    renamed: bool
    required: bool
    description: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelView:
    """One object."""

    name: Code
    doc: str
    fields: tuple[FieldView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberView:
    """One known value."""

    name: Code
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EnumView:
    """Known values of a string.

    Where callers pass one, ``given`` is the type of what they write and ``param`` its name.
    """

    name: Code
    param: Code
    given: Code | None
    doc: str
    members: tuple[MemberView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelModuleView:
    """A file of models: those that one resource describes."""

    module: Code
    doc: str
    runtime_names: tuple[Code, ...]
    imports: tuple[Code, ...]
    others: tuple[ModelImport, ...]
    models: tuple[ModelView, ...]
    enums: tuple[EnumView, ...]

    @property
    def classes(self) -> tuple[Code, ...]:
        """The file's models and enumerations, sorted."""
        models = [one.name for one in self.models]
        return tuple(sorted([*models, *(one.name for one in self.enums)]))


@dataclass(frozen=True, slots=True, kw_only=True)
class HeaderView:
    """One documented response header; ``kind`` is text, integer, number or boolean."""

    name: Code
    wire: str
    kind: str
    description: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CredentialView:
    """An argument of the constructor and its environment variable."""

    name: Code
    env: str
    sample: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AuthView:
    """How the client authenticates; ``kind`` is basic, bearer or api-key.

    ``sent_header`` and ``sent_query`` are name and value as the sample credentials travel.
    """

    kind: str
    title: str
    credentials: tuple[CredentialView, ...]
    header: str
    query: str
    sent_header: tuple[str, str]
    sent_query: tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class ApiView:
    """The whole SDK; the templates' ``api``.

    ``version`` is as documented, ``release`` the same as a version of a package (PEP 440).
    """

    package: Code
    distribution: Code
    logger: str
    client: Code
    twin: Code
    fake: Code
    fake_twin: Code
    title: str
    version: str
    release: str
    description: str
    base_url: str
    servers: tuple[str, ...]
    auth: AuthView | None
    unknown_auth: tuple[str, ...]
    error: ErrorShape
    children: tuple[ChildView, ...]
    resource_modules: tuple[ResourceView, ...]
    model_modules: tuple[ModelModuleView, ...]
    headers: tuple[HeaderView, ...]
    operations: tuple[Mapping[str, Any], ...]
    first_call: FunctionView | None
    first_list: FunctionView | None
    document: DocumentView

    @property
    def class_names(self) -> tuple[Code, ...]:
        """Every model and enumeration, sorted."""
        return tuple(sorted(name for one in self.model_modules for name in one.classes))

    @property
    def functions(self) -> tuple[FunctionView, ...]:
        """Every function, resource by resource."""
        return tuple(one for resource in self.resource_modules for one in resource.functions)
