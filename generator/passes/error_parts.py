"""Where error answers may keep their parts, guessed from names; for a human to check."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from generator.ir import ObjectType, Operation, ScalarType, TypeExpr, without_null, words

_NAMES = {
    "code": (("code",), ("error", "code"), ("type",)),
    "message": (("message",), ("error", "message"), ("detail",), ("title",)),
    "more_info": (("more", "info"), ("help", "url"), ("documentation", "url"), ("info", "url")),
    "status": (("status",), ("status", "code"), ("http", "status")),
}
"""The parts ``api.toml`` knows, with names that services give them, the likeliest first."""


def error_parts(operations: tuple[Operation, ...]) -> dict[str, str]:
    """For each part the dotted path that most documented errors have; none where none has it."""
    paths = Counter(path for one in operations for path in _paths(one))
    found = {}
    for part, names in _NAMES.items():
        fitting = [path for path in paths if words(path.rpartition(".")[2]) in names]
        if fitting:
            found[part] = min(fitting, key=lambda one: _rank(one, names, paths))
    return found


def _rank(
    path: str, names: tuple[tuple[str, ...], ...], paths: Counter[str]
) -> tuple[int, int, str]:
    return -paths[path], names.index(words(path.rpartition(".")[2])), path


def _paths(operation: Operation) -> Iterator[str]:
    """The single values of all answers that are no success, at most one object deep."""
    for response in operation.responses:
        if not response.status.startswith("2"):
            for body in response.bodies:
                yield from _values(body.type, "", 1)


def _values(type_: TypeExpr, before: str, deeper: int) -> Iterator[str]:
    plain = without_null(type_)
    for one in plain.fields if isinstance(plain, ObjectType) else ():
        inner = without_null(one.type)
        if isinstance(inner, ScalarType):
            yield f"{before}{one.name}"
        elif deeper:
            yield from _values(inner, f"{one.name}.", deeper - 1)
