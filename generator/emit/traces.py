"""Where the names and types of fields, resources and models come from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.ir import Api, EnumType, Field, Function, Model, Origin, Resource, words
from generator.ir.page_text import Trace, Traces, traces_of


def field_traces(field: Field) -> Traces:
    """What a field's type in a signature or a model says: its item, its values, its marks."""
    known = field.values.values if field.values is not None else ()
    found = traces_of(field.name, *known)
    return (*found, *_marked(field)) if field.required_origin is Origin.PROSE else found


def fact_traces(field: Field, fact: str) -> Traces:
    """What says one fact of a field; a mark is said by its description, the rest where it is."""
    spans = {one.kind.value: (one.span, one.origin, one.rule) for one in field.constraints}
    if field.default is not None:
        spans["default"] = (field.default.span, field.default.origin, field.default.rule)
    if field.values is not None:
        spans["values"] = (field.values.span, field.values.origin, field.values.rule)
    span, origin, rule = spans.get(fact, (None, Origin.PROSE, f"marked-{fact}"))
    if span is None:
        return tuple(
            Trace(span=one.span, fact=fact, name=field.name, origin=origin, rule=rule)
            for one in traces_of(field.description or field.name)
        )
    return (Trace(span=span, fact=fact, name=str(field.name), origin=origin, rule=rule),)


def _marked(field: Field) -> Traces:
    return fact_traces(field, "required")


def resource_traces(resource: Resource) -> Traces:
    """What names a collection: the paths of its calls, and their titles where those say more."""
    own = resource.functions
    found: list[object] = [one.operation.path for one in own]
    if len(words(resource.noun)) > len(words(resource.name)):
        found += [one.operation.title for one in own]
    return traces_of(*found) or _below(resource)


def _below(resource: Resource) -> Traces:
    """The same of the nearest collections below that have calls."""
    below = (*resource.children, *resource.item_children)
    return tuple(dict.fromkeys(trace for one in below for trace in resource_traces(one)))


def function_traces(function: Function) -> Traces:
    """What names a function: its operation's title and path."""
    return traces_of(function.operation.title, function.operation.path)


def model_traces(api: Api) -> dict[str, Traces]:
    """What names each model: the resource that describes it, of known values the item too."""
    described = {one.home for one in api.models}
    homes = {
        one.noun: resource_traces(one) for one in _every(api.resources) if one.noun in described
    }
    return {one.name: (*homes.get(one.home, ()), *_first_item(one)) for one in api.models}


def _first_item(model: Model) -> Traces:
    """The item that gives known values half of their name; objects are named by their resource."""
    if not isinstance(model.type, EnumType):
        return ()
    origin = Origin.CONVENTION
    return (Trace(span=model.span, fact="model", name=model.name, origin=origin),)


def _every(resources: Iterable[Resource]) -> Iterator[Resource]:
    for one in resources:
        yield one
        yield from _every((*one.children, *one.item_children))
