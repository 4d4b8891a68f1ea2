"""Wrong SDKs: small changes of generated files, each a mistake that a generator could make."""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import TypeAlias

from mutants_of_runtime import RUNTIME

Edit: TypeAlias = tuple[ast.expr | ast.stmt | ast.keyword, str]
"""A node, and the text to put in its place."""

Maker: TypeAlias = Callable[[ast.AST, str], Iterator[Edit]]

VERBS = {"GET": "POST", "POST": "PUT", "PUT": "POST", "PATCH": "PUT", "DELETE": "GET"}
BODIES = {"form": "json", "json": "form", "files": "form", "content": "json"}
PLACES = {"query": "form", "headers": "query", "cookies": "headers"}
DROPPED = ("styles", "idempotency_header", "content_type", "limit")
TYPES = {"str": "int", "int": "str", "float": "str", "bool": "str", "dt": "str", "list": "str"}


@dataclass(frozen=True, kw_only=True)
class Mutant:
    """One changed file of an SDK; ``path`` is relative to it."""

    kind: str
    path: str
    line: int
    change: str
    text: str


def mutants(sdk: Path) -> dict[str, list[Mutant]]:
    """All that can be made of the SDK, by kind, in the order of the files."""
    found: dict[str, list[Mutant]] = defaultdict(list)
    (package,) = (one.parent for one in sdk.glob("*/py.typed"))
    for path in sorted(package.rglob("*.py")):
        text = path.read_text("utf-8")
        relative = path.relative_to(sdk).as_posix()
        inside = path.relative_to(package).as_posix()
        for kind, maker in _makers(inside):
            for node, new in _edits(maker, text):
                found[kind].append(_mutant(kind, relative, text, node, new))
        for old, new in RUNTIME.get(inside, ()):
            assert 1 == text.count(old), (inside, old)
            line = text[: text.index(old)].count("\n") + 1
            change = f"{old} -> {new}"
            changed = text.replace(old, new)
            one = Mutant(kind="runtime", path=relative, line=line, change=change, text=changed)
            found["runtime"].append(one)
    return found


def _makers(inside: str) -> list[tuple[str, Maker]]:
    if inside.startswith("resources/"):
        return [*RESOURCES.items()]
    if inside.startswith("models/"):
        return [*MODELS.items()]
    return {"client.py": [*CLIENT.items()], "headers.py": [*HEADERS.items()]}.get(inside, [])


def _edits(maker: Maker, text: str) -> Iterator[Edit]:
    for node in ast.walk(ast.parse(text)):
        yield from maker(node, text)


def _mutant(kind: str, path: str, text: str, node: ast.AST, new: str) -> Mutant:
    starts = [0]
    for line in text.encode().splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    raw = text.encode()
    first = starts[node.lineno - 1] + node.col_offset  # type: ignore[attr-defined]
    last = starts[node.end_lineno - 1] + node.end_col_offset  # type: ignore[attr-defined]
    old = raw[first:last].decode()
    changed = (raw[:first] + new.encode() + raw[last:]).decode()
    ast.parse(changed)
    change = re.sub(r"\s+", " ", f"{old} -> {new}")
    line: int = node.lineno  # type: ignore[attr-defined]
    return Mutant(kind=kind, path=path, line=line, change=change, text=changed)


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


def _child(node: ast.AST, text: str) -> Iterator[Edit]:
    """An attribute of the tree that loses the ids bound so far."""
    if isinstance(node, ast.Return) and (found := ast.get_source_segment(text, node)):
        if re.search(r"child\.\w+\(self\)$", found):
            yield node, found.replace("(self)", "(self, 'twice')")
        elif re.search(r"Item\w*\(self, \w+\)$", found):
            yield node, re.sub(r", \w+\)$", ", 'fixed')", found)


def _fields(node: ast.AST) -> Iterator[ast.AnnAssign]:
    if isinstance(node, ast.ClassDef) and any("Model" in ast.unparse(b) for b in node.bases):
        for one in node.body:
            if isinstance(one, ast.AnnAssign):
                yield one


def _field_name(node: ast.AST, text: str) -> Iterator[Edit]:
    for one in _fields(node):
        segment = ast.get_source_segment(text, one) or ""
        if "wire(" in segment:
            yield one, re.sub(r"wire\((['\"])", r"wire(\1x", segment)
        else:
            yield one, segment.replace(ast.unparse(one.target), ast.unparse(one.target) + "_x", 1)


