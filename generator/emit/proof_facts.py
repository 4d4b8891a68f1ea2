"""The facts that a generated Python file states, read back from its syntax tree."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator, Mapping

from generator.emit.proof_shape import called
from generator.value import Struct

_BODY = ("json", "form", "files")
_PARTS = ("query", "headers", "cookies", *_BODY)
_CREDENTIAL = 3
"""What a credential is written with: argument, what the caller gave, environment variable."""


class Fact(Struct, frozen=True):
    """What ``line`` says of ``about``: ``Workers.create sends``, ``"POST /v1/Workers"``."""

    about: str
    value: object
    line: int


def facts_in(tree: ast.Module, stated_by: Mapping[str, frozenset[str]]) -> Iterator[Fact]:
    """Every fact of the kinds that ``stated_by`` names, with the calls that state it."""
    for kind, calls in stated_by.items():
        if kind in READERS:
            yield from READERS[kind](tree, calls)


def _routes(tree: ast.Module, calls: frozenset[str]) -> Iterator[Fact]:
    """What each method sends: verb and path, names by where they travel, how a list goes on."""
    constants = {
        target.id: one.value
        for one in tree.body
        if isinstance(one, ast.Assign)
        for target in one.targets
        if isinstance(target, ast.Name)
    }
    for about, call in _methods(tree, calls):
        given = {one.arg: one.value for one in call.keywords}
        first = call.args[0] if call.args else None
        yield Fact(f"{about} sends", _value(first), call.lineno)
        for part in _PARTS[:3]:
            yield Fact(f"{about} sends in {part}", _keys(given.get(part)), call.lineno)
        yield Fact(f"{about} passes", _passed(call), call.lineno)
        body = sorted(name for part in _BODY for name in _keys(given.get(part)))
        yield Fact(f"{about} sends in its body", tuple(body), call.lineno)
        fixed = [pair for part in _PARTS for pair in _fixed(given.get(part)).items()]
        yield Fact(f"{about} always sends", tuple(sorted(fixed)), call.lineno)
        for name in ("idempotency_header", "content_type", "server"):
            value = _value(given[name]) if name in given else ""
            yield Fact(f"{about} has {name}", value, call.lineno)
        yield Fact(
            f"{about} styles", tuple(sorted(_fixed(given.get("styles")).items())), call.lineno
        )
        paging = given.get("paging")
        if isinstance(paging, ast.Name):
            paging = constants.get(paging.id)
        yield Fact(f"{about} goes on by", _arguments(paging), call.lineno)


def _wires(tree: ast.Module, calls: frozenset[str]) -> Iterator[Fact]:
    """The name of each field on the wire: the attribute's own where nothing else is said."""
    for owner in _classes(tree):
        for one in owner.body:
            if isinstance(one, ast.AnnAssign) and isinstance(one.target, ast.Name):
                call = one.value
                said = isinstance(call, ast.Call) and called(call.func) in calls
                wire = _first(call) if said else one.target.id
                yield Fact(f"{owner.name}.{one.target.id}", wire, one.lineno)


def _values(tree: ast.Module, calls: frozenset[str]) -> Iterator[Fact]:
    """The known values of each enumeration, by their constants."""
    for owner in _classes(tree):
        for one in owner.body:
            if isinstance(one, ast.Assign) and isinstance(one.targets[0], ast.Name):
                said = isinstance(one.value, ast.Call) and called(one.value.func) in calls
                value = _first(one.value) if said else _value(one.value)
                yield Fact(f"{owner.name}.{one.targets[0].id}", value, one.lineno)


def _lists(tree: ast.Module, names: frozenset[str]) -> Iterator[Fact]:
    """The values of each type that is written as a list of them: ``Literal["a", "b"]``."""
    for one in tree.body:
        if isinstance(one, ast.AnnAssign) and isinstance(one.target, ast.Name) and one.value:
            for node in ast.walk(one.value):
                if isinstance(node, ast.Subscript) and called(node.value) in names:
                    inner = node.slice.elts if isinstance(node.slice, ast.Tuple) else [node.slice]
                    values = tuple(map(_value, inner))
                    yield Fact(f"{one.target.id} is one of", values, one.lineno)


