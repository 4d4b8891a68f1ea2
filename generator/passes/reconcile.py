"""Models that several resources describe become one: one model for one thing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property
from itertools import product

from generator.ir import (
    Api,
    EnumType,
    Model,
    ObjectType,
    RefType,
    Resource,
    references,
    without_null,
)
from generator.passes.alike import hold_the_same, is_thing, names_agree
from generator.passes.hoist import nouns_of
from generator.passes.inflection import singular_words
from generator.passes.renaming import Place, merged_models, moved
from generator.passes.shared_names import name_of_part, name_of_thing
from generator.passes.titles import parse_title
from generator.value import replace


def reconcile(api: Api) -> Api:
    """The API without two models for one thing.

    Two models are one where their names agree (``task_reservation``, ``worker_reservation``, or
    what a page's title calls its answer) and what they hold does, see ``alike``. The parts of a
    thing are compared before the thing. Models that ``api.toml`` names are left alone.
    """
    titled = _titled(api.resources)
    found = moved(api, _places(_things(api.models, titled), titled, api))
    return replace(found, apart=api)


def _things(models: tuple[Model, ...], titled: dict[str, list[str]]) -> list[list[Model]]:
    """The models of each thing that has several, as they were before any was merged."""
    known = {one.name: one for one in models}
    stands_for = {one.name: [one.name] for one in models}
    titled = defaultdict(list, titled)
    while groups := _groups(models, titled):
        for first, *others in groups:
            for one in others:
                stands_for[first.name] += stands_for.pop(one.name)
                titled[first.name] += titled[one.name]
        models = merged_models(
            models,
            {
                one.name: Place(name=group[0].name, home=group[0].home)
                for group in groups
                for one in group
            },
        )
    found = [[known[name] for name in names] for names in stands_for.values() if len(names) > 1]
    return sorted(found, key=lambda one: (-len(one), one[0].name))


def _titled(resources: tuple[Resource, ...]) -> dict[str, list[str]]:
    """What titles call the answer of each model: "Get trashed file" answers a ``trashed_file``."""
    found: dict[str, list[str]] = defaultdict(list)
    for resource in resources:
        for one in resource.functions:
            type_ = without_null(one.returns) if one.returns else None
            if isinstance(type_, RefType) and one.pagination is None:
                noun = singular_words(parse_title(one.operation.title).noun)
                found[type_.name] += ["_".join(noun)] if noun else []
        below = _titled((*resource.children, *resource.item_children))
        for name, nouns in below.items():
            found[name] += nouns
    return found


def _groups(models: tuple[Model, ...], titled: dict[str, list[str]]) -> list[list[Model]]:
    """The models of each thing that has several; each model is in one group at most."""
    known = {one.name: one for one in models}
    calls = {one.name: _Calls(one, titled[one.name]) for one in models}
    found: list[list[Model]] = []
    by_end: dict[str, list[list[Model]]] = defaultdict(list)
    for model in sorted(models, key=lambda one: (len(one.name), one.name)):
        if not model.own:
            continue
        ends = sorted({call.rpartition("_")[2] for call in (model.own, *titled[model.name])})
        near = [group for end in ends for group in by_end[end]]
        group = next((one for one in near if _belongs(model, one, known, calls)), None)
        if group is not None:
            group.append(model)
            continue
        found.append([model])
        for end in ends:
            by_end[end].append(found[-1])
    things = [group for group in found if len(group) > 1]
    return _connected([*things, *_drawn_along(things, known)], known)


def _drawn_along(groups: list[list[Model]], known: dict[str, Model]) -> Iterator[list[Model]]:
    """The enumerations that stand in one field of models that become one."""
    for group in groups:
        by_field: dict[str, set[str]] = defaultdict(set)
        for model in group:
            for one in model.type.fields if isinstance(model.type, ObjectType) else ():
                by_field[one.name] |= set(references(one.type))
        for names in by_field.values():
            enums = [
                known[name] for name in sorted(names) if isinstance(known[name].type, EnumType)
            ]
            if len(enums) > 1:
                yield enums


def _connected(groups: list[list[Model]], known: dict[str, Model]) -> list[list[Model]]:
    """The groups, with those that have a model in common as one."""
    whole: dict[str, set[str]] = {}
    for group in groups:
        names = {one.name for one in group}
        names = names.union(*(whole.get(name, set()) for name in names))
        whole |= dict.fromkeys(names, names)
    unique = {min(names): names for names in whole.values()}
    ordered = [sorted(names, key=lambda one: (len(one), one)) for names in unique.values()]
    return [[known[name] for name in names] for names in sorted(ordered)]


class _Calls:
    """What a model is called: by its path, and by titles of pages that answer with it."""

    def __init__(self, model: Model, titles: list[str]) -> None:
        self.own = model.own
        self.titles = titles
        self._model = model

    @cached_property
    def is_thing(self) -> bool:
        """Whether there is one of it, to be found again by its id; few models are asked."""
        return is_thing(self._model)

    def agree_with(self, other: _Calls) -> bool:
        """Whether paths call both alike, and titles of things with an id do not contradict it."""
        if not (self.is_thing and other.is_thing):
            return names_agree(self.own, other.own)
        ours, theirs = self.titles, other.titles
        pairs = [*product(ours, theirs), *product(ours, [other.own]), *product([self.own], theirs)]
        if not ours or not theirs:
            pairs.append((self.own, other.own))
        return any(names_agree(*pair) for pair in pairs)


def _belongs(
    model: Model, group: list[Model], known: dict[str, Model], calls: dict[str, _Calls]
) -> bool:
    """Whether the model is the thing that all of the group are."""
    own = calls[model.name]
    for one in group:  # nearly always the first says no
        if not own.agree_with(calls[one.name]) or not hold_the_same(model, one, known):
            return False
    return True


def _places(groups: list[list[Model]], titled: dict[str, list[str]], api: Api) -> dict[str, Place]:
    """The new place of each model that gets one, by its name.

    Where the things of two resources become one, their parts follow: with ``task_reservation``
    now ``reservation``, ``task_reservation_region`` is ``reservation_region``.
    """
    taken = {one.name for one in api.models} | nouns_of(api.resources)
    homes: dict[str, str] = {}
    found: dict[str, Place] = {}
    things = [one for one in groups if any(model.name == model.home for model in one)]
    for group in things:
        titles = [title for one in group for title in titled[one.name]]
        names = [one.name for one in group]
        owns = [one.own for one in group]
        name = name_of_thing(names, owns, titles=titles, taken=taken - set(names))
        taken.add(name)
        homes |= {one.home: name for one in group if one.name == one.home}
        found |= {one.name: Place(name=name, home=name) for one in group}
    for group in (one for one in groups if one not in things):
        near = {homes.get(one.home, one.home) for one in group}
        names = [_follow(one, homes) for one in group]
        owns = [one.own for one in group] if len(near) > 1 else []
        others = taken - {one.name for one in group}
        name = name_of_part(names, owns, others)
        name = group[0].name if name in others else name
        taken.add(name)
        place = Place(name=name, home=near.pop() if len(near) == 1 else name)
        found |= {one.name: place for one in group}
    for model in api.models:
        if model.name not in found and model.home in homes:
            name = _follow(model, homes)
            name = model.name if name in taken or not model.own else name
            taken.add(name)
            found[model.name] = Place(name=name, home=homes[model.home])
    return found


def _follow(model: Model, homes: dict[str, str]) -> str:
    """The name of a part after its thing has got a new one."""
    rest = model.name.removeprefix(f"{model.home}_")
    return (
        f"{homes[model.home]}_{rest}" if model.home in homes and rest != model.name else model.name
    )
