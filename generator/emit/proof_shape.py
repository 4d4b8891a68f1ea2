"""What a generated Python file may hold, as its pack declares it, and what one holds beyond that."""

from __future__ import annotations

import ast
import io
import re
import tokenize
from collections.abc import Iterable, Iterator, Mapping
from fnmatch import fnmatchcase
from types import MappingProxyType

from generator.emit.quoting import UNSAFE
from generator.value import Struct, field

_NONE: frozenset[str] = frozenset()
_COMMENT = re.compile(r"#.*")


class Shape(Struct, frozen=True, kw_only=True):
    """What ``[proof]`` allows one file.

    ``nodes`` are kinds of the syntax tree, ``names`` those that begin with two underscores.
    ``imports`` and ``calls`` are patterns (``..models.*``, ``self._send``): ``{class}`` stands for
    the file's own classes, ``{client}`` and the like for names of the API's view. ``facts`` says
    of each kind of fact by which calls it is stated.
    """

    nodes: frozenset[str] = _NONE
    names: frozenset[str] = _NONE
    imports: frozenset[str] = _NONE
    calls: frozenset[str] = _NONE
    facts: Mapping[str, frozenset[str]] = field(default_factory=lambda: MappingProxyType({}))

    def __or__(self, other: Shape) -> Shape:
        """What either allows; facts stand where ``other`` says."""
        return Shape(
            nodes=self.nodes | other.nodes,
            names=self.names | other.names,
            imports=self.imports | other.imports,
            calls=self.calls | other.calls,
            facts=MappingProxyType({**self.facts, **other.facts}),
        )


class Excess(Struct, frozen=True):
    """Something at a line of a file that its shape does not allow."""

    line: int
    what: str


def excesses(
    tree: ast.Module, shape: Shape, own_words: Mapping[str, Iterable[str]]
) -> Iterator[Excess]:
    """Everything in the tree that the shape does not allow; ``own_words`` fill its patterns."""
    classes = [one.name for one in tree.body if isinstance(one, ast.ClassDef)]
    words = {**own_words, "class": classes}
    imports = _Patterns(shape.imports, words)
    calls = _Patterns(shape.calls, words)
    line = 1
    for node in ast.walk(tree):
        line = getattr(node, "lineno", line)
        kind = type(node).__name__
        if kind not in shape.nodes:
            yield Excess(line, f"holds {kind}, which is not among the nodes")
        for name in _names(node):
            if not name.isascii() or (name.startswith("__") and name not in shape.names):
                yield Excess(line, f"holds the name {name!a}, which is not among the names")
        for module in imported(node):
            if not imports.have(module):
                yield Excess(line, f"imports {module}, which is not among the imports")
        for call in _calls(node):
            if not calls.have(call):
                yield Excess(line, f"calls {call}, which is not among the calls")


def raw_excesses(data: bytes, comments: frozenset[str]) -> Iterator[Excess]:
    """Comments that no template holds, and characters nobody sees, which no tree shows.

    ``data`` is Python that parses.
    """
    text = data.decode("utf-8")
    if UNSAFE.search(text.replace("\n", "")):
        for number, line in enumerate(text.split("\n"), 1):
            found = UNSAFE.search(line)
            if found:
                yield Excess(number, f"holds U+{ord(found[0]):04X} as it is")
    if "#" in text:  # reading tokens takes longer than all else together
        for token in tokenize.tokenize(io.BytesIO(data).readline):
            if token.type == tokenize.COMMENT and token.string.rstrip() not in comments:
                yield Excess(token.start[0], "holds a comment that no template holds")


def comments_of(templates: Iterable[str]) -> frozenset[str]:
    """Whatever may be a comment in the templates' own text: it holds no text of a page."""
    return frozenset(one.rstrip() for text in templates for one in _COMMENT.findall(text))


def called(node: ast.expr) -> str:
    """What is called, as dots and names: ``self._send``, ``super().__init__``."""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        return f"{called(node.value)}.{node.attr}"
    if isinstance(node, ast.Call):
        return f"{called(node.func)}()"
    return f"<{type(node).__name__}>"


def imported(node: ast.AST) -> Iterator[str]:
    """The modules a statement imports: ``..models.task``; ``from . import x`` is ``.x``."""
    if isinstance(node, ast.Import):
        yield from (one.name for one in node.names)
    elif isinstance(node, ast.ImportFrom):
        dots = "." * node.level
        if node.module:
            yield f"{dots}{node.module}"
        else:
            yield from (f"{dots}{one.name}" for one in node.names)


class _Patterns:
    """Patterns with their placeholders filled in."""

    def __init__(self, patterns: Iterable[str], words: Mapping[str, Iterable[str]]) -> None:
        filled = {one for pattern in patterns for one in _filled(pattern, words)}
        self._open = [one for one in filled if "*" in one]
        self._known = filled.difference(self._open)

    def have(self, text: str) -> bool:
        """Whether one of them stands for the text."""
        if text not in self._known and any(fnmatchcase(text, one) for one in self._open):
            self._known.add(text)
        return text in self._known


def _filled(pattern: str, words: Mapping[str, Iterable[str]]) -> list[str]:
    start, brace, rest = pattern.partition("{")
    name, _, end = rest.partition("}")
    return [f"{start}{one}{end}" for one in words.get(name, ())] if brace else [pattern]


def _names(node: ast.AST) -> Iterator[str]:
    """The identifiers of a node, those of keywords and arguments too."""
    if isinstance(node, ast.Name):
        yield node.id
    elif isinstance(node, ast.Attribute):
        yield node.attr
    elif isinstance(node, ast.arg | ast.keyword):
        yield node.arg or ""
    elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
        yield node.name
    elif isinstance(node, ast.alias):
        yield from (node.name, node.asname or "")


def _calls(node: ast.AST) -> Iterator[str]:
    """What a node calls; a decorator is called too."""
    if isinstance(node, ast.Call):
        yield called(node.func)
    elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
        yield from (called(one) for one in node.decorator_list if not isinstance(one, ast.Call))
