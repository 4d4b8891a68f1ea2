"""What was inferred on a page: each fact with the words it was read from, and the rule."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import groupby

from generator.ir import Constraint, Default, Field, Operation, Origin, Scalar, Values
from generator.passes.entry import Entry, Standing, Topic
from generator.passes.places import Place, listed, places
from generator.passes.written import written
from generator.shown import shown
from generator.source import Source, SourceSpan
from generator.value import replace

MOST_VALUES = 12
"""Known values that a message repeats; the entry holds all of them."""

_SAID = (Origin.STATED, Origin.CONFIG)
_FIRST_SENTENCE = re.compile(r".*?(?:[.!?:](?=\s)|\n[^\S\n]*+\n|\Z)", re.DOTALL)
_LONGEST = 400


def inferred(operation: Operation, source: Source | None) -> Iterator[Entry]:
    """The facts of a page that its notation does not state, in its order.

    What ``api.toml`` states is no inference and not among them. ``source`` holds the words.
    """
    if operation.deprecated and operation.deprecated_origin not in _SAID:
        yield _mark(Topic.DEPRECATED, "", operation.span, operation.description)
    for place in places(operation):
        yield from _entries(place, source)
        if place.field.type_origin is Origin.EXAMPLE:
            yield _seen(place)


def _entries(place: Place, source: Source | None) -> Iterator[Entry]:
    field = place.field
    if field.values is not None and _is_inferred(field.values):
        yield _values(place, field.values, source)
    if field.default is not None and _is_inferred(field.default):
        yield _default(place, field.default, source)
    limits = filter(_is_inferred, field.constraints)
    for _, together in groupby(limits, key=lambda one: (one.span, one.rule)):
        yield _limits(place, tuple(together), source)
    for topic, is_marked in _marks(field):
        if is_marked:
            yield _mark(topic, place.name, field.span, field.description)
    if field.type_origin not in (*_SAID, Origin.EXAMPLE):
        yield _type(place)


def _is_inferred(fact: Values | Default | Constraint) -> bool:
    return fact.origin not in _SAID


def _marks(field: Field) -> tuple[tuple[Topic, bool], ...]:
    """The marks a description may carry; the notation has a word for none of them."""
    return (
        (Topic.REQUIRED, field.required_origin is Origin.PROSE),
        (Topic.DEPRECATED, field.deprecated and field.deprecated_origin not in _SAID),
        (Topic.READ_ONLY, field.read_only and field.read_only_origin not in _SAID),
    )


def _values(place: Place, fact: Values, source: Source | None) -> Entry:
    entry = _fact(Topic.VALUES, place, fact, source)
    message = f"{entry.message} is one of {_list(fact.values)}"
    return replace(entry, message=message, value=fact.values)


def _default(place: Place, fact: Default, source: Source | None) -> Entry:
    entry = _fact(Topic.DEFAULT, place, fact, source)
    message = f"{entry.message} is {_written(fact.value)} by default"
    return replace(entry, message=message, value=fact.value)


def _limits(place: Place, facts: tuple[Constraint, ...], source: Source | None) -> Entry:
    """One entry for all that a phrase limits: "Between 1 and 9" is two limits."""
    entry = _fact(Topic.LIMIT, place, facts[0], source)
    limits = tuple((one.kind.value, one.value) for one in facts)
    text = " and ".join(f"{kind} {_written(value)}" for kind, value in limits)
    return replace(entry, message=f"{entry.message} has {text}", limits=limits)


def _fact(
    topic: Topic, place: Place, fact: Values | Default | Constraint, source: Source | None
) -> Entry:
    """The entry of a fact that was read in words; its message names the field alone."""
    return Entry(
        standing=Standing.INFERRED,
        topic=topic,
        message=f"`{shown(place.name)}`",
        span=fact.span or place.field.span,
        names=(place.name,),
        origin=fact.origin,
        rule=fact.rule,
        words=_words(source, fact.span),
    )


def _mark(topic: Topic, name: str, span: SourceSpan, description: str) -> Entry:
    """A mark that begins a description, or stands in its first sentence."""
    about = f"`{shown(name)}`" if name else "the operation"
    first = _FIRST_SENTENCE.match(description[:_LONGEST].lstrip())
    return Entry(
        standing=Standing.INFERRED,
        topic=topic,
        message=f"{about} is {topic.value}",
        span=span,
        names=(name,) if name else (),
        value=True,
        origin=Origin.PROSE,
        rule=f"marked-{topic.value}",
        words=shown(first[0]) if first else "",
    )


def _type(place: Place) -> Entry:
    field = place.field
    return Entry(
        standing=Standing.INFERRED,
        topic=Topic.TYPE,
        message=f"the type of `{shown(place.name)}` is not printed; it is read as the usual one",
        span=field.span,
        names=(place.name,),
        origin=field.type_origin,
        rule=field.type_origin.value,
    )


def _seen(place: Place) -> Entry:
    """What samples show: of a field of the page its shape, of a field in that its type.

    The entry tells names and types alone: the values may be anybody's data.
    """
    field = place.field
    names = tuple(str(one.name) for one in listed(field.type))
    topic = Topic.SHAPE if names and not field.sampled else Topic.TYPE
    what = f"holds {_list(names)}" if topic is Topic.SHAPE else f"is {written(field.type)}"
    return Entry(
        standing=Standing.INFERRED,
        topic=topic,
        message=f"`{shown(place.name)}` {what}, as sample answers show",
        span=field.span,
        names=(place.name,),
        value=names if topic is Topic.SHAPE else written(field.type),
        origin=Origin.EXAMPLE,
        rule=f"{topic.value}-of-samples",
    )


def _words(source: Source | None, span: SourceSpan | None) -> str:
    """The text of the page at a place, on one line."""
    if source is None or span is None or span.line > len(source.line_starts):
        return ""
    start = source.line_starts[span.line - 1] + span.column - 1
    # A span counts the phrase as one line; in the page it may go over several, indented ones.
    text = " ".join(source.text[start : start + 2 * span.length + _LONGEST].split())
    return shown(text[: span.length])


def _list(values: tuple[Scalar, ...]) -> str:
    text = ", ".join(_written(one) for one in values[:MOST_VALUES])
    more = len(values) - MOST_VALUES
    return f"{text} and {more} more" if more > 0 else text


def _written(value: Scalar) -> str:
    """The value as a page writes it: words as they are, numbers and null as JSON does."""
    return f"`{shown(value if isinstance(value, str) else json.dumps(value))}`"
