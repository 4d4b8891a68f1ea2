"""Bodies and answers of one operation compared: statuses, content types, and what they hold."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diff.changes import Change, Key
from generator.diff.fields import Place, attribute_keys, compare_fields, fields_in
from generator.diff.pairs import path_shape
from generator.diff.scope import Scope
from generator.diff.surface import BODY
from generator.diff.types import Relation, relation, type_text
from generator.emit.argument_views import chosen_body
from generator.ir import Body, Location, Parameter, Response
from generator.ir.media import is_json

_SENT = Place(family="request-field", label="body field", sent=True)


def compare_parameters(scope: Scope) -> Iterator[Change]:
    """What travels outside the body; ids of another name are the path's matter."""
    place = Place(family="request-parameter", label="parameter", sent=True)
    old, new = scope.old.parameters, scope.new.parameters
    if path_shape(scope.old.path) == path_shape(scope.new.path):
        # Ids that only changed their names are told once, by the path that names them.
        old, new = (
            tuple(one for one in given if one.location is not Location.PATH or one.name in names)
            for given, names in ((old, _names(new)), (new, _names(old)))
        )
    yield from compare_fields(scope, place, old, new)


def _names(parameters: tuple[Parameter, ...]) -> frozenset[str]:
    return frozenset(one.name for one in parameters)


def compare_bodies(scope: Scope) -> Iterator[Change]:
    """What a call sends as its body."""
    was, now = chosen_body(scope.old), chosen_body(scope.new)
    touches = _arguments(scope)
    if was is None or now is None:
        if now is not None:
            yield scope.change(
                "request-body-added", after=now.media_type, new=now.span, touches=touches
            )
        elif was is not None:
            yield scope.change(
                "request-body-removed", before=was.media_type, old=was.span, touches=touches
            )
        return
    yield from _media(scope, "request", scope.old.bodies, scope.new.bodies, touches=touches)
    if was.required != now.required:
        kind = "request-body-became-required" if now.required else "request-body-became-optional"
        yield scope.change(kind, old=was.span, new=now.span, touches=touches)
    yield from _body(scope, "request-body", "", was, now, touches=touches)
    if relation(was.type, now.type) is not Relation.CHANGED:
        yield from compare_fields(scope, _SENT, fields_in(was.type), fields_in(now.type))
    if was.description.split() != now.description.split():
        yield scope.change(
            "request-body-description-changed",
            before=was.description,
            after=now.description,
            old=was.span,
            new=now.span,
        )


def compare_responses(scope: Scope) -> Iterator[Change]:
    """What an operation answers, status by status."""
    old = {one.status: one for one in scope.old.responses}
    new = {one.status: one for one in scope.new.responses}
    touches = frozenset({("returns", scope.call)})
    for status, one in old.items():
        if status not in new:
            yield scope.change(
                "response-status-removed", f"status {status}", old=one.span, touches=touches
            )
    for status, one in new.items():
        if status not in old:
            yield scope.change(
                "response-status-added", f"status {status}", new=one.span, touches=touches
            )
    for was, now in _same_answers(old, new):
        yield from _response(scope, was, now)


def _same_answers(
    old: dict[str, Response], new: dict[str, Response]
) -> Iterator[tuple[Response, Response]]:
    """Answers of one status, and the one success that took another's place."""
    gone = [one for status, one in old.items() if status not in new and status[0] == "2"]
    come = [one for status, one in new.items() if status not in old and status[0] == "2"]
    yield from ((old[status], new[status]) for status in old if status in new)
    if len(gone) == len(come) == 1:
        yield gone[0], come[0]


def _response(scope: Scope, old: Response, new: Response) -> Iterator[Change]:
    subject = f"status {new.status}"
    if old.description.split() != new.description.split():
        yield scope.change(
            "response-description-changed",
            subject,
            before=old.description,
            after=new.description,
            old=old.span,
            new=new.span,
        )
    headers = Place(family="response-header", label=f"{new.status} header", sent=False)
    yield from compare_fields(scope, headers, old.headers, new.headers)
    was, now = _main(old.bodies), _main(new.bodies)
    place = Place(family="response-field", label=f"{new.status} field", sent=False)
    touches = _answer(scope)
    if was is None or now is None:
        if now is not None:
            yield scope.change("response-body-added", subject, new=now.span, touches=touches)
        elif was is not None:
            yield scope.change("response-body-removed", subject, old=was.span, touches=touches)
        return
    yield from _media(scope, "response", old.bodies, new.bodies, subject=subject, touches=touches)
    yield from _body(scope, "response-body", subject, was, now, touches=touches)
    if relation(was.type, now.type) is not Relation.CHANGED:
        yield from compare_fields(scope, place, fields_in(was.type), fields_in(now.type))


def _main(bodies: tuple[Body, ...]) -> Body | None:
    """The body that is compared by its fields: JSON before anything else."""
    found = [one for one in bodies if is_json(one.media_type)]
    return next(iter((*found, *bodies)), None)


def _body(
    scope: Scope, family: str, subject: str, was: Body, now: Body, *, touches: frozenset[Key]
) -> Iterator[Change]:
    """The type of a whole body; for readers a wider one is the worse, as the table has it."""
    found = relation(was.type, now.type)
    if found is not Relation.SAME:
        yield scope.change(
            f"{family}-type-{found.value}",
            subject,
            before=type_text(was.type),
            after=type_text(now.type),
            old=was.span,
            new=now.span,
            touches=touches,
        )


def _media(
    scope: Scope,
    side: str,
    old: tuple[Body, ...],
    new: tuple[Body, ...],
    *,
    subject: str = "",
    touches: frozenset[Key] = frozenset(),
) -> Iterator[Change]:
    were, are = ({one.media_type: one.span for one in bodies} for bodies in (old, new))
    for name in [one for one in were if one not in are]:
        kind = f"{side}-media-type-removed"
        yield scope.change(kind, subject, before=name, old=were[name], touches=touches)
    for name in [one for one in are if one not in were]:
        kind = f"{side}-media-type-added"
        yield scope.change(kind, subject, after=name, new=are[name])


def _arguments(scope: Scope) -> frozenset[Key]:
    """The arguments of the call that carry the body."""
    calls = [one for one in (scope.was, scope.now) if one]
    return frozenset(
        ("argument", scope.call, *at) for one in calls for at in one.arguments if at[0] == BODY
    )


def _answer(scope: Scope) -> frozenset[Key]:
    """What the call returns, with the classes it names."""
    found: set[Key] = {("returns", scope.call)}
    for call, surface in ((scope.was, scope.before), (scope.now, scope.after)):
        if call is not None:
            found |= set(attribute_keys(scope.call, call, surface, _items_path(call.items)))
    return frozenset(found)


def _items_path(items: str | None) -> tuple[str, ...]:
    return tuple(items.split(".")) if items else ()
