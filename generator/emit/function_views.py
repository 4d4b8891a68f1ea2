"""Views of functions: signature, docstring, and what is sent."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from itertools import count, islice
from typing import TypedDict

from generator.emit.answer_samples import AnswerSamples
from generator.emit.argument_views import Arguments, ArgumentWords, chosen_body
from generator.emit.call_views import (
    ExchangeView,
    FunctionView,
    PagingView,
    StepView,
)
from generator.emit.code import Code
from generator.emit.pack import Pack
from generator.emit.quoting_docstring import Doc
from generator.emit.quoting_python import literal
from generator.emit.samples import sent
from generator.emit.traces import function_traces
from generator.emit.type_words import TypeWords
from generator.ir import Api, Function, Operation, Pagination, WireName
from generator.ir.addresses import other_address, own_address
from generator.ir.media import is_json
from generator.ir.page_text import Traces, retraced, traced, traces_of

_PLACEHOLDER = re.compile(r"\{([^{}/]*)\}")


class FunctionWords:
    """Writes the functions of one API."""

    def __init__(
        self,
        pack: Pack,
        types: TypeWords,
        arguments: ArgumentWords,
        *,
        samples: AnswerSamples,
        api: Api,
    ) -> None:
        self._api = api
        self._pack = pack
        self._types = types
        self._arguments = arguments
        self._samples = samples

    def views(
        self,
        functions: tuple[Function, ...],
        *,
        steps: tuple[StepView, ...],
        owner: Code,
        pagings: Mapping[Pagination, PagingView],
    ) -> tuple[FunctionView, ...]:
        """The functions of one resource, in order; ``steps`` lead to it."""
        names = self._pack.namespace("function")
        return tuple(
            self._view(
                one,
                name=names.name(one.name, self._pack.style("function")).at(function_traces(one)),
                steps=steps,
                owner=owner,
                paging=pagings.get(one.pagination) if one.pagination else None,
            )
            for one in functions
        )

    def _view(
        self,
        function: Function,
        *,
        name: Code,
        steps: tuple[StepView, ...],
        owner: Code,
        paging: PagingView | None,
    ) -> FunctionView:
        operation = function.operation
        found = self._arguments.of(function)
        body = chosen_body(operation)
        own_steps = self._own_ids(steps, operation, function.positional)
        limit = _limit_name(found) if paging else None
        return FunctionView(
            **_stated(operation),
            name=name,
            doc=_doc(function, found, limit, self._api),
            twin_doc=_twin_doc(operation, owner, name),
            steps=own_steps,
            positional=found.positional,
            keywords=found.keywords,
            body=found.body,
            media_type=body.media_type if body and _is_special(body.media_type) else "",
            parts=found.parts,
            accept=function.media_type if _is_special(function.media_type) else "",
            returns=self._returns(function),
            twin_returns=self._returns(function, "twin"),
            streamed=self._is_streamed(function),
            idempotency_header=_idempotency_header(operation),
            server=own_address(operation, self._api),
            deprecated=operation.deprecated,
            paging=paging,
            limit=limit,
            signature=_signature(own_steps, name, found),
            example=_example(own_steps, name, found),
            exchange=self._exchange(function, found, steps=own_steps, name=name),
        )

    def _exchange(
        self, function: Function, found: Arguments, *, steps: tuple[StepView, ...], name: Code
    ) -> ExchangeView:
        """A call with a sample of every argument; its ids are filled in by whoever calls."""
        returns = function.returns
        plain = function.pagination is not None or is_json(function.media_type)
        has_answer = returns is not None and plain and not self._types.is_model(returns)
        ids = (Code(f"ids[{number}]") for number in count())
        chain = "".join(
            f".{one.attribute.text}({next(ids).text})" if one.argument else f".{one.attribute.text}"
            for one in steps
        )
        return ExchangeView(
            chain=Code(f"{chain}.{name.text}").at(
                (*name.traces, *(trace for one in steps for trace in one.attribute.traces))
            ),
            positional=tuple(islice(ids, len(found.positional))),
            sent=tuple(sent(one, part.name.text) for part in found.parts for one in part.arguments)
            + ((sent(found.body, found.body.place),) if found.body else ()),
            answer=self._samples.value(returns, "value") if returns and has_answer else None,
            has_answer=has_answer,
            kind=self._samples.kind(returns) if returns and has_answer else "",
        )

    def _returns(self, function: Function, direction: str = "out") -> Code:
        if function.pagination is not None and function.returns is not None:
            return self._types.held(function.returns).at(traces_of(function.media_type))
        answer = self._types.answer(function.returns, function.media_type, direction)
        return answer.at(traces_of(function.media_type))

    def _is_streamed(self, function: Function) -> bool:
        """Whether the answer is bytes, which its caller reads."""
        binary = self._pack.type_text("binary")
        return function.pagination is None and self._returns(function) == binary

    def _own_ids(
        self, steps: tuple[StepView, ...], operation: Operation, positional: tuple[WireName, ...]
    ) -> tuple[StepView, ...]:
        """The steps with the ids as this operation's own path names them."""
        stated = {one.name: one.name for one in operation.parameters}
        found = map(WireName, _PLACEHOLDER.findall(operation.sent_path))
        names = [stated.get(name, name) for name in found]
        bound = iter(names[: len(names) - len(positional)])
        return tuple(
            (
                replace(one, argument=self._arguments.id_argument(next(bound, one.argument.wire)))
                if one.argument
                else one
            )
            for one in steps
        )


