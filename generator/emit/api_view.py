"""The view of a whole API: what every template of a pack receives as ``api``."""

from __future__ import annotations

from functools import cache, partial
from typing import TYPE_CHECKING

from generator.emit.auth_view import auth_view
from generator.emit.call_views import FunctionView
from generator.emit.code import Code
from generator.emit.model_files import ModelFiles
from generator.emit.model_views import header_views, model_modules
from generator.emit.operation_entries import operation_entry
from generator.emit.pack import Pack
from generator.emit.releases import release_of
from generator.emit.resource_views import ResourceWords
from generator.emit.traces import model_traces
from generator.emit.type_words import TypeWords, names_in
from generator.emit.views import ApiView
from generator.ir import Api, AuthKind, Resource, words
from generator.ir.addresses import base_address
from generator.value import replace

if TYPE_CHECKING:
    from generator.emit.document_views import DocumentView


def api_view(api: Api, pack: Pack) -> ApiView:
    """The API in the pack's words; names are given in the order of the tree."""
    client = _client_name(api, pack)
    clients = frozenset({client, f"Async{client}", f"Fake{client}", f"FakeAsync{client}"})
    types = TypeWords(pack, api.models, clients, model_traces(api))
    package = pack.identifier(api.package or api.name, "package")
    files = ModelFiles(api, pack, types)
    children, resources = ResourceWords(api, pack, types, clients, files=files).views()
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
        release=release_of(api.version),
        description=api.description,
        base_url=base_address(api),
        servers=tuple(one.url for one in api.servers),
        auth=auth_view(api, pack),
        unknown_auth=tuple(one.title for one in api.auth_schemes if one.kind is AuthKind.UNKNOWN),
        error=api.error,
        children=children,
        resource_modules=resources,
        model_modules=model_modules(api, pack, types, files=files, given=_given(functions)),
        headers=header_views(api, pack),
        operations=tuple(sorted(entries, key=lambda one: (one["path"], one["method"]))),
        first_call=_first([one for one in functions if not one.paging]),
        first_list=_first([one for one in functions if one.paging]),
        documented=cache(partial(_document, api, pack, clients)),
    )


def _document(api: Api, pack: Pack, clients: frozenset[str]) -> DocumentView:
    """The API as its pages have it: things that only the SDK takes for one stay apart."""
    from generator.emit.document_view import document_view  # few packs ask for it

    apart = api.apart or api
    own = replace(api, resources=apart.resources, models=apart.models)
    return document_view(own, pack, TypeWords(pack, own.models, clients))


def _client_name(api: Api, pack: Pack) -> str:
    """The client's class: as ``api.toml`` says, else from the folder's name.

    A name of our own making gives way to a model's or a resource's: ``Message`` is what is sent.
    """
    if api.client.isidentifier() and api.client.isascii() and not api.client.startswith("_"):
        return api.client
    own = "".join(one[0].upper() + one[1:] for one in words(api.client or api.name))
    own = own if own[:1].isalpha() else f"Api{own}"
    names = [*(one.name for one in api.models), *_collections(api.resources)]
    taken = {pack.identifier(name, "class").text for name in names}
    return f"{own}Client" if own in taken else own


def _collections(resources: tuple[Resource, ...]) -> list[str]:
    """The names of all collections, however deep."""
    found = []
    for one in resources:
        found += [one.collection, *_collections((*one.children, *one.item_children))]
    return found


def _given(functions: list[FunctionView]) -> frozenset[str]:
    """The names that the types of arguments mention."""
    texts = [one.type.text for view in functions for one in view.arguments]
    return frozenset(name for text in texts for name in names_in(text))


def _first(functions: list[FunctionView]) -> FunctionView | None:
    """The call that a README shows: few ids, and something comes back."""
    return min(
        functions,
        key=lambda one: (
            len([step for step in one.steps if step.argument]),
            len(one.positional),
            one.method == "DELETE",
            one.id,
        ),
        default=None,
    )
