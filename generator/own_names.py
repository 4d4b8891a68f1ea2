"""What users export beside generated code: read without running it, and never one of our names."""

from __future__ import annotations

import ast
import warnings
from collections.abc import Iterator

from generator.decode import MAX_BYTES
from generator.diagnostics import Diagnostics
from generator.shown import shown
from generator.source import SourceSpan
from generator.targets import Target

CODE = "own-names"

_ALL = "__all__"
_FORM = 'Write it as a list of texts: __all__ = ["my_function"].'
_RENAME = (
    "Call yours otherwise, or the generated one: api.toml states names of models, in [models]. "
    "Nothing was written, so that no name changes what it means."
)


class _UnreadableError(Exception):
    """Why nobody can tell what a file exports; ``line`` is where."""

    def __init__(self, message: str, line: int = 1) -> None:
        super().__init__(message)
        self.message, self.line = message, line


def report_own_names(target: Target, diagnostics: Diagnostics) -> None:
    """Report each name that a user's file exports and the generated one beside it has, too.

    A file whose ``__all__`` cannot be read off it is reported, as its names are not known.
    """
    there = {one.path: one.before for one in target.changes}
    for file in target.files:
        data = there.get(file.path)
        if not file.once or data is None:
            continue
        path = (target.folder / file.path).as_posix()
        try:
            exported = list(_exported(data))
            taken = _taken(target, file.once) if exported else {}
            for name, node in exported:
                _report(name, node, path, taken, diagnostics)
        except _UnreadableError as fault:
            diagnostics.error(CODE, fault.message, SourceSpan(path=path, line=fault.line), _FORM)


def _report(
    name: str, node: ast.expr, path: str, taken: dict[str, str], diagnostics: Diagnostics
) -> None:
    span = SourceSpan(
        path=path, line=node.lineno, column=node.col_offset + 1, length=max(1, len(name))
    )
    if name.startswith("_"):
        message = f"exports {shown(name)}, which is private by its first character"
        diagnostics.error(CODE, message, span, "Names of the package begin with a letter.")
    elif name in taken:
        diagnostics.error(CODE, f"exports {shown(name)}, and so does {taken[name]}", span, _RENAME)


def _taken(target: Target, path: str) -> dict[str, str]:
    """The names of the generated file, and of the modules beside it, each with its place."""
    above, _, name = path.rpartition("/")
    home = f"{above}/" if above else ""
    found: dict[str, str] = {}
    for file in target.files:
        if file.path.startswith(home):
            part = file.path[len(home) :].partition("/")[0]
            found.setdefault(part.removesuffix(".py"), f"{home}{part}")
    places = {one: (target.folder / place).as_posix() for one, place in found.items()}
    for file in target.files:
        if file.path == path:
            for name, node in _exported(file.text.encode("utf-8")):
                places[name] = f"{(target.folder / path).as_posix()}:{node.lineno}"
    return places


def _exported(data: bytes) -> Iterator[tuple[str, ast.expr]]:
    """What ``__all__`` lists, each with its place; raises ``_UnreadableError``."""
    lists = [one for one in _parsed(data).body if _names_all(one)]
    if not lists:
        raise _UnreadableError("has no __all__, so nothing says what it exports")
    for one in lists:
        value = getattr(one, "value", None)
        if not isinstance(value, ast.List | ast.Tuple):
            raise _UnreadableError("has an __all__ that is no list of texts", one.lineno)
        for item in value.elts:
            if not isinstance(item, ast.Constant) or not isinstance(item.value, str):
                raise _UnreadableError("has an __all__ that is no list of texts", item.lineno)
            yield item.value, item


def _names_all(statement: ast.stmt) -> bool:
    """Whether a statement sets ``__all__`` or adds to it."""
    targets: list[ast.expr] = []
    if isinstance(statement, ast.Assign):
        targets = statement.targets
    elif isinstance(statement, ast.AnnAssign | ast.AugAssign):
        targets = [statement.target]
    return any(isinstance(one, ast.Name) and one.id == _ALL for one in targets)


def _parsed(data: bytes) -> ast.Module:
    if len(data) > MAX_BYTES:
        raise _UnreadableError(f"is larger than {MAX_BYTES} bytes, the most that is read")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of odd escapes, which are none of ours
            return ast.parse(data)
    except SyntaxError as fault:
        raise _UnreadableError(f"is no Python: {shown(fault.msg)}", fault.lineno or 1) from fault
    except (ValueError, RecursionError, MemoryError) as fault:
        raise _UnreadableError("is no Python that can be read") from fault
