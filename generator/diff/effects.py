"""What the SDK loses and gains between two versions, part by part."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeAlias, TypeVar

from generator.diff.changes import Effect, Key
from generator.diff.kinds import KINDS
from generator.diff.surface import Argument, Attribute, Call, Surface

K = TypeVar("K", str, tuple[str, str])
N = TypeVar("N", Argument, Attribute)

Found: TypeAlias = Iterator[tuple[Key, Effect]]
"""Effects with the part of the SDK each is about."""


def effects(old: Surface, new: Surface, moved: Mapping[str, str]) -> Found:
    """Every difference of two surfaces; ``moved`` names an old operation's new verb and path.

    Keys name operations as the new version does, as far as it has them.
    """
    yield from _package(old, new)
    yield from _calls(old, new, moved)
    yield from _binders(old, new)
    yield from _classes(old, new)
    for name in sorted(set(old.models) & set(new.models)):
        yield from _attributes(name, old, new)
    for name in sorted(set(old.enums) & set(new.enums)):
        yield from _values(name, old.enums[name], new.enums[name])
    yield from _headers(old, new)


def _effect(kind: str, text: str) -> Effect:
    return Effect(kind=KINDS[kind], text=text)


def _package(old: Surface, new: Surface) -> Found:
    for (part, before), (_, after) in zip(old.package, new.package, strict=True):
        if before != after:
            text = f"the {part} `{before}` is now `{after}`"
            yield ("package", part), _effect("sdk-package-changed", text)
    for part in sorted({*old.client, *new.client}):
        was, now = old.client.get(part, ""), new.client.get(part, "")
        if was == now:
            continue
        name = new.client["class"]
        text = f"`{name}`: {part} was `{was or 'absent'}` and is `{now or 'absent'}`"
        yield ("client",), _effect("sdk-client-changed", text)


def _calls(old: Surface, new: Surface, moved: Mapping[str, str]) -> Found:
    kept = {moved.get(key, key): call for key, call in old.calls.items()}
    for key, was in kept.items():
        now = new.calls.get(key)
        if now is None:
            yield ("call", key), _effect("sdk-call-gone", f"`{was.place}()` is gone")
            continue
        if was.place != now.place:
            text = f"`{was.place}()` is now `{now.place}()`"
            yield ("call", key), _effect("sdk-call-moved", text)
        yield from _ids(key, was, now, old=old, new=new)
        yield from _arguments(key, was, now, old=old, new=new)
        yield from _answer(key, was, now, old=old, new=new)
    for key, call in new.calls.items():
        if key not in kept:
            yield ("call", key), _effect("sdk-call-new", f"`{call.place}()` is new")


def _ids(key: str, was: Call, now: Call, *, old: Surface, new: Surface) -> Found:
    if len(was.ids) != len(now.ids):
        text = f"`{now.place}({', '.join(one.name for one in now.ids)})` takes other ids"
        yield ("call", key), _effect("sdk-id-renamed", text)
        return
    for before, after in zip(was.ids, now.ids, strict=True):
        yield from _id(("call", key), now.place, before, after, old=old, new=new)


def _id(key: Key, place: str, was: Argument, now: Argument, *, old: Surface, new: Surface) -> Found:
    if was.name != now.name:
        text = f"`{place}({was.name}=…)` is now `{place}({now.name}=…)`"
        yield key, _effect("sdk-id-renamed", text)
    if was.type != now.type:
        widened = new.names.accepts(now.type, was.type, old.names)
        kind = "sdk-id-widened" if widened else "sdk-id-narrowed"
        text = f"`{place}({now.name})` takes `{now.type}` and took `{was.type}`"
        yield key, _effect(kind, text)


def _binders(old: Surface, new: Surface) -> Found:
    for place in sorted(set(old.binders) & set(new.binders)):
        was, now = old.binders[place], new.binders[place]
        yield from _id(("resource", place), place, was, now, old=old, new=new)


def _arguments(key: str, was: Call, now: Call, *, old: Surface, new: Surface) -> Found:
    for before, after in _same_names(was.arguments, now.arguments):
        found = after or before
        assert found is not None
        here: Key = ("argument", key, *found[0])
        if before is None and after is not None:
            one = after[1]
            kind = "sdk-argument-required" if one.required else "sdk-argument-new"
            yield here, _effect(kind, f"`{now.place}({one.name}=…)` gains `{one.name}`")
        elif before is not None and after is None:
            name = before[1].name
            yield here, _effect("sdk-argument-gone", f"`{was.place}({name}=…)` loses `{name}`")
        elif before is not None and after is not None:
            yield from _argument(here, now.place, before[1], after[1], old=old, new=new)


def _same_names(
    old: Mapping[K, N], new: Mapping[K, N]
) -> Iterator[tuple[tuple[K, N] | None, tuple[K, N] | None]]:
    """Things of both versions by what travels; the rest by the name that callers type.

    Of a pair, one is ``None`` where a version has no such thing.
    """
    left = {one.name: at for at, one in old.items() if at not in new}
    right = {one.name: at for at, one in new.items() if at not in old}
    for at in sorted(old.keys() & new.keys()):
        yield (at, old[at]), (at, new[at])
    for name in sorted(left.keys() | right.keys()):
        ours, theirs = left.get(name), right.get(name)
        yield (
            (ours, old[ours]) if ours is not None else None,
            (theirs, new[theirs]) if theirs is not None else None,
        )


def _argument(
    key: Key, place: str, was: Argument, now: Argument, *, old: Surface, new: Surface
) -> Found:
    call = f"`{place}({now.name}=…)`"
    if was.name != now.name:
        text = f"`{place}({was.name}=…)` is now {call}"
        yield key, _effect("sdk-argument-renamed", text)
    if was.required != now.required:
        kind = "sdk-argument-required" if now.required else "sdk-argument-optional"
        verb = "must" if now.required else "need not"
        yield key, _effect(kind, f"{call}: `{now.name}` {verb} be given")
    if was.type != now.type:
        widened = new.names.accepts(now.type, was.type, old.names)
        kind = "sdk-argument-widened" if widened else "sdk-argument-narrowed"
        yield key, _effect(kind, f"{call} takes `{now.type}` and took `{was.type}`")


def _answer(key: str, was: Call, now: Call, *, old: Surface, new: Surface) -> Found:
    if was.returns != now.returns:
        narrower = old.names.accepts(was.returns, now.returns, new.names)
        kind = "sdk-answer-narrowed" if narrower else "sdk-answer-changed"
        text = f"`{now.place}()` returns `{now.returns}` and returned `{was.returns}`"
        yield ("returns", key), _effect(kind, text)


def _classes(old: Surface, new: Surface) -> Found:
    for name in sorted(set(old.homes) - set(new.homes)):
        yield ("class", name), _effect("sdk-class-gone", f"`{name}` is gone")
    for name in sorted(set(new.homes) - set(old.homes)):
        yield ("class", name), _effect("sdk-class-new", f"`{name}` is new")
    for name in sorted(set(old.homes) & set(new.homes)):
        was, now = old.homes[name], new.homes[name]
        if was != now:
            text = f"`{name}` stands in `{now}` and stood in `{was}`"
            yield ("class", name), _effect("sdk-class-moved", text)
        if (name in old.models) != (name in new.models) or (name in old.enums) != (
            name in new.enums
        ):
            text = f"`{name}` is another kind of class"
            yield ("class", name), _effect("sdk-class-gone", text)


def _attributes(model: str, old: Surface, new: Surface) -> Found:
    for before, after in _same_names(old.models[model], new.models[model]):
        if before is None and after is not None:
            wire, now = after
            kind = "sdk-attribute-needed" if now.required else "sdk-attribute-new"
            yield ("attribute", model, wire), _effect(kind, f"`{model}` gains `{now.name}`")
        elif before is not None and after is None:
            wire, was = before
            text = f"`{model}` loses `{was.name}`"
            yield ("attribute", model, wire), _effect("sdk-attribute-gone", text)
        elif before is not None and after is not None:
            key: Key = ("attribute", model, after[0])
            yield from _attribute(key, model, before[1], after[1], old=old, new=new)


def _attribute(
    key: Key, model: str, was: Attribute, now: Attribute, *, old: Surface, new: Surface
) -> Found:
    if was.name != now.name:
        text = f"`{model}.{was.name}` is now `{model}.{now.name}`"
        yield key, _effect("sdk-attribute-renamed", text)
    if now.required and not was.required:
        text = f"`{model}(…)` needs `{now.name}=`"
        yield key, _effect("sdk-attribute-needed", text)
    if was.type != now.type:
        narrower = old.names.accepts(was.type, now.type, new.names)
        kind = "sdk-attribute-narrowed" if narrower else "sdk-attribute-changed"
        text = f"`{model}.{now.name}` is `{now.type}` and was `{was.type}`"
        yield key, _effect(kind, text)


def _values(name: str, were: Mapping[str, str], are: Mapping[str, str]) -> Found:
    for value in sorted({*were, *are}):
        was, now = were.get(value), are.get(value)
        key: Key = ("value", name, value)
        if was is not None and was != now:
            yield key, _effect("sdk-value-gone", f"`{name}.{was}` is gone")
        if now is not None and was != now:
            yield key, _effect("sdk-value-new", f"`{name}.{now}` is new")


def _headers(old: Surface, new: Surface) -> Found:
    for wire in sorted({*old.headers, *new.headers}):
        was, now = old.headers.get(wire), new.headers.get(wire)
        key: Key = ("header", wire)
        if was is None and now is not None:
            yield key, _effect("sdk-attribute-new", f"`response.headers` gains `{now.name}`")
        elif was is not None and now is None:
            yield key, _effect("sdk-attribute-gone", f"`response.headers` loses `{was.name}`")
        elif was is not None and now is not None and was != now:
            text = f"`response.headers.{was.name}` is now `{now.name}`, a {now.type}"
            yield key, _effect("sdk-attribute-changed", text)
