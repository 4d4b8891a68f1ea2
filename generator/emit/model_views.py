"""Views of models, known values and response headers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Set as AbstractSet

from generator.emit.answer_samples import AnswerSamples, takes_null
from generator.emit.argument_views import marked_deprecated
from generator.emit.code import Code
from generator.emit.model_files import ModelFiles
from generator.emit.pack import Pack
from generator.emit.traces import field_traces
from generator.emit.type_words import TypeWords, names_in
from generator.emit.views import (
    EnumView,
    FieldView,
    HeaderView,
    MemberView,
    ModelImport,
    ModelModuleView,
    ModelView,
)
from generator.ir import (
    Api,
    EnumType,
    Field,
    Model,
    NullableType,
    ObjectType,
    RefType,
    ScalarKind,
    ScalarType,
    TypeExpr,
    without_null,
)
from generator.ir.page_text import retraced, traced, traces_of


def model_modules(
    api: Api, pack: Pack, types: TypeWords, *, files: ModelFiles, given: frozenset[str]
) -> tuple[ModelModuleView, ...]:
    """One file for each resource that describes models, sorted by name.

    ``given`` are the names that the types of arguments mention.
    """
    samples = AnswerSamples({one.name: one for one in api.models}, types)
    found: dict[Code, list[Model]] = defaultdict(list)
    for model in sorted(
        api.models, key=lambda one: (files.of(one.home).text != one.home, one.home)
    ):
        found[files.of(model.home)].append(model)
    return tuple(
        _module(
            module,
            models,
            pack=pack,
            types=types,
            files=files,
            given=given,
            samples=samples,
        )
        for module, models in sorted(found.items(), key=lambda one: one[1][0].home)
    )


def runtime_imports(names: AbstractSet[str], pack: Pack) -> tuple[ModelImport, ...]:
    """Which modules of the pack's runtime the names are imported from; others need no import."""
    found: dict[str, list[Code]] = defaultdict(list)
    for name in sorted(names & pack.runtime.keys()):
        found[pack.runtime[name]].append(Code(name))
    return tuple(ModelImport(module=Code(one), names=tuple(found[one])) for one in sorted(found))


def _module(
    module: Code,
    models: list[Model],
    *,
    pack: Pack,
    types: TypeWords,
    files: ModelFiles,
    given: frozenset[str],
    samples: AnswerSamples,
) -> ModelModuleView:
    views = tuple(_model(one, pack, types, samples=samples) for one in models if _fields(one))
    texts = [field.type for view in views for field in view.fields]
    named = {name for text in texts for name in names_in(text.text)}
    enums = tuple(
        _enum(one, pack, types, given) for one in models if isinstance(one.type, EnumType)
    )
    runtime = {"OpenEnum", "member"} if any(not one.closed for one in enums) else set()
    runtime |= {"Model"} if views else set()
    runtime |= {"wire"} if any(one.renamed for view in views for one in view.fields) else set()
    return ModelModuleView(
        module=module,
        doc=f"What the API says about {models[0].home.replace('_', ' ')}.",
        runtime_imports=runtime_imports(runtime, pack),
        imports=types.imports_of(
            texts,
            *(["from dataclasses import dataclass"] if views else []),
            *(["from typing import Literal, TypeAlias"] if any(one.given for one in enums) else []),
        ),
        others=files.imports(named, module),
        models=views,
        enums=enums,
    )


def _fields(model: Model) -> tuple[Field, ...]:
    return model.type.fields if isinstance(model.type, ObjectType) else ()


def _model(model: Model, pack: Pack, types: TypeWords, *, samples: AnswerSamples) -> ModelView:
    names = pack.namespace("field")
    return ModelView(
        model=model.name,
        name=types.class_name(model.name),
        doc=traced(
            f"{_article(model.name)} {model.name.replace('_', ' ')}, as the API answers with it.",
            types.class_name(model.name).traces,
        ),
        fields=tuple(
            _field(
                one,
                names.name(one.called or one.name, pack.style("field")),
                types=types,
                samples=samples,
                number=number,
            )
            for number, one in enumerate(_fields(model))
        ),
    )


def _field(
    field: Field, name: Code, *, types: TypeWords, samples: AnswerSamples, number: int
) -> FieldView:
    type_ = field.type if field.required else _maybe(field.type)
    return FieldView(
        name=name.at(traces_of(field.name)),
        type=types.held(type_).at(field_traces(field)),
        wire=field.name,
        renamed=name.text != field.name,
        required=field.required,
        nullable=takes_null(field),
        description=retraced(
            marked_deprecated(field.description, field.deprecated), field.description, field.name
        ),
        sample=samples.value(field.type, field.name, number=number),
        kind=samples.kind(field.type),
    )


def _maybe(type_: TypeExpr) -> TypeExpr:
    return type_ if isinstance(type_, NullableType) else NullableType(item=type_)


def _enum(model: Model, pack: Pack, types: TypeWords, given: frozenset[str]) -> EnumView:
    assert isinstance(model.type, EnumType)
    closed = types.is_closed(model)
    param = types.given(RefType(name=model.name))
    names = pack.namespace("constant")
    return EnumView(
        model=model.name,
        name=types.class_name(model.name),
        param=param,
        closed=closed,
        given=types.given_values(model) if closed or param.text in given else None,
        doc="All values." if closed else "Known values; any other string is accepted too.",
        members=tuple(
            MemberView(
                name=names.name(value, pack.style("constant")).at(traces_of(value)), value=value
            )
            for value in model.type.values
            if isinstance(value, str)
        ),
    )


def _article(noun: str) -> str:
    return "An" if noun[:1] in "aeiou" else "A"


def header_views(api: Api, pack: Pack) -> tuple[HeaderView, ...]:
    """Every documented response header once, whatever its case, sorted by name.

    What only some pages say of it ("the version of this task") is no description for all.
    """
    found: dict[str, Field] = {}
    said: dict[str, dict[str, None]] = defaultdict(dict)  # in the pages' order, as traces are
    listed: dict[str, list[str]] = defaultdict(list)
    for operation in api.operations:
        for response in operation.responses:
            for header in response.headers:
                found.setdefault(header.name.lower(), header)
                if header.description:
                    said[header.name.lower()].setdefault(header.description)
                listed[header.name.lower()].append(header.name)
    names = pack.namespace("header")
    return tuple(
        HeaderView(
            name=names.name(key, pack.style("field")).at(traces_of(*listed[key])),
            wire=retraced(header.name, *listed[key]),
            kind=_kind(header.type),
            description=retraced(
                next(iter(said[key])) if len(said[key]) == 1 else "", *said[key], *listed[key]
            ),
        )
        for key, header in sorted(found.items())
    )


def _kind(type_: TypeExpr) -> str:
    plain = without_null(type_)
    if not isinstance(plain, ScalarType) or plain.kind is ScalarKind.STRING:
        return "text"
    return plain.kind.value
