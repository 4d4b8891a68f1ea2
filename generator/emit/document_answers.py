"""Answers as documented; those that many operations give word for word get a name."""

from __future__ import annotations

from collections import Counter, defaultdict

from generator.emit.document_fields import FieldWords
from generator.emit.document_shapes import Shapes
from generator.emit.document_views import (
    AnswerView,
    DocumentedBody,
    DocumentedResponse,
    SharedResponse,
)
from generator.emit.pack import Pack
from generator.ir import Api, Operation, Response


class AnswerWords:
    """Writes the answers of one API."""

    def __init__(self, api: Api, pack: Pack, *, fields: FieldWords, shapes: Shapes) -> None:
        self._pack = pack
        self._fields = fields
        self._shapes = shapes
        self._shared = self._repeated(api)

    @property
    def shared(self) -> tuple[SharedResponse, ...]:
        """The answers with a name, sorted by it."""
        return tuple(sorted(self._shared.values(), key=lambda one: one.name))

    def views(self, operation: Operation) -> tuple[AnswerView, ...]:
        """The operation's answers in the page's order."""
        return tuple(self._view(operation, one) for one in operation.responses)

    def _view(self, operation: Operation, one: Response) -> AnswerView:
        found = self._shared.get(one) if not self._shapes.is_success(operation, one) else None
        if found is not None:
            return AnswerView(status=one.status, shared=found.name, own=found.response)
        bodies = tuple(
            self._fields.body(body, self._shapes.body_type(operation, one, body))
            for body in one.bodies
        )
        return AnswerView(status=one.status, shared=None, own=self._response(one, bodies))

    def _response(self, one: Response, bodies: tuple[DocumentedBody, ...]) -> DocumentedResponse:
        return DocumentedResponse(
            status=one.status,
            description=one.description,
            headers=self._fields.views(one.headers),
            bodies=bodies,
        )

    def _repeated(self, api: Api) -> dict[Response, SharedResponse]:
        """Answers with a body that say the same on two pages; the most frequent are named first."""
        counts = Counter(
            response
            for operation in api.operations
            for response in operation.responses
            if response.bodies and not self._shapes.is_success(operation, response)
        )
        numbers: dict[str, int] = defaultdict(int)
        found = {}
        for response, count in counts.most_common():
            if count > 1:
                numbers[response.status] += 1
                found[response] = self._named(response, numbers[response.status])
        return found

    def _named(self, one: Response, number: int) -> SharedResponse:
        text = f"response {one.status}" + (f" variant {number}" if number > 1 else "")
        bodies = tuple(map(self._fields.body, one.bodies))
        name = self._pack.identifier(text, "class")
        return SharedResponse(name=name, response=self._response(one, bodies))
