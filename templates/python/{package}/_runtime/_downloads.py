"""A binary answer, read only as its caller asks for it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import contextmanager
from io import FileIO
from pathlib import Path
from typing import Any, Generic, Self, TypeVar

import httpx

from ._headers import ResponseHeaders
from ._results import ApiResponse

HeadersT = TypeVar("HeadersT", bound=ResponseHeaders, covariant=True)
Told = Callable[[httpx.HTTPError], Exception]


class _Open(Generic[HeadersT]):
    def __init__(
        self, http: httpx.Response, response: ApiResponse[HeadersT], told: Told
    ) -> None:
        self._http = http
        self._told = told
        self.response = response
        """Status and headers; the body is here, not there."""

    @contextmanager
    def _telling(self) -> Iterator[None]:
        try:
            yield
        except httpx.HTTPError as error:
            raise self._told(error) from error

    def __repr__(self) -> str:
        return f"<{type(self).__name__} of {self.response.method} {self.response.path}>"


class Download(_Open[HeadersT]):
    """A binary answer: iterate its pieces, `.read()` it, or `.stream_to(path)`.

    Each of them ends it; to leave it unread, close it or use it in a `with` statement.
    """

    def __iter__(self) -> Iterator[bytes]:
        with self, self._telling():
            yield from self._http.iter_bytes()

    def read(self) -> bytes:
        """The whole body, in memory; the same again when asked again."""
        with self, self._telling():
            return self._http.read()

    def stream_to(self, path: str | Path) -> int:
        """Writes the body to a file, which appears when it is whole; how many bytes there were."""
        with _arriving(path) as file:
            return sum(file.write(piece) for piece in self)

    def close(self) -> None:
        """Gives the connection back."""
        self._http.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()


class AsyncDownload(_Open[HeadersT]):
    """A binary answer: iterate its pieces, await `.read()`, or `.stream_to(path)`.

    Each of them ends it; to leave it unread, close it or use it in an `async with` statement.
    """

    async def __aiter__(self) -> AsyncIterator[bytes]:
        async with self:
            with self._telling():
                async for piece in self._http.aiter_bytes():
                    yield piece

    async def read(self) -> bytes:
        """The whole body, in memory; the same again when asked again."""
        async with self:
            with self._telling():
                return await self._http.aread()

    async def stream_to(self, path: str | Path) -> int:
        """Writes the body to a file, which appears when it is whole; how many bytes there were."""
        with _arriving(path) as file:
            return sum([file.write(piece) async for piece in self])

    async def aclose(self) -> None:
        """Gives the connection back."""
        await self._http.aclose()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *exception: object) -> None:
        await self.aclose()


@contextmanager
def _arriving(path: str | Path) -> Iterator[FileIO]:
    part = Path(f"{path}.part")
    try:
        with FileIO(part, "w") as file:
            yield file
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def streams(into: Any) -> bool:
    """Whether a call's answer is left on the wire for its caller to read."""
    return into is not None and issubclass(into, _Open)
