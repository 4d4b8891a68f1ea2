"""Statements of ``api.toml`` that apply to nothing on any page: each a warning with its line."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

from generator.config import ApiConfig
from generator.diagnostics import Diagnostics
from generator.ir import Operation, words
from generator.passes.answers import applies_somewhere, list_of, success_body
from generator.passes.places import bodies, places
from generator.passes.stated import lists_nothing, names_model, sent_names
from generator.passes.stated_fields import FieldStatements
from generator.shown import shown
from generator.source import SourceSpan

CODE = "config-unused"
_MOST = 8


class Stale:
    """Looks for what does not apply, among the operations as their pages have them.

    ``stated`` are the operations with all that is stated; ``fields`` knows what of it applied.
    """

    def __init__(
        self,
        operations: tuple[Operation, ...],
        config: ApiConfig,
        diagnostics: Diagnostics,
        *,
        stated: tuple[Operation, ...],
        fields: FieldStatements,
    ) -> None:
        self._stated = {one.id: one for one in stated}
        self._used = fields.used
        self._operations = {one.id: one for one in operations}
        self._config = config
        self._diagnostics = diagnostics

    def report(self) -> None:
        """Warn of all statements about pages."""
        known = sorted(self._operations)
        for name, stated in self._config.operations.items():
            operation = self._operations.get(name)
            if operation is None:
                place = self._config.place("operations", name)
                self._warn(f"[operations.{shown(name)}] applies to no page", place, name, known)
            elif not stated.skip:
                self._required(operation)
                self._pagination(operation)
                self._returns(operation)
        self._fields()
        self._auth()
        self._groups()
        self._shared_pagination()

    def _required(self, operation: Operation) -> None:
        names = sorted(sent_names(operation))
        for at, name in enumerate(self._config.operations[operation.id].required or ()):
            if name not in names:
                place = self._config.place("operations", operation.id, "required", at)
                said = f"[operations.{operation.id}] requires `{shown(name)}`"
                self._warn(f"{said}, which the page does not have", place, name, names)

    def _pagination(self, operation: Operation) -> None:
        stated = self._config.operations[operation.id].pagination
        body = success_body(self._stated.get(operation.id, operation))
        if not stated or (
            body and operation.method == "GET" and (stated.items or list_of(body) is not None)
        ):
            return
        self._diagnostics.warning(
            CODE,
            f"[operations.{operation.id}] has pagination, but its answer lists nothing",
            self._config.place("operations", operation.id, "pagination"),
            'Name the list: items = "…", or write pagination = false',
        )

    def _returns(self, operation: Operation) -> None:
        returns = self._config.operations[operation.id].returns
        body = success_body(operation)
        if not returns or names_model(returns) or body is None or lists_nothing(body):
            return
        self._diagnostics.warning(
            CODE,
            f"[operations.{operation.id}] returns a type, but its page lists what comes back",
            self._config.place("operations", operation.id, "returns"),
            'Name the model: returns = "Workspace"; or state the type of that body in fields.',
        )

    def _shared_pagination(self) -> None:
        stated = self._stated.values()
        if self._config.pagination and not applies_somewhere(stated, self._config):
            message = "[pagination] applies to no list: no answer has its parts"
            self._warn(message, self._config.place("pagination"))

    def _fields(self) -> None:
        unused = [name for name in self._config.fields if ("fields", name) not in self._used]
        everywhere = [x for one in self._operations.values() for x in places(one)] if unused else []
        for name in unused:
            place = self._config.place("fields", name)
            known = {str(one.field.name) for one in everywhere}
            self._warn(f"[fields.{shown(name)}] applies to no field", place, name, known)
        for id_, stated in self._config.operations.items():
            operation = self._operations.get(id_)
            for name in stated.fields if operation and not stated.skip else ():
                if ("operations", id_, "fields", name) not in self._used:
                    assert operation is not None
                    here = [one.name for one in places(operation)]
                    here += [one for one, _ in bodies(operation)]
                    place = self._config.place("operations", id_, "fields", name)
                    message = (
                        f"[operations.{id_}.fields] has `{shown(name)}`, which the page has not"
                    )
                    self._warn(message, place, name, here)

    def _auth(self) -> None:
        titles = {title for one in self._operations.values() for title in one.auth}
        known = {words(title) for title in titles}
        for title in self._config.auth if titles else ():
            if words(title) not in known:
                place = self._config.place("auth", title)
                self._warn(f'[auth."{shown(title)}"] is on no page', place, title, titles)

    def _groups(self) -> None:
        for group, pages in self._config.groups.items():
            for at, page in enumerate(pages):
                name = page.removeprefix("operation-")
                if name not in self._operations:
                    place = self._config.place("groups", group, at)
                    message = f"groups: `{shown(page)}` is no page"
                    self._warn(message, place, name, self._operations)

    def _warn(
        self, message: str, place: SourceSpan, name: str = "", known: Iterable[str] = ()
    ) -> None:
        self._diagnostics.warning(CODE, message, place, nearest(name, known))


def nearest(name: str, known: Iterable[str]) -> str:
    """A hint that names what is there and reads most alike; the first few where nothing does."""
    there = sorted(set(known))
    near = get_close_matches(name, there, n=1) or [
        one for one in there if one.rpartition(" ")[2].rpartition(".")[2].lower() == name.lower()
    ]
    if near:
        return f"Did you mean {shown(near[0])}?"
    more = "…" if len(there) > _MOST else ""
    return f"There are: {shown(', '.join(there[:_MOST]))}{more}" if there else ""
