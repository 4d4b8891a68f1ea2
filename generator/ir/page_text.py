"""Text that knows which words of which page it comes from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.ir.facts import Origin
from generator.source import SourceSpan


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Trace:
    """One reason why something is written: ``fact`` about ``name``, read at ``span``.

    ``fact`` is a word for people (``description``, ``values``); ``name`` is as it travels, empty
    for the operation itself; ``rule`` names the rule of prose, empty for what is stated. Compared
    by identity: thousands of texts share one, and nothing is as quick to compare.
    """

    span: SourceSpan
    fact: str
    name: str = ""
    origin: Origin = Origin.STATED
    rule: str = ""


Traces = tuple[Trace, ...]


class PageText(str):
    """A text in every way, equal to the same text from elsewhere, with its ``traces``.

    What is cut from it or joined with others is plain again; ``retraced`` says where that is from.
    """

    __slots__ = ("traces",)
    traces: Traces

    def __new__(cls, text: str, traces: Traces) -> PageText:
        self = super().__new__(cls, text)
        self.traces = traces
        return self

    def __getnewargs__(self) -> tuple[str, Traces]:  # type: ignore[override]
        return str(self), self.traces


def traces_of(*texts: object) -> Traces:
    """The traces of all texts that have some, each once, in order."""
    found = [one.traces for one in texts if isinstance(one, PageText)]
    if len(found) < 2:
        return found[0] if found else ()
    return tuple(dict.fromkeys(trace for traces in found for trace in traces))


def retraced(text: str, *sources: object) -> str:
    """The text, which was made from the sources, with their traces."""
    return traced(text, traces_of(*sources))


def traced(text: str, traces: Iterable[Trace]) -> str:
    """The text with traces; as it is where there are none."""
    found = tuple(dict.fromkeys(traces))
    return PageText(text, found) if found else text
