"""What the pages leave open and sample answers show."""

from __future__ import annotations

from difflib import get_close_matches

from generator.diagnostics import Diagnostics
from generator.examples import Example, Sample
from generator.ir import ArrayType, Body, Operation, Response, TypeExpr, without_null
from generator.ir.media import is_json
from generator.passes.shapes import infer, settle
from generator.shown import shown
from generator.source import SourceSpan
from generator.value import replace

_UNUSED = "example-unused"


def apply_examples(
    operations: tuple[Operation, ...], examples: tuple[Example, ...], diagnostics: Diagnostics
) -> tuple[Operation, ...]:
    """The operations with the shapes that their sample answers show; what a page states stays.

    An example of a page that is not there, or of an answer that its page does not describe, is
    warned of.
    """
    by_answer: dict[tuple[str, str], list[Example]] = {}
    for one in examples:
        by_answer.setdefault((one.page, one.status), []).append(one)
    _report_unused(operations, examples, diagnostics)
    return tuple(_apply(one, by_answer) for one in operations) if examples else operations


def _apply(operation: Operation, by_answer: dict[tuple[str, str], list[Example]]) -> Operation:
    responses = tuple(
        _fill(one, by_answer.get((operation.id, _status(one)), [])) for one in operation.responses
    )
    return replace(operation, responses=responses)


def _status(response: Response) -> str:
    """The status as the names of files say it."""
    return response.status if response.status == "default" else response.status.upper()


def _fill(response: Response, examples: list[Example]) -> Response:
    """The response with its JSON filled, and what it prints as the same in other formats."""
    if not examples:
        return response
    shown_types = {body.type for body in response.bodies if is_json(body.media_type)}
    bodies = tuple(
        replace(body, type=_filled(body, examples)) if body.type in shown_types else body
        for body in response.bodies
    )
    return replace(response, bodies=bodies)


def _filled(body: Body, examples: list[Example]) -> TypeExpr:
    answers = [answer for one in examples for answer in _answers(one.content, body.type)]
    return settle(body.type, infer(answers)) if answers else body.type


def _answers(content: Sample, type_: TypeExpr) -> tuple[Sample, ...]:
    """A list is one of answers, unless the answer itself is a list."""
    listed = content.value
    if not isinstance(listed, tuple):
        return (content,)
    if isinstance(without_null(type_), ArrayType):
        several = bool(listed) and all(isinstance(one.value, tuple) for one in listed)
        return listed if several else (content,)
    return listed


def _report_unused(
    operations: tuple[Operation, ...], examples: tuple[Example, ...], diagnostics: Diagnostics
) -> None:
    described = {one.id: [_status(x) for x in one.responses if x.bodies] for one in operations}
    for one in examples:
        place = SourceSpan(path=one.source.path)
        if one.page not in described:
            near = get_close_matches(one.page, sorted(described), n=1, cutoff=0.0)
            hint = f"The nearest page is {shown(near[0])}." if near else ""
            message = f"fits no page: there is no `{shown(one.page)}`"
            diagnostics.warning(_UNUSED, message, place, hint)
        elif one.status not in described[one.page]:
            known = ", ".join(map(shown, described[one.page])) or "none"
            message = f"fits no answer: its page describes no body of {one.status}"
            diagnostics.warning(_UNUSED, message, place, f"The page describes bodies of: {known}.")
