"""Frozen values: what they are equal to, and that nothing changes them."""

from __future__ import annotations

import pickle

import pytest

from generator.emit.files import RenderedFile
from generator.ir import Field, Location, Parameter, ScalarKind, ScalarType, WireName
from generator.source import Source, SourceSpan
from generator.value import replace

HERE, THERE = SourceSpan(path="a.md"), SourceSpan(path="b.md", line=2)
TEXT = ScalarType(kind=ScalarKind.STRING)
FIELD = Field(name=WireName("sid"), type=TEXT, span=HERE)


def test_where_a_value_stands_is_no_part_of_what_it_is() -> None:
    """The same field of another page is the same field: equal, and one key of a table."""
    other = replace(FIELD, span=THERE)

    assert FIELD == other
    assert not FIELD != other  # noqa: SIM202 - the other operator is what is asked here
    assert 1 == len({FIELD, other})
    assert THERE == other.span


def test_any_other_part_tells_values_apart() -> None:
    """As does the class: a parameter has all that a field has."""
    parameter = Parameter(name=WireName("sid"), type=TEXT, location=Location.QUERY, span=HERE)

    assert FIELD != replace(FIELD, required=True)
    assert FIELD != parameter
    assert FIELD != "sid"


def test_a_class_says_what_else_is_aside() -> None:
    """A file is its path and its text, whatever else is known of it."""
    file = RenderedFile(path="a.py", text="x = 1\n")

    assert file == replace(file, template="python/a.py.j2", once="b.py")
    assert file != replace(file, text="x = 2\n")


def test_a_value_does_not_change() -> None:
    """Nor does what an assignment would make of it."""
    with pytest.raises(AttributeError):
        FIELD.required = True  # type: ignore[misc]
    with pytest.raises(TypeError):
        replace(FIELD, requird=True)  # type: ignore[call-arg]


def test_a_page_that_knows_its_lines_is_the_same_page() -> None:
    """In another process, too: whether somebody has asked for its lines says nothing of it."""
    one, other = (Source(path="a.md", text="a\nb\n") for _ in range(2))

    assert [0, 2, 4] == list(one.line_starts)
    assert one == other == pickle.loads(pickle.dumps(one))  # noqa: S301 - our own bytes
