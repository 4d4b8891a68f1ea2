"""What one API says about itself, and what a caller may choose."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import httpx

from ._encoding import header_fields
from ._errors import ErrorShape
from ._headers import ResponseHeaders
from ._omit import OMIT, Omit

Timeout = float | httpx.Timeout | None
"""Seconds, httpx's finer form, or None to wait without end."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The facts of an API that are the same for every caller."""

    name: str
    version: str
    base_url: str | None = None
    headers: type[ResponseHeaders] = ResponseHeaders
    error: ErrorShape = field(default_factory=ErrorShape)


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What `with_options` changes; the mappings stay out of repr, they can hold secrets."""

    timeout: Timeout | Omit = OMIT
    max_retries: int = 2
    headers: Mapping[str, str] = field(default_factory=dict, repr=False)
    extra_headers: Mapping[str, str] = field(default_factory=dict, repr=False)
    extra_query: Mapping[str, object] = field(default_factory=dict, repr=False)
    extra_body: Mapping[str, object] = field(default_factory=dict, repr=False)
    strict: bool = False

    def __post_init__(self) -> None:
        if self.max_retries < 0:
            raise ValueError("max_retries cannot be negative")
        header_fields(
            {**self.headers, **self.extra_headers}
        )  # raises now, not in a later call
