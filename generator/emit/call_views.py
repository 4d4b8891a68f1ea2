"""What templates receive about calls: arguments, what is sent, what comes back."""

from __future__ import annotations

from dataclasses import dataclass

from generator.emit.code import Code
from generator.emit.quoting_docstring import Doc
from generator.ir import WireName
from generator.ir.page_text import retraced

AWKWARD = " & more"
"""The end of a sample text that shows whether it is quoted on its way."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ArgumentView:
    """One argument of a function. ``place`` is path, query, header, cookie, form, json, multipart.

    ``style`` says how a list travels there (repeat, brackets, indices, comma), where somebody said.
    """

    name: Code
    type: Code
    wire: WireName
    place: str
    required: bool
    description: str
    sample: object
    style: str = ""

    @property
    def example(self) -> object:
        """A sample that reads well."""
        plain = self.sample
        if isinstance(plain, str):
            plain = retraced(plain.removesuffix(AWKWARD), plain)
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
    more: str
    total: str
    start: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class StepView:
    """One step of the chain to a function: an attribute, and the id that binds an item."""

    attribute: Code
    argument: ArgumentView | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SentView:
    """One argument of a sample call, and what it adds to the request.

    ``place`` is a part of the request (``query``, ``headers``, ``cookies``, ``form``, ``json``,
    ``files``, ``content``), ``wire`` the name there, empty where it is all of the body; ``pairs``
    are names and texts where they are not just the two.
    """

    name: Code
    place: str
    wire: str
    value: object
    pairs: tuple[tuple[str, str], ...]
    required: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ExchangeView:
    """A sample call, what it sends, and the sample it gets as an answer.

    ``chain`` leads from a client to the function, its ids being items of ``ids``. ``answer`` is
    the documented JSON where ``has_answer`` (else a model's sample, text or nothing), and ``kind``
    the type of the values in it.
    """

    chain: Code
    positional: tuple[Code, ...]
    sent: tuple[SentView, ...]
    answer: object
    has_answer: bool
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FunctionView:
    """One function. ``returns`` is an answer's type, or one item's where there is ``paging``.

    ``example`` is a call with what is required, ready to stand behind a client's name.
    ``sent_path`` is the path without query and fragment; ``fixed_query`` is what the path asks for.
    ``accept`` and ``media_type`` are said only where the client would say something else.
    ``twin_returns`` is what the awaited function returns, ``streamed`` an answer that is read by
    the caller; ``idempotency_header`` makes it safe to repeat the call, empty where nothing does.
    ``server`` is where the call goes in place of the client's address, empty where it goes there.
    """

    name: Code
    id: str
    title: str
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
    parts: tuple[PartView, ...]
    accept: str
    returns: Code
    twin_returns: Code
    streamed: bool
    idempotency_header: str
    server: str
    deprecated: bool
    paging: PagingView | None
    limit: Code | None
    source: str
    signature: str
    example: Code
    exchange: ExchangeView

    @property
    def route(self) -> str:
        """Verb and path, as a request's first line has them."""
        return f"{self.method} {self.sent_path}"

    @property
    def returned(self) -> str:
        """The whole answer's type, as people read it."""
        whole = f"Pages[{self.returns.text}]" if self.paging else self.returns.text
        return retraced(whole, self.returns.text)

    @property
    def styles(self) -> tuple[tuple[str, str], ...]:
        """How lists travel, by the names of the wire, where somebody said."""
        places = ("query", "form")
        return tuple(
            (one.wire, one.style) for one in self.keywords if one.style and one.place in places
        )

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
