"""One call as a value: what is asked, and the type of the answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar

from ._encoding import Parts

if TYPE_CHECKING:
    from ._paging import Paging

T = TypeVar("T")

NO_PARTS: Parts = {}


class Call(NamedTuple, Generic[T]):
    """A request before it is encoded."""

    method: str
    template: str
    """The path as documented; the only form of it in messages and logs."""
    path: str
    into: type[T]
    parts: Parts = NO_PARTS
    url: str | None = None
    """Set by paging: the address an answer gave, in place of path and query."""
    paging: Paging | None = None
    item: Any = None
    """The type of a page's items."""
