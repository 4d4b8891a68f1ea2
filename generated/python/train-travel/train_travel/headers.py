"""Response headers that the documentation names."""

from __future__ import annotations

from ._runtime._headers import ResponseHeaders


class Headers(ResponseHeaders):
    """A response's headers: those documented as attributes, all of them by name."""

    __slots__ = ()

    @property
    def cache_control(self) -> str | None:
        """Caching rules for the response."""
        return self._text("Cache-Control")

    @property
    def ratelimit(self) -> str | None:
        """State of the quota: its `limit`, how much of it is `remaining`, and the time to
        its `reset`."""
        return self._text("RateLimit")

    @property
    def retry_after(self) -> str | None:
        """How long to wait before the next request: a number of seconds, or a date."""
        return self._text("Retry-After")
