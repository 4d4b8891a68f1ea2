"""Files of recorded traffic, read from disk."""

from __future__ import annotations

import json
import re
import stat
import zlib
from collections.abc import Iterable
from pathlib import Path

from generator.decode import READABLE, why
from generator.diagnostics import Diagnostics
from generator.learn.exchange import Exchange, Json, PlainAnswer, Traffic
from generator.learn.har import entries_of, exchange_of, unpacked
from generator.learn.parse import check_depth, parse
from generator.source import SourceSpan

MAX_TRAFFIC = 256 * 1024 * 1024
"""Bytes of one file, once it is decompressed."""

_NAME = re.compile(r"(?P<page>.+)\.(?P<status>\d{3}|[1-5]XX|default)\.json", re.DOTALL)
_NAMING = "Name it PAGE.STATUS.json (operation-getpet.200.json), or give --page and --status."


def load_traffic(
    files: Iterable[Path], diagnostics: Diagnostics, *, page: str = "", status: str = ""
) -> Traffic:
    """What the files hold: HTTP archives, and else one answer a file.

    Such an answer belongs to ``page`` and ``status``, or to those in the file's name. Every file
    that cannot be read is an error with its place.
    """
    exchanges: list[Exchange] = []
    answers: list[PlainAnswer] = []
    malformed = 0
    for file in files:
        value = _read(file, diagnostics)
        entries = None if value is None else entries_of(value[0])
        if value is None:
            continue
        if entries is not None:
            path = file.as_posix()
            found = [exchange_of(x, path=path, number=n) for n, x in enumerate(entries, 1)]
            malformed += found.count(None)
            exchanges += [one for one in found if one is not None]
            continue
        answer = _plain(file, value[0], diagnostics, page=page, status=status)
        answers += [answer] if answer is not None else []
    return Traffic(exchanges=tuple(exchanges), answers=tuple(answers), malformed=malformed)


def _read(file: Path, diagnostics: Diagnostics) -> tuple[Json] | None:
    """The one value of a file; ``None`` after an error. Messages hold nothing of the file."""
    place = SourceSpan(path=file.as_posix())
    try:
        status = file.stat()
        if not stat.S_ISREG(status.st_mode):  # reading a pipe might never end
            raise OSError("it is not a regular file")
        if status.st_size > MAX_TRAFFIC:
            raise ValueError(f"is larger than {MAX_TRAFFIC} bytes")
        text = unpacked(file.read_bytes(), MAX_TRAFFIC).decode("utf-8-sig")
    except UnicodeDecodeError:
        hint = "Save the recording as HAR or JSON, in UTF-8."
        diagnostics.error("traffic-syntax", "is not text in UTF-8", place, hint)
        return None
    except (OSError, EOFError, zlib.error) as fault:
        reason = why(fault) if isinstance(fault, OSError) else "its compressed data end too soon"
        diagnostics.error("traffic-unreadable", f"cannot be read: {reason}", place, READABLE)
        return None
    except ValueError as fault:
        diagnostics.error("traffic-too-large", str(fault), place, "Record less, or split the file.")
        return None
    return _parsed(text, place, diagnostics)


def _parsed(text: str, place: SourceSpan, diagnostics: Diagnostics) -> tuple[Json] | None:
    hint = "Save the recording again: a HAR file is one whole JSON object."
    try:
        return (parse(text),)
    except json.JSONDecodeError as fault:
        span = SourceSpan(path=place.path, line=fault.lineno, column=fault.colno)
        message = f"is not JSON: {fault.msg[:1].lower()}{fault.msg[1:]}"
        diagnostics.error("traffic-syntax", message, span, hint)
    except ValueError:
        message = "is not JSON that can be read: too deeply nested, or a number that is none"
        diagnostics.error("traffic-syntax", message, place, hint)
    return None


def _plain(
    file: Path, value: Json, diagnostics: Diagnostics, *, page: str, status: str
) -> PlainAnswer | None:
    named = _NAME.fullmatch(file.name)
    place = SourceSpan(path=file.as_posix())
    if not page and named is None:
        message = "is no HTTP archive, and its name does not say whose answer it is"
        diagnostics.error("traffic-format", message, place, _NAMING)
        return None
    try:
        check_depth(value)
    except ValueError as fault:
        diagnostics.error("traffic-syntax", str(fault), place, "Save one answer, as it came.")
        return None
    return PlainAnswer(
        path=place.path,
        page=page or (named["page"] if named else ""),
        status=status or (named["status"] if named else ""),
        value=value,
    )
