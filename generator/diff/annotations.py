"""Types of the generated code compared: may one stand where the other is expected?"""

from __future__ import annotations

import ast
from collections.abc import Mapping
from functools import cache

_NUMBERS = {"bool": ("int", "float"), "int": ("float",)}
"""What a type checker lets a number stand for (PEP 484)."""
_PARENTS = {"dt.datetime": "dt.date"}
_READ_ONLY = {"list": "Sequence", "List": "Sequence", "dict": "Mapping"}
"""Only these may hold something narrower than they say: nobody can put anything in."""


class Annotations:
    """The names of one version: aliases with what they stand for, and classes that are text."""

    def __init__(self, aliases: Mapping[str, str], texts: frozenset[str]) -> None:
        self.aliases = aliases
        self.texts = texts

    def aliases_of(self, name: str) -> tuple[str, ...]:
        """The aliases that stand for a class and its known values."""
        return tuple(alias for alias, text in self.aliases.items() if text.endswith(f"| {name}"))

    def accepts(self, wanted: str, given: str, names: Annotations) -> bool:
        """Whether a value of ``given``, a type of the version ``names``, passes for ``wanted``."""
        return _fits(_parsed(given), _parsed(wanted), names, self)


@cache
def _parsed(text: str) -> ast.expr:
    return ast.parse(text, mode="eval").body


def _fits(given: ast.expr, wanted: ast.expr, ours: Annotations, theirs: Annotations) -> bool:
    givens, wanteds = _members(given, ours), _members(wanted, theirs)
    return all(any(_one_fits(one, other, ours, theirs) for other in wanteds) for one in givens)


def _one_fits(given: ast.expr, wanted: ast.expr, ours: Annotations, theirs: Annotations) -> bool:
    ours_text, theirs_text = ast.unparse(given), ast.unparse(wanted)
    if ours_text == theirs_text or "Any" in (ours_text, theirs_text):
        return True
    if isinstance(given, ast.Subscript):
        return isinstance(wanted, ast.Subscript) and _filled_fits(given, wanted, ours, theirs)
    if theirs_text in (*_NUMBERS.get(ours_text, ()), _PARENTS.get(ours_text)):
        return True
    return theirs_text == "str" and (ours_text in ours.texts or _is_text(given))


def _filled_fits(
    given: ast.Subscript, wanted: ast.Subscript, ours: Annotations, theirs: Annotations
) -> bool:
    """``list[X]`` for ``Sequence[Y]`` where X passes for Y; else all parts must be the same."""
    holder, expected = ast.unparse(given.value), ast.unparse(wanted.value)
    inner, outer = _parts(given), _parts(wanted)
    if len(inner) != len(outer) or expected not in (holder, _READ_ONLY.get(holder)):
        return False
    pairs = list(zip(inner, outer, strict=True))
    if not all(_fits(one, other, ours, theirs) for one, other in pairs):
        return False
    return expected in _READ_ONLY.values() or all(
        _fits(other, one, theirs, ours) for one, other in pairs
    )


def _members(type_: ast.expr, names: Annotations) -> list[ast.expr]:
    """The members of a union, aliases written out, each literal on its own."""
    match type_:
        case ast.BinOp(left=left, op=ast.BitOr(), right=right):
            return [*_members(left, names), *_members(right, names)]
        case ast.Name(id=name) if name in names.aliases:
            return _members(_parsed(names.aliases[name]), names)
        case ast.Subscript(value=ast.Name(id="Literal")):
            return list(_parts(type_))
        case _:
            return [type_]


def _parts(type_: ast.Subscript) -> list[ast.expr]:
    return type_.slice.elts if isinstance(type_.slice, ast.Tuple) else [type_.slice]


def _is_text(type_: ast.expr) -> bool:
    return isinstance(type_, ast.Constant) and isinstance(type_.value, str)
