"""Findings about documents, each with its place and what to write instead."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from generator.source import SourceSpan
from generator.value import Struct


class Severity(StrEnum):
    """How much a finding matters: an error stops the run before anything is written."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Diagnostic(Struct, frozen=True, kw_only=True):
    """One finding. ``code`` is kebab-case and stable; ``hint`` says what to write instead."""

    severity: Severity
    code: str
    message: str
    span: SourceSpan
    hint: str = ""


class Diagnostics:
    """Collects findings; the one value that stages change."""

    def __init__(self) -> None:
        self._found: list[Diagnostic] = []

    def error(self, code: str, message: str, span: SourceSpan, hint: str = "") -> None:
        """Record a fault that stops the run."""
        self._add(Severity.ERROR, code, message, span, hint)

    def warning(self, code: str, message: str, span: SourceSpan, hint: str = "") -> None:
        """Record something the user should look at; the run goes on."""
        self._add(Severity.WARNING, code, message, span, hint)

    def note(self, code: str, message: str, span: SourceSpan, hint: str = "") -> None:
        """Record something that ``lint`` tells and ``generate`` keeps quiet about."""
        self._add(Severity.NOTE, code, message, span, hint)

    def extend(self, found: tuple[Diagnostic, ...]) -> None:
        """Take over findings collected elsewhere."""
        self._found.extend(found)

    @property
    def has_errors(self) -> bool:
        """Whether the run must stop before writing."""
        return any(one.severity is Severity.ERROR for one in self._found)

    def sorted(self) -> tuple[Diagnostic, ...]:
        """All findings by place, each once."""
        return tuple(sorted(dict.fromkeys(self._found), key=_order))

    def __iter__(self) -> Iterator[Diagnostic]:
        return iter(self.sorted())

    def __len__(self) -> int:
        return len(self._found)

    def _add(
        self, severity: Severity, code: str, message: str, span: SourceSpan, hint: str
    ) -> None:
        self._found.append(
            Diagnostic(severity=severity, code=code, message=message, span=span, hint=hint)
        )


def _order(one: Diagnostic) -> tuple[str, int, int, str, str]:
    return one.span.path, one.span.line, one.span.column, one.code, one.message
