"""An answer's body as it arrives: unpacked here, never longer or slower than allowed."""

from __future__ import annotations

import time
import zlib
from collections.abc import AsyncIterator, Iterator

import httpx

_ANY_HEADER = zlib.MAX_WBITS | 32  # gzip's or zlib's

STEP = 1 << 20
"""The most bytes that are unpacked at once."""

RATIO = 100
"""How many times its own size a body may unpack to, beyond the first of these steps."""


class TooLarge(httpx.DecodingError):
    """An answer that is longer than the caller allows."""


class GuardedStream(httpx.SyncByteStream, httpx.AsyncByteStream):
    """A body that stops at `limit` bytes, unpacked, and at a moment of the monotonic clock.

    Without `bombs`, it stops at `RATIO` times its size; httpx would unpack one before counting.
    """

    def __init__(
        self,
        response: httpx.Response,
        *,
        limit: int | None,
        until: float | None,
        bombs: bool = False,
    ) -> None:
        self._inner = response.stream
        self._limit = limit
        self._left = limit
        self._until = until
        packing = response.headers.get("content-encoding")
        self._packing = None if packing is None else _unpacker(response, packing)
        self._bombs = bombs
        self._fed = self._made = 0

    def __iter__(self) -> Iterator[bytes]:
        assert isinstance(self._inner, httpx.SyncByteStream)
        for chunk in self._inner:
            yield from self._checked(chunk)
        self._finish()

    async def __aiter__(self) -> AsyncIterator[bytes]:
        assert isinstance(self._inner, httpx.AsyncByteStream)
        async for chunk in self._inner:
            for piece in self._checked(chunk):
                yield piece
        self._finish()

    def close(self) -> None:
        if isinstance(self._inner, httpx.SyncByteStream):
            self._inner.close()

    async def aclose(self) -> None:
        if isinstance(self._inner, httpx.AsyncByteStream):
            await self._inner.aclose()

    def _checked(self, chunk: bytes) -> Iterator[bytes]:
        if self._until is not None and time.monotonic() > self._until:
            raise httpx.ReadTimeout("the whole call took too long")
        for piece in self._unpacked(chunk) if self._packing else (chunk,):
            if self._left is not None:
                self._left -= len(piece)
                if self._left < 0:
                    raise TooLarge(f"the answer is larger than {self._limit} bytes")
            yield piece

    def _unpacked(self, chunk: bytes) -> Iterator[bytes]:
        assert self._packing is not None
        while chunk:
            if self._packing.eof:  # gzip may have several parts
                self._packing = zlib.decompressobj(_ANY_HEADER)
            try:
                piece = self._packing.decompress(chunk, STEP)
            except zlib.error:
                raise httpx.DecodingError("the body's compression is broken") from None
            rest = self._packing.unconsumed_tail or self._packing.unused_data
            self._fed += len(chunk) - len(rest)
            self._made += len(piece)
            if not self._bombs and self._made > max(STEP, RATIO * self._fed):
                raise TooLarge(f"the answer unpacks to over {RATIO} times its size")
            chunk = rest
            yield piece

    def _finish(self) -> None:
        if self._fed and self._packing is not None and not self._packing.eof:
            raise httpx.DecodingError("the body's compression is cut off")


def _unpacker(response: httpx.Response, packing: str) -> zlib._Decompress | None:
    """What unpacks the body; layers and kinds that were not asked for are refused."""
    kind = packing.strip().lower()
    if kind in ("", "identity"):
        return None
    if kind not in ("gzip", "x-gzip", "deflate"):
        raise httpx.DecodingError(f"the body's compression is not gzip: {kind[:40]!r}")
    del response.headers["content-encoding"]  # so that httpx passes it on as it comes
    return zlib.decompressobj(_ANY_HEADER)
