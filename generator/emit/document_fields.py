"""Parameters, headers and fields as documented: type, text, and each fact with who said it."""

from __future__ import annotations

from collections.abc import Iterator

from generator.emit.document_types import DocumentTypes, alternatives
from generator.emit.document_views import (
    DocumentedBody,
    DocumentedField,
    DocumentedType,
    FactView,
)
from generator.emit.traces import fact_traces
from generator.ir import (
    AnyType,
    ArrayType,
    Body,
    Field,
    NullableType,
    ObjectType,
    Origin,
    Parameter,
    TypeExpr,
    without_null,
)
from generator.ir.page_text import retraced, traced, traces_of
from generator.source import SourceSpan
from generator.value import replace


class FieldWords:
    """Writes the fields that callers send (``given``), or those that come back."""

    def __init__(self, types: DocumentTypes, *, given: bool) -> None:
        self._types = types
        self._given = given

    def type(self, type_: TypeExpr, notation: str = "") -> DocumentedType:
        """The type with the fields it lists; ``notation`` as its page prints it."""
        cut = self._types.cut(type_, notation)
        return DocumentedType(
            opening=cut.opening, closing=cut.closing, fields=self.views(cut.fields)
        )

    def views(self, fields: tuple[Field, ...]) -> tuple[DocumentedField, ...]:
        """The fields in order."""
        return tuple(map(self._view, fields))

    def body(self, body: Body, type_: TypeExpr | None = None) -> DocumentedBody:
        """One content type, with its own type or one that is better known."""
        return DocumentedBody(
            media_type=body.media_type,
            type=self.type(printed_type(body) if type_ is None else type_, body.notation),
            description=body.description,
            required=body.required,
            source=retraced(source(body.span), body.media_type),
        )

    def _own_type(self, field: Field) -> DocumentedType:
        found = self.type(field.type, field.notation)
        return DocumentedType(
            opening=found.opening.at(traces_of(field.name)),
            closing=found.closing,
            fields=found.fields,
        )

    def _view(self, field: Field) -> DocumentedField:
        field = _as_printed(field)
        said = field.required_origin if field.required else None
        return DocumentedField(
            name=field.name,
            type=self._own_type(field),
            description=field.description,
            location=field.location.value if isinstance(field, Parameter) else "",
            style=field.style.value if field.style else "",
            given=self._given,
            many=isinstance(without_null(field.type), ArrayType),
            nullable=isinstance(field.type, NullableType),
            required=field.required,
            required_origin="" if said in (None, Origin.STATED) else said.value,
            facts=tuple(_facts(field)),
            source=retraced(source(field.span), field.name),
        )


def printed_type(body: Body) -> TypeExpr:
    """The body's type; where its page prints ``()`` or ``object`` and no field, just that.

    Pages list all fields of a body, so one without any is no object of fields, whatever samples
    show: it is a map, or one of several things.
    """
    plain = without_null(body.type)
    if not isinstance(plain, ObjectType):
        return _printed(body.type, body.notation)
    if not plain.fields or not all(one.sampled for one in plain.fields):
        return body.type
    bare = replace(plain, fields=()) if alternatives(body.notation) else AnyType()
    return NullableType(item=bare) if isinstance(body.type, NullableType) else bare


def _as_printed(field: Field) -> Field:
    """The field without what samples show where its page prints no type at all: ``()``, ``array``.

    A document states no type that its page does not; fields of a bare object contradict nothing.
    """
    if field.sampled or field.type_origin is not Origin.EXAMPLE:
        return field
    type_ = _printed(field.type, field.notation)
    return field if type_ == field.type else replace(field, type=type_, type_origin=Origin.STATED)


def _printed(type_: TypeExpr, notation: str) -> TypeExpr:
    parts = [one for one in alternatives(notation) if one != "null"]
    match type_:
        case NullableType(item=item) if "null" in alternatives(notation):
            return replace(type_, item=_printed(item, " | ".join(parts)))
        case ArrayType(item=item) if len(parts) == 1:
            return replace(type_, item=_printed(item, parts[0][len("array[") : -1]))
        case _:
            return type_ if parts else AnyType()


def source(span: SourceSpan) -> str:
    """The place as ``page:line:column``, the page without its folder."""
    return f"{span.path.rpartition('/')[2]}:{span.line}:{span.column}"


def _facts(field: Field) -> Iterator[FactView]:
    """All that somebody said beside the notation, in a fixed order."""
    if field.type_origin is not Origin.STATED:
        yield _fact(field, "type", None, field.type_origin)
    if field.values is not None:
        keyword = "values" if field.values.open else "closed-values"
        yield _fact(field, keyword, field.values.values, field.values.origin)
    if field.default is not None:
        default = field.default
        yield _fact(field, "default", default.value, default.origin)
    for one in field.constraints:
        yield _fact(field, one.kind.value, one.value, one.origin)
    if field.deprecated:
        yield _fact(field, "deprecated", True, field.deprecated_origin or Origin.PROSE)
    if field.read_only:
        yield _fact(field, "read-only", True, field.read_only_origin or Origin.PROSE)


def _fact(field: Field, keyword: str, value: object, origin: Origin) -> FactView:
    """A fact with its traces; a mark is made in a page's description or not at all."""
    traces = fact_traces(field, keyword.removeprefix("closed-"))
    kept = traced(value, traces) if isinstance(value, str) else value
    return FactView(
        keyword=traced(keyword, traces), value=kept, origin=traced(origin.value, traces)
    )
