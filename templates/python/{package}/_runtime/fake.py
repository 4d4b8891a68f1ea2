"""Clients that answer from memory: no network, no credentials, no waiting."""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any, Unpack
from urllib.parse import parse_qsl

import httpx

from ._client import AsyncClient, Client
from ._encoding import FORM
from ._options import AsyncOptions, ClientOptions
from ._sample import Odd, sample_answer

Fields = dict[str, str | list[str]]
"""Names and texts; a name that was sent more than once has a list."""

NOWHERE = "https://fake.invalid"

Outcome = Callable[[httpx.Request], httpx.Response]


@dataclass(frozen=True, slots=True, kw_only=True)
class SentCall:
    """One request that a fake received."""

    method: str
    path: str
    template: str
    query: Fields
    headers: Mapping[str, str] = field(repr=False)
    content: bytes = field(repr=False)

    @property
    def form(self) -> Fields:
        """The fields of a form body; empty when the body is no form."""
        is_form = self.headers.get("content-type", "").startswith(FORM)
        return _fields(self.content.decode()) if is_form else {}

    @property
    def json(self) -> Any:
        """The JSON of the body; None when there is no body."""
        return json.loads(self.content) if self.content else None


class _Script(httpx.BaseTransport, httpx.AsyncBaseTransport):
    """The server's part: queued outcomes first, then samples made from the documented types."""

    def __init__(self) -> None:
        self.sent: list[SentCall] = []
        self.outcomes: deque[Outcome] = deque()

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        request.read()
        self.sent.append(_record(request))
        outcome = self.outcomes.popleft() if self.outcomes else sampled
        return outcome(request)

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        return self.handle_request(request)


class _Scripted:
    """What tests say to a fake client; each outcome is used once, in order."""

    _script: _Script

    @property
    def sent(self) -> list[SentCall]:
        """The requests so far, retries included."""
        return self._script.sent

    def reply(
        self,
        *,
        json: Any = None,
        content: bytes | None = None,
        status: int = 200,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        """The next answer."""
        body: Any = {"json": json} if content is None else {"content": content}
        self._next(lambda _: httpx.Response(status, headers=headers, **body))

    def fail(self, status: int = 500, *, retry_after: float | None = None) -> None:
        """The next answer is an error."""
        headers = {} if retry_after is None else {"Retry-After": str(retry_after)}
        body = {"message": f"a scripted {status}"}
        self.reply(status=status, headers=headers, json=body)

    def timeout(self) -> None:
        """The next request gets no answer in time."""
        self._raise(httpx.ReadTimeout("scripted timeout"))

    def disconnect(self) -> None:
        """The next request loses its connection before it is answered."""
        self._raise(httpx.ReadError("scripted disconnect"))

    def broken_json(self) -> None:
        """The next answer calls itself JSON and stops in the middle."""
        self.reply(content=b'{"cut', headers={"Content-Type": "application/json"})

    def unknown_fields(self) -> None:
        """The next answer is a sample whose objects have a field more than documented."""
        self._next(partial(sampled, odd="fields"))

    def unknown_values(self) -> None:
        """The next answer is a sample with a new value in every enumeration."""
        self._next(partial(sampled, odd="values"))

    def _raise(self, error: httpx.TransportError) -> None:
        def outcome(request: httpx.Request) -> httpx.Response:
            raise error

        self._next(outcome)

    def _next(self, outcome: Outcome) -> None:
        self._script.outcomes.append(outcome)


class FakeClient(_Scripted, Client):
    """Put before a generated client, makes it a fake: `class Fake(FakeClient, TheClient)`."""

    def __init__(self, **options: Unpack[ClientOptions]) -> None:
        self._script = _Script()
        options["http_client"] = httpx.Client(transport=self._script)
        options["auth"] = httpx.Auth()
        options.setdefault("base_url", self._settings.base_url or NOWHERE)
        super().__init__(**options)

    def _pause(self, seconds: float) -> None:
        """A fake does not wait."""


class FakeAsyncClient(_Scripted, AsyncClient):
    """Put before a generated async client, makes it a fake."""

    def __init__(self, **options: Unpack[AsyncOptions]) -> None:
        self._script = _Script()
        options["http_client"] = httpx.AsyncClient(transport=self._script)
        options["auth"] = httpx.Auth()
        options.setdefault("base_url", self._settings.base_url or NOWHERE)
        super().__init__(**options)

    async def _pause(self, seconds: float) -> None:
        """A fake does not wait."""


def _record(request: httpx.Request) -> SentCall:
    raw_path, _, query = request.url.raw_path.decode().partition("?")
    return SentCall(
        method=request.method,
        path=raw_path,
        template=request.extensions["call"].template,
        query=_fields(query),
        headers=dict(request.headers.items()),
        content=request.content,
    )


def _fields(text: str) -> Fields:
    fields: Fields = {}
    for name, value in parse_qsl(text, keep_blank_values=True):
        earlier = fields.get(name, [])
        several = [*([earlier] if isinstance(earlier, str) else earlier), value]
        fields[name] = several if len(several) > 1 else value
    return fields


def sampled(request: httpx.Request, odd: Odd = "") -> httpx.Response:
    """An answer as the documentation describes it, or with more than that."""
    status, content, value = sample_answer(request.extensions["call"], odd)
    if content is not None:
        return httpx.Response(status, content=content)
    return httpx.Response(status, json=value)
