"""The view of a whole API: what every template of a pack receives as ``api``."""

from __future__ import annotations

import re

from generator.emit.argument_views import ArgumentWords
from generator.emit.auth_view import auth_view
from generator.emit.code import Code
from generator.emit.document_view import document_view
from generator.emit.function_views import FunctionWords, operation_entry
from generator.emit.model_views import header_views, model_imports, model_modules, module_names
from generator.emit.pack import Pack
from generator.emit.type_words import NAME, TypeWords
from generator.emit.views import (
    ApiView,
    ChildView,
    FunctionView,
    PagingView,
    ResourceView,
    StepView,
)
from generator.ir import Api, AuthKind, Function, Pagination, Resource, words

_VERSION = re.compile(r"\d{1,6}(?:\.\d{1,6}){0,3}")
_BASE_URL = re.compile(r"https://[A-Za-z0-9.-]+(?::\d{1,5})?(?:/[A-Za-z0-9._~+/-]*)?")
"""An address a client can use as it stands; plain http only where the caller says so."""


def api_view(api: Api, pack: Pack) -> ApiView:
    """The API in the pack's words; names are given in the order of the tree."""
    return _Builder(api, pack).view()


class _Builder:
    def __init__(self, api: Api, pack: Pack) -> None:
        self._api = api
        self._pack = pack
        self._client = _client_name(api)
        self._types = TypeWords(pack, api.models, frozenset({self._client, f"Async{self._client}"}))
        arguments = ArgumentWords(pack, self._types, {one.name: one for one in api.models})
        self._arguments = arguments
        self._functions = FunctionWords(pack, self._types, arguments)
        self._model_files = module_names(api, pack)
        self._modules = pack.namespace("module")
        self._classes = pack.namespace("resource")
        self._found: list[ResourceView] = []

    def view(self) -> ApiView:
        api, pack = self._api, self._pack
        client = self._client
        package = pack.identifier(api.package or api.name, "package")
        children = self._children(api.resources, (), "client")
        resources = tuple(sorted(self._found, key=lambda one: one.module))
        functions = [one for resource in resources for one in resource.functions]
        entries = [operation_entry(one) for one in functions]
        return ApiView(
            package=package,
            distribution=pack.identifier(api.package or api.name, "distribution"),
            logger=package.text,
            client=Code(client),
            twin=Code(f"Async{client}"),
            fake=Code(f"Fake{client}"),
            fake_twin=Code(f"FakeAsync{client}"),
            title=api.title or client,
            version=api.version,
            release=api.version if _VERSION.fullmatch(api.version) else "0.0.0",
            description=api.description,
            base_url=self._base_url(),
            servers=tuple(one.url for one in api.servers),
            auth=auth_view(api, pack),
            unknown_auth=tuple(
                one.title for one in api.auth_schemes if one.kind is AuthKind.UNKNOWN
            ),
            error=api.error,
            children=children,
            resource_modules=resources,
            model_modules=model_modules(api, pack, self._types, given=_given(functions)),
            headers=header_views(api, pack),
            operations=tuple(sorted(entries, key=lambda one: (one["path"], one["method"]))),
            first_call=_first_call(functions),
            first_list=next((one for one in functions if one.paging), None),
            document=document_view(api, pack, self._types),
        )

    def _class(self, text: str) -> Code:
        """A class for a resource; where a model or the runtime has its name, it says what it is."""
        plain = self._pack.identifier(text, "class")
        clashes = plain in self._types.classes or plain.text.endswith("_")
        return self._classes.name(
            f"{text} resource" if clashes else text, self._pack.style("class")
        )

    def _base_url(self) -> str:
        """The first server, if a client can use it as it stands."""
        first = self._api.servers[0].url if self._api.servers else ""
        return first.rstrip("/") if _BASE_URL.fullmatch(first) else ""

    def _children(
        self, resources: tuple[Resource, ...], steps: tuple[StepView, ...], kind: str
    ) -> tuple[ChildView, ...]:
        names = self._pack.namespace(kind)
        found = []
        for one in resources:
            attribute = names.name(one.name, self._pack.style("attribute"))
            found.append(self._resource(one, attribute, steps))
        return tuple(found)

    def _resource(
        self, resource: Resource, attribute: Code, steps: tuple[StepView, ...]
    ) -> ChildView:
        pack = self._pack
        name = self._class(resource.collection)
        module = self._modules.name(resource.collection, pack.style("module"))
        here = (*steps, StepView(attribute=attribute, argument=None))
        binder = self._arguments.id_argument(resource.argument) if resource.argument else None
        below = (*steps, StepView(attribute=attribute, argument=binder))
        pagings = _pagings(resource.functions)
        functions = self._functions.views(
            resource.functions, steps=here, owner=name, pagings=pagings
        )
        item = self._class(f"{resource.noun} item")
        texts = [one.type for view in functions for one in view.arguments]
        texts += [one.returns for one in functions]
        title, one_of = _capital(_plain(resource.collection)), _plain(resource.noun)
        returned = [one.returns.text for one in functions]
        view = ResourceView(
            module=module,
            name=name,
            twin=Code(f"Async{name.text}"),
            item=item,
            item_twin=Code(f"Async{item.text}"),
            heading=f"client.{resource.path}",
            doc=f"{title}: ``client.{resource.path}``.",
            twin_doc=f"{title}, awaited; see ``{name.text}``.",
            item_doc=f"What belongs to one {one_of}.",
            binder_doc=f"Choose one {one_of} by its id; sends nothing.",
            binder=binder,
            functions=functions,
            pagings=tuple(pagings.values()),
            children=self._children(resource.children, here, "attribute"),
            item_children=self._children(resource.item_children, below, "attribute"),
            imports=self._types.imports_of(
                texts,
                *(
                    ["from typing import TYPE_CHECKING"]
                    if resource.children or resource.item_children
                    else []
                ),
            ),
            models=model_imports(texts, self._api, types=self._types, modules=self._model_files),
            runtime_names=_runtime_names(functions),
            uses_headers=any("Headers" in text for text in returned),
        )
        self._found.append(view)
        return ChildView(
            attribute=attribute, name=name, twin=view.twin, module=module, doc=f"{title}."
        )


