"""Which file is made from which template: the template's path says so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import ClassVar

from generator.emit.code import Code
from generator.emit.pack import TEMPLATE, Pack, PackError
from generator.emit.paths import path_fault
from generator.value import Value, replace

_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")


class FilePlan(Value, frozen=True, kw_only=True):
    """A file to make: from ``template``, which receives ``context``, or as a copy of ``text``.

    ``source`` is the path inside the pack of either; ``once`` as in ``RenderedFile``.
    """

    aside: ClassVar[frozenset[str]] = frozenset({"source"})

    path: str
    source: str = ""
    template: str | None = None
    text: str | None = None
    once: str | None = None
    context: Mapping[str, object]


def plan(view: object, pack: Pack) -> tuple[FilePlan, ...]:
    """Every file of the SDK, sorted by path.

    ``{model}`` in a path repeats over the attribute of ``view`` that ``[paths]`` names, filled
    with each element's ``module``; any other placeholder is an attribute of ``view`` itself. A
    template called ``_…`` is a partial. Templates receive ``view`` as ``api``, and the element
    under its placeholder's name. Raises ``PackError`` for paths no file system should get.
    """
    plans: dict[str, tuple[str, FilePlan]] = {}
    for path in sorted((*pack.templates, *pack.copies)):
        for one in _repeated(path, view, pack):
            other, _ = plans.setdefault(one.path.casefold(), (path, one))
            if plans[one.path.casefold()][1] is not one:
                raise _error(pack, path, f"{one.path} is also made by {other}")
    return tuple(sorted((one for _, one in plans.values()), key=lambda one: one.path))


def _repeated(path: str, view: object, pack: Pack) -> Iterator[FilePlan]:
    """The path's files: none of a partial, one of most, one for each element of a list."""
    if path in pack.templates and _is_partial(path.rpartition("/")[2]):
        return
    names = dict.fromkeys(_PLACEHOLDER.findall(path))
    lists = [name for name in names if name in pack.paths]
    if len(lists) > 1:
        raise _error(pack, path, f"a path repeats over one list, not over {' and '.join(lists)}")
    words = {name: _word(view, name, path, pack) for name in names if name not in pack.paths}
    if not lists:
        yield _file(path, words, {"api": view}, pack)
        return
    for element in _elements(view, lists[0], path, pack):
        own = {lists[0]: _word(element, "module", path, pack)}
        yield _file(path, words | own, {"api": view, lists[0]: element}, pack)


def _is_partial(name: str) -> bool:
    """``_function.py.j2`` is a part of others; ``__init__.py.j2`` is a file like any other."""
    return name.startswith("_") and not name.startswith("__")


def _file(path: str, words: dict[str, str], context: dict[str, object], pack: Pack) -> FilePlan:
    def filled(text: str) -> str:
        return _PLACEHOLDER.sub(lambda found: words.get(found[1], found[0]), text)

    beside = pack.once.get(path)
    made = FilePlan(
        path=_checked(filled(path).removesuffix(TEMPLATE), path, pack),
        source=path,
        once=None if beside is None else filled(beside),
        context=context,
    )
    if path in pack.copies:
        return replace(made, text=pack.copies[path])
    return replace(made, template=path)


def _word(owner: object, name: str, path: str, pack: Pack) -> str:
    found = getattr(owner, name, None) if name.isidentifier() and name[0] != "_" else None
    if type(found) is not Code:
        said = f"{type(owner).__name__} has no such name"
        raise _error(pack, path, f"{{{name}}} in the path: {said}; see [paths] in pack.toml")
    return found.text


def _elements(view: object, name: str, path: str, pack: Pack) -> tuple[object, ...]:
    found = getattr(view, pack.paths[name], None)
    if not isinstance(found, tuple):
        said = f"[paths] {name} names {pack.paths[name]!r}, which is no list of the API's view"
        raise _error(pack, path, said)
    return found


def _checked(target: str, path: str, pack: Pack) -> str:
    """The path, if every system can hold it."""
    fault = path_fault(target)
    if fault:
        raise _error(pack, path, f"the file {target!r} {fault}")
    return target


def _error(pack: Pack, path: str, message: str) -> PackError:
    return PackError(pack.places.get(path, path), 1, message)
