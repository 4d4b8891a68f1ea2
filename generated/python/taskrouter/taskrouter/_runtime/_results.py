"""What a call gives back beside models: the answer's metadata, and values that carry it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any, Generic, TypeVar

from ._headers import Documented, ResponseHeaders

T = TypeVar("T")
HeadersT = TypeVar("HeadersT", bound=ResponseHeaders, covariant=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class ApiResponse(Generic[HeadersT]):
    """An answer as it arrived: status, headers, and the body as bytes."""

    status_code: int
    headers: HeadersT
    method: str
    path: str
    """The path as documented, with `{names}` in place of ids."""
    url: str = field(default="", repr=False)
    content: bytes = field(default=b"", repr=False)
    elapsed: timedelta = field(default=timedelta(0), compare=False)
    """Since the call began, retries included."""
    retries: int = 0
    """How many attempts came before this one."""

    @property
    def request_id(self) -> str | None:
        """The value of the first header whose name ends in `request-id`."""
        found = (v for k, v in self.headers.items() if k.endswith("request-id"))
        return next(found, None)

    @property
    def content_type(self) -> str:
        """The media type in lower case without parameters, or an empty text."""
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()

    @property
    def text(self) -> str:
        """The body as text, in the charset it names or UTF-8; undecodable bytes are replaced."""
        _, _, charset = self.headers.get("content-type", "").partition("charset=")
        charset = charset.split(";")[0].strip(' "')
        try:
            return self.content.decode(charset or "utf-8", "replace")
        except LookupError:
            return self.content.decode("utf-8", "replace")

    def json(self) -> Any:
        """The body read as JSON; raises ValueError when it is something else."""
        return json.loads(self.content)


@dataclass(frozen=True, slots=True)
class NoContent(Generic[HeadersT]):
    """An answer without a body."""

    response: ApiResponse[HeadersT]


@dataclass(frozen=True, slots=True)
class Answer(Generic[T]):
    """A value that is no model: a number, a text, bytes, any JSON."""

    value: T
    response: ApiResponse[Documented] = field(compare=False)


class Items(list[T]):
    """A list that is the whole answer."""

    __slots__ = ("response",)

    def __init__(self, items: Iterable[T], response: ApiResponse[Documented]) -> None:
        super().__init__(items)
        self.response = response

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (list(self), self.response)
