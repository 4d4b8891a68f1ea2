"""The view of an API as its pages document it, built from the operations as they were read."""

from __future__ import annotations

import re
from collections import Counter
from itertools import groupby

from generator.emit.code import Code
from generator.emit.document_answers import AnswerWords
from generator.emit.document_fields import FieldWords, source
from generator.emit.document_shapes import Shapes
from generator.emit.document_types import DocumentTypes
from generator.emit.document_views import (
    DocumentedLink,
    DocumentedOperation,
    DocumentedServer,
    DocumentView,
    PathView,
    SchemeView,
    SharedModel,
)
from generator.emit.pack import Pack
from generator.emit.type_words import TypeWords
from generator.ir import (
    Api,
    AuthScheme,
    Location,
    Model,
    ObjectType,
    Operation,
    Origin,
    Parameter,
    Server,
    words,
)
from generator.ir.page_text import retraced, traces_of

_VARIABLE = re.compile(r"\{([^{}/]{1,100})\}")


def document_view(api: Api, pack: Pack, types: TypeWords) -> DocumentView:
    """The API with parameters, fields and answers in its pages' order; paths are sorted."""
    return _Builder(api, pack, types).view()


class _Builder:
    def __init__(self, api: Api, pack: Pack, types: TypeWords) -> None:
        self._api = api
        self._types = types
        self._shapes = Shapes(api)
        models = {one.name: one for one in api.models}
        words_of = DocumentTypes(pack, models, types)
        self._given = FieldWords(words_of, given=True)
        self._fields = FieldWords(words_of, given=False)
        self._answers = AnswerWords(api, pack, fields=self._fields, shapes=self._shapes)
        self._schemes = pack.namespace("argument")
        self._style = pack.style("argument")
        self._usual = _usual_servers(api)
        self._groups = _groups(api)

    def view(self) -> DocumentView:
        api = self._api
        schemes = tuple(map(self._scheme_view, api.auth_schemes))
        paths = [
            self._path(path, tuple(found))
            for path, found in groupby(api.operations, key=lambda one: one.path)
        ]
        return DocumentView(
            title=api.title,
            version=api.version,
            description=api.description,
            servers=tuple(map(_server, _stated_first(api, self._usual))),
            groups=tuple(dict.fromkeys(one.name for one in api.groups)),
            schemes=schemes,
            paths=tuple(one for one in paths if one.path.startswith("/")),
            webhooks=tuple(one for one in paths if not one.path.startswith("/")),
            models=self._models(),
            responses=self._answers.shared,
        )

    def _scheme_view(self, one: AuthScheme) -> SchemeView:
        return SchemeView(
            name=self._scheme(one.title),
            title=one.title,
            kind=one.kind.value,
            header=one.header,
            query=one.query,
        )

    def _scheme(self, title: str) -> Code:
        """One name for all spellings of a title that are the same words."""
        return self._schemes.name(" ".join(words(title)) or title, self._style).at(traces_of(title))

    def _models(self) -> tuple[SharedModel, ...]:
        objects = [one for one in self._api.models if isinstance(one.type, ObjectType)]
        return tuple(sorted(map(self._model, objects), key=lambda one: one.name))

    def _model(self, one: Model) -> SharedModel:
        fields = self._shapes.shared_fields(one)
        return SharedModel(
            name=self._types.class_name(one.name),
            type=self._fields.type(ObjectType(fields=fields)),
            source=source(fields[0].span if fields else one.span),
        )

    def _path(self, path: str, operations: tuple[Operation, ...]) -> PathView:
        undeclared = {
            parameter.name: parameter
            for one in operations
            for parameter in one.parameters
            if _only_in_path(parameter)
        }
        return PathView(
            path=path,
            parameters=self._given.views(tuple(undeclared.values())),
            operations=tuple(map(self._operation, operations)),
        )

    def _operation(self, one: Operation) -> DocumentedOperation:
        link = one.links[0] if one.links else None
        return DocumentedOperation(
            id=one.id,
            title=one.title,
            description=one.description,
            method=retraced(one.method.lower(), one.method),
            path=one.path,
            groups=self._groups.get(one.id, ()),
            servers=() if one.servers == self._usual else tuple(map(_server, one.servers)),
            auth=tuple(dict.fromkeys(map(self._scheme, one.auth))),
            roles=one.roles,
            link=DocumentedLink(text=link.text, url=link.url) if link else None,
            parameters=self._given.views(
                tuple(field for field in one.parameters if not _only_in_path(field))
            ),
            bodies=tuple(map(self._given.body, one.bodies)),
            answers=self._answers.views(one),
            deprecated=one.deprecated,
            deprecated_origin=(one.deprecated_origin or Origin.PROSE).value,
            idempotency_header=one.idempotency_header,
            source=retraced(source(one.span), one.path),
        )


def _only_in_path(one: Parameter) -> bool:
    """Whether the page does not list the parameter, so that reading it off the path was needed."""
    return one.location is Location.PATH and one.type_origin is Origin.CONVENTION


def _groups(api: Api) -> dict[str, tuple[str, ...]]:
    """The groups of the docs root that list an operation, by its id."""
    found: dict[str, tuple[str, ...]] = {}
    for group in api.groups:
        for page in dict.fromkeys(group.pages):
            name = page.removeprefix("operation-")
            if group.name not in found.get(name, ()):
                found[name] = (*found.get(name, ()), group.name)
    return found


def _usual_servers(api: Api) -> tuple[Server, ...]:
    """The addresses that most operations name."""
    counts = Counter(one.servers for one in api.operations if one.servers)
    return counts.most_common(1)[0][0] if counts else api.servers


def _stated_first(api: Api, usual: tuple[Server, ...]) -> tuple[Server, ...]:
    """The usual addresses, led by the one that clients are told to use."""
    stated = tuple(one for one in api.servers if one.origin is Origin.CONFIG)
    known = {one.url: one for one in usual}
    first = tuple(known.get(one.url, one) for one in stated)
    return (*first, *(one for one in usual if one not in first))


def _server(one: Server) -> DocumentedServer:
    names = dict.fromkeys(_VARIABLE.findall(one.url))
    known = {variable.name: variable.default for variable in one.variables}
    return DocumentedServer(
        url=one.url,
        name=one.name,
        description=one.description,
        variables=tuple((name, known.get(name)) for name in names),
    )
