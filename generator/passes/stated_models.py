"""What ``api.toml`` states about models: other names, other fields, and models of its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches

from generator.config import ApiConfig, FieldConfig
from generator.diagnostics import Diagnostics
from generator.ir import (
    AnyType,
    Api,
    ArrayType,
    EnumType,
    Field,
    Function,
    Model,
    NullableType,
    ObjectType,
    Origin,
    RefType,
    ScalarKind,
    ScalarType,
    TypeExpr,
    WireName,
    references,
    words,
)
from generator.passes.retyping import retyped_api
from generator.passes.stated_fields import FieldStatements, Statement
from generator.passes.unchanged import map_functions, map_resources
from generator.shown import shown
from generator.value import replace


def state_models(
    api: Api,
    config: ApiConfig,
    *,
    types: Mapping[str, TypeExpr],
    diagnostics: Diagnostics,
    whole: bool = True,
) -> Api:
    """The API with its models as stated, and every reference leading to one of them.

    A stated type that names no model is an error; where the pages are not the ``whole`` API, it
    is a free object, since another page may describe the model.
    """
    if not types and not config.models:
        return api
    models = _Models(api, config, types)
    for name in sorted(config.models):
        models.state(name)
    api = _answered(replace(api, models=tuple(models.found.values())))
    _report_unused(api, config, diagnostics if whole else Diagnostics())
    api = _renamed(api, config, diagnostics)
    api = _resolved(api, config, types, diagnostics=diagnostics, whole=whole)
    by_file = sorted(api.models, key=lambda one: (one.home, one.name))
    # What is stated is said of the models as they are named here, not as single pages have them.
    return replace(api, models=tuple(by_file), apart=None)


class _Models:
    """The models by name, on their way to what is stated of them."""

    def __init__(self, api: Api, config: ApiConfig, types: Mapping[str, TypeExpr]) -> None:
        self._config = config
        self._fields = FieldStatements(config, types)
        self.found = {one.name: one for one in api.models}

    def state(self, name: str) -> None:
        """Write the stated fields of a model into it; it is made where there is none."""
        stated, key = self._config.models[name].fields, model_key(name)
        if not stated:
            return
        place = self._config.place("models", name)
        model = self.found.get(key)
        if model is None or not isinstance(model.type, ObjectType):
            model = Model(name=key, type=ObjectType(), home=key, span=place)
        assert isinstance(model.type, ObjectType)
        fields = {str(one.name): one for one in model.type.fields}
        for wire, said in stated.items():
            keys = ("models", name, "fields", wire)
            statement = FieldConfig(type=said) if isinstance(said, str) else said
            blank = Field(name=WireName(wire), type=AnyType(), span=self._config.place(*keys))
            field = fields.get(wire, replace(blank, type_origin=Origin.CONFIG))
            field = self._fields.state(field, Statement(keys=keys, said=statement))
            fields[wire] = self._valued(field, statement, model)
        self.found[key] = replace(model, type=ObjectType(fields=tuple(fields.values())))

    def _valued(self, field: Field, said: FieldConfig, owner: Model) -> Field:
        """The field with its stated values as a model, which it may have already."""
        if field.values is None or (said.values is None and said.open is None):
            return field
        values = tuple(one for one in field.values.values if isinstance(one, str) and one)
        known = next((one for one in references(field.type) if self._is_enum(one)), None)
        name = known or "_".join((owner.name, *words(field.name)))
        base = _text_in(field.type)
        if not values or (known is None and (base is None or name in self.found)):
            return field
        enum = EnumType(
            base=base or ScalarType(kind=ScalarKind.STRING), values=values, open=field.values.open
        )
        blank = Model(name=name, type=enum, home=owner.home, span=field.span)
        self.found[name] = replace(self.found.get(name, blank), type=enum)
        return field if known else replace(field, type=_named(field.type, RefType(name=name)))

    def _is_enum(self, name: str) -> bool:
        return name in self.found and isinstance(self.found[name].type, EnumType)


def model_key(name: str) -> str:
    """The model's name in the IR: ``TaskReservation`` is ``task_reservation``."""
    return "_".join(words(name))


