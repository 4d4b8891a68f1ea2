"""What the types of ``api.toml`` cannot say: keys that need others, and names that cannot be."""

from __future__ import annotations

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
    return [*_client(table.get("client")), *_auth(table.get("auth")), *_paginations(table)]


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
    operations = table.get("operations")
    for name, one in operations.items() if isinstance(operations, dict) else ():
        if isinstance(one, dict):
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
