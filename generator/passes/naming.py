"""Names of functions and nouns of resources: the page's words first, the path's shape second."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import chain

from generator.config import ApiConfig
from generator.diagnostics import Diagnostics
from generator.ir import ArrayType, ScalarType, without_null, words
from generator.passes.answers import success_body
from generator.passes.inflection import is_plural, singular, singular_words
from generator.passes.paths import Step
from generator.passes.stated import body_fields
from generator.passes.titles import is_listing
from generator.passes.tree import Node, Placed

_BY_METHOD = {
    "POST": "create",
    "PUT": "update",
    "PATCH": "update",
    "DELETE": "delete",
    "HEAD": "head",
    "OPTIONS": "options",
    "QUERY": "query",
}
_USUAL = {
    "create": ("POST", False),
    "list": ("GET", False),
    "get": ("GET", True),
    "fetch": ("GET", True),
    "update": ("PATCH", True),
    "delete": ("DELETE", True),
}

_MOST_BESIDE_A_LIST = 10
"""Fields of an answer that carries a list and how it goes on."""


def name_functions(root: Node, config: ApiConfig, diagnostics: Diagnostics) -> None:
    """Give every operation its function's name, unique within its collection."""
    for node in root.walk():
        taken = {child.name for child in node.children.values()}
        groups: dict[str, list[Placed]] = defaultdict(list)
        for placed in node.placed:
            stated = config.operations.get(placed.operation.id)
            first = stated.name if stated and stated.name else next(_candidates(placed, node))
            groups[first].append(placed)
        for name, group in sorted(groups.items()):
            for placed in sorted(group, key=lambda one: _rank(one, node)):
                _settle(placed, name, node=node, taken=taken, diagnostics=diagnostics)


def _settle(
    placed: Placed, name: str, *, node: Node, taken: set[str], diagnostics: Diagnostics
) -> None:
    """Take the first free candidate, and say so where it is not the natural one."""
    operation = placed.operation
    choices = chain([name], _candidates(placed, node))
    free = next((one for one in choices if one not in taken), "")
    where = f'`[operations.{operation.id}]` with `name = "…"` in api.toml'
    if not free:
        diagnostics.error(
            "name-collision",
            f"{operation.method} {operation.path} needs the name `{name}`, which is taken",
            operation.span,
            f"choose a name: {where}",
        )
        free = name
    elif free != name:
        diagnostics.note(
            "name-shared",
            f"{operation.method} {operation.path} is `{free}`, because `{name}` is taken",
            operation.span,
            f"to choose another name: {where}",
        )
    taken.add(free)
    placed.name = free


def _candidates(placed: Placed, node: Node) -> Iterator[str]:
    """Names from the most natural to the most explicit."""
    plain = placed.action or _plain_name(placed, node)
    parts = {singular_words(one.words) for one in node.item_children.values()}
    if plain == "create" and placed.positional and singular_words(placed.title.noun) in parts:
        yield "_".join((plain, *placed.title.noun))  # a rule, made at its configuration's address
    yield plain
    own = singular_words(placed.title.noun) == singular_words(node.words)
    if placed.title.noun and not own:
        yield "_".join((plain, *placed.title.noun))
    if placed.operation.fixed_query:
        yield "_".join(
            (plain, *(word for name, _ in placed.operation.fixed_query for word in words(name)))
        )
    if placed.operation.method == "PUT" and plain == "update":
        yield "replace"
    odd = [step.parameter for step in placed.steps if step.parameter and not _is_natural(step)]
    for parameter in reversed(odd or list(placed.positional)):
        yield "_".join((plain, "by", *words(parameter)))
    yield f"{plain}_{placed.operation.method.lower()}"
    yield "_".join(words(placed.operation.title)) or plain
    yield "_".join(words(placed.operation.id)) or plain


def _plain_name(placed: Placed, node: Node) -> str:
    """The title's verb; a reading verb over the collection's own plural is ``list``."""
    title, method = placed.title, placed.operation.method
    verb = "" if (title.verb, method) == ("return", "GET") else title.verb  # "Returns the user"
    if method == "GET" and not placed.positional and (is_listing(verb) or not verb):
        own = title.several and singular(title.noun[-1]) == singular(node.words[-1])
        if own and verb != "list" and _is_one_thing(placed):
            return verb or "get"  # "Get account settings" is no list of them
        if own or (not title.noun and is_plural(node.words[-1])):
            return "list"
    if verb:
        return verb
    if method == "GET":
        return "list" if not placed.positional and is_plural(node.words[-1]) else "get"
    if method == "POST" and placed.positional:
        return "update"
    return _BY_METHOD.get(method, method.lower())


def _is_one_thing(placed: Placed) -> bool:
    """Whether the page describes an answer that is no list: without one, or too large for one."""
    body = success_body(placed.operation)
    if body is not None and isinstance(without_null(body.type), ScalarType):
        return True
    fields = body_fields(body) if body else ()
    lists = any(isinstance(without_null(one.type), ArrayType) for one in fields)
    return bool(fields) and (not lists or len(fields) > _MOST_BESIDE_A_LIST)


def _rank(placed: Placed, node: Node) -> tuple[bool, bool, str, str]:
    """Who keeps a shared name: the usual verb for the shape, then the usual ids, then the path."""
    usual = _USUAL.get(_plain_name(placed, node))
    shape = (placed.operation.method, bool(placed.positional))
    odd = any(not _is_natural(step) for step in placed.steps)
    return usual != shape, odd, placed.operation.path, placed.operation.method


def _is_natural(step: Step) -> bool:
    """Whether a path parameter is named for its collection: ``storeId`` after ``stores``."""
    if step.parameter is None:
        return True
    parts = words(step.parameter)
    noun = singular_words(step.words)
    return not parts or parts[-1] in {"id", "sid"} or parts[0] == noun[-1] or noun == parts
