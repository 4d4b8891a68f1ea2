"""Findings and differences as text for people, JSON for programs, annotations for GitHub."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from generator.diagnostics import Diagnostic, Severity
from generator.shown import break_commands, printable

MOST = 100
"""How many findings are printed as text; the rest is counted."""

_USAGE_CODES = frozenset(
    {
        "missing-folder",
        "no-pages",
        "not-a-page",
        "api-name",
        "pack",
        "git",
        "dump",
        "no-map",
        "no-line",
        "workers",
        "fetch-address",
    }
)
_ENDS = {"\r": "%0D", "\n": "%0A"}
_OUTPUT_CODES = frozenset({"output", "busy"})


def text(found: Iterable[Diagnostic], *, most: int = MOST) -> str:
    """One line ``path:line:column: severity[code]: message`` each, the hint indented below."""
    every = list(found)
    lines = [_as_text(one) for one in every[:most]]
    if len(every) > most:
        lines.append(f"… and {len(every) - most} more; lint --format json prints them all")
    return "\n".join(lines)


def objects(found: Iterable[Diagnostic]) -> list[dict[str, object]]:
    """All findings as plain values, for JSON."""
    return [
        {
            "path": one.span.path,
            "line": one.span.line,
            "column": one.span.column,
            "length": one.span.length,
            "severity": one.severity.value,
            "code": one.code,
            "message": one.message,
            "hint": one.hint,
        }
        for one in found
    ]


def github(found: Iterable[Diagnostic]) -> str:
    """One workflow command a finding; GitHub shows it beside the line of the page."""
    return "\n".join(_as_command(one) for one in found)


def notice(title: str, message: str) -> str:
    """A workflow command that says something of the whole run."""
    return f"::notice title={_property(title)}::{_data(message)}"


def counts(found: Iterable[Diagnostic]) -> str:
    """``2 errors, 1 warning``; empty where nothing was found."""
    number = Counter(one.severity for one in found)
    return ", ".join(plural(number[one], one.value) for one in Severity if number[one])


def plural(number: int, word: str) -> str:
    """``1 file``, ``2 files``."""
    return f"{number} {word}" if number == 1 else f"{number} {word}s"


def written_line(
    folder: str, *, operations: int, files: int, fresh: int, removed: int, seconds: float
) -> str:
    """One line about an output folder; ``fresh`` of its files were written."""
    return (
        f"{folder}: {plural(operations, 'operation')}, {plural(files, 'file')} "
        f"({fresh} written, {removed} removed) in {seconds:.1f} s"
    )


def exit_code(found: Iterable[Diagnostic], fail_on: str = "error") -> int:
    """0 without errors; 3 where the output cannot be written; 2 where an error is about the
    call, ``api.toml`` or a pack; 1 for the documents.

    ``fail_on`` is ``error``, ``warning`` or ``never``; it moves the 1 alone.
    """
    every = list(found)
    codes = {one.code for one in every if one.severity is Severity.ERROR}
    if codes & _OUTPUT_CODES:
        return 3
    if any(one in _USAGE_CODES or one.startswith("config-") for one in codes):
        return 2
    warned = any(one.severity is Severity.WARNING for one in every)
    return int(fail_on != "never" and (bool(codes) or (warned and fail_on == "warning")))


def difference(path: str, before: bytes | None, after: bytes | None) -> str:
    """The unified diff that turns the one into the other; ``None`` stands for no file.

    Lines are made safe to print: what a page or a stranger put there must not steer a terminal
    or a CI log.
    """
    from difflib import unified_diff  # takes a moment to import, and most runs print none

    old, new = _lines(before), _lines(after)
    names = (
        "/dev/null" if before is None else f"a/{path}",
        "/dev/null" if after is None else f"b/{path}",
    )
    lines = [_safe(one) for one in unified_diff(old, new, *names, lineterm="")]
    if not lines and (before is None) != (after is None):
        lines = [f"--- {names[0]}", f"+++ {names[1]}"]  # an empty file comes or goes
    return "".join(f"{one}\n" for one in lines)


def _as_text(one: Diagnostic) -> str:
    severity = one.severity.value
    line = printable(f"{one.span}: {severity}[{one.code}]: {one.message}")
    return f"{line}\n  hint: {printable(one.hint)}" if one.hint else line


def _as_command(one: Diagnostic) -> str:
    kind = "notice" if one.severity is Severity.NOTE else one.severity.value
    place = {
        "file": one.span.path,
        "line": str(one.span.line),
        "col": str(one.span.column),
        "title": one.code,
    }
    properties = ",".join(f"{key}={_property(value)}" for key, value in place.items())
    message = one.message + (f"\nhint: {one.hint}" if one.hint else "")
    return f"::{kind} {properties}::{_data(message)}"


def _data(value: str) -> str:
    """The text of a workflow command as GitHub's toolkit writes it: ``%``, CR and LF escaped."""
    return "".join(_ENDS.get(one) or printable(one).replace("%", "%25") for one in _parts(value))


def _property(value: str) -> str:
    """As in ``_data``, and ``:`` and ``,``, which end a property."""
    plain = "".join(one if one.isprintable() or one in _ENDS else "?" for one in value)
    escaped = "".join(_ENDS.get(one) or one.replace("%", "%25") for one in _parts(plain))
    return escaped.replace(":", "%3A").replace(",", "%2C")


def _parts(value: str) -> list[str]:
    """The text cut at its line ends, which are parts of their own."""
    return re.split(r"([\r\n])", value)


def _lines(data: bytes | None) -> list[str]:
    text = (data or b"").decode("utf-8", "backslashreplace").replace("\r\n", "\n")
    return text.removesuffix("\n").split("\n") if text else []


def _safe(line: str) -> str:
    """The line with non-printables escaped; commands of a CI log broken only where they act."""
    escaped = "".join(
        one if one.isprintable() or one == "\t" else one.encode("unicode_escape").decode("ascii")
        for one in line
    )
    starts_command = escaped[1:].lstrip().startswith("::") or "##[" in escaped
    return break_commands(escaped) if starts_command else escaped
