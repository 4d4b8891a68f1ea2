"""Keeps every request on the origin that the caller chose."""

from __future__ import annotations

import httpx

Origin = tuple[str, str, int | None]


def parse_base_url(text: str | None) -> httpx.URL:
    """The base URL, its path prefix kept; raises ValueError when it is unusable."""
    if not text:
        raise ValueError("the documentation names no server: pass base_url=")
    url = _parse(text)
    if url.scheme not in ("http", "https") or not url.host:
        raise ValueError("base_url starts with https:// or http:// and has a host")
    if url.userinfo or url.query or url.fragment:
        parts = "credentials, query or fragment"
        raise ValueError(f"base_url holds no {parts}; credentials go in auth=")
    return url


def join(base: httpx.URL, path: str, query: str) -> httpx.URL:
    """The base URL followed by the path, never replaced by it."""
    if not path.startswith("/"):
        raise ValueError(f"a path starts with '/': {path[:80]!r}")
    mark = "" if not query else "&" if "?" in path else "?"
    return _parse(f"{str(base).rstrip('/')}{path}{mark}{query}")


def resolve(current: httpx.URL, reference: str) -> httpx.URL | None:
    """Where a reference in an answer leads, or None when that is another origin or no URL."""
    absolute = reference.partition("://")[0] in ("https", "http")
    try:
        url = httpx.URL(reference) if absolute else current.join(reference)
    except (httpx.InvalidURL, ValueError):
        return None
    return url if origin(url) == origin(current) and not url.userinfo else None


def origin(url: httpx.URL) -> Origin:
    """Scheme, host and port; a default port is None."""
    return url.scheme, url.host, url.port


def _parse(text: str) -> httpx.URL:
    try:
        return httpx.URL(text)
    except httpx.InvalidURL as error:
        raise ValueError(f"unusable URL (base_url or path): {error}") from None
