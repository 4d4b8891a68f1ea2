"""JSON text as values with their places; whatever is not quite JSON is refused."""

from __future__ import annotations

import json
import re
from math import isinf

from generator.diagnostics import Diagnostics
from generator.examples import Sample, SampleValue
from generator.source import Source, SourceSpan

CODE = "example-syntax"

MAX_DEPTH = 64
"""Objects and arrays in each other; real answers have ten, and readers of JSON have a stack."""
MAX_DIGITS = 400
"""Digits of a number: the largest double has 309, and long ones take long to convert."""

_TOKEN = re.compile(r'"(?:\\.|[^"\\])*"|[\[\]{}:,]|[^\s\[\]{}:,"]+', re.DOTALL)
_NUMBER = re.compile(r"-?\d[\d.eE+-]*")
_HALF = re.compile("[\ud800-\udfff]")
_NO_NUMBER = frozenset({"NaN", "Infinity", "-Infinity"})
_USUAL = "Paste an answer of the service as it came."


def read_json(source: Source, diagnostics: Diagnostics) -> Sample | None:
    """The text's value; ``None`` where a fault was reported, with its place.

    Refused beside broken syntax: NaN and infinities, a key twice in one object, halves of
    surrogate pairs, more than ``MAX_DEPTH`` levels and numbers of more than ``MAX_DIGITS`` digits.
    """
    try:
        tokens = _tokens(source)
        json.loads(source.text)
        return _Reader(source, tokens).document()
    except json.JSONDecodeError as fault:
        diagnostics.error(CODE, f"is not JSON: {fault.msg}", source.span(fault.pos), _USUAL)
    except _Refused as fault:
        diagnostics.error(CODE, fault.message, fault.span, fault.hint)
    return None


class _Refused(Exception):
    """Something that is not quite JSON, or too much of it."""

    def __init__(self, message: str, span: SourceSpan, hint: str = _USUAL) -> None:
        super().__init__(message)
        self.message = message
        self.span = span
        self.hint = hint


def _tokens(source: Source) -> list[re.Match[str]]:
    """The words of the text; what could harm a reader of JSON is refused before one sees it."""
    found, depth = [], 0
    for token in _TOKEN.finditer(source.text):
        depth += (token[0] in "[{") - (token[0] in "]}")
        place = source.span(token.start(), token.end())
        if depth > MAX_DEPTH:
            message = f"has more than {MAX_DEPTH} objects and arrays in each other"
            raise _Refused(message, place, "Shorten the answer.")
        if token[0] in _NO_NUMBER:
            raise _Refused(f"is not JSON: {token[0]} is no number there", place, "Write null.")
        if _NUMBER.fullmatch(token[0]) and len(token[0]) > MAX_DIGITS:
            raise _Refused(f"has a number of more than {MAX_DIGITS} digits", place)
        found.append(token)
    return found


class _Reader:
    """Walks over the words of a text that ``json`` accepted: only values need a look."""

    def __init__(self, source: Source, tokens: list[re.Match[str]]) -> None:
        self._source = source
        self._tokens = tokens
        self._at = 0

    def document(self) -> Sample:
        return self._sample(self._span())

    def _sample(self, span: SourceSpan) -> Sample:
        return Sample(value=self._value(), span=span)

    def _value(self) -> SampleValue:
        match self._tokens[self._at][0]:
            case "{":
                return self._object()
            case "[":
                return self._array()
            case _:
                return self._scalar()

    def _object(self) -> dict[str, Sample]:
        found: dict[str, Sample] = {}
        while self._next_item("}"):
            span = self._span()
            key = str(self._scalar())
            if key in found:
                message = f"has a key twice; the first is in line {found[key].span.line}"
                raise _Refused(message, span, "Keep one of them.")
            self._at += 1  # the colon
            found[key] = self._sample(span)
        return found

    def _array(self) -> tuple[Sample, ...]:
        found = []
        while self._next_item("]"):
            found.append(self._sample(self._span()))
        return tuple(found)

    def _next_item(self, end: str) -> bool:
        """Step over what opens or divides; whether an item follows, else step over the end."""
        if self._word() != end:
            self._at += 1
        if self._word() != end:
            return True
        self._at += 1
        return False

    def _scalar(self) -> str | int | float | bool | None:
        place = self._span()
        value: str | int | float | bool | None = json.loads(self._word())
        self._at += 1
        if isinstance(value, float) and isinf(value):
            raise _Refused("has a number that is too large", place)
        if isinstance(value, str) and _HALF.search(value):
            raise _Refused("has half of a surrogate pair, which is no character", place)
        return value

    def _word(self) -> str:
        return self._tokens[self._at][0]

    def _span(self) -> SourceSpan:
        token = self._tokens[self._at]
        return self._source.span(token.start(), token.end())
