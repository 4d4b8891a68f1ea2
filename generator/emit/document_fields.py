"""Parameters, headers and fields as documented: type, text, and each fact with who said it."""

from __future__ import annotations

from collections.abc import Iterator

from generator.emit.document_types import DocumentTypes
from generator.emit.document_views import (
    DocumentedBody,
    DocumentedField,
    DocumentedType,
    FactView,
)
from generator.ir import (
    ArrayType,
    Body,
    Field,
    NullableType,
    Origin,
    Parameter,
    TypeExpr,
    without_null,
)
from generator.source import SourceSpan


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
            type=self.type(body.type if type_ is None else type_, body.notation),
            description=body.description,
            required=body.required,
            source=source(body.span),
        )

    def _view(self, field: Field) -> DocumentedField:
        said = field.required_origin if field.required else None
        return DocumentedField(
            name=field.name,
            type=self.type(field.type, field.notation),
            description=field.description,
            location=field.location.value if isinstance(field, Parameter) else "",
            given=self._given,
            many=isinstance(without_null(field.type), ArrayType),
            nullable=isinstance(field.type, NullableType),
            required=field.required,
            required_origin="" if said in (None, Origin.STATED) else said.value,
            facts=tuple(_facts(field)),
            source=source(field.span),
        )


def source(span: SourceSpan) -> str:
    """The place as ``page:line:column``, the page without its folder."""
    return f"{span.path.rpartition('/')[2]}:{span.line}:{span.column}"


def _facts(field: Field) -> Iterator[FactView]:
    """All that somebody said beside the notation, in a fixed order."""
    if field.type_origin is not Origin.STATED:
        yield FactView(keyword="type", value=None, origin=field.type_origin.value)
    if field.values is not None:
        keyword = "values" if field.values.open else "closed-values"
        yield FactView(keyword=keyword, value=field.values.values, origin=field.values.origin.value)
    if field.default is not None:
        default = field.default
        yield FactView(keyword="default", value=default.value, origin=default.origin.value)
    for one in field.constraints:
        yield FactView(keyword=one.kind.value, value=one.value, origin=one.origin.value)
    # The model keeps no origin of these two: a page says them in its description or not at all.
    if field.deprecated:
        yield FactView(keyword="deprecated", value=True, origin=Origin.PROSE.value)
    if field.read_only:
        yield FactView(keyword="read-only", value=True, origin=Origin.PROSE.value)
