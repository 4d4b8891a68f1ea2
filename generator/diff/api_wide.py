"""What concerns the whole API: its words, servers, authentication and errors."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diff.changes import Change, Key
from generator.diff.scope import make_change
from generator.ir import Api, AuthKind, AuthScheme, ErrorShape, words

_CLIENT: frozenset[Key] = frozenset({("client",)})


def compare_api(old: Api, new: Api) -> Iterator[Change]:
    """Every difference that is no single operation's."""
    for part in ("title", "version", "description"):
        was, now = getattr(old, part), getattr(new, part)
        if was.split() != now.split():
            yield make_change(f"api-{part}-changed", before=was, after=now)
    yield from _servers(old, new)
    yield from _schemes(old, new)
    if old.error != new.error:
        yield make_change("error-shape-changed", before=_error(old.error), after=_error(new.error))


def _servers(old: Api, new: Api) -> Iterator[Change]:
    were, are = ({one.url: one for one in api.servers} for api in (old, new))
    for url in [one for one in were if one not in are]:
        yield make_change("server-removed", before=url, old=were[url].span, touches=_CLIENT)
    for url in [one for one in are if one not in were]:
        yield make_change("server-added", after=url, new=are[url].span, touches=_CLIENT)
    first = tuple(api.servers[0].url if api.servers else "" for api in (old, new))
    if first[0] and first[0] != first[1]:
        span = new.servers[0].span if new.servers else None
        yield make_change(
            "base-url-changed", before=first[0], after=first[1], new=span, touches=_CLIENT
        )


def _schemes(old: Api, new: Api) -> Iterator[Change]:
    were, are = ({words(one.title): one for one in api.auth_schemes} for api in (old, new))
    for key, was in were.items():
        now = are.get(key)
        if now is None or _workings(was) == _workings(now):
            continue
        # What nobody said before, and callers gave themselves, is settled now.
        yield make_change(
            "auth-scheme-changed",
            f"“{now.title}”",
            before=_workings(was),
            after=_workings(now),
            touches=_CLIENT,
        )


def _workings(one: AuthScheme) -> str:
    if one.kind is AuthKind.UNKNOWN:
        return "unknown"
    given = [f"{each.name} ({each.env})" if each.env else each.name for each in one.credentials]
    place = [f"in {name}" for name in (one.header, one.query) if name]
    return ", ".join([one.kind.value, *given, *place])


def _error(one: ErrorShape) -> str:
    parts = ("code", "message", "more_info", "status")
    return ", ".join(f"{part}: {getattr(one, part)}" for part in parts if getattr(one, part))
