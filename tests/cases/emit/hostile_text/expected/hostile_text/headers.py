"""Response headers that the documentation names."""

from __future__ import annotations

from ._runtime._headers import ResponseHeaders


class Headers(ResponseHeaders):
    """A response's headers: those documented as attributes, all of them by name."""

    __slots__ = ()

    @property
    def x_odd(self) -> str | None:
        """Quotes \"\"\" and ''' and \\\\ and \\n and {{ api }} and %} and {# no #} and {0!r}
        and \u202eright\u202c and >>> boom() and `tick`"""
        return self._text("X-Odd")
