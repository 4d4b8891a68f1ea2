"""What templates receive about the parts of calls: steps, arguments, what is sent, what comes."""

from __future__ import annotations

from generator.emit.code import Code
from generator.ir import WireName
from generator.ir.page_text import retraced
from generator.value import Struct

AWKWARD = " & more"
"""The end of a sample text that shows whether it is quoted on its way."""


class ArgumentView(Struct, frozen=True, kw_only=True):
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


class PartView(Struct, frozen=True, kw_only=True):
    """A part of a request (``query``, ``headers``, ``form`` …) with the arguments it carries."""

    name: Code
    arguments: tuple[ArgumentView, ...]


class StepView(Struct, frozen=True, kw_only=True):
    """One step of the chain to a function: an attribute, and the id that binds an item."""

    attribute: Code
    argument: ArgumentView | None


class SentView(Struct, frozen=True, kw_only=True):
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


class PagingView(Struct, frozen=True, kw_only=True):
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


class AnswerSampleView(Struct, frozen=True, kw_only=True):
    """The sample of an answer: documented JSON, and the type of the values in it."""

    sample: object
    kind: str


class ExchangeView(Struct, frozen=True, kw_only=True):
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
