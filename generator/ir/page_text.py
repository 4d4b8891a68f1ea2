"""Text that knows which words of which page it comes from."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from generator.ir.facts import Origin
from generator.source import SourceSpan
from generator.value import Struct


class Trace(Struct, frozen=True, eq=False, array_like=True):
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
"""Reasons in the order they were found, each once."""


class PageText(str):
    """A text in every way, equal to the same text from elsewhere, with its ``traces``.

    What is cut from it or joined with others is plain again; ``retraced`` says where that is from.
    """

    __slots__ = ("traces",)
    traces: Traces

    def __new__(cls, text: str, traces: Traces) -> PageText:
        self = str.__new__(cls, text)
        self.traces = traces
        return self

    def __getnewargs__(self) -> tuple[str, Traces]:  # type: ignore[override]
        return str(self), self.traces


def traces_of(*texts: object) -> Traces:
    """The traces of all texts that have some, each once, in order."""
    if len(texts) == 1:  # nearly always
        (text,) = texts
        return text.traces if isinstance(text, PageText) else ()
    found = [one.traces for one in texts if isinstance(one, PageText)]
    if len(found) == 1:
        return found[0]
    return each_once(*found) if found else ()


def retraced(text: str, *sources: object) -> str:
    """The text, which was made from the sources, with their traces."""
    found = traces_of(*sources)
    return PageText(text, found) if found else text


def traced(text: str, traces: Sequence[Trace]) -> str:
    """The text with traces; as it is where there are none."""
    return PageText(text, each_once(traces)) if traces else text


def each_once(*traces: Sequence[Trace]) -> Traces:
    """All of the traces, in order, the same one once."""
    return tuple(dict.fromkeys(chain.from_iterable(traces)))
