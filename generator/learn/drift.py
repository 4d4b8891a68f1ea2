"""Findings of many answers -> diagnostics on the lines of the pages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from generator.diagnostics import Diagnostics
from generator.ir import Operation, Response
from generator.learn.compare import UNNAMED, Finding, Remark
from generator.shown import shown
from generator.source import SourceSpan
from generator.value import Struct, field

MOST_NAMES = 20
"""Undocumented fields of one answer that are told one by one."""

_WRITE = "Write it on the page, or tell whoever runs the service."


class Tally(Struct, kw_only=True):
    """How many answers there were of one kind, and in how many of them each finding."""

    answers: int = 0
    found: Counter[Finding] = field(default_factory=Counter)

    def add(self, findings: Iterable[Finding]) -> None:
        """One more answer."""
        self.answers += 1
        self.found.update(set(findings))

    def every(self) -> list[tuple[Finding, int]]:
        """The findings with their numbers, in an order that answers have no part in."""
        return sorted(self.found.items(), key=lambda one: (one[0].path, one[0].kind, one[0].remark))


def report_body(tally: Tally, response: Response, span: SourceSpan, found: Diagnostics) -> None:
    """What answers of one response have more, less and other than its body at ``span``."""
    present = {one.path for one in tally.found if one.remark is Remark.PRESENT}
    odd = [one for one in tally.every() if one[0].remark is Remark.UNDOCUMENTED]
    for finding, number in tally.every():
        name = _name(f"{response.status} {finding.path or 'body'}")
        often = f"in {number} of {_answers(tally.answers)}"
        place = finding.span or span
        if finding.remark is Remark.TYPE:
            message = f"{name} is {_a(finding.kind)} {often}"
            stated = finding.stated or "another type"
            found.warning("drift-type", f"{message}; the page says {shown(stated)}", place, _WRITE)
        elif finding.remark is Remark.FORMAT:
            message = f"{name} is text of another format {often}"
            stated = shown(finding.stated or "another one")
            found.note("drift-type", f"{message}; the page says {stated}", place, _WRITE)
        elif finding.remark is Remark.VALUE:
            message = f"{name} has a value that the page does not list {often}"
            found.note("drift-value", message, place, "Add it to the values the page names.")
        elif finding.remark is Remark.REQUIRED:
            message = f"{name} is stated as required and missing {often}"
            found.warning("drift-missing", message, place, _WRITE)
        elif finding.remark is Remark.MISSING and finding.path not in present:
            message = f"{name} is missing {often}"
            found.note("drift-missing", message, place)
    _report_undocumented(odd, tally.answers, response, span, found)


def report_no_body(tally: Tally, response: Response, found: Diagnostics) -> None:
    """Answers in JSON where the page describes none."""
    message = (
        f"{_name(response.status)} has JSON in {_answers(tally.answers)};"
        " the page describes no JSON body"
    )
    hint = "Write '#### Body: application/json (object)' and the fields below the status."
    found.warning("drift-undocumented", message, response.span, hint)


def report_statuses(operation: Operation, seen: Counter[int], found: Diagnostics) -> None:
    """Statuses that the page does not describe; those of servers in trouble are but noted."""
    described = ", ".join(shown(one.status) for one in operation.responses) or "none"
    for status, number in sorted(seen.items()):
        message = (
            f"answers with {status}, {_times(number)}, which the page does not describe;"
            f" it describes {described}"
        )
        report = found.note if status >= 500 or status == 429 else found.warning
        report("drift-status", message, operation.span, f"Describe it below '### {status}'.")


def report_sent(
    operation: Operation, names: Counter[tuple[str, str]], requests: int, found: Diagnostics
) -> None:
    """What accepted requests held and the page does not list: ``(place, name)``."""
    for (place, name), number in sorted(names.items()):
        message = (
            f"{_name(name)} is sent in the {place} of {number} of"
            f" {requests} accepted request{'s' * (requests != 1)}; the page does not list it"
        )
        found.warning("drift-undocumented", message, operation.span, _WRITE)


def report_undescribed(
    labels: Counter[str], first: dict[str, str], span: SourceSpan, found: Diagnostics
) -> None:
    """Requests to the API that were answered and that no page describes."""
    for label, number in sorted(labels.items()):
        message = (
            f"{shown(label)} is answered and no page describes it:"
            f" {_times(number)}, first {shown(first[label])}"
        )
        found.note("drift-operation", message, span, "Write a page for it.")


def _report_undocumented(
    every: list[tuple[Finding, int]],
    answers: int,
    response: Response,
    span: SourceSpan,
    found: Diagnostics,
) -> None:
    for finding, number in every[:MOST_NAMES]:
        name = finding.path.rpartition(".")[2]
        subject = _name(f"{response.status} {finding.path}")
        message = f"{subject} ({finding.kind}) is in {number} of {_answers(answers)}"
        hint = f"- **{shown(name)}** ({finding.kind})"
        hint = _WRITE if name == UNNAMED else f"List it with the body's fields: {hint}"
        message = f"{message}; the page does not list it"
        found.warning("drift-undocumented", message, finding.span or span, hint)
    more = len(every) - MOST_NAMES
    if more > 0:
        message = f"{_name(response.status)} has {more} more fields that the page does not list"
        found.warning("drift-undocumented", message, span, _WRITE)


def _name(text: str) -> str:
    return f"`{shown(text)}`"


def _answers(number: int) -> str:
    return f"{number} answer{'s' * (number != 1)}"


def _times(number: int) -> str:
    return "once" if number == 1 else f"{number} times"


def _a(kind: str) -> str:
    if kind == "null":
        return kind
    return f"an {kind}" if kind[0] in "aeio" else f"a {kind}"
