"""Views of what a call passes: path ids, parameters, and the parts of a body."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.emit.naming import Namespace
from generator.emit.pack import Pack
from generator.emit.part_views import ArgumentView
from generator.emit.samples import SAMPLE_ID, sample
from generator.emit.traces import field_traces
from generator.emit.type_words import TypeWords
from generator.ir import (
    Body,
    Field,
    Function,
    Location,
    Model,
    ObjectType,
    Operation,
    Parameter,
    ScalarKind,
    ScalarType,
    TypeExpr,
    WireName,
    without_null,
    words,
)
from generator.ir.media import is_form, is_json, is_multipart
from generator.ir.page_text import retraced, traces_of
from generator.value import Struct

_CONTENT = ScalarType(kind=ScalarKind.STRING, format="content")
"""What callers pass as a raw body: text or bytes."""

OWN_HEADERS = frozenset({"accept", "content-type", "authorization"})
"""Headers that the client itself sets (RFC 9110); OpenAPI ignores them as parameters too."""


class Arguments(Struct, frozen=True, kw_only=True):
    """All arguments of one function."""

    positional: tuple[ArgumentView, ...]
    keywords: tuple[ArgumentView, ...]
    body: ArgumentView | None


class ArgumentWords:
    """Writes the arguments of one API's functions."""

    def __init__(
        self,
        pack: Pack,
        types: TypeWords,
        models: Mapping[str, Model],
        *,
        called: Mapping[WireName, str] | None = None,
    ) -> None:
        self._pack = pack
        self._types = types
        self._models = models
        self._called = called or {}
        self._style = pack.style("argument")

    def id_argument(self, wire: WireName) -> ArgumentView:
        """A path parameter alone in its scope; ``called`` says which have names of their own."""
        return self._id(wire, self._pack.namespace("argument"), None)

    def of(self, function: Function) -> Arguments:
        """The function's arguments; two of one name are told apart by their places."""
        names = self._pack.namespace("argument")
        operation = function.operation
        known = {one.name: one for one in operation.parameters if one.location is Location.PATH}
        positional = tuple(
            self._id(known[wire].name if wire in known else wire, names, known.get(wire))
            for wire in function.positional
        )
        body = chosen_body(operation)
        places = _body_places(body) if body else []
        whole = body is not None and not places
        pairs = [*_parameters(operation), *(one for one in places if is_given(one[0]))]
        seen = {words(one): "path" for one in function.positional}
        keywords = tuple(
            self._keyword(one, place, names, seen=seen, number=number)
            for number, (one, place) in enumerate(pairs)
        )
        return Arguments(
            positional=positional,
            keywords=keywords,
            body=self._whole(body, names) if body is not None and whole else None,
        )

    def _id(self, wire: WireName, names: Namespace, stated: Parameter | None) -> ArgumentView:
        string = stated is None or _is_string(stated.type)
        return ArgumentView(
            name=names.name(self._called.get(wire, wire), self._style).at(traces_of(wire)),
            type=self._types.said("id" if string else "id(any)").at(traces_of(wire)),
            wire=wire,
            place="path",
            required=True,
            description=marked_deprecated(stated.description, stated.deprecated) if stated else "",
            sample=SAMPLE_ID,
        )

    def _keyword(
        self,
        one: Field,
        place: str,
        names: Namespace,
        *,
        seen: dict[tuple[str, ...], str],
        number: int,
    ) -> ArgumentView:
        first = seen.setdefault(words(one.name), place)
        text = one.called or (f"{one.name} {place}" if first != place else one.name)
        return ArgumentView(
            name=names.name(text, self._style).at(traces_of(one.name)),
            type=self._types.given(one.type).at(field_traces(one)),
            wire=one.name,
            place=retraced(place, one.name, place),
            required=one.required,
            description=marked_deprecated(one.description, one.deprecated),
            sample=sample(one.type, one.name, self._models, number=number),
            style=one.style.value if one.style else "",
        )

    def _whole(self, body: Body, names: Namespace) -> ArgumentView:
        """A body that is one argument, because the page lists no fields of it."""
        place = _whole_place(body)
        type_ = body.type if place != "content" else _CONTENT
        return ArgumentView(
            name=names.name("body", self._style).at(traces_of(body.media_type)),
            type=self._types.given(type_).at(traces_of(body.media_type)),
            wire=WireName(""),
            place=place,
            required=body.required,
            description=body.description,
            sample="content" if place == "content" else sample(type_, "body", self._models),
        )


def is_given(field: Field) -> bool:
    """Whether callers may give the field of a body; what is read-only comes from the service."""
    return field.required or not field.read_only


def chosen_body(operation: Operation) -> Body | None:
    """The one content type that a call sends: JSON, then forms, then whatever is first."""
    for wanted in (is_json, is_form, is_multipart):
        for body in operation.bodies:
            if wanted(body.media_type):
                return body
    return operation.bodies[0] if operation.bodies else None


def marked_deprecated(description: str, deprecated: bool) -> str:
    """The description, which says that something is deprecated where that is so."""
    if not deprecated or "deprecated" in description.lower():
        return description
    return retraced(f"Deprecated. {description}".strip(), description)


def _parameters(operation: Operation) -> Iterator[tuple[Field, str]]:
    for one in operation.parameters:
        own = one.location is Location.HEADER and one.name.lower() in OWN_HEADERS
        if one.location is not Location.PATH and not own:
            yield one, one.location.value


def _body_places(body: Body) -> list[tuple[Field, str]]:
    """The body's fields and where each travels; empty where the body is one argument."""
    type_ = without_null(body.type)
    fields = type_.fields if isinstance(type_, ObjectType) else ()
    json, form, multipart = (
        retraced(one, body.media_type) for one in ("json", "form", "multipart")
    )
    if is_json(body.media_type):
        return [(one, json) for one in fields]
    if is_form(body.media_type):
        return [(one, form) for one in fields]
    if is_multipart(body.media_type):
        return [(one, multipart if _is_file(one.type) else form) for one in fields]
    return []


def _whole_place(body: Body) -> str:
    if is_json(body.media_type):
        return "json"
    if is_form(body.media_type):
        return "form"
    return "content"


def _is_string(type_: TypeExpr) -> bool:
    return isinstance(type_, ScalarType) and type_.kind is ScalarKind.STRING


def _is_file(type_: TypeExpr) -> bool:
    plain = without_null(type_)
    return plain == ScalarType(kind=ScalarKind.STRING, format="binary")
