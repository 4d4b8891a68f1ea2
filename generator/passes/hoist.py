"""Inline objects and known values become shared, named models."""

from __future__ import annotations

from collections.abc import Iterator

from generator.ir import (
    Api,
    ArrayType,
    EnumType,
    Field,
    Function,
    MapType,
    Model,
    NullableType,
    ObjectType,
    RefType,
    Resource,
    ScalarKind,
    ScalarType,
    TypeExpr,
    UnionType,
    words,
)
from generator.passes.inflection import singular_words
from generator.passes.merging import merge_fields, same_thing
from generator.passes.unchanged import (
    answering,
    holding,
    map_functions,
    map_resources,
    retyped,
    with_arguments,
    with_fields,
)
from generator.value import replace

_LONGEST = 40
"""Letters of a name made of a thing and its part, before the part stands alone."""
_IDS = {("id",), ("sid",), ("uuid",), ("guid",)}
_MAIN_FIRST = ("fetch", "get", "retrieve", "create", "update", "list")


def hoist(api: Api) -> Api:
    """The API whose types refer to ``models``: one for one thing, named for its resource."""
    models = _Models(nouns_of(api.resources))
    resources = map_resources(api.resources, lambda one: _hoist(one, models))
    return replace(api, resources=resources, models=tuple(models))


def nouns_of(resources: tuple[Resource, ...]) -> frozenset[str]:
    """The names that belong to the things themselves."""
    below = [nouns_of((*one.children, *one.item_children)) for one in resources]
    return frozenset(one.noun for one in resources).union(*below)


class _Models:
    """The models found so far, by name; known values never take a name of ``nouns``."""

    def __init__(self, nouns: frozenset[str]) -> None:
        self._nouns = nouns
        self._found: dict[str, Model] = {}
        self._told: dict[str, dict[str, Field]] = {}
        self._descriptions: dict[str, list[tuple[Field, ...]]] = {}

    def __iter__(self) -> Iterator[Model]:
        for one in sorted(self._found.values(), key=lambda one: (one.home, one.name)):
            told = self._descriptions.get(one.name, ())
            # At once, not page by page: each would copy every field again.
            merged = ObjectType(fields=merge_fields(told)) if len(told) > 1 else one.type
            yield replace(one, type=merged) if merged is not one.type else one

    def enum(self, name: str, qualified: str, enum: EnumType, *, home: str, of: Field) -> RefType:
        """A model for known values; values that share none with those known get their own."""
        if name in self._nouns:
            return self.enum(f"{name}_value", f"{name}_value", enum, home=home, of=of)
        known = self._found.get(name)
        if known is not None:
            old = known.type
            if not isinstance(old, EnumType) or not _joins(old, enum):
                if name == qualified:
                    return self.enum(f"{name}_value", f"{name}_value", enum, home=home, of=of)
                return self.enum(qualified, qualified, enum, home=home, of=of)
            values = tuple(dict.fromkeys(old.values + enum.values))
            if len(values) > len(old.values):
                self._found[name] = replace(known, type=replace(old, values=values))
            return RefType(name=name)
        own = "_".join(words(of.name))
        self._found[name] = Model(
            name=name, type=enum, home=home, own=own, description=of.description, span=of.span
        )
        return RefType(name=name)

    def object(self, model: Model, fields: tuple[Field, ...]) -> RefType:
        """A model for an object; another description of the same thing is merged into it."""
        name = model.name
        if name not in self._descriptions:
            self._found[name] = model
        self._descriptions.setdefault(name, []).append(fields)
        told = self._told.setdefault(name, {})
        for one in fields:
            told.setdefault(one.name, one)
        return RefType(name=name)

    def fields_of(self, name: str) -> tuple[Field, ...] | None:
        """The fields of an object model as the first page that has each tells of it.

        ``None`` where there is no such model.
        """
        known = self._told.get(name)
        return None if known is None else tuple(known.values())

    def may_be(self, name: str, fields: tuple[Field, ...]) -> bool:
        """Whether nothing has that name yet, or only what has the same fields."""
        known = self.fields_of(name)
        same = known is not None and [one.name for one in known] == [one.name for one in fields]
        return same or self.is_free(name)

    def is_free(self, name: str) -> bool:
        """Whether nothing has that name yet."""
        return name not in self._found


def _hoist(resource: Resource, models: _Models) -> Resource:
    changed: dict[str, Function] = {}
    for function in sorted(resource.functions, key=_main_first):
        changed[function.name] = _Scope(resource, function, models).function()
    return map_functions(resource, lambda one: changed[one.name])


def own_noun(resource: Resource) -> str:
    """The noun without what stands above: ``reservation`` of ``workers().reservations``."""
    last = resource.path.rpartition(".")[2].split("_")
    own = "_".join(singular_words(tuple(last)))
    return own if resource.noun.endswith(f"_{own}") else resource.noun


def _main_first(function: Function) -> tuple[int, str]:
    """The functions whose answer is the thing itself come first."""
    name = function.name
    return _MAIN_FIRST.index(name) if name in _MAIN_FIRST else len(_MAIN_FIRST), name


