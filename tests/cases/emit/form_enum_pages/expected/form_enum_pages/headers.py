"""Response headers that the documentation names."""

from __future__ import annotations

from ._runtime._headers import ResponseHeaders


class Headers(ResponseHeaders):
    """A response's headers: those documented as attributes, all of them by name."""

    __slots__ = ()

    @property
    def x_shelf_left(self) -> int | None:
        """Free places on the shelf."""
        return self._integer("X-Shelf-Left")
