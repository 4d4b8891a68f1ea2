"""Builds the HTTP request of a call."""

from __future__ import annotations

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

Defaults = dict[tuple[str, str | None], tuple[list[tuple[bytes, bytes]], httpx.Headers]]
"""The headers that many requests share, by accepted and sent type, with the httpx client's own."""


def build_request(
    http: httpx.Client | httpx.AsyncClient,
    base: httpx.URL,
    settings: Settings,
    options: Options,
    call: Call[Any],
    *,
    defaults: Defaults,
    opened: list[IO[bytes]],
) -> httpx.Request:
    """The request, without credentials, such that it can be sent again.

    The files opened for it are added to `opened`. It is what the httpx client would build, at
    half the price: what is the same for every call is kept in `defaults`.
    """
    body = _body(options, call, opened)
    url = _url(base, options, call)
    headers = httpx.Headers(_defaults(http, settings, options, call, body, defaults))
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
        content=body.content,
        files=list(body.parts) or None,
        extensions={
            "timeout": timeout.as_dict(),
            "call": call,
            EXTRA_HEADERS: options.extra_header_names,
        },
    )
    if isinstance(body.content, FileStream):
        request.stream = body.content  # httpx would take it for one that only blocks
    return request


def _url(base: httpx.URL, options: Options, call: Call[Any]) -> httpx.URL:
    if call.url is not None:
        target = resolve(base, call.url)
        if target is None:
            where = {"method": call.method, "path": call.template}
            raise APIRedirectError("refused a page on another origin", **where)
        return target
    query = {**(call.parts.get("query") or {}), **options.extra_query}
    return join(base, call.path, query_string(query, call.parts.get("styles", {})))


def _body(options: Options, call: Call[Any], opened: list[IO[bytes]]) -> Body:
    writes = call.method in ("POST", "PUT", "PATCH")  # a DELETE does not gain a body
    return encode_body(call.parts, options.extra_body if writes else {}, opened)


def _defaults(
    http: httpx.Client | httpx.AsyncClient,
    settings: Settings,
    options: Options,
    call: Call[Any],
    body: Body,
    known: Defaults,
) -> httpx.Headers:
    own, key = http.headers.raw, (shape_of(call.into).accept, body.content_type)
    found = known.get(key)
    if found is None or found[0] != own:
        agent = f"{settings.name}-python/{settings.version} httpx/{httpx.__version__}"
        headers = httpx.Headers(http.headers)
        headers["Accept"] = key[0]
        headers["Accept-Encoding"] = "gzip"
        headers["User-Agent"] = agent
        if body.content_type:
            headers["Content-Type"] = body.content_type
        headers.update(options.headers)
        found = known[key] = own, headers
    return found[1]


def _add_headers(
    headers: httpx.Headers, options: Options, call: Call[Any], body: Body
) -> None:
    """Adds what belongs to one call."""
    parts = call.parts
    if isinstance(body.content, FileStream):
        headers["Content-Length"] = str(body.content.length)
    if own := parts.get("headers"):
        headers.update(header_fields(own))
    if cookies := cookie_header(parts.get("cookies") or {}):
        headers["Cookie"] = cookies
    if options.extra_headers:
        headers.update(options.extra_headers)
    key = parts.get("idempotency_header")
    if key and key not in headers and call.method in ("POST", "PATCH"):
        headers[key] = str(uuid4())
