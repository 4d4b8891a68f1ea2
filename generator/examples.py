"""What sample answers are: JSON values, each with its place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from generator.ir import Scalar
from generator.source import Source, SourceSpan

SampleValue: TypeAlias = "Scalar | tuple[Sample, ...] | Mapping[str, Sample]"
"""A scalar, an array, or an object by its keys, in their order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """A JSON value; ``span`` is the place of its key where an object holds it, else its own."""

    value: SampleValue
    span: SourceSpan = field(compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """The file of one page's answers with one status.

    ``page`` is the page's name without ``operation-`` and ``.md``, as an operation's id is;
    ``status`` is as pages print it: ``200``, ``4XX`` or ``default``. Whether ``content`` is one
    answer or a list of them depends on what the page says the answer is.
    """

    page: str
    status: str
    content: Sample
    source: Source
