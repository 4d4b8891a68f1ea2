"""Views of functions: signature, docstring, and what is sent."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TypedDict

from generator.emit.answer_samples import AnswerSamples
from generator.emit.argument_views import Arguments, ArgumentWords, chosen_body
from generator.emit.call_views import FunctionView
from generator.emit.code import Code
from generator.emit.pack import Pack
from generator.emit.part_views import AnswerSampleView, PagingView, StepView
from generator.emit.traces import function_traces
from generator.emit.type_words import TypeWords
from generator.ir import Api, Function, Operation, Pagination, WireName
from generator.ir.addresses import other_address, own_address
from generator.ir.media import is_json
from generator.ir.page_text import retraced, traces_of

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
        returns = self._returns(function)
        binary = function.pagination is None and returns == self._types.said("binary")
        return FunctionView(
            **_stated(operation),
            name=name,
            description=_description(operation, self._api),
            owner=owner,
            steps=own_steps,
            positional=found.positional,
            keywords=found.keywords,
            body=found.body,
            media_type=body.media_type if body and _is_special(body.media_type) else "",
            accept=function.media_type if _is_special(function.media_type) else "",
            returns=returns,
            twin_returns=self._returns(function, "twin"),
            streamed=binary,
            idempotency_header=_idempotency_header(operation),
            server=own_address(operation, self._api),
            deprecated=operation.deprecated,
            paging=paging,
            limit=limit,
            answer=self._answer(function),
        )

    def _answer(self, function: Function) -> AnswerSampleView | None:
        """A sample of the answer, where that is JSON without a class of its own."""
        returns = function.returns
        plain = function.pagination is not None or is_json(function.media_type)
        if returns is None or not plain or self._types.is_model(returns):
            return None
        return AnswerSampleView(
            sample=self._samples.value(returns, "value"), kind=self._samples.kind(returns)
        )

    def _returns(self, function: Function, direction: str = "out") -> Code:
        if function.pagination is not None and function.returns is not None:
            return self._types.held(function.returns).at(traces_of(function.media_type))
        answer = self._types.answer(function.returns, function.media_type, direction)
        return answer.at(traces_of(function.media_type))

    def _own_ids(
        self, steps: tuple[StepView, ...], operation: Operation, positional: tuple[WireName, ...]
    ) -> tuple[StepView, ...]:
        """The steps with the ids as this operation's own path names them."""
        if not any(one.argument for one in steps):
            return steps
        stated = {one.name: one.name for one in operation.parameters}
        found = map(WireName, _PLACEHOLDER.findall(operation.sent_path))
        names = [stated.get(name, name) for name in found]
        bound = iter(names[: len(names) - len(positional)])
        return tuple(
            (
                StepView(
                    attribute=one.attribute,
                    argument=self._arguments.id_argument(next(bound, one.argument.wire)),
                )
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


def _limit_name(found: Arguments) -> Code | None:
    """What the most items to yield is called: the API may have a ``limit`` of its own, for pages."""
    taken = {one.name.text for one in (*found.positional, *found.keywords)}
    return next((Code(name) for name in ("limit", "max_items") if name not in taken), None)


def _description(operation: Operation, api: Api) -> str:
    """The page's own words, and what callers have to know beside them."""
    notes = [operation.description]
    if operation.deprecated:
        told = "deprecated" in f"{operation.title} {operation.description}".lower()
        notes = notes if told else ["Deprecated.", *notes]
    if server := other_address(operation, api):
        notes.append(
            f"The documentation has it at {server}, where this client sends no credentials: "
            "make another one with that as base_url."
        )
    return retraced("\n\n".join(part for part in notes if part), operation.description)
