"""Answers of a server as pages: which statuses, types, encodings and sizes are taken."""

from __future__ import annotations

import re
import zlib
from typing import Protocol

from generator.decode import MAX_BYTES, decode
from generator.diagnostics import Diagnostics
from generator.shown import shown
from generator.source import Source, SourceSpan
from generator.value import Struct, field

_TEXTS = ("text/markdown", "text/x-markdown", "text/plain", "")
_HTML = re.compile(r"\s*(?:<!doctype html|<html[\s>])", re.IGNORECASE)
_HTML_HINT = "Add .md to the page's address to get its Markdown."


class FetchError(Exception):
    """Why an address gave no page; ``hint`` says what may help.

    ``of_host`` says that other pages of the same host will fare no better.
    """

    def __init__(self, code: str, message: str, hint: str = "", *, of_host: bool = False) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.hint = hint
        self.of_host = of_host


class Validators(Struct, frozen=True, kw_only=True):
    """By what a server tells whether a page is still the one that was fetched; may be empty."""

    etag: str = ""
    last_modified: str = ""

    def headers(self) -> dict[str, str]:
        """The request headers that ask for a page only where it changed."""
        names = {"If-None-Match": self.etag, "If-Modified-Since": self.last_modified}
        return {name: value for name, value in names.items() if value}


class Answer(Struct, frozen=True, kw_only=True):
    """A page as it was answered; ``data`` is ``None`` where the server says it is unchanged.

    ``url`` is where redirects led to.
    """

    url: str
    data: bytes | None
    content_type: str = ""
    validators: Validators = field(default_factory=Validators)


class Unpacker(Protocol):
    """Takes a body in pieces and gives out what is in them."""

    def feed(self, piece: bytes) -> bytes:
        """What the piece adds; at most a little more than the largest page at a time."""
        ...

    def close(self) -> None:
        """Raise ``FetchError`` where the body ended too soon."""
        ...


class Plain:
    """A body as it is."""

    def feed(self, piece: bytes) -> bytes:
        """The piece."""
        return piece

    def close(self) -> None:
        """Any end is one."""


class Gzip:
    """A body that was packed; one that unpacks to no end is given out in bounded pieces."""

    def __init__(self) -> None:
        self._inflate = zlib.decompressobj(wbits=31)

    def feed(self, piece: bytes) -> bytes:
        """What the piece unpacks to, at most one byte more than the largest page."""
        try:
            return self._inflate.decompress(piece, MAX_BYTES + 1)
        except zlib.error:
            raise FetchError("fetch-content", "is said to be gzip and is not") from None

    def close(self) -> None:
        """The packed text says itself where it ends."""
        if not self._inflate.eof or self._inflate.unused_data:
            raise FetchError("fetch-content", "does not end where what is packed ends")


def unpacker(encoding: str) -> Unpacker:
    """What reads a ``Content-Encoding``; raises ``FetchError`` for one nobody asked for."""
    name = encoding.strip().lower()
    if name in ("", "identity"):
        return Plain()
    if name in ("gzip", "x-gzip"):
        return Gzip()
    raise FetchError("fetch-content", f"is packed as `{shown(encoding)}`, which was not asked for")


def too_large() -> FetchError:
    """The fault of a page that is longer than any that is read."""
    return FetchError("too-large", f"is larger than {MAX_BYTES} bytes, the most that is read")


def as_text(answer: Answer, data: bytes, diagnostics: Diagnostics) -> Source | None:
    """The page as text under its address; ``None`` after reporting that it is none."""
    place = SourceSpan(path=answer.url)
    kind = answer.content_type.partition(";")[0].strip().lower()
    if kind in ("text/html", "application/xhtml+xml"):
        diagnostics.error("fetch-content", "is HTML, not Markdown", place, _HTML_HINT)
        return None
    if kind not in _TEXTS:
        message = f"has the content type `{shown(kind)}`, not text/markdown or text/plain"
        diagnostics.error("fetch-content", message, place, _HTML_HINT)
        return None
    source = decode(data, answer.url, diagnostics)
    if source is not None and _HTML.match(source.text):
        diagnostics.error("fetch-content", "is HTML, not Markdown", place, _HTML_HINT)
        return None
    if source is not None and not source.text.strip():
        diagnostics.error("fetch-content", "is empty", place)
        return None
    return source
