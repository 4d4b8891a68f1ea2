"""What pages of single things describe, found by the collection the things belong to."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from generator.ir import (
    Api,
    ArrayType,
    Field,
    Function,
    ObjectType,
    Resource,
    TypeExpr,
    without_null,
    words,
)
from generator.passes.inflection import singular_words
from generator.passes.stated import body_fields
from generator.value import Struct

_FEWEST = 3
"""Fields of a description; ``{ok, id}`` only acknowledges."""
_MOST_AROUND = 5
"""Fields beside the list in an answer that does nothing but list."""
_FETCHING = frozenset({"fetch", "get", "retrieve"})
_MAKING = frozenset({"create", "add"})
_LOOKING = frozenset("search find query filter lookup bulk".split())
_OF_ONE = re.compile(r"\}(?:\.[a-z]+)?/?\Z")
"""A path that ends in a parameter; an extension (``.json``) says nothing."""
_LINKS = frozenset({"links", "_links"})
_GENERIC = frozenset(
    "collection content contents data elements entities entries hits items list member nodes objects "
    "records resources response result results rows value values".split()
)

Words = tuple[str, ...]


class Described(Struct, frozen=True, kw_only=True):
    """What the page of the operation ``page`` says of one thing.

    ``rank`` is 0 where it fetches the thing, 1 where it changes it, 2 where it makes it.
    """

    fields: tuple[Field, ...]
    page: str
    rank: int

    @property
    def names(self) -> frozenset[str]:
        """The names of its fields."""
        return frozenset(str(one.name) for one in self.fields)


class Collection(Struct, frozen=True, kw_only=True):
    """A place in the tree of calls.

    ``words`` name one of its things (``task, channel``), ``above`` one of each collection on the
    way to it, nearest first; ``bound`` says that one of the nearest is chosen before. ``described``
    is what pages say of one thing, the best page first. ``listed`` are the names of the bare lists
    where the whole collection is read.
    """

    words: Words
    above: tuple[Words, ...]
    bound: bool
    described: tuple[Described, ...]
    listed: frozenset[str]

    @property
    def best(self) -> Described:
        """The best page's description; there must be one."""
        return self.described[0]

    @property
    def witnesses(self) -> tuple[str, ...]:
        """The pages that name just the fields that the best one names, itself first."""
        return tuple(one.page for one in self.described if one.names == self.best.names)


class Evidence:
    """Every collection of the API, by its place and by its name."""

    def __init__(self, api: Api) -> None:
        self._all = {resource.path: one for resource, one in _collections(api.resources, (), False)}
        self._named: dict[Words, list[Collection]] = defaultdict(list)
        for one in self._all.values():
            self._named[one.words].append(one)
        self._sent = frozenset(
            str(field.name)
            for operation in api.operations
            for body in operation.bodies
            for field in body_fields(body)
            if is_bare_list(field.type)
        )

    def at(self, resource: Resource) -> Collection:
        """The resource's own collection."""
        return self._all[resource.path]

    def alike(self, name: Words) -> tuple[Collection, ...]:
        """All collections of that name."""
        return tuple(self._named.get(name, ()))

    def named(self, name: Words) -> tuple[Collection, ...]:
        """The collections of that name whose things some page describes."""
        return tuple(one for one in self.alike(name) if one.described)

    def is_sent(self, name: str) -> bool:
        """Whether some request holds a list of objects of that name."""
        return name in self._sent


def _collections(
    resources: tuple[Resource, ...], above: tuple[Words, ...], bound: bool
) -> Iterator[tuple[Resource, Collection]]:
    for one in resources:
        own = singular_words(tuple(one.name.split("_")))
        yield one, _collection(one, own, above, bound=bound)
        yield from _collections(one.children, (own, *above), False)
        yield from _collections(one.item_children, (own, *above), True)


def _collection(
    resource: Resource, own: Words, above: tuple[Words, ...], *, bound: bool
) -> Collection:
    lists = [one for one in resource.functions if reads_all(one) and _lists_things(one)]
    paths = frozenset(one.operation.path for one in lists)
    found = [_described(one, own, paths) for one in resource.functions]
    return Collection(
        words=own,
        above=above,
        bound=bound,
        described=tuple(sorted((x for x in found if x), key=lambda one: (one.rank, one.page))),
        listed=frozenset(
            str(field.name)
            for one in lists
            if not looks_up(one)
            for field in bare_lists(answer_fields(one))
        ),
    )


def _described(function: Function, own: Words, listed: frozenset[str]) -> Described | None:
    """What the page says of one thing; ``None`` where it speaks of several, or of nothing.

    ``listed`` are the paths that the collection is read at.
    """
    fields, rank = answer_fields(function), _rank(function, listed)
    if rank is None or len(fields) < _FEWEST or function.pagination is not None:
        return None
    if _only_lists(fields, own):
        return None
    return Described(fields=fields, page=function.operation.id, rank=rank)


def _rank(function: Function, listed: frozenset[str]) -> int | None:
    method, verb = function.operation.method, function.name.partition("_")[0]
    if _OF_ONE.search(function.operation.sent_path):
        return {"GET": 0, "PUT": 1, "PATCH": 1, "POST": 1}.get(method)
    if method == "POST" and function.name in _FETCHING:  # calls by name: POST /pets/get
        return 0
    if method not in {"POST", "PUT"} or function.positional:
        return None
    return 2 if verb in _MAKING or function.operation.path in listed else None


def _only_lists(fields: tuple[Field, ...], own: Words) -> bool:
    """Whether the answer is a list of such things, with its length and where it goes on."""
    lists = bare_lists(fields)
    if len(lists) != 1 or len(fields) > _MOST_AROUND + 1:
        return False
    return is_generic(lists[0].name) or singular_words(words(lists[0].name)) == own


def _lists_things(function: Function) -> bool:
    """Whether the answer is a list or holds a bare one; ``GET /profile`` is the thing itself."""
    type_ = without_null(function.returns) if function.returns else None
    return isinstance(type_, ArrayType) or bool(bare_lists(answer_fields(function)))


def reads_all(function: Function) -> bool:
    """Whether the function reads a collection, not one thing of it."""
    return function.operation.method == "GET" and not function.positional


def looks_up(function: Function) -> bool:
    """Whether the path ends in a word for looking: ``/charges/search``."""
    last = words(function.operation.sent_path.rstrip("/").rpartition("/")[2])
    return bool(last) and last[-1] in _LOOKING


def answer_fields(function: Function) -> tuple[Field, ...]:
    """The fields of the answer; none where it is no object."""
    type_ = without_null(function.returns) if function.returns else None
    return type_.fields if isinstance(type_, ObjectType) else ()


def bare_lists(fields: tuple[Field, ...]) -> list[Field]:
    """The fields that list objects nobody describes, addresses of other pages aside."""
    return [one for one in fields if is_bare_list(one.type) and one.name not in _LINKS]


def is_bare_list(type_: TypeExpr) -> bool:
    """Whether the type is an array of objects of which the page itself lists no fields."""
    found = seen_in(type_)
    return found is not None and all(one.sampled for one in found)


def seen_in(type_: TypeExpr) -> tuple[Field, ...] | None:
    """The fields of the objects in an array; ``None`` where it is no array of objects."""
    array = without_null(type_)
    if not isinstance(array, ArrayType):
        return None
    found = without_null(array.item)
    return found.fields if isinstance(found, ObjectType) else None


def is_generic(name: str) -> bool:
    """Whether a list of this name serves every collection: ``results``, ``hydra:member``."""
    return not name or name.lower().rpartition(":")[2] in _GENERIC
