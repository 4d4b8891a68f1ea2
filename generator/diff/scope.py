"""Where a comparison is: the operation in both versions, and how changes in it are made."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.diff.changes import Change, Key
from generator.diff.kinds import KINDS
from generator.diff.surface import Call, Surface, call_key
from generator.ir import Operation
from generator.source import SourceSpan
from generator.value import Struct


class Scope(Struct, frozen=True, kw_only=True):
    """One operation of both versions.

    ``call`` is its key in the new one. ``servers`` are those that the API has in both versions;
    ``paging`` says how its list goes on in each.
    """

    call: str
    old: Operation
    new: Operation
    before: Surface
    after: Surface
    servers: frozenset[str] = frozenset()
    paging: tuple[str, str] = ("", "")

    @property
    def was(self) -> Call | None:
        """The function in the old SDK."""
        return self.before.calls.get(f"{self.old.method} {self.old.path}")

    @property
    def now(self) -> Call | None:
        """The function in the new SDK."""
        return self.after.calls.get(self.call)

    @property
    def all_parts(self) -> frozenset[Key]:
        """Everything that the operation brings in either version, under one key."""
        before = whole(call_key(self.old.method, self.old.path), self.before)
        own: set[Key] = {("returns", self.call), ("call", self.call)}
        for call in (self.was, self.now):
            own |= {("argument", self.call, *at) for at in call.arguments} if call else set()
        return before | whole(self.call, self.after) | own

    def change(
        self,
        kind: str,
        subject: str = "",
        *,
        before: str = "",
        after: str = "",
        old: SourceSpan | None = None,
        new: SourceSpan | None = None,
        reason: str = "",
        reread: bool = False,
        touches: frozenset[Key] = frozenset(),
    ) -> Change:
        """A change of this operation; where a version lacks a place, it is the operation's."""
        return make_change(
            kind,
            subject,
            call=self.call,
            before=before,
            after=after,
            old=old or self.old.span,
            new=new or self.new.span,
            reason=reason,
            reread=reread,
            touches=touches,
        )


def make_change(
    kind: str,
    subject: str = "",
    *,
    call: str = "",
    before: str = "",
    after: str = "",
    old: SourceSpan | None = None,
    new: SourceSpan | None = None,
    reason: str = "",
    reread: bool = False,
    touches: frozenset[Key] = frozenset(),
) -> Change:
    """A change of a kind of the table; wording itself touches nothing of the SDK."""
    return Change(
        kind=KINDS[kind],
        call=call,
        subject=subject,
        before=before,
        after=after,
        old=old,
        new=new,
        reason=reason,
        reread=reread,
        touches=touches,
    )


def classes_of(types: Iterable[str], surface: Surface) -> Iterator[Key]:
    """The keys of all classes that types name, of the constants and of those they hold in turn."""
    waiting = [name for text in types for name in surface.mentioned(text)]
    seen: set[str] = set()
    while waiting:
        name = waiting.pop()
        if name in seen:
            continue
        seen.add(name)
        yield ("class", name)
        yield from (("class", alias) for alias in surface.names.aliases_of(name))
        yield from (("value", name, value) for value in surface.enums.get(name, ()))
        held = surface.models.get(name, {}).values()
        waiting += [other for one in held for other in surface.mentioned(one.type)]


def whole(key: str, surface: Surface) -> frozenset[Key]:
    """Everything in the SDK that an operation brings, and that goes with it."""
    call = surface.calls.get(key)
    if call is None:
        return frozenset()
    types = (call.returns, *(one.type for one in call.arguments.values()))
    classes = surface.resources.get(call.resource, ())
    own: set[Key] = {("call", key), ("resource", call.resource)}
    own |= {("class", name) for name in classes}
    return frozenset({*own, *classes_of(types, surface)})
