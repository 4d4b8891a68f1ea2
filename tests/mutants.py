"""Wrong SDKs: small changes of generated files, each a mistake that a generator could make."""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from mutant_edits import Edit, Maker
from mutants_of_calls import RESOURCES
from mutants_of_clients import CLIENT, HEADERS
from mutants_of_models import MODELS
from mutants_of_runtime import RUNTIME


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
