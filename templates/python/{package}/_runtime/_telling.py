"""What a log may show of headers and bodies."""

from __future__ import annotations

from collections.abc import Mapping

_SHOWN = frozenset(
    {
        *("accept", "accept-encoding", "content-encoding", "content-length"),
        *("content-type", "date", "retry-after", "server", "user-agent"),
    }
)
_SHOWN_PARTS = ("request-id", "ratelimit", "rate-limit")
_LONGEST = 2_000
"""Characters of a body."""


def shown_headers(headers: Mapping[str, str]) -> str:
    """The headers that are known to hold no secret, as one line."""
    return "; ".join(
        f"{name}: {text!r}"
        for name, text in headers.items()
        if name in _SHOWN or any(part in name for part in _SHOWN_PARTS)
    )


def shown_body(body: bytes) -> str:
    """The start of a body as text without line breaks."""
    return repr(body[:_LONGEST].decode("utf-8", "replace"))
