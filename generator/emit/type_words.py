"""Type expressions in a pack's words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from types import MappingProxyType

from generator.emit.code import Code, concatenated
from generator.emit.pack import Pack
from generator.emit.quoting_python import literal
from generator.ir import (
    AnyType,
    ArrayType,
    EnumType,
    MapType,
    Model,
    NullableType,
    ObjectType,
    RefType,
    ScalarType,
    TypeExpr,
    UnionType,
)
from generator.ir.media import is_json, is_text
from generator.ir.page_text import Traces, each_once

_NAME = re.compile(r"[A-Za-z_]\w*")
_TEXTS = 1 << 12
"""So many texts of types are remembered; an API has a few hundred."""


def names_in(text: str) -> tuple[str, ...]:
    """The names in a type's text, in order."""
    return _names_in(str(text))  # a plain copy: what is remembered must not keep traces


@lru_cache(maxsize=_TEXTS)
def _names_in(text: str) -> tuple[str, ...]:
    return tuple(_NAME.findall(text))


class TypeWords:
    """Writes types for one API: knows its models' names, and what ``traces`` says of each."""

    def __init__(
        self,
        pack: Pack,
        models: tuple[Model, ...],
        taken: frozenset[str] = frozenset(),
        traces: Mapping[str, Traces] = MappingProxyType({}),
    ) -> None:
        self._pack = pack
        self._models = {model.name: model for model in models}
        self._names: dict[str, tuple[Code, ...]] = {}
        names = pack.namespace("class")
        names.reserve(*sorted(taken))
        self._classes = {
            name: names.name(name, pack.style("class")).at(traces.get(name, ()))
            for name in sorted(self._models)
        }
        self._class_names = frozenset(self._classes.values())
        self._said: dict[object, Code] = {}
        self._texts: dict[tuple[TypeExpr, str], Code] = {}

    @property
    def classes(self) -> frozenset[Code]:
        """The names of all models' classes."""
        return self._class_names

    def class_name(self, model: str) -> Code:
        """The model's class."""
        return self._classes[model]

    def said(self, key: str, direction: str = "out", **parts: Code) -> Code:
        """``Pack.type_text``, found once: an API has few types, and says them again and again."""
        asked: object = (key, direction)
        if parts:
            asked = (asked, *[(name, one.text, one.traces) for name, one in parts.items()])
        found = self._said.get(asked)
        if found is None:
            found = self._said[asked] = self._pack.type_text(key, direction, **parts)
        return found

    def given(self, type_: TypeExpr) -> Code:
        """The type of what a caller passes."""
        return self._text(type_, "in")

    def held(self, type_: TypeExpr) -> Code:
        """The type of what a model holds."""
        return self._text(type_, "out")

    def answer(self, type_: TypeExpr | None, media_type: str, direction: str = "out") -> Code:
        """The type of what a call returns, or the awaited ``twin`` of it; ``None`` is no content."""
        if type_ is None:
            return self.said("nothing")
        if not is_json(media_type):
            return self.said("text" if is_text(media_type) else "binary", direction)
        if self.is_model(type_):
            return self.held(type_)
        if isinstance(type_, ArrayType):
            return self.said("items", item=self.held(type_.item))
        return self.said("answer", item=self._text(type_, "answer"))

    def is_model(self, type_: TypeExpr) -> bool:
        """Whether the type is an object with a class of its own."""
        return isinstance(type_, RefType) and isinstance(self._models[type_.name].type, ObjectType)

    def is_closed(self, model: Model) -> bool:
        """Whether it is known values without any other, and the pack has a type for those."""
        closed = isinstance(model.type, EnumType) and not model.type.open
        return closed and "closed" in self._pack.types

    def names_of(self, model: Model) -> tuple[Code, ...]:
        """What the model's file defines for it: a class, and the type callers give."""
        found = self._names.get(model.name)
        if found is None:
            found = self._names[model.name] = self._names_of(model)
        return found

    def _names_of(self, model: Model) -> tuple[Code, ...]:
        own = self._classes[model.name]
        if not isinstance(model.type, EnumType) or self.is_closed(model):
            return (own,)
        return (own, self.given(RefType(name=model.name)))

    def imports_of(self, texts: Iterable[Code], *more: str) -> tuple[Code, ...]:
        """The import lines that the words of the texts need, and ``more``: sorted, one a module."""
        needed: dict[str, list[Code]] = {}
        for text in texts:
            for name in names_in(text.text):
                if name in self._pack.imports:
                    needed.setdefault(self._pack.imports[name], []).append(text)
        modules: dict[str, set[str]] = {}
        for line in {*needed, *more}:
            module, _, name = line.partition(" import ")
            modules.setdefault(module, set()).update([name] if name else [])
        users: dict[str, list[Code]] = {}
        for line, found in needed.items():
            users.setdefault(line.partition(" import ")[0], []).extend(found)
        return tuple(
            Code(
                f"{module} import {', '.join(sorted(modules[module]))}"
                if modules[module]
                else module
            ).at(each_once(*(one.traces for one in users.get(module, ()))))
            for module in sorted(modules, key=lambda one: (one.startswith("from"), one))
        )

    def _text(self, type_: TypeExpr, direction: str) -> Code:
        """A type's text, found once: an API has few types, and says them again and again."""
        found = self._texts.get((type_, direction))
        if found is None:
            found = self._texts[type_, direction] = self._written(type_, direction)
        return found

    def _written(self, type_: TypeExpr, direction: str) -> Code:
        match type_:
            case ScalarType(kind=kind, format=form):
                key = f"{kind.value}({form})" if form else kind.value
                return self.said(key, direction)
            case ArrayType(item=item):
                return self.said("array", direction, item=self._text(item, direction))
            case MapType(value=value):
                return self.said("map", direction, item=self._text(value, direction))
            case NullableType(item=item):
                return self._nullable(self._text(item, direction))
            case UnionType(members=members):
                return self._union([self._text(one, direction) for one in members])
            case RefType(name=name):
                return self._reference(name, direction)
            case ObjectType():
                return self.said("object", direction)
            case AnyType() | EnumType():
                return self.said("any", direction)

    def _reference(self, name: str, direction: str) -> Code:
        """A class, or what stands for one where callers give it."""
        model = self._models[name]
        key = "enum" if isinstance(model.type, EnumType) else "model"
        if self.is_closed(model):
            key = "closed"
        return self.said(key, direction, name=self._classes[name])

    def given_values(self, model: Model) -> Code:
        """The type of what a caller passes for an enumeration: a known value, or its class."""
        assert isinstance(model.type, EnumType)
        values = concatenated((literal(value) for value in model.type.values), ", ")
        key = "closed" if self.is_closed(model) else "enum"
        return self.said(key, "param", name=self._classes[model.name], values=values)

    def _nullable(self, item: Code) -> Code:
        any_ = self.said("any")
        return item if item == any_ else self.said("nullable", item=item)

    def _union(self, texts: list[Code]) -> Code:
        any_ = self.said("any")
        unique = list(dict.fromkeys(texts))
        if any_ in unique:
            return any_
        whole = unique[0]
        for one in unique[1:]:
            whole = self.said("union", first=whole, rest=one)
        return whole
