"""What is described but cannot be called or sent becomes a warning, not code."""

from __future__ import annotations

import pytest

from generator.diagnostics import Diagnostics, Severity
from generator.ir import Location, Operation, Parameter, ScalarKind, ScalarType, WireName
from generator.passes.usable import callable_operations
from generator.source import SourceSpan
from generator.value import replace

SPAN = SourceSpan(path="page.md", line=3)


def operation(path: str, *parameters: Parameter) -> Operation:
    """A read of the path."""
    return Operation(
        id="x", title="Get x", method="GET", path=path, parameters=parameters, span=SPAN
    )


def parameter(name: str, location: Location) -> Parameter:
    """A string that travels there."""
    return Parameter(
        name=WireName(name),
        type=ScalarType(kind=ScalarKind.STRING),
        location=location,
        span=SPAN,
    )


def test_an_event_becomes_no_function() -> None:
    """A webhook's page names an event where others have a path."""
    diagnostics = Diagnostics()
    found = callable_operations((operation("TreeFell"), operation("/trees")), diagnostics)

    assert ["/trees"] == [one.path for one in found]
    assert ["webhook"] == [one.code for one in diagnostics]


def test_a_trace_becomes_no_function() -> None:
    """Calls carry credentials, which a TRACE must not (RFC 9110, section 9.3.8).

    Where there is nothing else, there is no client to write.
    """
    trace, other = replace(operation("/x"), method="TRACE"), operation("/y")
    beside, alone = Diagnostics(), Diagnostics()

    assert (other,) == callable_operations((trace, other), beside)
    assert () == callable_operations((trace,), alone)
    assert [("trace-operation", Severity.WARNING)] == [(one.code, one.severity) for one in beside]
    assert [("trace-operation", Severity.ERROR)] == [(one.code, one.severity) for one in alone]


@pytest.mark.parametrize("name", ["Host", "transfer-encoding", "Connection", "X Y", "X:Y", "é", ""])
def test_headers_that_no_caller_may_set_are_left_out(name: str) -> None:
    """They belong to the connection, or are no names at all."""
    diagnostics = Diagnostics()
    (found,) = callable_operations(
        (operation("/x", parameter(name, Location.HEADER)),), diagnostics
    )

    assert () == found.parameters
    assert ["odd-header"] == [one.code for one in diagnostics]


@pytest.mark.parametrize(
    ("name", "location"),
    [
        ("If-Match", Location.HEADER),
        ("x-a.b_c~1", Location.HEADER),
        ("sid", Location.COOKIE),
        ("Host", Location.COOKIE),
        ("any thing", Location.QUERY),
    ],
)
def test_everything_else_stays(name: str, location: Location) -> None:
    """Honest names are kept as they are."""
    diagnostics = Diagnostics()
    given = operation("/x", parameter(name, location))

    assert (given,) == callable_operations((given,), diagnostics)
    assert () == diagnostics.sorted()
