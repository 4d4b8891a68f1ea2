"""What templates receive: finished words (``Code``) beside the pages' own text (``str``)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from generator.emit.call_views import FunctionView
from generator.emit.code import Code
from generator.emit.part_views import ArgumentView, PagingView
from generator.ir import ErrorShape
from generator.ir.page_text import retraced
from generator.value import Struct

if TYPE_CHECKING:
    from generator.emit.document_views import DocumentView


class ChildView(Struct, frozen=True, kw_only=True):
    """An attribute that leads to another resource."""

    attribute: Code
    name: Code
    twin: Code
    module: Code
    doc: str


class ResourceView(Struct, frozen=True, kw_only=True):
    """One collection; ``module`` is its file.

    ``item`` and ``binder`` matter where it has children below one item. ``path`` is its place in
    calls, ``collection`` and ``noun`` are plain words.
    """

    module: Code
    name: Code
    item: Code
    path: str
    collection: str
    noun: str
    binder: ArgumentView | None
    functions: tuple[FunctionView, ...]
    pagings: tuple[PagingView, ...]
    children: tuple[ChildView, ...]
    item_children: tuple[ChildView, ...]
    imports: tuple[Code, ...]
    models: tuple[ModelImport, ...]
    runtime_imports: tuple[ModelImport, ...]

    @property
    def twin(self) -> Code:
        """The class whose calls are awaited."""
        return Code(f"Async{self.name.text}").at(self.name.traces)

    @property
    def item_twin(self) -> Code:
        """The awaited class of one item."""
        return Code(f"Async{self.item.text}").at(self.item.traces)

    @property
    def heading(self) -> str:
        """Where callers find it."""
        return retraced(f"client.{self.path}", self.path)

    @property
    def doc(self) -> str:
        """The docstring of the file and the class."""
        text = f"{self.collection[:1].upper()}{self.collection[1:]}: ``{self.heading}``."
        return retraced(text, self.path)

    @property
    def twin_doc(self) -> str:
        """The docstring of the awaited class."""
        return retraced(
            f"{self.doc.partition(':')[0]}, awaited; see ``{self.name.text}``.", self.path
        )

    @property
    def item_doc(self) -> str:
        """The docstring of one item's class."""
        return retraced(f"What belongs to one {self.noun}.", self.path)

    @property
    def binder_doc(self) -> str:
        """The docstring of the call that chooses an item."""
        return retraced(f"Choose one {self.noun} by its id; sends nothing.", self.path)

    @property
    def uses_headers(self) -> bool:
        """Whether an answer's type names the documented headers."""
        return any("Headers" in one.returns.text for one in self.functions)

    @property
    def sends(self) -> bool:
        """Whether any of its calls takes an argument beside ids."""
        return any(one.keywords or one.body for one in self.functions)

    @property
    def all_children(self) -> tuple[ChildView, ...]:
        """The resources below, those of one item too, by module."""
        unique = {one.module: one for one in (*self.children, *self.item_children)}
        return tuple(unique[module] for module in sorted(unique))


class ModelImport(Struct, frozen=True, kw_only=True):
    """Classes that another file names, by the module they stand in."""

    module: Code
    names: tuple[Code, ...]


class FieldView(Struct, frozen=True, kw_only=True):
    """One field of a model; ``wire`` is its name on the wire, ``renamed`` where they differ.

    ``sample`` is documented JSON, ``kind`` the type of the values that are read from it.
    """

    name: Code
    type: Code
    wire: str
    renamed: bool
    required: bool
    nullable: bool
    description: str
    sample: object
    kind: str


class ModelView(Struct, frozen=True, kw_only=True):
    """One object; ``model`` is its name in the API."""

    model: str
    name: Code
    doc: str
    fields: tuple[FieldView, ...]


class MemberView(Struct, frozen=True, kw_only=True):
    """One known value."""

    name: Code
    value: str


class EnumView(Struct, frozen=True, kw_only=True):
    """Known values of a string.

    Where callers pass one, ``given`` is the type of what they write and ``param`` its name. A
    ``closed`` one has no class: its name stands for the values themselves, wherever they occur.
    ``model`` is its name in the API.
    """

    model: str
    name: Code
    param: Code
    closed: bool
    given: Code | None
    doc: str
    members: tuple[MemberView, ...]


class ModelModuleView(Struct, frozen=True, kw_only=True):
    """A file of models: those that one resource describes."""

    module: Code
    doc: str
    runtime_imports: tuple[ModelImport, ...]
    imports: tuple[Code, ...]
    others: tuple[ModelImport, ...]
    models: tuple[ModelView, ...]
    enums: tuple[EnumView, ...]

    @property
    def classes(self) -> tuple[Code, ...]:
        """The file's models and enumerations, sorted."""
        models = [one.name for one in self.models]
        return tuple(sorted([*models, *(one.name for one in self.enums)]))


class HeaderView(Struct, frozen=True, kw_only=True):
    """One documented response header; ``kind`` is text, integer, number or boolean."""

    name: Code
    wire: str
    kind: str
    description: str


class CredentialView(Struct, frozen=True, kw_only=True):
    """An argument of the constructor and its environment variable."""

    name: Code
    env: str
    sample: str


class AuthView(Struct, frozen=True, kw_only=True):
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


class ApiView(Struct, frozen=True, kw_only=True):
    """The whole SDK; the templates' ``api``.

    ``version`` is as documented, ``release`` the same as a version of a package (PEP 440).
    ``documented`` makes the ``document``, which takes its time and only some packs ask for.
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
    documented: Callable[[], DocumentView]

    @property
    def document(self) -> DocumentView:
        """The API as its pages document it."""
        return self.documented()

    @property
    def class_names(self) -> tuple[Code, ...]:
        """Every model and enumeration, sorted."""
        return tuple(sorted(name for one in self.model_modules for name in one.classes))

    @property
    def nested_call(self) -> FunctionView | None:
        """A call of what belongs to one thing, as short as there is."""
        found = [one for one in self.functions if any(step.argument for step in one.steps)]
        return min(found, key=lambda one: (len(one.example.text), one.id), default=None)

    @property
    def functions(self) -> tuple[FunctionView, ...]:
        """Every function, resource by resource."""
        return tuple(one for resource in self.resource_modules for one in resource.functions)
