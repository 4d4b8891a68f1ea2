"""Builds the HTTP request of a call."""

from __future__ import annotations

from typing import Any, get_args, get_origin

import httpx

from ._auth import EXTRA_HEADERS
from ._call import Call
from ._encoding import Body, cookie_header, encode_body, header_fields, query_string
from ._errors import APIRedirectError
from ._omit import Omit
from ._options import Options, Settings
from ._results import Answer
from ._urls import join, origin, resolve


def build_request(
    http: httpx.Client | httpx.AsyncClient,
    base: httpx.URL,
    settings: Settings,
    options: Options,
    call: Call[Any],
) -> httpx.Request:
    """The request, without credentials, complete with its body so that it can be sent again."""
    body = _body(options, call)
    url = _url(base, options, call)
    request = http.build_request(
        call.method,
        url,
        headers=_headers(settings, options, call, body),
        content=body.content,
        files=list(body.parts) or None,
        timeout=(
            httpx.USE_CLIENT_DEFAULT
            if isinstance(options.timeout, Omit)
            else options.timeout
        ),
        extensions={
            "call": call,
            EXTRA_HEADERS: {name.lower() for name in options.extra_headers},
        },
    )
    if http.params:  # httpx puts these in place of the query that the URL has
        own = url.query.decode()
        query = "&".join(filter(None, (str(http.params), own)))
        request.url = url.copy_with(query=query.encode())
    request.read()
    return request


def _url(base: httpx.URL, options: Options, call: Call[Any]) -> httpx.URL:
    where = {"method": call.method, "path": call.template}
    if call.url is not None:
        target = resolve(base, call.url)
        if target is None:
            raise APIRedirectError("refused a page on another origin", **where)
        return target
    query = {**(call.parts.get("query") or {}), **options.extra_query}
    url = join(base, call.path, query_string(query))
    if origin(url) != origin(base):
        raise APIRedirectError("refused a request to another origin", **where)
    return url


def _body(options: Options, call: Call[Any]) -> Body:
    writes = call.method in ("POST", "PUT", "PATCH")  # a DELETE does not gain a body
    return encode_body(call.parts, options.extra_body if writes else {})


def _headers(
    settings: Settings, options: Options, call: Call[Any], body: Body
) -> httpx.Headers:
    headers = httpx.Headers(
        {
            "Accept": _accept(call.into),
            "User-Agent": f"{settings.name}-python/{settings.version} httpx/{httpx.__version__}",
        }
    )
    if body.content_type:
        headers["Content-Type"] = body.content_type
    headers.update(options.headers)
    headers.update(header_fields(call.parts.get("headers") or {}))
    cookies = cookie_header(call.parts.get("cookies") or {})
    if cookies:
        headers["Cookie"] = cookies
    headers.update(options.extra_headers)
    return headers


def _accept(into: Any) -> str:
    raw = get_origin(into) is Answer and get_args(into)[0] in (bytes, str, Any)
    return "*/*" if raw else "application/json"
