"""One call, what has to go over the wire for it, and what comes back."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from email.parser import BytesParser
from typing import Any
from urllib.parse import parse_qsl

import httpx

from .answers import READINGS
from .clients import AUTH_HEADER, AUTH_QUERY, BASE_URL
from .reading import MORE, merge, nest

Pairs = list[tuple[str, str]]

IDS = tuple(f"a/b?c#d% ..é{number}" for number in range(30))
"""Ids that would change a path if they were not quoted."""

QUOTED = tuple(f"a%2Fb%3Fc%23d%25%20..%C3%A9{number}" for number in range(30))

USUAL_HEADERS = {
    *("accept", "accept-encoding", "connection", "content-length", "content-type"),
    *("host", "user-agent"),
}


@dataclass(frozen=True)
class Sent:
    """An argument with a sample, and what it adds to which part of the request."""

    argument: str
    place: str
    wire: str
    value: Any
    pairs: Pairs = field(default_factory=list)
    required: bool = False

    @property
    def texts(self) -> Pairs:
        """Names and texts, as queries, forms and headers have them."""
        if isinstance(self.value, bool):
            return [(self.wire, "true" if self.value else "false")]
        if isinstance(self.value, dict | list):
            return self.pairs
        return [(self.wire, str(self.value))]


@dataclass(frozen=True, kw_only=True)
class Turning:
    """How a list goes on: dotted paths into its answer, and a parameter of its query."""

    style: str
    items: str
    next: str = ""
    parameter: str = ""
    more: str = ""
    total: str = ""
    start: int | None = None
    limit: str = ""
    """The argument that ends it early."""


@dataclass(frozen=True, kw_only=True)
class Exchange:
    """A call with a sample for every argument, and the documented answer."""

    name: str
    call: Callable[[Any, Any, dict[str, Any]], Any]
    method: str
    template: str
    returns: str
    sent: list[Sent] = field(default_factory=list)
    query: Pairs = field(default_factory=list)
    accept: str = ""
    content_type: str = ""
    idempotency_header: str = ""
    server: str = BASE_URL
    turning: Turning | None = None
    streamed: bool = False
    answer: Any = None
    kind: str = ""

    @property
    def values(self) -> dict[str, Any]:
        """A sample for every argument."""
        return {one.argument: one.value for one in self.sent}

    @property
    def least(self) -> dict[str, Any]:
        """Samples for what must be passed."""
        return {one.argument: one.value for one in self.sent if one.required}

    @property
    def item(self) -> Any:
        """The documented JSON of the answer, or of one item of a list."""
        reading = READINGS.get(self.returns)
        return self.answer if reading is None else {**reading.sent, **MORE}

    def respond(self, *more: Any) -> httpx.Response:
        """The documented answer; that of a list holds an item, and the JSON of `more` beside it."""
        if self.returns.startswith("NoContent"):
            return httpx.Response(204)
        if self.item is None:
            return httpx.Response(200, text="content")
        if self.turning is None:
            return httpx.Response(200, json=self.item)
        body = merge(nest(self.turning.items, [self.item]), *more)
        return httpx.Response(200, json=body)

    def check(self, request: httpx.Request, given: dict[str, Any]) -> None:
        """Hold what was sent for the `given` arguments against what is documented."""
        path, _, query = request.url.raw_path.decode().partition("?")
        base = httpx.URL(self.server)

        assert request.method == self.method
        assert (request.url.scheme, request.url.host) == (base.scheme, base.host)
        assert path == base.path.rstrip("/") + self.target
        asked = [*self.query, *self._texts("query", given)]
        assert _pairs(query) == [*asked, *([AUTH_QUERY] if AUTH_QUERY else [])]
        self._check_headers(request, given)
        self._check_body(request, given)

    @property
    def target(self) -> str:
        """The path with quoted ids."""
        found = self.template
        for quoted in QUOTED:
            before, mark, rest = found.partition("{")
            found = before + quoted + rest.partition("}")[2] if mark else found
        return found

    def _check_headers(self, request: httpx.Request, given: dict[str, Any]) -> None:
        wanted = {name.lower(): text for name, text in self._texts("headers", given)}
        if AUTH_HEADER is not None:
            wanted[AUTH_HEADER[0].lower()] = AUTH_HEADER[1]
        cookies = self._texts("cookies", given)
        if cookies:
            wanted["cookie"] = "; ".join(f"{name}={text}" for name, text in cookies)
        if self.accept:
            wanted["accept"] = self.accept
        key = self.idempotency_header.lower()
        if key and key not in wanted:
            assert len(request.headers[key]) > 20
            wanted[key] = request.headers[key]

        assert {name: request.headers.get(name) for name in wanted} == wanted
        assert request.headers.keys() - USUAL_HEADERS == wanted.keys() - USUAL_HEADERS

    def _check_body(self, request: httpx.Request, given: dict[str, Any]) -> None:
        places = {one.place for one in self.sent}
        body = [one for one in self.sent if one.place in ("json", "content")]
        kind = request.headers.get("Content-Type", "")
        if "files" in places and self._given(given, "files", "form"):
            assert kind.startswith("multipart/form-data; boundary=")
            assert sorted(_parts(kind, request.content)) == sorted(
                [*self._texts("form", given), *self._files(given)]
            )
        elif "form" in places and "files" not in places:
            form = self._texts("form", given)
            whole = not self.sent[-1].wire and not form
            assert kind == ("" if whole else "application/x-www-form-urlencoded")
            assert _pairs(request.content.decode()) == form
        elif "json" in places and (body[0].wire or self._given(given, "json")):
            found = self._given(given, "json")
            fields = {one.wire: one.value for one in found}
            assert kind == (self.content_type or "application/json")
            assert json.loads(request.content) == fields.get("", fields)
        elif self._given(given, "content"):
            assert kind == self.content_type
            assert request.content == body[0].value.encode()
        else:
            assert (kind, request.content) == ("", b"")

    def _given(self, given: dict[str, Any], *places: str) -> list[Sent]:
        found = [one for one in self.sent if one.argument in given]
        return [one for one in found if one.place in places]

    def _texts(self, place: str, given: dict[str, Any]) -> Pairs:
        return [pair for one in self._given(given, place) for pair in one.texts]

    def _files(self, given: dict[str, Any]) -> Pairs:
        found: Pairs = []
        for one in self._given(given, "files"):
            files = one.value if isinstance(one.value, list) else [one.value]
            found += [(one.wire, str(file)) for file in files]
        return found


def _pairs(text: str) -> Pairs:
    return parse_qsl(text, keep_blank_values=True, strict_parsing=bool(text))


def _parts(kind: str, content: bytes) -> Pairs:
    """Names and texts of a form in parts."""
    message = BytesParser().parsebytes(f"Content-Type: {kind}\n\n".encode() + content)
    found: Pairs = []
    for part in message.walk():
        name = part.get_param("name", header="Content-Disposition")
        payload = part.get_payload(decode=True)
        if isinstance(payload, bytes):
            found.append((str(name), payload.decode()))
    return found
