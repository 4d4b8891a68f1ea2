"""Marks what the documentation advises against, for editors and type checkers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:  # which every checker knows, whether or not the package is there
    from typing_extensions import deprecated as deprecated
else:

    def deprecated(message: str) -> Any:
        """The same mark at run time (PEP 702); calls go on without a warning."""

        def mark(function: Any) -> Any:
            function.__deprecated__ = message
            return function

        return mark