class _Stated(TypedDict):
    id: str
    title: str
    method: str
    path: str
    sent_path: str
    fixed_query: tuple[tuple[str, str], ...]
    source: str


def _stated(operation: Operation) -> _Stated:
    """What a function's view takes from its page as it stands."""
    return _Stated(
        id=operation.id,
        title=operation.title,
        method=operation.method,
        path=operation.path,
        sent_path=retraced(operation.sent_path, operation.path),
        fixed_query=tuple(
            (retraced(name, operation.path), retraced(value, operation.path))
            for name, value in operation.fixed_query
        ),
        source=retraced(operation.span.path.rpartition("/")[2], operation.path),
    )


def _idempotency_header(operation: Operation) -> str:
    """The header that makes it safe to repeat a call which is not safe by its verb."""
    return operation.idempotency_header if operation.method in ("POST", "PATCH") else ""


def _is_special(media_type: str) -> bool:
    """Whether a content type must be said, because it is not what the client says by itself."""
    plain = media_type.partition(";")[0].strip().lower()
    usual = {"", "*/*", "application/json", "application/x-www-form-urlencoded"}
    return plain not in usual and not plain.startswith("multipart/")


def _sentence(title: str) -> str:
    text = " ".join(title.split())
    return retraced(text if text.endswith((".", "!", "?")) else f"{text}.", title)


def _signature(steps: tuple[StepView, ...], name: Code, found: Arguments) -> str:
    """The call in a line: required arguments by name, the rest as dots."""
    chain = "".join(
        (
            f".{one.attribute.text}({one.argument.name.text})"
            if one.argument
            else f".{one.attribute.text}"
        )
        for one in steps
    )
    given = [one.name.text for one in found.positional]
    keywords = [*found.keywords, *([found.body] if found.body else [])]
    given += [f"{one.name.text}=" for one in keywords if one.required]
    dots = ["…"] if any(not one.required for one in keywords) else []
    call = f"client{chain}.{name.text}({', '.join([*given, *dots])})"
    return traced(call, (*name.traces, *_call_traces(steps, found)))


def _call_traces(steps: tuple[StepView, ...], found: Arguments) -> Traces:
    """What a call's ids and required arguments come from."""
    codes = [one.attribute for one in steps]
    given = [*found.positional, *found.keywords, *([found.body] if found.body else [])]
    codes += [one.name for one in given if one.required]
    return tuple(trace for one in codes for trace in one.traces)


def _example(steps: tuple[StepView, ...], name: Code, found: Arguments) -> Code:
    """The call with examples for what is required."""
    chain = "".join(
        (
            f".{one.attribute.text}({literal(one.argument.example).text})"
            if one.argument
            else f".{one.attribute.text}"
        )
        for one in steps
    )
    given = [literal(one.example).text for one in found.positional]
    keywords = [*found.keywords, *([found.body] if found.body else [])]
    given += [f"{one.name.text}={literal(one.example).text}" for one in keywords if one.required]
    call = f"{chain}.{name.text}({', '.join(given)})"
    return Code(call).at((*name.traces, *_call_traces(steps, found)))


def _limit_name(found: Arguments) -> Code | None:
    """What the most items to yield is called: the API may have a ``limit`` of its own, for pages."""
    taken = {one.name.text for one in (*found.positional, *found.keywords)}
    return next((Code(name) for name in ("limit", "max_items") if name not in taken), None)


def _twin_doc(operation: Operation, owner: Code, name: Code) -> str:
    text = f"{_sentence(operation.title)} See ``{owner.text}.{name.text}``."
    return traced(text, (*name.traces, *owner.traces))


def _doc(function: Function, found: Arguments, limit: Code | None, api: Api) -> Doc:
    operation = function.operation
    keywords = sorted(found.keywords, key=lambda one: not one.required)
    arguments = [*found.positional, *keywords, *([found.body] if found.body else [])]
    described = [(one.name, one.description) for one in arguments if one.description.strip()]
    if limit:
        described.append((limit, "Stop after this many items, however many a page holds."))
    told = "deprecated" in f"{operation.title} {operation.description}".lower()
    notes = ["Deprecated." if operation.deprecated and not told else "", operation.description]
    if server := other_address(operation, api):
        notes.append(
            f"The documentation has it at {server}, where this client sends no credentials: "
            "make another one with that as base_url."
        )
    return Doc(
        _sentence(operation.title),
        retraced("\n\n".join(part for part in notes if part), operation.description),
        tuple(described),
    )
