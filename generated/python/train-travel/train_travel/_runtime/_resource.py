"""The base of generated resources: a client, and the ids bound on the way."""

from __future__ import annotations

from typing import Any, Generic, TypeVar, Unpack

from ._call import Call
from ._client import AsyncClient, BaseClient, Client
from ._encoding import Parts
from ._paging import AsyncPages, Pages, Paging
from ._paths import PathValue, fill
from ._results import Answer

T = TypeVar("T")
ClientT = TypeVar("ClientT", bound=BaseClient[Any])


class Bound(Generic[ClientT]):
    """A place in an API: ids of ancestors fill the first placeholders of every path below it."""

    __slots__ = ("_client", "_ids")

    def __init__(self, parent: ClientT | Bound[ClientT], *ids: PathValue) -> None:
        if isinstance(parent, Bound):
            self._client: ClientT = parent._client
            self._ids: tuple[PathValue, ...] = (*parent._ids, *ids)
        else:
            self._client = parent
            self._ids = ids

    def __repr__(self) -> str:
        return f"{type(self).__name__}({', '.join(map(repr, self._ids))})"

    def _at(self, parts: Parts) -> ClientT:
        return self._client._at(parts["server"]) if "server" in parts else self._client

    def _call(
        self, route: str, ids: tuple[PathValue, ...], into: type[T], parts: Parts
    ) -> Call[T]:
        """The call of a route, verb and path template (`GET /tasks/{id}`)."""
        method, _, template = route.partition(" ")
        path = fill(template, (*self._ids, *ids))
        return Call(method=method, template=template, path=path, into=into, parts=parts)


class Resource(Bound[Client]):
    """A resource whose calls block."""

    __slots__ = ()

    def _send(
        self, route: str, *ids: PathValue, into: type[T], **parts: Unpack[Parts]
    ) -> T:
        return self._at(parts)._perform(self._call(route, ids, into, parts))

    def _pages(
        self,
        route: str,
        *ids: PathValue,
        item: type[T],
        paging: Paging,
        limit: int | None = None,
        **parts: Unpack[Parts],
    ) -> Pages[T]:
        call = self._call(route, ids, Answer[Any], parts)
        return Pages(self._at(parts), call._replace(item=item, paging=paging), limit)


class AsyncResource(Bound[AsyncClient]):
    """A resource whose calls are awaited."""

    __slots__ = ()

    async def _send(
        self, route: str, *ids: PathValue, into: type[T], **parts: Unpack[Parts]
    ) -> T:
        return await self._at(parts)._perform(self._call(route, ids, into, parts))

    def _pages(
        self,
        route: str,
        *ids: PathValue,
        item: type[T],
        paging: Paging,
        limit: int | None = None,
        **parts: Unpack[Parts],
    ) -> AsyncPages[T]:
        call = self._call(route, ids, Answer[Any], parts)
        return AsyncPages(
            self._at(parts), call._replace(item=item, paging=paging), limit
        )
