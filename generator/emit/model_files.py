"""Which file each model stands in, and what other files import from there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Set as AbstractSet

from generator.emit.code import Code
from generator.emit.homes import shared_homes
from generator.emit.pack import Pack
from generator.emit.type_words import TypeWords
from generator.emit.views import ModelImport
from generator.ir import Api


class ModelFiles:
    """The files of one API's models; homes that need each other share the first one's."""

    def __init__(self, api: Api, pack: Pack, types: TypeWords) -> None:
        names = pack.namespace("module")
        first = shared_homes(api.models)
        own = {home: names.name(home, pack.style("module")) for home in sorted(first)}
        self._modules = {home: own[first[home]] for home in sorted(first)}
        self._defined: dict[str, list[tuple[Code, Code]]] = defaultdict(list)
        for model in api.models:
            for name in types.names_of(model):
                self._defined[name.text].append((self._modules[model.home], name))

    def of(self, home: str) -> Code:
        """The file of a home of models."""
        return self._modules[home]

    def imports(self, names: AbstractSet[str], own: Code | None = None) -> tuple[ModelImport, ...]:
        """Where those of the names that are of models are imported from, but for the file ``own``."""
        found: dict[Code, list[Code]] = defaultdict(list)
        for name in names & self._defined.keys():
            for module, defined in self._defined[name]:
                if module != own:
                    found[module].append(defined)
        return tuple(
            ModelImport(module=one, names=tuple(sorted(found[one]))) for one in sorted(found)
        )
