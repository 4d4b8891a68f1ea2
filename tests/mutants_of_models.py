"""Mistakes in models and known values."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from itertools import pairwise

from mutant_edits import Edit, Maker

TYPES = {"str": "int", "int": "str", "float": "str", "bool": "str", "dt": "str", "list": "str"}


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


def _swapped_names(node: ast.AST, text: str) -> Iterator[Edit]:
    """Two fields of a model, each reading what the other should."""
    renamed = [one for one in _fields(node) if _is_renamed(one)]
    for one, other in pairwise(renamed):
        assert isinstance(one.value, ast.Call)
        assert isinstance(other.value, ast.Call)
        swapped = ast.get_source_segment(text, other.value.args[0]) or ""
        yield one, (ast.get_source_segment(text, one) or "").replace(
            ast.get_source_segment(text, one.value.args[0]) or "", swapped
        )


def _is_renamed(one: ast.AnnAssign) -> bool:
    return isinstance(one.value, ast.Call) and ast.unparse(one.value.func) == "wire"


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


MODELS: dict[str, Maker] = {
    "field's wire name": _field_name,
    "field that reads another": _swapped_names,
    "dropped field": _without_field,
    "field's type": _field_type,
    "null refused": _never_null,
    "field's being there": _always_there,
    "known value": _known_value,
    "dropped value": _without_value,
}
