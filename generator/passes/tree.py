"""Where callers find each operation: the tree of collections that the paths describe."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from generator.ir import Operation, WireName
from generator.passes.inflection import singular
from generator.passes.paths import PathShape, Step, shape
from generator.passes.titles import TitleWords, is_doing, parse_title
from generator.value import Struct, field


class Placed(Struct, kw_only=True):
    """An operation on its collection. ``action`` is the name a last segment such as
    ``/publish`` gives the function, else empty."""

    operation: Operation
    title: TitleWords
    steps: tuple[Step, ...]
    positional: tuple[WireName, ...]
    action: str = ""
    name: str = ""


class Node(Struct, kw_only=True):
    """A collection under construction; siblings are told apart by their words.

    ``bound`` says that one item of the parent is chosen first; ``label`` is the name that
    ``api.toml`` gives it.
    """

    words: tuple[str, ...]
    parent: Node | None = None
    bound: bool = False
    label: str = ""
    placed: list[Placed] = field(default_factory=list)
    children: dict[tuple[str, ...], Node] = field(default_factory=dict)
    item_children: dict[tuple[str, ...], Node] = field(default_factory=dict)
    arguments: Counter[WireName] = field(default_factory=Counter)

    @property
    def name(self) -> str:
        """The attribute's words, joined by ``_``."""
        return self.label or "_".join(self.words)

    @property
    def key(self) -> str:
        """Its place as callers write it and ``api.toml`` names it: ``workspaces().tasks``."""
        own = "_".join(self.words)
        if self.parent is None or not self.parent.words:
            return own
        return f"{self.parent.key}{'()' if self.bound else ''}.{own}"

    @property
    def ancestors(self) -> tuple[Node, ...]:
        """The collections above, nearest first, the root aside."""
        found: list[Node] = []
        node = self.parent
        while node is not None and node.words:
            found.append(node)
            node = node.parent
        return tuple(found)

    def walk(self) -> Iterable[Node]:
        """This node and all below, in the order of names."""
        yield self
        for below in (self.children, self.item_children):
            for key in sorted(below):
                yield from below[key].walk()


def build_tree(operations: Iterable[Operation]) -> Node:
    """The root of the tree that holds every operation exactly once."""
    shapes = [(operation, shape(operation.path)) for operation in operations]
    versions = {one.version for _, one in shapes if one.version}
    root = Node(words=())
    for operation, path in sorted(shapes, key=lambda one: (one[0].path, one[0].method)):
        top = _version_node(root, path) if len(versions) > 1 and path.version else root
        _place(top, operation, path)
    return root


def _version_node(root: Node, path: PathShape) -> Node:
    parts = (path.version.replace(".", "_").replace("-", "_"),)
    name = parts if parts[0][0].isalpha() else (f"v{parts[0]}",)
    return root.children.setdefault(name, Node(words=name, parent=root))


def _place(top: Node, operation: Operation, path: PathShape) -> None:
    title = parse_title(operation.title)
    action = _action(operation, title, path.steps)
    steps = path.steps[:-1] if action else path.steps
    node, bound = top, False
    for step in steps:
        below = node.item_children if bound else node.children
        node = below.setdefault(step.words, Node(words=step.words, parent=node, bound=bound))
        bound = step.parameter is not None
    for earlier, step in zip(_line(node), reversed(steps[:-1]), strict=False):
        if step.parameter is not None:
            earlier.arguments[step.parameter] += 1
    last = steps[-1].parameter
    node.placed.append(
        Placed(
            operation=operation,
            title=title,
            steps=steps,
            positional=(last,) if last is not None else (),
            action=action,
        )
    )


def _line(node: Node) -> Iterable[Node]:
    """The collections above a node, nearest first."""
    while node.parent is not None:
        node = node.parent
        yield node


def _action(operation: Operation, title: TitleWords, steps: tuple[Step, ...]) -> str:
    """The function a last segment names: it is a verb, and no collection.

    ``POST /orders/{id}/cancel`` is ``orders.cancel(id)``. A verb that may also be a thing
    (``/orders/{id}/report``) counts where the title starts with it, and behind a colon.
    """
    last = steps[-1]
    if len(steps) < 2 or last.parameter is not None:
        return ""
    first = last.words[0]
    custom = ":" in operation.path.rpartition("/")[2].rpartition("}")[2]
    same = title.verb.partition("_")[0] in {first, singular(first)}
    only_verb = operation.method != "GET" and is_doing(first)
    return "_".join(last.words) if custom or same or only_verb else ""
