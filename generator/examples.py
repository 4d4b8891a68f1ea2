"""What sample answers are: JSON values, each with its place."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from generator.ir import Scalar
from generator.source import Source, SourceSpan
from generator.value import Struct, Value

SampleValue: TypeAlias = "Scalar | tuple[Sample, ...] | Mapping[str, Sample]"
"""A scalar, an array, or an object by its keys, in their order."""


class Sample(Value, frozen=True, kw_only=True):
    """A JSON value; ``span`` is the place of its key where an object holds it, else its own."""

    value: SampleValue
    span: SourceSpan


class Example(Struct, frozen=True, kw_only=True):
    """The file of one page's answers with one status.

    ``page`` is the page's name without ``operation-`` and ``.md``, as an operation's id is;
    ``status`` is as pages print it: ``200``, ``4XX`` or ``default``. Whether ``content`` is one
    answer or a list of them depends on what the page says the answer is.
    """

    page: str
    status: str
    content: Sample
    source: Source
