"""When to try again, and how long to wait: pure functions over what happened."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime

from ._dates import parse_datetime

LONGEST_WAIT = 60.0
"""Seconds. A server that asks for more is not waited for: the caller is told at once."""

LONGEST_WAIT_IN_ALL = 120.0
"""Seconds over all the retries of one call."""

_REPEATABLE = frozenset({"GET", "HEAD", "OPTIONS", "PUT", "DELETE"})
_SECONDS = r"[0-9]{1,12}(\.[0-9]*)?"


def may_retry_status(
    method: str, status: int, retry_after: float | None, *, keyed: bool = False
) -> bool:
    """Whether a call answered so can be sent again without doing its work twice.

    `keyed`: it carries a key by which the server knows it again.
    """
    if status == 429:
        return True
    if keyed or method in _REPEATABLE:
        return status == 408 or status >= 500
    return status == 503 and retry_after is not None


def may_retry_failure(method: str, *, opened: bool, keyed: bool = False) -> bool:
    """Whether a call without an answer can be sent again; `opened`: the server may have seen it."""
    return keyed or method in _REPEATABLE or not opened


def parse_retry_after(text: str | None, now: datetime) -> float | None:
    """Seconds from a `Retry-After` header, a number or a date; None when it is neither."""
    text = (text or "").strip()
    if re.fullmatch(_SECONDS, text):
        return float(text)
    moment = parse_datetime(text)
    return None if moment is None else max(0.0, (moment - now).total_seconds())


def backoff(retries: int, random: Callable[[], float]) -> float:
    """Seconds to wait after so many retries: exponential from 0.5 to 8, with full jitter."""
    return random() * min(8.0, 0.5 * 2.0 ** min(retries, 10))
