"""Bytes of a file as text, or the reason why they are none."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from generator.diagnostics import Diagnostics
from generator.patterns import pattern
from generator.source import Source, SourceSpan

MAX_BYTES = 1024 * 1024
"""The largest page, and the largest ``api.toml``."""

READABLE = "Check that it is a file, and that whoever runs the command may read it."
"""The hint beside a file that cannot be read."""

# Tab and line ends are the only control characters a page may hold. In UTF-8, C0 and DEL are bytes
# of their own, and C1 have one in front; no search for characters is as quick as one for bytes.
_CONTROLS = bytes({*range(0x20), 0x7F} - {*b"\t\n\r"})
_BEFORE_C1 = b"\xc2"
_CONTROL = pattern("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")


def read_source(
    file: Path, path: str, diagnostics: Diagnostics, *, most: int = MAX_BYTES
) -> Source | None:
    """The file as text under the name ``path``; ``None`` where a fault was reported.

    At most ``most`` bytes, strict UTF-8 with one optional byte order mark, any line ending (``\\n``
    comes out), no control characters. Only regular files are opened.
    """
    try:
        found = os.stat(file)
        if not stat.S_ISREG(found.st_mode):
            kind = "a folder" if file.is_dir() else "not a regular file"
            diagnostics.error(
                "unreadable", f"cannot be read: it is {kind}", SourceSpan(path=path), READABLE
            )
            return None
        with open(file, "rb", buffering=0) as opened:
            # Asked for `most`, it makes room for it.
            data = opened.read(min(found.st_size, most) + 1)
            if len(data) > found.st_size:  # the file grew, or has no size that is known before
                data += opened.read(most + 1 - len(data))
    except (OSError, ValueError) as fault:
        message = f"cannot be read: {why(fault)}"
        diagnostics.error("unreadable", message, SourceSpan(path=path), READABLE)
        return None
    return decode(data, path, diagnostics, most=most)


def decode(
    data: bytes, path: str, diagnostics: Diagnostics, *, most: int = MAX_BYTES
) -> Source | None:
    """The bytes as text; every fault in them is reported with its line and column."""
    if len(data) > most:
        message = f"is larger than {most} bytes, the most that is read"
        diagnostics.error("too-large", message, SourceSpan(path=path), "Split it into pages.")
        return None
    try:
        text = _lines(data.removeprefix(b"\xef\xbb\xbf").decode("utf-8"))
    except UnicodeDecodeError as fault:
        before = _lines(fault.object[: fault.start].decode("utf-8"))
        span = Source(path=path, text=before).span(len(before))
        message = f"is not text: byte 0x{fault.object[fault.start]:02x} is not valid UTF-8"
        diagnostics.error("not-text", message, span, "Save the file as UTF-8.")
        return None
    source = Source(path=path, text=text)
    if _may_hold_controls(data) and (found := _CONTROL.search(text)):
        _report_control(source, found.start(), diagnostics)
        return None
    return source


def why(fault: OSError | ValueError) -> str:
    """The reason of an input or output fault, without its path."""
    return (isinstance(fault, OSError) and fault.strerror) or str(fault)


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _may_hold_controls(data: bytes) -> bool:
    return len(data.translate(None, _CONTROLS)) < len(data) or _BEFORE_C1 in data


def _report_control(source: Source, first: int, diagnostics: Diagnostics) -> None:
    """Report the first control character of a page; a NUL means that it is no text."""
    nul = source.text.find("\0")
    if nul >= 0:
        message = "is not text: it holds a NUL character"
        diagnostics.error("not-text", message, source.span(nul), "Is this a binary file?")
        return
    diagnostics.error(
        "control-character",
        f"holds the control character U+{ord(source.text[first]):04X}",
        source.span(first),
        "Remove it: only tabs and line ends are allowed beside printable text.",
    )
