"""Operations and what ``api.toml`` states become one tree of resources."""

from __future__ import annotations

import re
from collections.abc import Mapping

from generator.config import ApiConfig, AuthConfig
from generator.diagnostics import Diagnostics
from generator.ir import (
    Api,
    AuthKind,
    AuthScheme,
    Credential,
    ErrorShape,
    Function,
    Operation,
    Origin,
    Resource,
    Root,
    RootGroup,
    Server,
    TypeExpr,
    words,
)
from generator.passes.answers import pagination_of, success_body
from generator.passes.moving import move_stated
from generator.passes.naming import name_functions
from generator.passes.nouns import Noun, name_resources
from generator.passes.stale import CODE, Stale, nearest
from generator.passes.stated import apply_config, stated_servers
from generator.passes.stated_fields import FieldStatements
from generator.passes.tree import Node, Placed, build_tree
from generator.passes.usable import callable_operations

_MODEL = re.compile(r"[A-Za-z]\w*(?: \w+)*", re.ASCII)
_FIRST = ("create", "list", "get", "fetch", "retrieve", "update", "replace", "delete")


def link(
    operations: tuple[Operation, ...],
    *,
    name: str,
    root: Root | None,
    config: ApiConfig,
    diagnostics: Diagnostics,
    types: Mapping[str, TypeExpr] | None = None,
    whole: bool = True,
) -> Api:
    """The API that the operations make up; models are still inline (see ``hoist``).

    ``types`` are what the types in ``api.toml`` mean, by their text. Where the operations are not
    the ``whole`` API, what ``api.toml`` says of others is no fault.
    """
    unused = diagnostics if whole else Diagnostics()
    types = types or {}
    fields = FieldStatements(config, types)
    unique = apply_config(
        _unique(operations, diagnostics), config, diagnostics, fields=fields, types=types
    )
    Stale(operations, config, unused).report(fields)
    tree = build_tree(callable_operations(unique, diagnostics))
    move_stated(tree, config, diagnostics)
    _label(tree, config, unused, diagnostics)
    name_functions(tree, config, diagnostics)
    nouns = name_resources(tree, config)
    return Api(
        name=name,
        title=root.title if root else "",
        version=config.client.version or (root.version if root else ""),
        description=root.description if root else "",
        client=config.client.name,
        package=config.client.package,
        servers=_servers(unique, root, config),
        groups=_groups(root, config),
        auth_schemes=_auth_schemes(unique, config),
        error=ErrorShape(
            code=config.errors.code,
            message=config.errors.message,
            more_info=config.errors.more_info,
            status=config.errors.status,
        ),
        resources=tuple(_resource(one, nouns, config) for one in _sorted(tree.children)),
        operations=tuple(sorted(unique, key=lambda one: (one.path, one.method))),
    )


def _label(tree: Node, config: ApiConfig, unused: Diagnostics, diagnostics: Diagnostics) -> None:
    """Give the resources that ``api.toml`` names their names.

    Names for no resource go to ``unused``; one name for two siblings is an error.
    """
    nodes = {node.key: node for node in tree.walk() if node.words}
    for key in sorted(config.resources):
        if key in nodes:
            nodes[key].label = config.resources[key].name
            continue
        unused.warning(
            CODE,
            f'[resources."{key}"] applies to no resource',
            config.place("resources", key),
            nearest(key, nodes),
        )
    for node in tree.walk():
        for siblings in (node.children, node.item_children):
            _refuse_twins(tuple(siblings.values()), config, diagnostics)


def _refuse_twins(siblings: tuple[Node, ...], config: ApiConfig, diagnostics: Diagnostics) -> None:
    """Two attributes of one name would need a number that nobody asked for."""
    names = [one.name for one in siblings]
    for one in siblings:
        if one.label and names.count(one.name) > 1:
            diagnostics.error(
                "name-collision",
                f'[resources."{one.key}"] has the name `{one.name}`, as another resource there has',
                config.place("resources", one.key, "name"),
                "choose another name",
            )


def _unique(operations: tuple[Operation, ...], diagnostics: Diagnostics) -> tuple[Operation, ...]:
    """Each verb on each path once; a second page for it is an error."""
    first: dict[tuple[str, str], Operation] = {}
    for operation in operations:
        earlier = first.setdefault((operation.method, operation.path), operation)
        if earlier is not operation:
            diagnostics.error(
                "duplicate-operation",
                f"{operation.method} {operation.path} is described here and in {earlier.span.path}",
                operation.span,
                "remove one of the two pages",
            )
    return tuple(first.values())


def _resource(node: Node, nouns: dict[int, Noun], config: ApiConfig) -> Resource:
    noun = nouns[id(node)]
    arguments = sorted(node.arguments, key=lambda one: (-node.arguments[one], one))
    return Resource(
        name=node.name,
        noun=noun.one,
        collection=noun.collection,
        path=node.key,
        argument=arguments[0] if arguments else None,
        functions=tuple(_function(one, config) for one in sorted(node.placed, key=_function_order)),
        children=tuple(_resource(one, nouns, config) for one in _sorted(node.children)),
        item_children=tuple(_resource(one, nouns, config) for one in _sorted(node.item_children)),
    )


def _function(placed: Placed, config: ApiConfig) -> Function:
    body = success_body(placed.operation)
    stated = config.operations.get(placed.operation.id)
    return Function(
        name=placed.name,
        operation=placed.operation,
        positional=placed.positional,
        returns=body.type if body else None,
        media_type=body.media_type if body else "",
        pagination=pagination_of(placed.operation, body, config),
        answer=_answer_name(stated.returns) if stated else "",
    )


def _answer_name(returns: str) -> str:
    """The model's name that is stated; none where the statement is a type of several words."""
    return "_".join(words(returns)) if _MODEL.fullmatch(returns.strip()) else ""


def _groups(root: Root | None, config: ApiConfig) -> tuple[RootGroup, ...]:
    """The stated groups, else those of the docs root; pages are named as there."""
    stated = tuple(
        RootGroup(
            name=name,
            pages=tuple(f"operation-{one.removeprefix('operation-')}" for one in pages),
        )
        for name, pages in config.groups.items()
    )
    return stated or (root.groups if root else ())


def _function_order(placed: Placed) -> tuple[int, str]:
    first = placed.name.partition("_")[0]
    return (_FIRST.index(first) if first in _FIRST else len(_FIRST)), placed.name


def _sorted(nodes: dict[tuple[str, ...], Node]) -> list[Node]:
    return [nodes[key] for key in sorted(nodes)]


def _servers(
    operations: tuple[Operation, ...], root: Root | None, config: ApiConfig
) -> tuple[Server, ...]:
    """Every address once: the one of the client, then those stated, else those documented."""
    base = Server(
        url=config.client.base_url,
        origin=Origin.CONFIG,
        span=config.place("client", "base_url"),
    )
    found = [base] if base.url else []
    found += stated_servers(config)
    if not config.servers:
        found += root.servers if root else ()
        found += [server for operation in operations for server in operation.servers]
    return tuple({server.url: server for server in reversed(found)}[url] for url in _urls(found))


def _urls(servers: list[Server]) -> list[str]:
    return list(dict.fromkeys(server.url for server in servers))


def _auth_schemes(operations: tuple[Operation, ...], config: ApiConfig) -> tuple[AuthScheme, ...]:
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
