"""Builds the HTTP request of a call."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, partial
from typing import IO, Any
from uuid import uuid4

import httpx

from ._answers import shape_of
from ._auth import EXTRA_HEADERS
from ._call import Call
from ._encoding import Body, cookie_header, encode_body, header_fields, query_string
from ._errors import APIRedirectError
from ._omit import Omit
from ._options import Options, Settings
from ._uploads import FileStream
from ._urls import join, resolve

Kept = tuple[list[tuple[bytes, bytes]], httpx.Headers]
"""The headers that many requests share, behind the httpx client's own that they came from."""

WRITING = ("POST", "PUT", "PATCH")


class Shared:
    """What the requests of one client have in common, worked out once."""

    def __init__(self, base: httpx.URL) -> None:
        self.base = base
        self.headers: dict[tuple[str, str | None], Kept] = {}
        """By accepted and sent type."""
        url_of = lru_cache(maxsize=128)(partial(join, base, query=""))
        self.url_of: Callable[[str], httpx.URL] = url_of
        """The URL of a path without a query; parsing is the dearest part of a request."""


def build_request(
    http: httpx.Client | httpx.AsyncClient,
    settings: Settings,
    options: Options,
    call: Call[Any],
    *,
    shared: Shared,
    opened: list[IO[bytes]],
) -> httpx.Request:
    """The request, without credentials, such that it can be sent again.

    The files opened for it are added to `opened`. It is what the httpx client would build, at
    half the price: what is the same for every call is kept in `shared`.
    """
    body = _body(options, call, opened)
    url = _url(shared, options, call)
    kept = _kept_headers(http, settings, options, call, body, shared)
    headers = httpx.Headers(kept)
    _add_headers(headers, options, call, body)
    if http.params:
        query = "&".join(filter(None, (str(http.params), url.query.decode())))
        url = url.copy_with(query=query.encode())
    timeout = http.timeout
    if not isinstance(options.timeout, Omit):
        timeout = httpx.Timeout(options.timeout)
    request = httpx.Request(
        call.method,
        url,
        headers=headers,
        cookies=http.cookies if http.cookies else None,
        files=list(body.parts) or None,
        stream=None if body.parts else _stream(body),
        extensions={
            "timeout": timeout.as_dict(),
            "call": call,
            EXTRA_HEADERS: options.extra_header_names,
        },
    )
    request.headers.encoding = kept.encoding  # httpx would look at all of them again
    if not isinstance(body.content, FileStream):
        request.read()  # as httpx does: middleware may look at the content
    return request


def _stream(body: Body) -> FileStream | httpx.ByteStream:
    content = body.content
    if isinstance(content, FileStream):
        return content
    return httpx.ByteStream(content or b"")


def _url(shared: Shared, options: Options, call: Call[Any]) -> httpx.URL:
    if call.url is not None:
        target = resolve(shared.base, call.url)
        if target is None:
            where = {"method": call.method, "path": call.template}
            raise APIRedirectError("refused a page on another origin", **where)
        return target
    query = {**(call.parts.get("query") or {}), **options.extra_query}
    text = query_string(query, call.parts.get("styles", {}))
    if text or "?" in call.path:
        return join(shared.base, call.path, text)  # not kept: a query can hold secrets
    return shared.url_of(call.path)


def _body(options: Options, call: Call[Any], opened: list[IO[bytes]]) -> Body:
    writes = call.method in WRITING  # a DELETE does not gain a body
    return encode_body(call.parts, options.extra_body if writes else {}, opened)


def _kept_headers(
    http: httpx.Client | httpx.AsyncClient,
    settings: Settings,
    options: Options,
    call: Call[Any],
    body: Body,
    shared: Shared,
) -> httpx.Headers:
    own, key = http.headers.raw, (shape_of(call.into).accept, body.content_type)
    found = shared.headers.get(key)
    if found is None or found[0] != own:
        agent = f"{settings.name}-python/{settings.version} httpx/{httpx.__version__}"
        headers = httpx.Headers([(b"Host", shared.base.netloc)])
        headers.update(http.headers)
        headers["Accept"] = key[0]
        headers["Accept-Encoding"] = "gzip"
        headers["User-Agent"] = agent
        if body.content_type:
            headers["Content-Type"] = body.content_type
        headers.update(options.headers)
        headers = httpx.Headers(headers.raw)  # whose encoding is that of them all
        if headers.encoding == "ascii":
            headers.encoding = "utf-8"  # so that middleware may add others
        found = shared.headers[key] = own, headers
    return found[1]


def _add_headers(
    headers: httpx.Headers, options: Options, call: Call[Any], body: Body
) -> None:
    """Adds what belongs to one call."""
    parts, content = call.parts, body.content
    length = content.length if isinstance(content, FileStream) else len(content or b"")
    if length or (call.method in WRITING and not body.parts):
        headers["content-length"] = str(length)
    if own := parts.get("headers"):
        headers.update(header_fields(own))
    if cookies := cookie_header(parts.get("cookies") or {}):
        headers["Cookie"] = cookies
    if options.extra_headers:
        headers.update(options.extra_headers)
    key = parts.get("idempotency_header")
    if key and key not in headers and call.method in ("POST", "PATCH"):
        headers[key] = str(uuid4())
