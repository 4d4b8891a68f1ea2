"""What the types of ``api.toml`` cannot say: keys that need others, and names that cannot be."""

from __future__ import annotations

import re
from collections.abc import Iterator
from keyword import iskeyword
from typing import Any

from generator.config_check import Fault
from generator.config_places import KeyPath
from generator.shown import shown

_AUTH = {
    "basic": ("username", "password"),
    "bearer": ("token",),
    "api-key": ("token",),
}
_PLACES = ("header", "query")
_PAGINATION = {
    "next-url": ("next",),
    "cursor": ("next", "parameter"),
    "offset": ("parameter",),
    "page-number": ("parameter",),
}


def find_gaps(table: dict[str, Any]) -> list[Fault]:
    """The faults of a table whose single keys are right or reported already."""
    return [
        *_client(table.get("client")),
        *_servers(table.get("servers")),
        *_auth(table.get("auth")),
        *_paginations(table),
        *_names(table),
        *_idempotency_headers(table),
    ]


def _client(client: Any) -> Iterator[Fault]:
    if not isinstance(client, dict):
        return
    name, url = client.get("name"), client.get("base_url")
    if isinstance(name, str) and name and (not name.isidentifier() or iskeyword(name)):
        hint = 'Write a class\'s name: name = "TaskRouter"'
        yield _fault(("client", "name"), "is not the name of a class", hint)
    if isinstance(url, str) and url and not url.startswith(("https://", "http://")):
        hint = 'Write a whole address: base_url = "https://api.example.com/v1"'
        yield _fault(("client", "base_url"), "is not an address", hint)


def _servers(servers: Any) -> Iterator[Fault]:
    for at, server in enumerate(servers if isinstance(servers, list) else ()):
        url = server.get("url") if isinstance(server, dict) else None
        if not isinstance(url, str):
            continue
        path: KeyPath = ("servers", at)
        if not url.startswith(("https://", "http://")):
            hint = 'Write a whole address: url = "https://api.example.com/v1"'
            yield _fault((*path, "url"), "is not an address", hint)
        variables = server.get("variables")
        for name in variables if isinstance(variables, dict) else ():
            if f"{{{name}}}" not in url:
                hint = f"The variables of {shown(url)} stand in braces."
                yield _fault((*path, "variables", name), "is not in the address", hint)


def _names(table: dict[str, Any]) -> Iterator[Fault]:
    """A name is made of words: letters of ASCII and digits, the first of them a letter."""
    for path, value in _stated_names(table):
        if not isinstance(value, str) or value == "":
            continue
        if not _NAME.search(value) or not value.isascii() or value[0].isdigit():
            yield _fault(path, "is not a name", f'Write words: {path[-1]} = "task_queue"')


_NAME = re.compile(r"[A-Za-z]")


def _stated_names(table: dict[str, Any]) -> Iterator[tuple[KeyPath, Any]]:
    for part in ("fields", "models", "operations"):
        for key, one in _tables(table, part):
            yield (part, key, "name"), one.get("name")
            for name, field in _tables(one, "fields"):
                yield (part, key, "fields", name, "name"), field.get("name")
    for key, _ in _tables(table, "models"):
        yield ("models", key), key


def _idempotency_headers(table: dict[str, Any]) -> Iterator[Fault]:
    client = table.get("client")
    found: list[tuple[KeyPath, Any]] = [
        (("operations", key, "idempotency_header"), one.get("idempotency_header"))
        for key, one in _tables(table, "operations")
    ]
    if isinstance(client, dict):
        path = ("client", "idempotency_header")
        found.insert(0, (path, client.get("idempotency_header")))
    for place, value in found:
        if isinstance(value, str) and value and not _TOKEN.fullmatch(value):
            hint = 'Write a header\'s name: idempotency_header = "Idempotency-Key"'
            yield _fault(place, "is not the name of a header", hint)


_TOKEN = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
"""A header's name (RFC 9110, section 5.6.2)."""


def _tables(table: dict[str, Any], key: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """The tables in a table of them; whatever else stands there is a fault of its own."""
    found = table.get(key)
    for name, one in found.items() if isinstance(found, dict) else ():
        if isinstance(one, dict):
            yield name, one


def _auth(auth: Any) -> Iterator[Fault]:
    for title, scheme in auth.items() if isinstance(auth, dict) else ():
        kind = scheme.get("kind") if isinstance(scheme, dict) else None
        if kind not in _AUTH:
            continue
        path: KeyPath = ("auth", title)
        yield from _missing(scheme, _AUTH[kind], path, f'kind = "{kind}"')
        placed = [name for name in _PLACES if scheme.get(name)]
        if kind == "api-key" and len(placed) != 1:
            hint = 'Say where the key travels: header = "X-API-Key", or query = "key"'
            yield Fault(
                code="config-missing-key",
                path=path,
                message="an api-key has one of header, query",
                hint=hint,
            )
        allowed = {"kind", *_AUTH[kind], *(_PLACES if kind == "api-key" else ())}
        for name in [one for one in scheme if one not in allowed and one in _ALL]:
            said = f'has no meaning beside kind = "{kind}"'
            yield _fault((*path, name), said, f"It takes: {', '.join(sorted(allowed))}")


_ALL = frozenset({"username", "password", "token", *_PLACES})


def _paginations(table: dict[str, Any]) -> Iterator[Fault]:
    yield from _pagination(table.get("pagination"), ("pagination",))
    for name, one in _tables(table, "operations"):
        yield from _pagination(one.get("pagination"), ("operations", name, "pagination"))


def _pagination(pagination: Any, path: KeyPath) -> Iterator[Fault]:
    style = pagination.get("style") if isinstance(pagination, dict) else None
    if style in _PAGINATION:
        yield from _missing(pagination, _PAGINATION[style], path, f'style = "{style}"')


def _missing(
    table: dict[str, Any], names: tuple[str, ...], path: KeyPath, because: str
) -> Iterator[Fault]:
    for name in names:
        if not table.get(name):
            said = shown(".".join(str(step) for step in path))
            hint = "README.md, “What the pages do not say”, shows every key with a value."
            message = f"{said}: {because} needs {name}"
            yield Fault(code="config-missing-key", path=path, message=message, hint=hint)


def _fault(path: KeyPath, message: str, hint: str) -> Fault:
    said = shown(".".join(str(step) for step in path))
    return Fault(code="config-value", path=path, message=f"{said} {message}", hint=hint)
