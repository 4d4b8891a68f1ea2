"""What ``api.toml`` and the pages say of the whole API: servers, groups, credentials, errors."""

from __future__ import annotations

from collections import Counter

from generator.config import ApiConfig, AuthConfig
from generator.ir import (
    AuthKind,
    AuthScheme,
    Credential,
    ErrorShape,
    Operation,
    Origin,
    Root,
    RootGroup,
    Server,
    words,
)
from generator.passes.stated import stated_servers


def error_shape(config: ApiConfig) -> ErrorShape:
    """Where an error answer keeps its parts, as far as it is stated."""
    return ErrorShape(
        code=config.errors.code,
        message=config.errors.message,
        more_info=config.errors.more_info,
        status=config.errors.status,
    )


def groups_of(root: Root | None, config: ApiConfig) -> tuple[RootGroup, ...]:
    """The stated groups, else those of the docs root; pages are named as there."""
    stated = tuple(
        RootGroup(
            name=name,
            pages=tuple(f"operation-{one.removeprefix('operation-')}" for one in pages),
        )
        for name, pages in config.groups.items()
    )
    return stated or (root.groups if root else ())


def servers_of(
    operations: tuple[Operation, ...], root: Root | None, config: ApiConfig
) -> tuple[Server, ...]:
    """Every address once: the one of the client, then those stated, else those documented.

    Of these, the one that most pages name first; what is stated of one operation is for it alone.
    """
    base = Server(
        url=config.client.base_url,
        origin=Origin.CONFIG,
        span=config.place("client", "base_url"),
    )
    found = [base] if base.url else []
    found += stated_servers(config)
    if not config.servers:
        found += root.servers if root else ()
        own = [server for operation in operations for server in operation.servers]
        firsts = Counter(one.servers[0].url for one in operations if one.servers)
        own.sort(key=lambda one: (one.origin is Origin.CONFIG, -firsts[one.url]))
        found += own
    return tuple({server.url: server for server in reversed(found)}[url] for url in _urls(found))


def _urls(servers: list[Server]) -> list[str]:
    return list(dict.fromkeys(server.url for server in servers))


def auth_schemes(operations: tuple[Operation, ...], config: ApiConfig) -> tuple[AuthScheme, ...]:
    """The methods that pages name, with what ``api.toml`` knows of them; its own come first."""
    stated = {words(title): (title, auth) for title, auth in config.auth.items()}
    titles = [title for title, _ in stated.values()]
    titles += [name for operation in operations for name in operation.auth]
    unique = {words(title): title for title in reversed(titles)}
    ordered = dict.fromkeys(words(title) for title in titles)
    return tuple(
        _auth_scheme(unique[key], stated[key][1] if key in stated else None) for key in ordered
    )


def _auth_scheme(title: str, stated: AuthConfig | None) -> AuthScheme:
    if stated is None:
        return AuthScheme(title=title)
    given = (stated.username, stated.password, stated.token)
    return AuthScheme(
        title=title,
        kind=AuthKind(stated.kind),
        credentials=tuple(
            Credential(name=one.name, env=one.env) for one in given if one is not None
        ),
        header=stated.header,
        query=stated.query,
    )