class _Scope:
    """One function's types on their way to names."""

    def __init__(self, resource: Resource, function: Function, models: _Models) -> None:
        self._noun = resource.noun
        self._own = own_noun(resource)
        self._function = function
        self._models = models

    def function(self) -> Function:
        """The function with named types in its arguments and its answer."""
        found = self._function
        operation = with_arguments(
            found.operation,
            parameters=lambda one: retyped(one, self._valued(one)),
            bodies=lambda one: retyped(one, self._given(one.type)),
        )
        returns = self._answer(found.returns) if found.returns is not None else None
        return answering(found, operation, returns)

    def _given(self, type_: TypeExpr) -> TypeExpr:
        """A request body keeps its fields inline: they become arguments."""
        match type_:
            case NullableType():
                return holding(type_, self._given(type_.item))
            case ObjectType():
                return with_fields(type_, lambda one: retyped(one, self._valued(one)))
            case _:
                return type_

    def _answer(self, type_: TypeExpr) -> TypeExpr:
        """The answer's objects by name."""
        match type_:
            case NullableType() | ArrayType():
                return holding(type_, self._answer(type_.item))
            case ObjectType(fields=fields) if fields:
                name = self._answer_name(fields)
                return self._model(name, type_, own=self._own_part(name))
            case _:
                return type_

    def _own_part(self, name: str) -> str:
        """The answer's name without what stands above; a stated one is nobody else's."""
        if self._function.answer:
            return ""
        rest = name.removeprefix(self._noun)
        return self._own + rest if rest != name else name

    def _answer_name(self, fields: tuple[Field, ...]) -> str:
        """The resource's noun for the thing itself, a longer name for anything else."""
        if self._function.answer:
            return self._function.answer
        known = self._models.fields_of(self._noun)
        main = not self._lists(fields) and not self._is_action() and self._tells(fields)
        if self._models.is_free(self._noun) and main:
            return self._noun
        little = self._is_action() and known is not None and 2 * len(fields) < len(known)
        if known is not None and same_thing(known, fields) and not little:
            return self._noun
        name = self._function.name
        if name == "list":
            return f"{self._noun}_list"
        whole = f"{self._noun}_{name}_result"
        shorter = (f"{self._own}_{name}_result", f"{name}_result") if _is_long(whole) else ()
        fitting = (one for one in shorter if not _is_long(one))
        return next((one for one in fitting if self._models.may_be(one, fields)), whole)

    def _is_action(self) -> bool:
        """Whether the path's last segment names the function: what it answers is its own."""
        last = self._function.operation.path.rpartition("/")[2].rpartition(":")[2]
        return self._function.name == "_".join(words(last)) != self._noun

    def _tells(self, fields: tuple[Field, ...]) -> bool:
        """Whether the answer is the thing: by its verb, or because it says enough."""
        main = self._function.name in (*_MAIN_FIRST, "add")
        return main or len(fields) > 2 or any(words(one.name) in _IDS for one in fields)

    def _lists(self, fields: tuple[Field, ...]) -> bool:
        """Whether the answer only wraps a list of things."""
        return self._function.name == "list" and any(
            isinstance(one.type, ArrayType) and isinstance(one.type.item, ObjectType)
            for one in fields
        )

    def _model(self, name: str, type_: ObjectType, *, own: str) -> RefType:
        fields = tuple(retyped(one, self._valued(one, owner=name)) for one in type_.fields)
        model = Model(
            name=name,
            type=ObjectType(fields=fields),
            home=self._noun,
            own=own,
            span=fields[0].span,
        )
        return self._models.object(model, fields)

    def _valued(self, one: Field, owner: str = "") -> TypeExpr:
        """The field's type with its known values and nested objects by name."""
        return self._named(one.type, one, owner)

    def _named(self, type_: TypeExpr, of: Field, owner: str) -> TypeExpr:
        match type_:
            case ScalarType() if of.values is None:  # first, as most are
                return type_
            case NullableType() | ArrayType():
                return holding(type_, self._named(type_.item, of, owner))
            case MapType(value=value):
                named = self._named(value, of, owner)
                return type_ if named is value else replace(type_, value=named)
            case UnionType():
                return type_
            case ScalarType(kind=ScalarKind.STRING):
                return self._enum(type_, of)
            case ObjectType(fields=fields) if fields and owner:
                return self._nested(type_, of, owner)
            case _:
                return type_

    def _nested(self, type_: ObjectType, of: Field, owner: str) -> RefType:
        """A nested object is the resource's own thing where it looks like it."""
        known = self._models.fields_of(self._noun)
        inside = owner == self._noun  # a part of the thing is not the thing again
        if known is not None and not inside and same_thing(known, type_.fields):
            return RefType(name=self._noun)
        if self._models.is_free(self._noun) and owner == f"{self._noun}_list":
            return self._model(self._noun, type_, own=self._own)
        part = singular_words(words(of.name))
        return self._model(_joined(owner, part), type_, own="_".join(part))

    def _enum(self, base: ScalarType, of: Field) -> TypeExpr:
        assert of.values is not None
        values = tuple(one for one in of.values.values if isinstance(one, str) and one)
        if not values:
            return base
        enum = EnumType(base=base, values=values, open=of.values.open)
        name = _joined(self._noun, words(of.name))
        if _is_long(name):
            name = "_".join(words(of.name))
        qualified = _joined(f"{self._noun}_{self._function.name}", words(of.name))
        return self._models.enum(name, qualified, enum, home=self._noun, of=of)


def _joins(old: EnumType, new: EnumType) -> bool:
    """Whether two are one thing: open ones that share a value, closed ones of the same values."""
    if old.open and new.open:
        return bool(set(old.values) & set(new.values))
    return old.open == new.open and set(old.values) == set(new.values)


def _is_long(name: str) -> bool:
    return len(name.replace("_", "")) > _LONGEST


def _joined(owner: str, own: tuple[str, ...]) -> str:
    """Owner and own words, the overlap once: task_reservation + reservation_status."""
    above = tuple(owner.split("_"))
    for size in range(min(len(above), len(own)), 0, -1):
        if above[-size:] == own[:size] and len(own) > size:
            return "_".join((*above, *own[size:]))
    return "_".join((*above, *own))