def _headers(tree: ast.Module, calls: frozenset[str]) -> Iterator[Fact]:
    """The name of each response header that has an attribute."""
    for about, call in _methods(tree, calls):
        yield Fact(about, _first(call), call.lineno)


def _server(tree: ast.Module, calls: frozenset[str]) -> Iterator[Fact]:
    """Where requests go if callers do not say."""
    for call in _all_calls(tree, calls):
        given = {one.arg: _value(one.value) for one in call.keywords}
        yield Fact("the address", given.get("base_url"), call.lineno)


def _auth(tree: ast.Module, calls: frozenset[str]) -> Iterator[Fact]:
    """Where credentials travel, and which variables they are taken from."""
    for call in _all_calls(tree, calls):
        given = {one.arg: _value(one.value) for one in call.keywords}
        for name in ("header", "query"):
            yield Fact(f"the credentials' {name}", given.get(name, ""), call.lineno)
        variables = tuple(
            _value(one.elts[-1])
            for one in call.args
            if isinstance(one, ast.Tuple) and len(one.elts) == _CREDENTIAL
        )
        yield Fact("the credentials' variables", variables, call.lineno)


def _exchanges(tree: ast.Module, calls: frozenset[str]) -> Iterator[Fact]:
    """Verb and path of each sample of a call."""
    for call in _all_calls(tree, calls):
        given = {one.arg: _value(one.value) for one in call.keywords}
        route = f"{given.get('method')} {given.get('template')}"
        yield Fact(f"the sample of {given.get('name')}", route, call.lineno)


READERS: Mapping[str, Callable[[ast.Module, frozenset[str]], Iterator[Fact]]] = {
    "routes": _routes,
    "wires": _wires,
    "values": _values,
    "lists": _lists,
    "headers": _headers,
    "server": _server,
    "auth": _auth,
    "exchanges": _exchanges,
}
"""The kinds of facts that a pack may say the place of."""


def _classes(tree: ast.Module) -> Iterator[ast.ClassDef]:
    return (one for one in tree.body if isinstance(one, ast.ClassDef))


def _methods(tree: ast.Module, calls: frozenset[str]) -> Iterator[tuple[str, ast.Call]]:
    """Each of the calls in a method, with ``Class.method``."""
    for owner in _classes(tree):
        for one in owner.body:
            if isinstance(one, ast.FunctionDef | ast.AsyncFunctionDef):
                for call in _all_calls(one, calls):
                    yield f"{owner.name}.{one.name}", call


def _all_calls(tree: ast.AST, calls: frozenset[str]) -> Iterator[ast.Call]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and called(node.func) in calls:
            yield node


def _first(node: ast.expr | None) -> object:
    return _value(node.args[0]) if isinstance(node, ast.Call) and node.args else None


def _value(node: ast.expr | None) -> object:
    """A literal's value; of anything else its code in a list, which no fact of a page is."""
    if isinstance(node, ast.Constant):
        return node.value
    try:
        return ast.literal_eval(node) if node is not None else None
    except ValueError:
        return [ast.unparse(node)] if node is not None else None


def _keys(node: ast.expr | None) -> tuple[str, ...]:
    """The names in a display of a dict, sorted."""
    keys = node.keys if isinstance(node, ast.Dict) else []
    return tuple(sorted(str(_value(one)) for one in keys))


def _fixed(node: ast.expr | None) -> dict[str, object]:
    """What a display of a dict says without the caller."""
    if not isinstance(node, ast.Dict):
        return {}
    pairs = zip(node.keys, node.values, strict=True)
    return {str(_value(key)): one.value for key, one in pairs if isinstance(one, ast.Constant)}


def _passed(call: ast.Call) -> tuple[tuple[str, str], ...]:
    """Names on the wire with the arguments that are sent under them."""
    shown = [one.value for one in call.keywords if isinstance(one.value, ast.Dict)]
    pairs = [pair for one in shown for pair in zip(one.keys, one.values, strict=True)]
    return tuple(
        sorted((str(_value(key)), one.id) for key, one in pairs if isinstance(one, ast.Name))
    )


def _arguments(node: ast.expr | None) -> tuple[tuple[str, object], ...]:
    keywords = node.keywords if isinstance(node, ast.Call) else []
    return tuple(sorted((str(one.arg), _value(one.value)) for one in keywords))
