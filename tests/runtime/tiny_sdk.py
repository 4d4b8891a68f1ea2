"""A hand-written SDK in the form the pack generates, small enough to test the runtime with."""

from __future__ import annotations

import pickle
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, TypeVar, Unpack

from _runtime._auth import AuthTypes, basic
from _runtime._client import AsyncClient, Client
from _runtime._downloads import AsyncDownload, Download
from _runtime._enums import OpenEnum, member
from _runtime._errors import ErrorShape
from _runtime._headers import ResponseHeaders
from _runtime._models import Model, wire
from _runtime._omit import OMIT, Omit
from _runtime._options import AsyncOptions, ClientOptions, Settings
from _runtime._paging import AsyncPages, Pages, Paging
from _runtime._resource import AsyncResource, Resource
from _runtime._results import Items, NoContent
from _runtime.fake import FakeAsyncClient, FakeClient

T = TypeVar("T")


class Headers(ResponseHeaders):
    """The documented headers."""

    __slots__ = ()

    @property
    def x_left(self) -> int | None:
        """How many calls are left."""
        return self._integer("X-Left")


class Order(OpenEnum):
    """An order."""

    FIFO = member("FIFO")
    LIFO = member("LIFO")


@dataclass(frozen=True, slots=True, kw_only=True)
class Task(Model[Headers]):
    """A task."""

    sid: str
    age: int | None = None
    ratio: float | None = None
    done: bool | None = None
    created: datetime | None = wire("dateCreated")  # noqa: RUF009
    due: date | None = None
    order: Order | None = None
    labels: dict[str, str] | None = None
    children: list[Task] | None = None
    anything: Any = None
    size: int | str | None = None


NEXT_URL = Paging(style="next-url", items="items", next="meta.next")


class Tasks(Resource):
    """Tasks of a team."""

    __slots__ = ()

    def create(self, *, name: str, tag: list[str] | Omit = OMIT) -> Task:
        """Create a task with a form."""
        return self._send("POST /v1/{Team}/Tasks", into=Task, form={"Name": name, "Tag": tag})

    def fetch(self, sid: str) -> Task:
        """Fetch a task."""
        return self._send("GET /v1/{Team}/Tasks/{Sid}", sid, into=Task)

    def replace(self, sid: str, **fields: object) -> Task:
        """Replace a task with JSON."""
        return self._send("PUT /v1/{Team}/Tasks/{Sid}", sid, into=Task, json=fields)

    def delete(self, sid: str, *, if_match: str | Omit = OMIT) -> NoContent[Headers]:
        """Delete a task."""
        route = "DELETE /v1/{Team}/Tasks/{Sid}"
        headers = {"If-Match": if_match}
        return self._send(route, sid, into=NoContent[Headers], headers=headers)

    def names(self) -> Items[str]:
        """Every name."""
        return self._send("GET /v1/{Team}/Names", into=Items[str])

    def export(self) -> Download[Headers]:
        """A file."""
        return self._send("GET /v1/{Team}/Export", into=Download[Headers])

    def list(
        self, *, paging: Paging = NEXT_URL, limit: int | None = None, **query: object
    ) -> Pages[Task]:
        """List the tasks."""
        route = "GET /v1/{Team}/Tasks"
        return self._pages(route, item=Task, paging=paging, limit=limit, query=query)


class AsyncTasks(AsyncResource):
    """Tasks of a team."""

    __slots__ = ()

    async def fetch(self, sid: str) -> Task:
        """Fetch a task."""
        return await self._send("GET /v1/{Team}/Tasks/{Sid}", sid, into=Task)

    async def export(self) -> AsyncDownload[Headers]:
        """A file."""
        return await self._send("GET /v1/{Team}/Export", into=AsyncDownload[Headers])

    def list(
        self, *, paging: Paging = NEXT_URL, limit: int | None = None, **query: object
    ) -> AsyncPages[Task]:
        """List the tasks."""
        route = "GET /v1/{Team}/Tasks"
        return self._pages(route, item=Task, paging=paging, limit=limit, query=query)


SETTINGS = Settings(
    name="tiny",
    version="1.0.0",
    base_url="https://api.example.com",
    headers=Headers,
    error=ErrorShape(code="error.code", message="error.text", more_info="error.help"),
)


def _auth(auth: AuthTypes | None, user: str | None, password: str | None) -> AuthTypes:
    if auth is not None:
        return auth
    return basic(("user", user, "TINY_USER"), ("password", password, "TINY_PASSWORD"))


class Tiny(Client):
    """The API."""

    _settings = SETTINGS

    def __init__(
        self,
        user: str | None = None,
        password: str | None = None,
        **options: Unpack[ClientOptions],
    ) -> None:
        options["auth"] = _auth(options.get("auth"), user, password)
        super().__init__(**options)

    def team(self, team: str) -> Tasks:
        """The tasks of one team."""
        return Tasks(self, team)


class AsyncTiny(AsyncClient):
    """The API."""

    _settings = SETTINGS

    def __init__(
        self,
        user: str | None = None,
        password: str | None = None,
        **options: Unpack[AsyncOptions],
    ) -> None:
        options["auth"] = _auth(options.get("auth"), user, password)
        super().__init__(**options)

    def team(self, team: str) -> AsyncTasks:
        """The tasks of one team."""
        return AsyncTasks(self, team)


def pickled(value: T) -> T:
    """The value, sent through a pickle."""
    again: T = pickle.loads(pickle.dumps(value))  # noqa: S301
    return again


class FakeTiny(FakeClient, Tiny):
    """`Tiny` from memory."""


class FakeAsyncTiny(FakeAsyncClient, AsyncTiny):
    """`AsyncTiny` from memory."""
