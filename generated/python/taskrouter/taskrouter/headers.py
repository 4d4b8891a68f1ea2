"""Response headers that the documentation names."""

from __future__ import annotations

from ._runtime._headers import ResponseHeaders


class Headers(ResponseHeaders):
    """A response's headers: those documented as attributes, all of them by name."""

    __slots__ = ()

    @property
    def access_control_allow_credentials(self) -> bool | None:
        """Whether browsers may send credentials along."""
        return self._boolean("Access-Control-Allow-Credentials")

    @property
    def access_control_allow_headers(self) -> str | None:
        """Request headers open to other origins."""
        return self._text("Access-Control-Allow-Headers")

    @property
    def access_control_allow_methods(self) -> str | None:
        """HTTP methods open to other origins."""
        return self._text("Access-Control-Allow-Methods")

    @property
    def access_control_allow_origin(self) -> str | None:
        """Origins that may read the response."""
        return self._text("Access-Control-Allow-Origin")

    @property
    def access_control_expose_headers(self) -> str | None:
        """Response headers that scripts may read."""
        return self._text("Access-Control-Expose-Headers")

    @property
    def etag(self) -> str | None:
        return self._text("ETag")

    @property
    def x_rate_limit_config(self) -> str | None:
        """Settings of the rate limit that applies."""
        return self._text("X-Rate-Limit-Config")

    @property
    def x_rate_limit_limit(self) -> str | None:
        """Requests allowed by the rate limit."""
        return self._text("X-Rate-Limit-Limit")

    @property
    def x_rate_limit_remaining(self) -> str | None:
        """Requests left under the rate limit."""
        return self._text("X-Rate-Limit-Remaining")
