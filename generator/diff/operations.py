"""Operations compared: verb, path, place in calls, marks, authentication, servers, pages."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diff.bodies import compare_bodies, compare_parameters, compare_responses
from generator.diff.changes import Change, Key
from generator.diff.pairs import path_shape
from generator.diff.scope import Scope, make_change, whole
from generator.diff.surface import Surface, call_key
from generator.ir import Operation, words


def gone(one: Operation, surface: Surface) -> Change:
    """An operation that only the old version has; what was deprecated was announced to go."""
    call = call_key(one.method, one.path)
    kind = "operation-removed-after-deprecation" if one.deprecated else "operation-removed"
    return make_change(
        kind, call=call, before=one.title, old=one.span, touches=whole(call, surface)
    )


def added(one: Operation, surface: Surface) -> Change:
    """An operation that only the new version has."""
    call = call_key(one.method, one.path)
    return make_change(
        "operation-added", call=call, after=one.title, new=one.span, touches=whole(call, surface)
    )


def compare_operation(scope: Scope, reason: str) -> Iterator[Change]:
    """Every difference of one operation; ``reason`` says why it is the same one."""
    yield from _request_line(scope, reason)
    yield from _marks(scope)
    yield from _auth(scope)
    yield from _roles(scope)
    yield from _servers(scope)
    yield from _pagination(scope)
    yield from compare_parameters(scope)
    yield from compare_bodies(scope)
    yield from compare_responses(scope)


def _request_line(scope: Scope, reason: str) -> Iterator[Change]:
    old, new = scope.old, scope.new
    touches = scope.all_parts
    if old.method != new.method:
        yield scope.change(
            "operation-method-changed",
            before=old.method,
            after=new.method,
            reason=reason,
            touches=touches,
        )
    if path_shape(old.path) != path_shape(new.path):
        yield scope.change(
            "operation-path-changed",
            before=old.path,
            after=new.path,
            reason=reason,
            touches=touches,
        )
    elif old.path != new.path:
        touches |= _resources(scope)
        yield scope.change(
            "path-parameter-renamed", before=old.path, after=new.path, touches=touches
        )


def _resources(scope: Scope) -> frozenset[Key]:
    """The resource of the call and those around it, whose calls take its ids."""
    found = scope.now.resource if scope.now else ""
    parts = found.split(".")
    return frozenset(("resource", _bound(parts[: at + 1])) for at in range(len(parts)))


def _bound(parts: list[str]) -> str:
    return ".".join(parts).removesuffix("()")


def _marks(scope: Scope) -> Iterator[Change]:
    old, new = scope.old, scope.new
    if old.id != new.id:
        yield scope.change("operation-id-changed", before=old.id, after=new.id)
    if old.title != new.title:
        yield scope.change(
            "operation-title-changed",
            before=old.title,
            after=new.title,
            touches=scope.all_parts,
        )
    if old.description.split() != new.description.split():
        yield scope.change(
            "operation-description-changed", before=old.description, after=new.description
        )
    if old.deprecated != new.deprecated:
        yield scope.change("operation-deprecated" if new.deprecated else "operation-undeprecated")


def _auth(scope: Scope) -> Iterator[Change]:
    old = {words(one): one for one in scope.old.auth}
    new = {words(one): one for one in scope.new.auth}
    if bool(old) != bool(new):
        methods = ", ".join((old or new).values())
        kind = "auth-became-required" if new else "auth-no-longer-required"
        yield scope.change(kind, before="" if new else methods, after=methods if new else "")
        return
    for key, name in old.items():
        if key not in new:
            yield scope.change("auth-method-removed", before=name)
    for key, name in new.items():
        if key not in old:
            yield scope.change("auth-method-added", after=name)


def _roles(scope: Scope) -> Iterator[Change]:
    old, new = scope.old.roles, scope.new.roles
    for role in [one for one in new if one not in old]:
        yield scope.change("role-required", after=role)
    for role in [one for one in old if one not in new]:
        yield scope.change("role-no-longer-required", before=role)


def _servers(scope: Scope) -> Iterator[Change]:
    """Servers that other pages still name; those gone or new for all are told once."""
    old = {one.url: one.span for one in scope.old.servers}
    new = {one.url: one.span for one in scope.new.servers}
    for url in [one for one in old if one not in new and one in scope.servers]:
        yield scope.change("operation-server-removed", before=url, old=old[url])
    for url in [one for one in new if one not in old and one in scope.servers]:
        yield scope.change("operation-server-added", after=url, new=new[url])


def _pagination(scope: Scope) -> Iterator[Change]:
    was, now = scope.paging
    if was != now:
        touches = scope.all_parts | {("argument", scope.call, "", "limit")}
        yield scope.change("pagination-changed", before=was, after=now, touches=touches)
