"""What templates receive about calls: how they are written, what is sent, what comes back."""

from __future__ import annotations

from collections import defaultdict

from generator.emit.code import Code
from generator.emit.part_views import (
    AnswerSampleView,
    ArgumentView,
    ExchangeView,
    PagingView,
    PartView,
    StepView,
)
from generator.emit.quoting_docstring import Doc
from generator.emit.quoting_python import literal
from generator.emit.samples import sent
from generator.ir.page_text import Traces, each_once, retraced, traced
from generator.value import Struct

_PARTS = {
    "query": Code("query"),
    "header": Code("headers"),
    "cookie": Code("cookies"),
    "form": Code("form"),
    "json": Code("json"),
    "multipart": Code("files"),
}
"""A place, and the part of a request that carries it."""

_LIMIT = "Stop after this many items, however many a page holds."


class FunctionView(Struct, frozen=True, kw_only=True):
    """One function of the class ``owner``. ``returns`` is an answer's type, or one item's where there is ``paging``.

    ``sent_path`` is the path without query and fragment; ``fixed_query`` is what the path asks for.
    ``accept`` and ``media_type`` are said only where the client would say something else.
    ``twin_returns`` is what the awaited function returns, ``streamed`` an answer that is read by
    the caller; ``idempotency_header`` makes it safe to repeat the call, empty where nothing does.
    ``server`` is where the call goes in place of the client's address, empty where it goes there.
    ``answer`` is the sample of an answer that is neither a model, text nor nothing.
    """

    name: Code
    id: str
    title: str
    method: str
    path: str
    sent_path: str
    fixed_query: tuple[tuple[str, str], ...]
    description: str
    owner: Code
    steps: tuple[StepView, ...]
    positional: tuple[ArgumentView, ...]
    keywords: tuple[ArgumentView, ...]
    body: ArgumentView | None
    media_type: str
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
    answer: AnswerSampleView | None

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
        return tuple(sorted(self._named, key=lambda one: not one.required))

    @property
    def summary(self) -> str:
        """The title as a sentence."""
        text = " ".join(self.title.split())
        return retraced(text if text.endswith((".", "!", "?")) else f"{text}.", self.title)

    @property
    def doc(self) -> Doc:
        """The docstring: what is known of arguments stands there too, required ones first."""
        keywords = sorted(self.keywords, key=lambda one: not one.required)
        found = [*self.positional, *keywords, *([self.body] if self.body else [])]
        described = [(one.name, one.description) for one in found if one.description.strip()]
        if self.limit:
            described.append((self.limit, _LIMIT))
        return Doc(self.summary, self.description, tuple(described))

    @property
    def twin_doc(self) -> str:
        """The docstring of the awaited function."""
        text = f"{self.summary} See ``{self.owner.text}.{self.name.text}``."
        return traced(text, (*self.name.traces, *self.owner.traces))

    @property
    def parts(self) -> tuple[PartView, ...]:
        """The keywords by the part of the request that carries them."""
        found: dict[str, list[ArgumentView]] = defaultdict(list)
        for one in self.keywords:
            found[one.place].append(one)
        return tuple(
            PartView(name=part, arguments=tuple(found[place]))
            for place, part in _PARTS.items()
            if place in found
        )

    @property
    def signature(self) -> str:
        """The call in a line: required arguments by name, the rest as dots."""
        given = [one.name.text for one in self.positional]
        given += [f"{one.name.text}=" for one in self._named if one.required]
        if any(not one.required for one in self._named):
            given.append("…")
        chain = self._chain([one.argument.name.text for one in self.steps if one.argument])
        return traced(f"client{chain}({', '.join(given)})", self._call_traces)

    @property
    def example(self) -> Code:
        """A call with what is required, ready to stand behind a client's name."""
        given = [literal(one.example).text for one in self.positional]
        required = [one for one in self._named if one.required]
        given += [f"{one.name.text}={literal(one.example).text}" for one in required]
        ids = [literal(one.argument.example).text for one in self.steps if one.argument]
        return Code(f"{self._chain(ids)}({', '.join(given)})").at(self._call_traces)

    @property
    def exchange(self) -> ExchangeView:
        """A call with a sample of every argument; its ids are filled in by whoever calls."""
        bound = len([one for one in self.steps if one.argument])
        ids = [f"ids[{number}]" for number in range(bound + len(self.positional))]
        found = [sent(one, part.name.text) for part in self.parts for one in part.arguments]
        if self.body:
            found.append(sent(self.body, self.body.place))
        return ExchangeView(
            chain=Code(self._chain(ids[:bound])).at(
                each_once(self.name.traces, *(one.attribute.traces for one in self.steps))
            ),
            positional=tuple(map(Code, ids[bound:])),
            sent=tuple(found),
            answer=self.answer.sample if self.answer else None,
            has_answer=self.answer is not None,
            kind=self.answer.kind if self.answer else "",
        )

    @property
    def _named(self) -> tuple[ArgumentView, ...]:
        """All that a call may pass by keyword, in the order of the page."""
        return (*self.keywords, self.body) if self.body else self.keywords

    def _chain(self, ids: list[str]) -> str:
        """The steps to the function and its name; ``ids`` are written where a step binds one."""
        left = iter(ids)
        steps = (
            f".{one.attribute.text}({next(left)})" if one.argument else f".{one.attribute.text}"
            for one in self.steps
        )
        return f"{''.join(steps)}.{self.name.text}"

    @property
    def _call_traces(self) -> Traces:
        """What a call's name, ids and required arguments come from."""
        codes = [self.name, *(one.attribute for one in self.steps)]
        codes += [one.name for one in (*self.positional, *self._named) if one.required]
        return each_once(*(one.traces for one in codes))
