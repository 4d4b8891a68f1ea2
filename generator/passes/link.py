"""Operations and what ``api.toml`` states become one tree of resources."""

from __future__ import annotations

from collections.abc import Mapping

from generator.config import ApiConfig
from generator.diagnostics import Diagnostics
from generator.ir import (
    Api,
    Function,
    Operation,
    Resource,
    Root,
    TypeExpr,
    words,
)
from generator.passes.answers import pagination_of, success_body
from generator.passes.moving import move_stated
from generator.passes.naming import name_functions
from generator.passes.nouns import Noun, name_resources
from generator.passes.stale import CODE, Stale, nearest
from generator.passes.stated import apply_config, names_model
from generator.passes.stated_fields import FieldStatements
from generator.passes.tree import Node, Placed, build_tree
from generator.passes.usable import callable_operations
from generator.passes.whole import auth_schemes, error_shape, groups_of, servers_of

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
    fields = FieldStatements(config, types or {})
    unique = apply_config(
        _unique(operations, diagnostics), config, diagnostics, fields=fields, types=types
    )
    Stale(operations, config, unused, stated=unique, fields=fields).report()
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
        servers=servers_of(unique, root, config),
        groups=groups_of(root, config),
        auth_schemes=auth_schemes(unique, config),
        error=error_shape(config),
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
    return "_".join(words(returns)) if names_model(returns) else ""


def _function_order(placed: Placed) -> tuple[int, str]:
    first = placed.name.partition("_")[0]
    return (_FIRST.index(first) if first in _FIRST else len(_FIRST)), placed.name


def _sorted(nodes: dict[tuple[str, ...], Node]) -> list[Node]:
    return [nodes[key] for key in sorted(nodes)]
