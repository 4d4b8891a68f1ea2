"""Operations put under the resource that ``api.toml`` names for them."""

from __future__ import annotations

import re

from generator.config import ApiConfig
from generator.diagnostics import Diagnostics
from generator.ir import WireName, words
from generator.passes.tree import Node, Placed

_STEP = re.compile(r"([A-Za-z][A-Za-z0-9_]*)(\(\))?")
_PLACEHOLDER = re.compile(r"\{([^{}/]*)\}")
_HINT = 'Write a place in calls: resource = "workspaces().tasks"'


def move_stated(root: Node, config: ApiConfig, diagnostics: Diagnostics) -> None:
    """Move each operation to the resource stated for it; a resource left empty is gone.

    A resource that no path describes is made. Its calls bind as many ids as stand in brackets
    before it, in the path's order; a path with fewer is an error.
    """
    wanted = [
        (node, placed, config.operations[placed.operation.id].resource)
        for node in root.walk()
        for placed in node.placed
        if placed.operation.id in config.operations
        and config.operations[placed.operation.id].resource
    ]
    for node, placed, place in wanted:
        target = _find(root, place, placed)
        if target is None:
            operation = placed.operation
            diagnostics.error(
                "config-value",
                f"operations.{operation.id}.resource: {operation.path} cannot be called there",
                config.place("operations", operation.id, "resource"),
                _HINT,
            )
        elif target is not node:
            node.placed.remove(placed)
            target.placed.append(placed)
            placed.positional = _ids(placed)[_bound(target) :]
            placed.action = "" if placed.action == "_".join(target.words) else placed.action
    if wanted:
        _prune(root)


def _find(root: Node, place: str, placed: Placed) -> Node | None:
    """The node at a place, made where there is none; ``None`` where no call can reach it."""
    steps = place.split(".")
    parsed = [_STEP.fullmatch(one) for one in steps]
    ids = _ids(placed)
    if None in parsed or place.endswith("()") or place.count("()") > len(ids):
        return None
    node, bound, depth = root, False, 0
    for step in parsed:
        assert step is not None
        below = node.item_children if bound else node.children
        name = words(step[1])
        node = below.setdefault(name, Node(words=name, parent=node, bound=bound))
        bound = step[2] is not None
        if bound:
            node.arguments[ids[depth]] += 1
            depth += 1
    return node


def _ids(placed: Placed) -> tuple[WireName, ...]:
    """The path's parameters in order."""
    return tuple(map(WireName, _PLACEHOLDER.findall(placed.operation.sent_path)))


def _bound(node: Node) -> int:
    """How many ids are chosen on the way to a resource."""
    return sum(one.bound for one in (node, *node.ancestors))


def _prune(node: Node) -> None:
    """Take away what has neither functions nor anything below."""
    for below in (node.children, node.item_children):
        for key, child in list(below.items()):
            _prune(child)
            if not (child.placed or child.children or child.item_children):
                del below[key]