def _without_field(node: ast.AST, _: str) -> Iterator[Edit]:
    for one in _fields(node):
        yield one, "pass"


def _field_type(node: ast.AST, text: str) -> Iterator[Edit]:
    for one in _fields(node):
        found = ast.get_source_segment(text, one.annotation) or ""
        head = re.match(r"\w+", found)
        if head and head[0] not in ("Any", "dict") and "Literal" not in found:
            plain = found.partition(" | ")[0]
            other = TYPES.get(head[0], "int")
            yield one.annotation, found.replace(plain, other, 1)


def _never_null(node: ast.AST, text: str) -> Iterator[Edit]:
    for one in _fields(node):
        found = ast.get_source_segment(text, one.annotation) or ""
        if found.endswith(" | None"):
            yield one.annotation, found.removesuffix(" | None")


def _always_there(node: ast.AST, text: str) -> Iterator[Edit]:
    for one in _fields(node):
        found = ast.get_source_segment(text, one) or ""
        if one.value is None:
            yield one, f"{found} = None"
        elif found.endswith(" = None"):
            yield one, found.removesuffix(" = None")


def _known_value(node: ast.AST, _: str) -> Iterator[Edit]:
    if isinstance(node, ast.Call) and ast.unparse(node.func) == "member":
        (value,) = node.args
        yield value, repr(str(getattr(value, "value", "")) + "x")


def _without_value(node: ast.AST, _: str) -> Iterator[Edit]:
    if isinstance(node, ast.ClassDef) and any("OpenEnum" in ast.unparse(b) for b in node.bases):
        for one in node.body:
            if isinstance(one, ast.Assign):
                yield one, "pass"


def _without_credentials(node: ast.AST, _: str) -> Iterator[Edit]:
    if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "options['auth']":
        yield node, "pass"


def _scheme(node: ast.AST, _: str) -> Iterator[Edit]:
    """Credentials in the wrong order, under another variable, in another header or scheme."""
    if not isinstance(node, ast.Call) or ast.unparse(node.func) != "_authenticate":
        return
    if len(node.args) == 2:
        for one, other in (node.args, node.args[::-1]):
            yield one, ast.unparse(other)
    for one in node.args:
        if isinstance(one, ast.Tuple):
            yield one.elts[2], repr("WRONG_" + str(getattr(one.elts[2], "value", "")))
    for keyword in node.keywords:
        yield keyword, f"{keyword.arg}={str(getattr(keyword.value, 'value', '')) + 'x'!r}"


def _other_scheme(node: ast.AST, _: str) -> Iterator[Edit]:
    if isinstance(node, ast.alias) and node.asname == "_authenticate":
        other = "basic" if node.name != "basic" else "bearer"
        yield node, f"{other} as _authenticate"  # type: ignore[misc]


def _settings(node: ast.AST, _: str) -> Iterator[Edit]:
    if isinstance(node, ast.Call) and ast.unparse(node.func) in ("Settings", "ErrorShape"):
        for one in node.keywords:
            value = getattr(one.value, "value", None)
            if isinstance(value, str):
                new = value.replace("://", "://x.") if one.arg == "base_url" else value + "x"
                yield one, f"{one.arg}={new!r}"


def _header_name(node: ast.AST, _: str) -> Iterator[Edit]:
    if isinstance(node, ast.Call) and ast.unparse(node.func).startswith("self._"):
        (name,) = node.args
        yield name, repr(str(getattr(name, "value", "")) + "x")


def _header_type(node: ast.AST, text: str) -> Iterator[Edit]:
    if isinstance(node, ast.Call) and ast.unparse(node.func).startswith("self._"):
        other = "_integer" if ast.unparse(node.func) == "self._text" else "_text"
        yield node, f"self.{other}({ast.unparse(node.args[0])})"


RESOURCES: dict[str, Maker] = {
    "verb": _verb,
    "path": _path,
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
    "ids of the tree": _child,
}

MODELS: dict[str, Maker] = {
    "field's wire name": _field_name,
    "dropped field": _without_field,
    "field's type": _field_type,
    "null refused": _never_null,
    "field's being there": _always_there,
    "known value": _known_value,
    "dropped value": _without_value,
}

CLIENT: dict[str, Maker] = {
    "no credentials": _without_credentials,
    "credentials": _scheme,
    "scheme of credentials": _other_scheme,
    "settings": _settings,
    "ids of the tree": _child,
}

HEADERS: dict[str, Maker] = {
    "header's name": _header_name,
    "header's type": _header_type,
}
