"""Views of resources: the tree of calls as classes, one file a collection."""

from __future__ import annotations

from typing import TypedDict

from generator.emit.answer_samples import AnswerSamples
from generator.emit.argument_views import ArgumentWords
from generator.emit.call_views import FunctionView
from generator.emit.code import Code
from generator.emit.document_types import listed_fields
from generator.emit.function_views import FunctionWords
from generator.emit.model_files import ModelFiles
from generator.emit.model_views import runtime_imports
from generator.emit.pack import Pack
from generator.emit.part_views import ArgumentView, PagingView, StepView
from generator.emit.traces import resource_traces
from generator.emit.type_words import TypeWords, names_in
from generator.emit.views import ChildView, ModelImport, ResourceView
from generator.ir import Api, Function, Location, Pagination, Resource, WireName
from generator.ir.page_text import retraced, traced


class _Imports(TypedDict):
    imports: tuple[Code, ...]
    models: tuple[ModelImport, ...]
    runtime_imports: tuple[ModelImport, ...]


class ResourceWords:
    """Writes the resources of one API; ``clients`` are names that no class of theirs may have."""

    def __init__(
        self,
        api: Api,
        pack: Pack,
        types: TypeWords,
        clients: frozenset[str],
        *,
        files: ModelFiles,
    ) -> None:
        self._api = api
        self._pack = pack
        self._types = types
        self._clients = clients
        models = {one.name: one for one in api.models}
        self._arguments = ArgumentWords(pack, types, models, called=_called(api))
        samples = AnswerSamples(models, types)
        self._functions = FunctionWords(pack, types, self._arguments, samples=samples, api=api)
        self._model_files = files
        self._modules = pack.namespace("module")
        self._classes = pack.namespace("resource")
        self._found: list[ResourceView] = []

    def views(self) -> tuple[tuple[ChildView, ...], tuple[ResourceView, ...]]:
        """What hangs off the client, and every resource by its file; named in the tree's order."""
        children = self._children(self._api.resources, (), "client")
        return children, tuple(sorted(self._found, key=lambda one: one.module))

    def _children(
        self, resources: tuple[Resource, ...], steps: tuple[StepView, ...], kind: str
    ) -> tuple[ChildView, ...]:
        names = self._pack.namespace(kind)
        found = []
        for one in resources:
            attribute = names.name(one.name, self._pack.style("attribute")).at(resource_traces(one))
            found.append(self._resource(one, attribute, steps))
        return tuple(found)

    def _resource(
        self, resource: Resource, attribute: Code, steps: tuple[StepView, ...]
    ) -> ChildView:
        traces = attribute.traces
        name = self._class(resource.collection).at(traces)
        module = self._modules.name(resource.collection, self._pack.style("module")).at(traces)
        binder = self._arguments.id_argument(resource.argument) if resource.argument else None
        here = (*steps, StepView(attribute=attribute, argument=None))
        below = (*steps, StepView(attribute=attribute, argument=binder))
        pagings = _pagings(resource.functions)
        functions = self._functions.views(
            resource.functions, steps=here, owner=name, pagings=pagings
        )
        view = ResourceView(
            module=module,
            name=name,
            item=self._class(f"{resource.noun} item").at(traces),
            path=traced(resource.path, traces),
            collection=resource.collection.replace("_", " "),
            noun=resource.noun.replace("_", " "),
            binder=binder,
            functions=functions,
            pagings=tuple(pagings.values()),
            children=self._children(resource.children, here, "attribute"),
            item_children=self._children(resource.item_children, below, "attribute"),
            **self._imports(resource, functions),
        )
        self._found.append(view)
        doc = traced(f"{view.doc.partition(':')[0]}.", traces)
        return ChildView(attribute=attribute, name=name, twin=view.twin, module=module, doc=doc)

    def _imports(self, resource: Resource, functions: tuple[FunctionView, ...]) -> _Imports:
        """What the file takes from elsewhere: the types of its calls, and of what is below it."""
        arguments = [one for view in functions for one in view.arguments]
        texts = [*(one.type for one in arguments), *(one.returns for one in functions)]
        named = {name for text in texts for name in names_in(text.text)}
        below = resource.children or resource.item_children
        more = ["from typing import TYPE_CHECKING"] if below else []
        return _Imports(
            imports=self._types.imports_of(texts, *more),
            models=self._model_files.imports(named),
            runtime_imports=runtime_imports(
                named | _runtime_names(functions, arguments), self._pack
            ),
        )

    def _class(self, text: str) -> Code:
        """A class for a resource; where a model or the runtime has its name, it says what it is."""
        plain = self._pack.identifier(text, "class")
        clashes = plain in self._types.classes or plain.text in self._clients
        clashes = clashes or plain.text.endswith("_")
        return self._classes.name(
            f"{text} resource" if clashes else text, self._pack.style("class")
        )


def _runtime_names(functions: tuple[FunctionView, ...], arguments: list[ArgumentView]) -> set[str]:
    """What a resource's file takes from the runtime: its bases, and what awaited calls name."""
    found = {"AsyncResource", "Resource"}
    if any(one.paging for one in functions):
        found |= {"AsyncPages", "Pages", "Paging"}
    if any(one.deprecated for one in functions):
        found.add("deprecated")
    if not all(one.required for one in arguments):
        found |= {"OMIT", "Omit"}
    return found.union(*(names_in(one.twin_returns.text) for one in functions))


def _called(api: Api) -> dict[WireName, str]:
    """What ``api.toml`` calls ids, by their names in paths."""
    return {
        field.name: field.called
        for one in reversed(api.operations)
        for field in one.parameters
        if field.called and field.location is Location.PATH
    }


def _answered(function: Function, path: str) -> list[str]:
    """The names of the answers' fields that a dotted path begins with."""
    first = path.partition(".")[0]
    bodies = [body for one in function.operation.responses for body in one.bodies]
    return [one.name for body in bodies for one in listed_fields(body.type) if one.name == first]


def _asked(function: Function, name: str | None) -> list[str]:
    return [one.name for one in function.operation.parameters if one.name == name]


def _pagings(functions: tuple[Function, ...]) -> dict[Pagination, PagingView]:
    """One constant for each way a resource's lists go on."""
    found: dict[Pagination, PagingView] = {}
    for one in functions:
        page = one.pagination
        if page is not None and page not in found:
            found[page] = PagingView(
                name=Code("PAGING" if not found else f"PAGING_{len(found) + 1}"),
                style=page.style.value,
                items=retraced(page.items, *_answered(one, page.items)),
                next=retraced(page.next, *_answered(one, page.next)),
                parameter=retraced(page.parameter or "", *_asked(one, page.parameter)),
                size=retraced(page.size or "", *_asked(one, page.size)),
                more=retraced(page.more, *_answered(one, page.more)),
                total=retraced(page.total, *_answered(one, page.total)),
                start=page.start,
            )
    return found
