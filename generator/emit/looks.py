"""What templates look at: which attributes of which views, where nothing else of them can count."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from jinja2 import nodes
from jinja2.environment import TemplateModule
from jinja2.runtime import LoopContext

from generator.emit.fingerprints import EVERYTHING, fields_of

Look = tuple[type, str]
"""A kind of thing, and the attribute of it that was looked at."""

_SHOWN = (
    nodes.Template,
    nodes.Output,
    nodes.TemplateData,
    nodes.Const,
    nodes.Name,
    nodes.Getattr,
    nodes.If,
    nodes.For,
    nodes.CondExpr,
    nodes.And,
    nodes.Or,
    nodes.Not,
    nodes.With,
    nodes.Assign,
    nodes.Tuple,
    nodes.Macro,
    nodes.Call,
    nodes.Keyword,
    nodes.Import,
    nodes.Operand,
)
"""What cannot tell one view from another but by attributes: no sums, and no texts in a row."""

_FILTERS = frozenset("literal docstring toml json markdown markdown_code join".split()) | frozenset(
    "first last length list reverse".split()
)
_TESTS = frozenset({"none", "defined"})


def is_followed(template: nodes.Template) -> bool:
    """Whether all that a template sees of views is what it asks of them by name.

    One that compares them, say, sees all of them.
    """
    return all(map(_is_followed, template.find_all(nodes.Node)))


def _is_followed(node: nodes.Node) -> bool:
    match node:
        case nodes.Filter(name=name):
            return name in _FILTERS
        case nodes.Test(name=name):
            return name in _TESTS
        case nodes.Compare(expr=expr, ops=[one]):
            return isinstance(expr, nodes.Const) or isinstance(one.expr, nodes.Const)
        case nodes.Getitem(arg=part) | nodes.Include(template=part):
            return isinstance(part, nodes.Const)
        case _:
            return type(node) in _SHOWN


def looks_of(found: Iterable[Look]) -> frozenset[str]:
    """Each look at a view as ``Kind.attribute``, with ``EVERYTHING`` where one is at more."""
    return frozenset(name for kind, attribute in found for name in _named(kind, attribute))


def _named(kind: type, attribute: str) -> Iterable[str]:
    if attribute in fields_of(kind):
        return (f"{kind.__name__}.{attribute}",)
    if fields_of(kind) and isinstance(getattr(kind, attribute, None), property):
        return (f"{kind.__name__}.{attribute}",)
    if issubclass(kind, (LoopContext, TemplateModule, Mapping)) and attribute != "changed":
        return ()
    return (EVERYTHING,)
