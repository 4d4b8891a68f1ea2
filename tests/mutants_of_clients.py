"""Mistakes in a client: credentials, settings, headers of answers."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from mutant_edits import Edit, Maker
from mutants_of_calls import other_ids


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


CLIENT: dict[str, Maker] = {
    "no credentials": _without_credentials,
    "credentials": _scheme,
    "scheme of credentials": _other_scheme,
    "settings": _settings,
    "ids of the tree": other_ids,
}

HEADERS: dict[str, Maker] = {
    "header's name": _header_name,
    "header's type": _header_type,
}
