"""One call, and what has to go over the wire for it."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl

import httpx

from .clients import BASE_PATH, SENT_QUERY, sample_answer

Pairs = list[tuple[str, str]]


@dataclass(frozen=True, kw_only=True)
class Exchange:
    """A call with a sample for every argument; `some_id` fills every id of its path."""

    name: str
    call: Callable[[Any, Any], Any]
    method: str
    target: str
    template: str
    returns: str
    pages: bool = False
    streamed: bool = False
    query: Pairs = field(default_factory=list)
    headers: dict[str, str] = field(default_factory=dict)
    cookies: dict[str, str] = field(default_factory=dict)
    form: Pairs | None = None
    json: Any = None
    files: list[str] = field(default_factory=list)
    content: str | None = None

    def check(self, request: httpx.Request) -> None:
        """Hold what was sent against what is documented."""
        path, _, query = request.url.raw_path.decode().partition("?")
        sent_query = [pair for pair in _pairs(query) if pair[0] != SENT_QUERY]

        assert request.method == self.method
        assert path == BASE_PATH + self.target
        assert sent_query == self.query
        for name, value in self.headers.items():
            assert request.headers[name] == value
        for name, value in self.cookies.items():
            assert f"{name}={value}" in request.headers["Cookie"].split("; ")
        self._check_body(request)

    def _check_body(self, request: httpx.Request) -> None:
        content = request.content
        kind = request.headers.get("Content-Type", "")
        if self.files:
            assert kind.startswith("multipart/form-data; boundary=")
            for name in self.files:
                assert f'name="{name}"'.encode() in content
        elif self.form is not None:
            assert kind == "application/x-www-form-urlencoded"
            assert _pairs(content.decode()) == self.form
        elif self.json is not None:
            assert json.loads(content) == self.json
        elif self.content is not None:
            assert content == self.content.encode()
        else:
            assert content == b""


class Recorder(httpx.BaseTransport, httpx.AsyncBaseTransport):
    """Answers every request with `status` and a sample; keeps the requests."""

    def __init__(self, status: int = 200, body: Any = None) -> None:
        self.status = status
        self.body = body
        self.requests: list[httpx.Request] = []

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        request.read()
        self.requests.append(request)
        if self.body is not None:
            return httpx.Response(self.status, json=self.body, request=request)
        return sample_answer(request)

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        await request.aread()
        self.requests.append(request)
        if self.body is not None:
            return httpx.Response(self.status, json=self.body, request=request)
        return sample_answer(request)


def _pairs(text: str) -> Pairs:
    return parse_qsl(text, keep_blank_values=True)
