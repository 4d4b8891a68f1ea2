"""The facts that a file must state: values from the model, names as the files give them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain

from generator.emit.argument_views import OWN_HEADERS, chosen_body, is_given
from generator.emit.call_views import FunctionView
from generator.emit.views import ApiView, ModelModuleView, ResourceView
from generator.ir import (
    Api,
    AuthKind,
    Body,
    EnumType,
    Function,
    Location,
    Model,
    ObjectType,
    Operation,
    Pagination,
    Resource,
    without_null,
)
from generator.ir.addresses import own_address
from generator.ir.media import is_form, is_json, is_multipart
from generator.source import SourceSpan
from generator.value import Struct


class Due(Struct, frozen=True):
    """What must be said ``about`` something, and where the documents say so."""

    about: str
    value: object
    span: SourceSpan | None


class Owed(Struct, frozen=True):
    """What must be said of each of ``names`` alike: pairs of what it is about and the value."""

    names: tuple[str, ...]
    facts: tuple[tuple[str, object], ...]
    span: SourceSpan | None

    def dues(self) -> Iterator[Due]:
        """Each of the facts about each of the names."""
        for name in self.names:
            for what, value in self.facts:
                yield Due(f"{name} {what}" if what else name, value, self.span)


def _owed(about: str, value: object, span: SourceSpan | None) -> Owed:
    return Owed((about,), (("", value),), span)


class Dues:
    """The facts of one API; ``view`` gives the names under which files state them."""

    def __init__(self, api: Api, view: ApiView) -> None:
        self._api = api
        self._view = view
        self._resources = {one.path: one for one in _every(api.resources)}
        self._models = {one.name: one for one in api.models}
        self._kinds: Mapping[str, Callable[[Mapping[str, object]], Iterator[Owed]]] = {
            "routes": self._routes,
            "exchanges": self._exchanges,
            "wires": self._wires,
            "values": self._values,
            "lists": self._lists,
            "headers": self._headers,
            "server": self._server,
            "auth": self._auth,
            "listed": self._listed,
            "paths": self._paths,
        }

    def of(self, kinds: Iterable[str], made_of: Mapping[str, object]) -> Iterator[Due]:
        """What a file made of these views must say of these kinds (``proof_facts.READERS``)."""
        return chain.from_iterable(one.dues() for one in self.owed(kinds, made_of))

    def owed(self, kinds: Iterable[str], made_of: Mapping[str, object]) -> Iterator[Owed]:
        """The same, a few facts at a time."""
        return chain.from_iterable(self._kinds[kind](made_of) for kind in kinds)

    def _routes(self, made_of: Mapping[str, object]) -> Iterator[Owed]:
        view = made_of.get("resource")
        if isinstance(view, ResourceView):
            owners = (view.name.text, view.twin.text)
            for one, function in self._functions(view):
                found = function.operation
                sent = (*_sent(one, function), ("has server", own_address(found, self._api)))
                yield Owed(tuple(f"{owner}.{one.name.text}" for owner in owners), sent, found.span)

    def _exchanges(self, made_of: Mapping[str, object]) -> Iterator[Owed]:
        view = made_of.get("resource")
        if isinstance(view, ResourceView):
            for _, function in self._functions(view):
                found = function.operation
                yield _owed(f"the sample of {found.id}", _route(found), found.span)

    def _functions(self, view: ResourceView) -> Iterator[tuple[FunctionView, Function]]:
        functions = self._resources[str(view.path)].functions
        return zip(view.functions, functions, strict=True)

    def _wires(self, made_of: Mapping[str, object]) -> Iterator[Owed]:
        view = made_of.get("model")
        for one in view.models if isinstance(view, ModelModuleView) else ():
            type_ = self._models[one.model].type
            fields = type_.fields if isinstance(type_, ObjectType) else ()
            for own, field in zip(one.fields, fields, strict=True):
                yield _owed(f"{one.name.text}.{own.name.text}", str(field.name), field.span)

    def _values(self, made_of: Mapping[str, object]) -> Iterator[Owed]:
        view = made_of.get("model")
        for one in view.enums if isinstance(view, ModelModuleView) else ():
            model = self._models[one.model]
            values = [value for value in _known(model) if isinstance(value, str)]
            pairs = () if one.closed else zip(one.members, values, strict=True)
            for own, value in pairs:
                yield _owed(f"{one.name.text}.{own.name.text}", value, model.span)

    def _lists(self, made_of: Mapping[str, object]) -> Iterator[Owed]:
        view = made_of.get("model")
        for one in view.enums if isinstance(view, ModelModuleView) else ():
            if one.given is not None:
                model = self._models[one.model]
                name = one.name if one.closed else one.param
                yield _owed(f"{name.text} is one of", _known(model), model.span)

    def _headers(self, made_of: Mapping[str, object]) -> Iterator[Owed]:
        answers = [one for operation in self._api.operations for one in operation.responses]
        found = {
            one.name.lower(): one
            for answer in reversed(answers)
            for one in reversed(answer.headers)
        }
        pairs = zip(self._view.headers, sorted(found), strict=True)
        for own, key in pairs:
            yield _owed(f"Headers.{own.name.text}", str(found[key].name), found[key].span)

    def _server(self, made_of: Mapping[str, object]) -> Iterator[Owed]:
        first = self._api.servers[0] if self._api.servers else None
        address = first.url if first is not None else ""
        for one in first.variables if first is not None else ():
            address = address.replace(f"{{{one.name}}}", one.default)
        usable = address.rstrip("/") if self._view.base_url else None
        yield _owed("the address", usable, first.span if first is not None else None)

    def _auth(self, made_of: Mapping[str, object]) -> Iterator[Owed]:
        known = [one for one in self._api.auth_schemes if one.kind is not AuthKind.UNKNOWN]
        for one in known[:1]:
            yield _owed("the credentials' header", one.header, None)
            yield _owed("the credentials' query", one.query if not one.header else "", None)
            variables = tuple(credential.env for credential in one.credentials)
            yield _owed("the credentials' variables", variables, None)

    def _listed(self, made_of: Mapping[str, object]) -> Iterator[Owed]:
        for resource in self._resources.values():
            for one in resource.functions:
                found = one.operation
                yield _owed(f"the operation {found.id}", f"{found.method} {found.path}", found.span)

    def _paths(self, made_of: Mapping[str, object]) -> Iterator[Owed]:
        for one in self._api.operations:
            yield _owed(f"{one.method} {one.path}", one.id, one.span)


def _sent(view: FunctionView, function: Function) -> Iterator[tuple[str, object]]:
    """What one function sends; only what is no fact of the model is asked of its view."""
    one = function.operation
    yield "sends", _route(one)
    fixed = one.fixed_query
    asked = [name for name, _ in fixed]
    parts = {
        "query": [*asked, *_named(one, Location.QUERY)],
        "headers": [
            *(name for name in _named(one, Location.HEADER) if name.lower() not in OWN_HEADERS),
            *(["Accept"] if view.accept else []),
        ],
        "cookies": _named(one, Location.COOKIE),
    }
    for part, names in parts.items():
        yield f"sends in {part}", tuple(sorted(names))
    passed = ((str(argument.wire), argument.name.text) for argument in view.keywords)
    yield "passes", tuple(sorted(passed))
    body = chosen_body(one)
    yield "sends in its body", tuple(sorted(_body(body)))
    always = {**dict(fixed), **({"Accept": function.media_type} if view.accept else {})}
    yield "always sends", tuple(sorted(always.items()))
    header = one.idempotency_header if one.method in ("POST", "PATCH") else ""
    yield "has idempotency_header", header
    media_type = body.media_type if body is not None and view.media_type else ""
    yield "has content_type", media_type
    yield "styles", tuple(sorted(dict(view.styles).items()))
    yield "goes on by", _paging(function.pagination)


def _route(operation: Operation) -> str:
    return f"{operation.method} {operation.sent_path}"


def _named(operation: Operation, location: Location) -> list[str]:
    return [str(one.name) for one in operation.parameters if one.location is location]


def _body(body: Body | None) -> list[str]:
    """The names in a body, where its fields are arguments."""
    if body is None:
        return []
    type_ = without_null(body.type)
    kinds = (is_json, is_form, is_multipart)
    if not isinstance(type_, ObjectType) or not any(one(body.media_type) for one in kinds):
        return []
    return [str(one.name) for one in type_.fields if is_given(one)]


def _paging(page: Pagination | None) -> tuple[tuple[str, object], ...]:
    if page is None:
        return ()
    said: dict[str, object] = {
        "next": page.next,
        "parameter": page.parameter,
        "size": page.size,
        "more": page.more,
        "total": page.total,
    }
    found = {name: value for name, value in said.items() if value}
    found |= {"style": page.style.value, "items": page.items}
    return tuple(sorted((found | ({} if page.start is None else {"start": page.start})).items()))


def _known(model: Model) -> tuple[object, ...]:
    return tuple(model.type.values) if isinstance(model.type, EnumType) else ()


def _every(resources: Iterable[Resource]) -> Iterator[Resource]:
    for one in resources:
        yield one
        yield from _every((*one.children, *one.item_children))
