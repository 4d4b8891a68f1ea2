"""Items as fields and parameters: type, description and what the description says."""

from __future__ import annotations

import re
from collections.abc import Callable

from generator.ir import (
    AnyType,
    ArrayType,
    Facts,
    Field,
    Location,
    NullableType,
    ObjectType,
    Origin,
    Parameter,
    Trace,
    TypeExpr,
    UnionType,
    Values,
    WireName,
    traced,
)
from generator.limits import over
from generator.read.digits import longest_number
from generator.read.items import (
    Item,
    description,
    find_items,
    find_nested,
)
from generator.read.marks import Reading
from generator.read.notation import parse
from generator.read.phrases import expected
from generator.read.prose import infer, is_marked_alone
from generator.source import SourceSpan
from generator.value import replace


def read_fields(reading: Reading, start: int, end: int) -> tuple[tuple[Field, ...], int]:
    """The fields listed between two offsets, and where the first of them begins."""
    items = find_items(reading, start, end)
    first = items[0].start if items else end
    return _fields(reading, items, 0), first


def read_parameters(
    reading: Reading, start: int, end: int, location: Location
) -> tuple[Parameter, ...]:
    """The parameters listed between two offsets; those of a path are required."""
    fields, _ = read_fields(reading, start, end)
    return tuple(as_parameter(field, location) for field in fields)


def as_parameter(field: Field, location: Location) -> Parameter:
    """A field that travels outside the body."""
    in_path = location is Location.PATH
    return Parameter(
        name=field.name,
        type=field.type,
        notation=field.notation,
        required=True if in_path else field.required,
        required_origin=Origin.STATED if in_path else field.required_origin,
        description=field.description,
        default=field.default,
        values=field.values,
        constraints=field.constraints,
        deprecated=field.deprecated,
        read_only=field.read_only,
        span=field.span,
        location=location,
    )


def with_fields(type_: TypeExpr, fields: tuple[Field, ...]) -> TypeExpr:
    """The type with the fields in its object; an unknown type with fields is an object."""
    if not fields:
        return type_
    match type_:
        case ObjectType():
            return ObjectType(fields=fields, format=type_.format)
        case AnyType():
            return ObjectType(fields=fields)
        case ArrayType():
            return ArrayType(item=with_fields(type_.item, fields))
        case NullableType():
            return NullableType(item=with_fields(type_.item, fields))
        case UnionType():
            return UnionType(members=_with_fields_once(type_.members, fields))
        case _:
            return type_


def report_unknown(reading: Reading, notation: str, start: int, end: int) -> None:
    """Warn of the words in a notation that nobody knows."""
    for word in parse(notation).unknown:
        reading.diagnostics.warning(
            "unknown-type",
            f"the type '{word}' is unknown and read as any value",
            reading.span(start, end),
            "use string, integer, number, boolean, object, array[…] or null",
        )


def _with_fields_once(
    members: tuple[TypeExpr, ...], fields: tuple[Field, ...]
) -> tuple[TypeExpr, ...]:
    """The members with the fields in the first that can hold them."""
    for index, member in enumerate(members):
        if holds_fields(member):
            return (*members[:index], with_fields(member, fields), *members[index + 1 :])
    return members


def holds_fields(type_: TypeExpr) -> bool:
    """Whether a type has a place for listed fields."""
    match type_:
        case ObjectType() | AnyType():
            return True
        case ArrayType() | NullableType():
            return holds_fields(type_.item)
        case UnionType():
            return any(holds_fields(member) for member in type_.members)
        case _:
            return False


def _fields(reading: Reading, items: tuple[Item, ...], depth: int) -> tuple[Field, ...]:
    fields: dict[str, Field] = {}
    for item in items:
        if item.name in fields:
            reading.diagnostics.warning(
                "duplicate-item",
                f"'{item.name}' is listed before; this one is left out",
                reading.span(item.start, item.name_end),
                "keep one item of each name in a list",
            )
            continue
        fields[item.name] = _field(reading, item, depth)
    return tuple(fields.values())


def _field(reading: Reading, item: Item, depth: int) -> Field:
    span = reading.span(item.start, item.text)
    report_unknown(reading, item.notation, item.start, item.text)
    type_ = parse(item.notation).type
    nested = find_nested(reading, item, depth) if item.notation and holds_fields(type_) else ()
    end = nested[0].start - len(nested[0].indent) if nested else item.end
    text = description(reading, item.text, end, item.indent, of=item.name)
    _note_unread(reading, text, type_, span)
    locate, limits = _locate(reading, item.text, end), reading.limits
    facts = infer(text, type_, locate, most=limits.prose, digits=limits.digits) if text else Facts()
    return Field(
        name=WireName(traced(item.name, [Trace(span=span, fact="item", name=item.name)])),
        type=with_fields(type_, _fields(reading, nested, depth + 1)),
        notation=item.notation,
        required=bool(facts.required),
        required_origin=None if facts.required is None else Origin.PROSE,
        description=text,
        default=facts.default,
        values=_traced_values(facts.values, item.name),
        constraints=facts.constraints,
        deprecated=item.deprecated or facts.deprecated or is_marked_alone(text),
        read_only=facts.read_only,
        span=span,
    )


def _traced_values(values: Values | None, name: str) -> Values | None:
    """The values, each with the phrase that lists it."""
    if values is None or values.span is None:
        return values
    trace = Trace(
        span=values.span, fact="values", name=name, origin=values.origin, rule=values.rule
    )
    known = (traced(one, [trace]) if isinstance(one, str) else one for one in values.values)
    return replace(values, values=tuple(known))


def _note_unread(reading: Reading, text: str, type_: TypeExpr | None, span: SourceSpan) -> None:
    """Say that no fact was looked for at the end of a very long description, or in a number."""
    limits = reading.limits
    digits = longest_number(text[: limits.prose], expected(type_))
    for name, found in (("prose", len(text)), ("digits", digits)):
        said = over(limits, name, found)
        if said is not None:
            reading.diagnostics.note(f"limit-{name}", said[0], span, said[1])


def _locate(reading: Reading, start: int, end: int) -> Callable[[str], SourceSpan]:
    """Finds a phrase of a description in its page; the description's start where it cannot."""

    def locate(phrase: str) -> SourceSpan:
        words = [re.escape(word) for word in phrase.split()[:8]]
        found = re.compile(r"\s+".join(words)).search(reading.text, start, end)
        at = found.start() if found else start
        return reading.span(at, min(at + len(phrase), end))

    return locate
