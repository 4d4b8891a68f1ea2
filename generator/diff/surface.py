"""What callers of the SDK can name: calls with their arguments, classes, and the client."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.diff.annotations import Annotations
from generator.emit.api_view import api_view
from generator.emit.call_views import FunctionView
from generator.emit.pack import load_pack, shipped_templates
from generator.emit.part_views import ArgumentView
from generator.emit.type_words import names_in
from generator.emit.views import ApiView, ResourceView
from generator.ir import Api
from generator.value import Struct

PACK = "python"
"""The pack whose words tell what a change does to callers."""

BODY = "body"
"""The place of arguments that travel in the body, however it is encoded."""

_IN_BODY = frozenset({"form", "json", "multipart", "content"})


class Argument(Struct, frozen=True, kw_only=True):
    """One argument of a call; ``type`` is as the SDK annotates it."""

    name: str
    type: str
    required: bool


class Call(Struct, frozen=True, kw_only=True):
    """One function. ``place`` is how it is reached: ``workspaces().tasks.create``.

    ``ids`` are the path parameters given in the call itself, in order. ``arguments`` are by
    place and wire name. ``items`` is the dotted path of a list's items in the answer, ``None``
    where the answer is not a list of pages.
    """

    place: str
    resource: str
    ids: tuple[Argument, ...]
    arguments: Mapping[tuple[str, str], Argument]
    returns: str
    item: str
    items: str | None


class Attribute(Struct, frozen=True, kw_only=True):
    """One attribute of a model."""

    name: str
    type: str
    required: bool


class Surface(Struct, frozen=True, kw_only=True):
    """Everything of one version that a caller can name, by what it stands for.

    ``calls`` are by verb and path; ``models`` by class, their attributes by wire name; ``enums``
    by class, their constants by value; ``homes`` are the modules of classes; ``binders`` the
    calls that choose an item, ``resources`` the classes, each by the resource's place; ``client``
    its names and arguments.
    """

    calls: Mapping[str, Call]
    models: Mapping[str, Mapping[str, Attribute]]
    enums: Mapping[str, Mapping[str, str]]
    homes: Mapping[str, str]
    binders: Mapping[str, Argument]
    resources: Mapping[str, tuple[str, ...]]
    headers: Mapping[str, Attribute]
    package: tuple[tuple[str, str], ...]
    client: Mapping[str, str]
    names: Annotations

    def mentioned(self, text: str) -> frozenset[str]:
        """The classes that a type's text names; an alias stands for its class."""
        found = (self.names.aliases.get(name, name) for name in names_in(text))
        every = {name for one in found for name in names_in(one)}
        return frozenset(every & {*self.models, *self.enums})


def surface(api: Api) -> Surface:
    """The surface of the SDK that the shipped Python pack writes for an API."""
    view = api_view(api, load_pack(PACK, (shipped_templates(),)))
    enums = {
        one.name.text: {str(member.value): member.name.text for member in one.members}
        for module in view.model_modules
        for one in module.enums
    }
    aliases = {
        one.param.text: one.given.text
        for module in view.model_modules
        for one in module.enums
        if one.given
    }
    return Surface(
        calls={
            call_key(one.method, one.path): _call(one, resource)
            for resource in view.resource_modules
            for one in resource.functions
        },
        models=_models(view),
        enums=enums,
        homes=dict(_homes(view)),
        binders={
            one.path: _argument(one.binder)
            for one in view.resource_modules
            if one.binder and one.item_children
        },
        resources={
            one.path: (one.name.text, *((one.item.text,) if one.item_children else ()))
            for one in view.resource_modules
        },
        headers={
            one.wire.lower(): Attribute(name=one.name.text, type=one.kind, required=False)
            for one in view.headers
        },
        package=(("package", view.package.text), ("distribution", view.distribution.text)),
        client=_client(view),
        names=Annotations(aliases, frozenset(enums)),
    )


def call_key(method: str, path: str) -> str:
    """How an operation is named everywhere: ``POST /v1/Workspaces``."""
    return f"{method} {path}"


def _call(view: FunctionView, resource: ResourceView) -> Call:
    steps = ".".join(
        f"{one.attribute.text}()" if one.argument else one.attribute.text for one in view.steps
    )
    given = (*view.keywords, *((view.body,) if view.body else ()))
    return Call(
        place=f"{steps}.{view.name.text}",
        resource=resource.path,
        ids=tuple(_argument(one) for one in view.positional),
        arguments={(_place(one), str(one.wire)): _argument(one) for one in given}
        | ({("", "limit"): _limit(view.limit.text)} if view.limit else {}),
        returns=f"Pages[{view.returns.text}]" if view.paging else view.returns.text,
        item=view.returns.text,
        items=view.paging.items if view.paging else None,
    )


def _argument(view: ArgumentView) -> Argument:
    return Argument(name=view.name.text, type=view.type.text, required=view.required)


def _limit(name: str) -> Argument:
    return Argument(name=name, type="int", required=False)


def _place(view: ArgumentView) -> str:
    return BODY if view.place in _IN_BODY else view.place


def _models(view: ApiView) -> dict[str, dict[str, Attribute]]:
    return {
        one.name.text: {
            str(field.wire): Attribute(
                name=field.name.text, type=field.type.text, required=field.required
            )
            for field in one.fields
        }
        for module in view.model_modules
        for one in module.models
    }


def _homes(view: ApiView) -> Iterator[tuple[str, str]]:
    for module in view.model_modules:
        for name in module.classes:
            yield name.text, f"models.{module.module.text}"
        for one in module.enums:
            if one.given:
                yield one.param.text, f"models.{module.module.text}"
    for resource in view.resource_modules:
        yield resource.name.text, f"resources.{resource.module.text}"
        if resource.item_children:
            yield resource.item.text, f"resources.{resource.module.text}"


def _client(view: ApiView) -> dict[str, str]:
    """What making a client takes, each with what it means."""
    found = {"class": view.client.text, "base_url": "" if view.base_url else "required"}
    if view.auth is None:
        return found | {"auth": "given as auth="}
    found["auth"] = view.auth.kind
    for at, one in enumerate(view.auth.credentials):
        found[f"argument {at + 1}"] = one.name.text
        found[f"variable of {one.name.text}"] = one.env
    return found
