"""What a maker of mutants makes: edits of a syntax tree's nodes."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from typing import TypeAlias

Edit: TypeAlias = tuple[ast.expr | ast.stmt | ast.keyword, str]
"""A node, and the text to put in its place."""

Maker: TypeAlias = Callable[[ast.AST, str], Iterator[Edit]]
