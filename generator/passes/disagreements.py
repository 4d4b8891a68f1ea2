"""Pages that describe one thing, or one argument, in two ways."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from generator.diagnostics import Diagnostics
from generator.ir import Api, Field, Function, RefType, Resource, Values, without_null, words
from generator.passes.answers import success_body
from generator.passes.lending import given_fields
from generator.passes.stated import body_fields
from generator.shown import shown
from generator.source import SourceSpan

_MOST = 4
"""Fields that one finding names."""

_Page = tuple[SourceSpan, tuple[Field, ...]]


def report_disagreements(api: Api, diagnostics: Diagnostics) -> None:
    """One note for each model, and for each resource's arguments, whose pages do not agree."""
    functions = [one for resource in _walk(api.resources) for one in resource.functions]
    for name, pages in sorted(_described(functions).items()):
        differing = tuple(_differing(pages))
        if differing:
            diagnostics.note(
                "same-thing",
                f"{len(pages)} pages describe `{name}`, and differ in {_listed(differing)}",
                pages[0][0],
                "the model has what any of them says; correct the page that is wrong",
            )
    for resource in _walk(api.resources):
        _compare_arguments(resource, diagnostics)


def _walk(resources: Iterable[Resource]) -> Iterator[Resource]:
    for one in resources:
        yield one
        yield from _walk((*one.children, *one.item_children))


def _described(functions: Iterable[Function]) -> dict[str, list[_Page]]:
    """The fields of each model as each page lists them, in the order of pages."""
    found: dict[str, list[_Page]] = defaultdict(list)
    for one in functions:
        type_ = without_null(one.returns) if one.returns is not None else None
        body = success_body(one.operation)
        if isinstance(type_, RefType) and one.pagination is None and body is not None:
            found[type_.name].append((one.operation.span, body_fields(body)))
    return {
        name: sorted(pages, key=lambda one: one[0].path)
        for name, pages in found.items()
        if len(pages) > 1
    }


def _differing(pages: list[_Page]) -> Iterator[str]:
    """Each field that some page lacks or types otherwise, and how."""
    by_name: dict[str, list[tuple[SourceSpan, Field]]] = defaultdict(list)
    for span, fields in pages:
        for one in fields:
            by_name[one.name].append((span, one))
    for name, told in by_name.items():
        if len(told) < len(pages):
            has = {span.path for span, _ in told}
            missing = next(span.path for span, _ in pages if span.path not in has)
            yield f"`{shown(name)}` (not in {_file(missing)})"
        elif how := _how(told[0][1], [one for _, one in told[1:]]):
            yield f"`{shown(name)}` ({how})"


def _how(first: Field, others: list[Field]) -> str:
    """In what the descriptions of one field differ; nothing where they agree."""
    for other in others:
        if other.type != first.type:
            ours, theirs = shown(first.notation), shown(other.notation)
            return f"{ours} or {theirs}" if ours != theirs else "type"
        if other.required != first.required:
            return "required or not"
        if _texts(other.values) != _texts(first.values):
            return "known values"
    return ""


def _texts(values: Values | None) -> frozenset[str]:
    return frozenset(map(str, values.values)) if values is not None else frozenset()


def _compare_arguments(resource: Resource, diagnostics: Diagnostics) -> None:
    """A note where an argument of create is another one in update."""
    creating = {
        words(field.name): field
        for one in resource.functions
        if one.name == "create"
        for field in given_fields(one)
    }
    for function in resource.functions:
        if function.name == "create" or not creating:
            continue
        pairs = [(creating.get(words(one.name)), one) for one in given_fields(function)]
        differing = tuple(
            f"`{shown(one.name)}` ({how})"
            for first, one in pairs
            if first is not None and (how := _argument(first, one))
        )
        if differing:
            diagnostics.note(
                "create-update-differ",
                f"{resource.path}: create and {function.name} differ in {_listed(differing)}",
                function.operation.span,
                "nothing to do where the service means it",
            )


def _argument(first: Field, other: Field) -> str:
    """In what two arguments differ, being required aside: an update needs less."""
    ours, theirs = without_null(first.type), without_null(other.type)
    if ours != theirs:
        left, right = shown(first.notation), shown(other.notation)
        return f"{left} or {right}" if left != right else "known values"
    return "known values" if _texts(first.values) != _texts(other.values) else ""


def _listed(differing: tuple[str, ...]) -> str:
    more = len(differing) - _MOST
    return ", ".join(differing[:_MOST]) + (f" and {more} more" if more > 0 else "")


def _file(path: str) -> str:
    return path.rpartition("/")[2]
