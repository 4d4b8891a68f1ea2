"""Mistakes in a resource: what a call sends, where to, and what it reads."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from itertools import pairwise

from mutant_edits import Edit, Maker

VERBS = {"GET": "POST", "POST": "PUT", "PUT": "POST", "PATCH": "PUT", "DELETE": "GET"}
BODIES = {"form": "json", "json": "form", "files": "form", "content": "json"}
PLACES = {"query": "form", "headers": "query", "cookies": "headers"}
DROPPED = ("styles", "idempotency_header", "content_type", "limit", "server")


def _sends(node: ast.AST) -> dict[str, ast.keyword]:
    """The keywords of a call that sends something; empty for every other node."""
    called = node.func if isinstance(node, ast.Call) else None
    if isinstance(called, ast.Attribute) and called.attr in ("_send", "_pages"):
        assert isinstance(node, ast.Call)
        return {one.arg: one for one in node.keywords if one.arg}
    return {}


def _route(node: ast.AST) -> Iterator[tuple[ast.expr, str, str]]:
    if _sends(node) and isinstance(node, ast.Call) and isinstance(node.args[0], ast.Constant):
        verb, _, path = str(node.args[0].value).partition(" ")
        yield node.args[0], verb, path


def _verb(node: ast.AST, _: str) -> Iterator[Edit]:
    for place, verb, path in _route(node):
        yield place, repr(f"{VERBS.get(verb, 'GET')} {path}")


def _path(node: ast.AST, _: str) -> Iterator[Edit]:
    for place, verb, path in _route(node):
        literals = [one for one in path.split("/") if one and "{" not in one]
        if literals:
            before, _, rest = path.rpartition(literals[-1])
            yield place, repr(f"{verb} {before}{literals[-1][:-1]}{rest}")


def _version(node: ast.AST, _: str) -> Iterator[Edit]:
    """A path without its first part, or with another one: the version of many APIs."""
    for place, verb, path in _route(node):
        first, slash, rest = path[1:].partition("/")
        if "{" not in first:
            yield place, repr(f"{verb} {slash}{rest}")
            yield place, repr(f"{verb} /{first}x{slash}{rest}")


def _last_slash(node: ast.AST, _: str) -> Iterator[Edit]:
    for place, verb, path in _route(node):
        yield place, repr(f"{verb} {path}/")


def _dicts(node: ast.AST, *parts: str) -> Iterator[ast.Dict]:
    for name, keyword in _sends(node).items():
        if name in parts and isinstance(keyword.value, ast.Dict):
            yield keyword.value


def _wire_name(*parts: str) -> Maker:
    def make(node: ast.AST, _: str) -> Iterator[Edit]:
        for found in _dicts(node, *parts):
            for key in found.keys:
                if isinstance(key, ast.Constant):
                    name, same = str(key.value), "headers" in parts  # whose case says nothing
                    other = name.swapcase()
                    yield key, repr(f"{name}x" if same or other == name else other)

    return make


def _without_argument(node: ast.AST, _: str) -> Iterator[Edit]:
    for found in _dicts(node, "query", "form", "json", "headers", "files", "cookies"):
        for index in range(len(found.keys)):
            kept = [pair for at, pair in enumerate(_pairs(found)) if at != index]
            yield found, _dict(kept)


def _swapped_arguments(node: ast.AST, _: str) -> Iterator[Edit]:
    for found in _dicts(node, "query", "form", "json", "headers"):
        pairs = _pairs(found)
        for (key, value), (other, second) in pairwise(pairs):
            rest = [one for one in pairs if one[0] not in (key, other)]
            yield found, _dict([(key, second), (other, value), *rest])


def _pairs(found: ast.Dict) -> list[tuple[str, str]]:
    keys = [ast.unparse(one) if one else "**" for one in found.keys]
    return list(zip(keys, map(ast.unparse, found.values), strict=True))


def _dict(pairs: list[tuple[str, str]]) -> str:
    return "{" + ", ".join(f"{key}: {value}" for key, value in pairs) + "}"


def _renamed_part(names: dict[str, str]) -> Maker:
    def make(node: ast.AST, text: str) -> Iterator[Edit]:
        for name, keyword in _sends(node).items():
            if name in names:
                value = ast.get_source_segment(text, keyword.value) or ""
                yield keyword, f"{names[name]}={value}"

    return make


def _without_part(node: ast.AST, _: str) -> Iterator[Edit]:
    for name, keyword in _sends(node).items():
        if name in DROPPED:
            yield keyword, "**{}"


def _into(node: ast.AST, text: str) -> Iterator[Edit]:
    """Another class of the file, or a plain dict."""
    for name, keyword in _sends(node).items():
        if name in ("into", "item"):
            kind = ast.unparse(keyword.value)
            others = re.findall(r"(?:into|item)=([\w.\[\], ]+),$", text, re.M)
            yield keyword, f"{name}={next((one for one in others if one != kind), 'dict')}"


def _given_anyway(node: ast.AST, _: str) -> Iterator[Edit]:
    """A default that is sent although nobody asked for it."""
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
        for one in node.args.kw_defaults:
            if isinstance(one, ast.Name) and one.id == "OMIT":
                yield one, "'default'"


def _not_required(node: ast.AST, text: str) -> Iterator[Edit]:
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
        for argument, default in zip(node.args.kwonlyargs, node.args.kw_defaults, strict=True):
            segment = ast.get_source_segment(text, argument)
            if default is None and segment:
                yield argument, f"{segment} = ''"  # type: ignore[misc]


def _paging(node: ast.AST, _: str) -> Iterator[Edit]:
    if isinstance(node, ast.Call) and ast.unparse(node.func) == "Paging":
        for one in node.keywords:
            if one.arg in ("items", "next", "parameter", "more", "total"):
                value = str(getattr(one.value, "value", ""))
                yield one, f"{one.arg}={value + 'x'!r}"
            elif one.arg == "style":
                other = "cursor" if ast.unparse(one.value) != "'cursor'" else "link-header"
                yield one, f"style={other!r}"


def other_ids(node: ast.AST, text: str) -> Iterator[Edit]:
    """An attribute of the tree that loses the ids bound so far."""
    if isinstance(node, ast.Return) and (found := ast.get_source_segment(text, node)):
        if re.search(r"child\.\w+\(self\)$", found):
            yield node, found.replace("(self)", "(self, 'twice')")
        elif re.search(r"Item\w*\(self, \w+\)$", found):
            yield node, re.sub(r", \w+\)$", ", 'fixed')", found)


RESOURCES: dict[str, Maker] = {
    "verb": _verb,
    "path": _path,
    "path's first part": _version,
    "path's last slash": _last_slash,
    "name in the query": _wire_name("query"),
    "name in a form": _wire_name("form", "files"),
    "name in JSON": _wire_name("json"),
    "name of a header sent": _wire_name("headers", "cookies"),
    "dropped argument": _without_argument,
    "swapped arguments": _swapped_arguments,
    "encoding": _renamed_part(BODIES),
    "place": _renamed_part(PLACES),
    "dropped part": _without_part,
    "type of the answer": _into,
    "default that is sent": _given_anyway,
    "argument not required": _not_required,
    "paging": _paging,
    "ids of the tree": other_ids,
}
