"""What a page describes and a client cannot do: webhooks, and headers that are not the caller's."""

from __future__ import annotations

import re

from generator.diagnostics import Diagnostics
from generator.ir import Location, Operation, Parameter
from generator.value import replace

_TOKEN = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
"""A header's or cookie's name (RFC 9110, section 5.6.2; RFC 6265, section 4.1.1)."""

_OF_THE_CONNECTION = frozenset(
    "connection content-length host keep-alive proxy-authenticate proxy-authorization "
    "proxy-connection te trailer transfer-encoding upgrade".split()
)
"""Headers that say how a message travels (RFC 9110, section 7.6.1); no caller may set them."""


def callable_operations(
    operations: tuple[Operation, ...], diagnostics: Diagnostics
) -> tuple[Operation, ...]:
    """The operations that a client can call, with the parameters that it can send.

    There being none but TRACE is an error; where the service alone calls, there is nothing to call.
    """
    traces = [one for one in operations if one.method == "TRACE"]
    report = diagnostics.error if len(traces) == len(operations) else diagnostics.warning
    for one in traces:
        # A client must not send credentials with it (RFC 9110, section 9.3.8), as every call does.
        report(
            "trace-operation",
            f"TRACE {one.path} may carry no credentials, so it becomes no function",
            one.span,
            "a page of another method is needed to make a client",
        )
    return tuple(
        _with_sendable(one, diagnostics)
        for one in operations
        if one.method != "TRACE" and _is_called(one, diagnostics)
    )


def _is_called(operation: Operation, diagnostics: Diagnostics) -> bool:
    """A path without a slash names an event: the service calls, not the client."""
    if operation.path.startswith("/"):
        return True
    diagnostics.warning(
        "webhook",
        f"{operation.method} {operation.path} has no path, so it becomes no function",
        operation.span,
        "the path of something to call begins with a slash",
    )
    return False


def _with_sendable(operation: Operation, diagnostics: Diagnostics) -> Operation:
    kept = tuple(one for one in operation.parameters if _is_sendable(one, diagnostics))
    return (
        operation if len(kept) == len(operation.parameters) else replace(operation, parameters=kept)
    )


def _is_sendable(one: Parameter, diagnostics: Diagnostics) -> bool:
    if one.location not in (Location.HEADER, Location.COOKIE):
        return True
    if not _TOKEN.fullmatch(one.name):
        why = "is no name that a request can carry"
    elif one.location is Location.HEADER and one.name.lower() in _OF_THE_CONNECTION:
        why = "belongs to the connection"
    else:
        return True
    diagnostics.warning(
        "odd-header",
        f"the {one.location.value} {one.name!r} {why}, so it becomes no argument",
        one.span,
        "names have letters, digits and hyphens, and are the caller's to set",
    )
    return False