def _text_in(type_: TypeExpr) -> ScalarType | None:
    """The string that a type is, or is a list of."""
    match type_:
        case ScalarType(kind=ScalarKind.STRING):
            return type_
        case NullableType(item=item) | ArrayType(item=item):
            return _text_in(item)
        case _:
            return None


def _named(type_: TypeExpr, reference: RefType) -> TypeExpr:
    """The type with its string by name."""
    if isinstance(type_, NullableType | ArrayType):
        return replace(type_, item=_named(type_.item, reference))
    return reference


def _answered(api: Api) -> Api:
    """The functions whose answer nobody describes return the model that is named for it."""
    known = {one.name for one in api.models}

    def change(one: Function) -> Function:
        is_open = one.returns == ObjectType() and one.pagination is None
        return (
            replace(one, returns=RefType(name=one.answer))
            if is_open and one.answer in known
            else one
        )

    found = map_resources(api.resources, lambda one: map_functions(one, change))
    return replace(api, resources=found)


def _report_unused(api: Api, config: ApiConfig, diagnostics: Diagnostics) -> None:
    """Warn of models that nothing refers to."""
    used = set(_used(api))
    known = {one.name: one for one in api.models}
    for name, stated in config.models.items():
        key = model_key(name)
        if key in known and (key in used or known[key].span != config.place("models", name)):
            continue
        diagnostics.warning(
            "config-unused",
            f"[models.{shown(name)}] "
            + ("is used by no field and no answer" if stated.fields else "applies to no model"),
            config.place("models", name),
            _nearest(key, [one for one in known if one != key]),
        )


def _used(api: Api) -> Iterator[str]:
    for model in api.models:
        yield from (name for name in references(model.type) if name != model.name)
    waiting = list(api.resources)
    while waiting:
        one = waiting.pop()
        waiting += [*one.children, *one.item_children]
        for function in one.functions:
            yield from references(function.returns) if function.returns else ()
            operation = function.operation
            for field in operation.parameters:
                yield from references(field.type)
            for body in operation.bodies:
                yield from references(body.type)


def _nearest(key: str, known: Iterable[str]) -> str:
    known = sorted(known)
    near = get_close_matches(key, known, n=1) or [one for one in known if key in one or one in key]
    return f"Did you mean {class_name(near[0])}?" if near else "A field takes its name as a type."


def class_name(model: str) -> str:
    """A model's name as ``api.toml`` writes it."""
    return "".join(one[:1].upper() + one[1:] for one in model.split("_"))


def _renamed(api: Api, config: ApiConfig, diagnostics: Diagnostics) -> Api:
    """The API whose models have the names that are stated; two of one name are an error."""
    known = {one.name for one in api.models}
    names = {
        model_key(name): model_key(stated.name)
        for name, stated in config.models.items()
        if stated.name and model_key(name) in known
    }
    for name in config.models:
        new = names.get(model_key(name), "")
        others = [names.get(one, one) for one in known if one != model_key(name)]
        if new in others:
            diagnostics.error(
                "name-collision",
                f"models.{shown(name)}.name: another model is called {class_name(new)}",
                config.place("models", name, "name"),
                "choose another name",
            )

    def change(type_: TypeExpr) -> TypeExpr:
        if isinstance(type_, RefType) and type_.name in names:
            return RefType(name=names[type_.name])
        return type_

    if not names:
        return api
    models = (replace(one, name=names.get(one.name, one.name)) for one in api.models)
    return retyped_api(replace(api, models=tuple(models)), change)


def _resolved(
    api: Api,
    config: ApiConfig,
    types: Mapping[str, TypeExpr],
    *,
    diagnostics: Diagnostics,
    whole: bool,
) -> Api:
    """The API without references to models that there are not."""
    known = {one.name for one in api.models}
    missing: set[str] = set()

    def change(type_: TypeExpr) -> TypeExpr:
        if isinstance(type_, RefType) and type_.name not in known:
            missing.add(type_.name)
            return ObjectType()
        return type_

    resolved = retyped_api(api, change)
    if not missing:
        return api
    for keys, text in config.types() if whole else ():
        unknown = sorted(missing & set(references(types[text])))
        if unknown and keys[-1] != "returns":
            diagnostics.error(
                "config-type",
                f"{keys[-1]}: {shown(text)} names a model that there is not",
                config.value_place(*keys),
                _nearest(unknown[0], known),
            )
    return resolved
