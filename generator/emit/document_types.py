"""Types exactly as a page writes them, in a pack's words."""

from __future__ import annotations

import re

from generator.emit.code import Code
from generator.emit.pack import Pack
from generator.emit.type_words import TypeWords
from generator.ir import (
    AnyType,
    ArrayType,
    EnumType,
    Field,
    MapType,
    Model,
    NullableType,
    ObjectType,
    RefType,
    ScalarType,
    TypeExpr,
    UnionType,
)
from generator.value import Struct

FIELDS = "\0"
"""Where the listed fields of an object stand in its text, until the text is cut there."""

_FORMAT = re.compile(r"[\w .:+/-]{1,64}", re.ASCII)


class CutType(Struct, frozen=True, kw_only=True):
    """A type's text before and behind its listed fields."""

    opening: Code
    closing: Code
    fields: tuple[Field, ...]


class DocumentTypes:
    """Writes types for one API; ``notation`` tells the order that the model does not keep.

    Beside the keys that every pack has, ``[types]`` may hold ``formatted`` (with ``{item}`` and
    ``{format}``), ``null``, ``<key>.null`` for a shorter nullable, and ``alternatives`` over
    ``{members}``, each an ``alternative`` of one ``{item}``.
    """

    def __init__(self, pack: Pack, models: dict[str, Model], types: TypeWords) -> None:
        self._pack = pack
        self._models = models
        self._types = types

    def cut(self, type_: TypeExpr, notation: str = "") -> CutType:
        """The type with the fields it lists, wherever in it they stand."""
        opening, _, closing = self._text(type_, notation).text.partition(FIELDS)
        return CutType(
            opening=Code(opening),
            closing=Code(closing.replace(FIELDS, "")),
            fields=listed_fields(type_),
        )

    def _text(self, type_: TypeExpr, notation: str) -> Code:
        match type_:
            case NullableType(item=item):
                return self._nullable(item, alternatives(notation))
            case UnionType(members=members):
                return self._joined(self._members(members, alternatives(notation)))
            case _:
                return self._single(type_, notation, "out")

    def _single(self, type_: TypeExpr, notation: str, direction: str) -> Code:
        """A type that is no choice between others; ``direction`` is ``null`` where it may be."""
        match type_:
            case ScalarType(kind=kind, format=form):
                return self._formatted(self._pack.type_text(kind.value, direction), form)
            case ArrayType(item=item):
                text = self._text(item, notation[6:-1] if notation.startswith("array[") else "")
                return self._pack.type_text("array", direction, item=text)
            case MapType(value=value, format=form):
                text = self._text(value, "")
                return self._formatted(self._pack.type_text("map", direction, item=text), form)
            case ObjectType(fields=fields, format=form):
                text = self._formatted(self._pack.type_text("object", direction), form)
                return Code(text.text + FIELDS) if fields else text
            case RefType(name=name):
                return self._reference(name, notation, direction)
            case EnumType(base=base):
                return self._single(base, notation, direction)
            case _:
                return self._pack.type_text("any", direction)

    def _reference(self, name: str, notation: str, direction: str) -> Code:
        """The model by name; known values stand beside the field, so theirs is only the base."""
        model = self._models[name]
        if isinstance(model.type, EnumType):
            return self._single(model.type.base, notation, direction)
        return self._pack.type_text("model", direction, name=self._types.class_name(name))

    def _nullable(self, item: TypeExpr, parts: list[str]) -> Code:
        place = parts.index("null") if "null" in parts else len(parts)
        others = [one for one in parts if one != "null"]
        short = f"{_key(item, self._models)}.null" in self._pack.types
        if short and (place or not others):
            return self._single(item, " | ".join(others), "null")
        if isinstance(item, AnyType) and "null" in self._pack.types:
            return self._pack.type_text("null")
        members = item.members if isinstance(item, UnionType) else (item,)
        texts = self._members(members, others)
        if "null" not in self._pack.types:
            return self._pack.type_text("nullable", item=self._joined(texts))
        place = min(place, len(texts))
        return self._joined([*texts[:place], self._pack.type_text("null"), *texts[place:]])

    def _members(self, members: tuple[TypeExpr, ...], parts: list[str]) -> list[Code]:
        notations = parts if len(parts) == len(members) else [""] * len(members)
        return [self._text(one, said) for one, said in zip(members, notations, strict=True)]

    def _joined(self, texts: list[Code]) -> Code:
        if len(texts) > 1 and "alternatives" in self._pack.types:
            each = [self._pack.type_text("alternative", item=one).text for one in texts]
            return self._pack.type_text("alternatives", members=Code(", ".join(each)))
        whole = texts[0]
        for one in texts[1:]:
            whole = self._pack.type_text("union", first=whole, rest=one)
        return whole

    def _formatted(self, text: Code, form: str | None) -> Code:
        if not form or not _FORMAT.fullmatch(form) or "formatted" not in self._pack.types:
            return text
        return self._pack.type_text("formatted", item=text, format=Code(form))


def alternatives(notation: str) -> list[str]:
    """The parts of a notation between the bars that stand outside all brackets."""
    parts, depth, start = [], 0, 0
    for at, letter in enumerate(notation):
        depth += (letter in "([") - (letter in ")]")
        if letter == "|" and depth == 0:
            parts.append(notation[start:at].strip())
            start = at + 1
    return [*parts, notation[start:].strip()] if notation.strip() else []


def listed_fields(type_: TypeExpr) -> tuple[Field, ...]:
    """The fields that a type lists, in whichever part of it; those of the first that does."""
    match type_:
        case ObjectType(fields=fields):
            return fields
        case ArrayType(item=item) | NullableType(item=item):
            return listed_fields(item)
        case MapType(value=value):
            return listed_fields(value)
        case UnionType(members=members):
            return next((found for one in members if (found := listed_fields(one))), ())
        case _:
            return ()


def _key(type_: TypeExpr, models: dict[str, Model]) -> str:
    """The key of a single type in ``[types]``; empty for a choice."""
    match type_:
        case ScalarType(kind=kind):
            return kind.value
        case ArrayType():
            return "array"
        case MapType():
            return "map"
        case ObjectType():
            return "object"
        case RefType(name=name):
            known = models[name].type
            return _key(known, models) if isinstance(known, EnumType) else "model"
        case EnumType(base=base):
            return base.kind.value
        case _:
            return ""
