"""Paths of operations: what they hold, and which of them cannot be called."""

from __future__ import annotations

import re

from generator.read.marks import Reading
from generator.source import SourceSpan

_PLACEHOLDER = re.compile(r"\{([^{}]{1,256})\}")
_WEBHOOK = re.compile(r"[A-Za-z][\w.:-]*(?: [\w.:-]+){1,9}")
_UNUSABLE = re.compile(r"[\s\x00-\x1f\x7f\\\"'`<>]")
_CLIMBING = re.compile(r"(?:^|/)(?:\.|%2[eE]){1,2}(?:[/?#;]|$)")


def placeholders(path: str) -> tuple[str, ...]:
    """The names in braces, in order, each once."""
    return tuple(dict.fromkeys(_PLACEHOLDER.findall(path)))


def is_usable(reading: Reading, path: str, verb: tuple[int, int]) -> bool:
    """Whether a path can be called; says what is odd about it.

    One that no server could mean is an error, lest a slip of the pen take an operation away. What
    names a host, or a webhook in words, is left out with a warning. A path that is only unusual (a
    fragment, a webhook's name without a slash) is read as it is.
    """
    span = reading.span(*verb)
    fault = _fault(path)
    if fault:
        _report_fault(reading, path, fault, span)
        return False
    _report_oddity(reading, path, span)
    return True


def _report_fault(reading: Reading, path: str, fault: str, span: SourceSpan) -> None:
    if _WEBHOOK.fullmatch(path):
        reading.diagnostics.warning(
            "odd-path",
            f"'{path[:80]}' is a name and no path; what has it is left out",
            span,
            "a webhook is called by the API; an operation has a path such as /items/{id}",
        )
        return
    hint, message = "write a path such as /items/{id}", f"the path '{path[:80]}' {fault}"
    if path.startswith("//"):  # real documents have it; a slip of the pen is another matter
        reading.diagnostics.warning("odd-path", f"{message}; what has it is left out", span, hint)
    else:
        reading.diagnostics.error("odd-path", message, span, hint)


def _report_oddity(reading: Reading, path: str, span: SourceSpan) -> None:
    oddity = _oddity(path)
    if oddity:
        reading.diagnostics.warning(
            "odd-path",
            f"the path '{path[:80]}' {oddity}; it is read as it is",
            span,
            "a path begins with one slash and holds printable ASCII",
        )
    elif "#" in path:
        reading.diagnostics.note(
            "odd-path",
            f"the path '{path[:80]}' has a fragment, which is not sent",
            span,
        )


def _fault(path: str) -> str:
    if _UNUSABLE.search(path):
        return "holds white space, quotes or control characters"
    if _CLIMBING.search(path):
        return "holds a segment of dots"
    if path.startswith("//"):
        return "names a host"
    bare = _PLACEHOLDER.sub("", path)
    if "{" in bare or "}" in bare:
        return "holds a brace without its partner"
    return ""


def _oddity(path: str) -> str:
    if re.match(r"[A-Za-z][\w+.-]*:", path):
        return "names a host"
    if not path.startswith("/"):
        return "does not begin with a slash"
    if not path.isascii():
        return "holds letters outside ASCII"
    return "holds a query, which every call sends" if "?" in path else ""