def _client_name(api: Api) -> str:
    """The client's class: as ``api.toml`` says, else from the folder's name."""
    own = "".join(_capital(word) for word in words(api.client or api.name))
    if api.client.isidentifier() and api.client.isascii() and not api.client.startswith("_"):
        own = api.client
    return own if own[:1].isalpha() else f"Api{own}"


def _plain(name: str) -> str:
    return name.replace("_", " ")


def _given(functions: list[FunctionView]) -> frozenset[str]:
    """The names that the types of arguments mention."""
    texts = [one.type.text for view in functions for one in view.arguments]
    return frozenset(name for text in texts for name in NAME.findall(text))


def _runtime_names(functions: tuple[FunctionView, ...]) -> tuple[Code, ...]:
    """What a resource's file takes from the runtime."""
    found = {"AsyncResource", "Resource"}
    if any(one.paging for one in functions):
        found |= {"AsyncPages", "Pages", "Paging"}
    if any(not one.required for view in functions for one in view.arguments):
        found |= {"OMIT", "Omit"}
    texts = [view.returns.text for view in functions]
    texts += [one.type.text for view in functions for one in view.arguments]
    for text in texts:
        found |= {"Answer", "Content", "Items", "NoContent"} & set(NAME.findall(text))
    return tuple(Code(name) for name in sorted(found))


def _pagings(functions: tuple[Function, ...]) -> dict[Pagination, PagingView]:
    """One constant for each way a resource's lists go on."""
    found: dict[Pagination, PagingView] = {}
    for one in functions:
        page = one.pagination
        if page is not None and page not in found:
            found[page] = PagingView(
                name=Code("PAGING" if not found else f"PAGING_{len(found) + 1}"),
                style=page.style.value,
                items=page.items,
                next=page.next,
                parameter=page.parameter or "",
                size=page.size or "",
            )
    return found


def _first_call(functions: list[FunctionView]) -> FunctionView | None:
    """The call that a README shows first: few ids, and something comes back."""
    calls = [one for one in functions if not one.paging]
    return min(
        calls,
        key=lambda one: (
            len([step for step in one.steps if step.argument]),
            len(one.positional),
            one.method == "DELETE",
            one.id,
        ),
        default=None,
    )


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
