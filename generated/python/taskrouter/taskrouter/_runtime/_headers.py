"""The headers of an answer, read by name or by type."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, TypeAlias


class ResponseHeaders(Mapping[str, str]):
    """The headers of an answer; names are matched without case, repeated ones are joined by commas.

    A subclass has one property for each documented header; a value that does not parse is None.
    """

    __slots__ = ("_given", "_lowered")

    def __init__(self, values: Mapping[str, str]) -> None:
        self._given = values
        self._lowered: dict[str, str] | None = None

    @property
    def _values(self) -> dict[str, str]:
        if self._lowered is None:  # most answers' headers are never looked at
            given = self._given.items()
            self._lowered = {name.lower(): value for name, value in given}
        return self._lowered

    def __getitem__(self, name: str) -> str:
        return self._values[name.lower()]

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)

    def __repr__(self) -> str:
        return f"{type(self).__name__}({', '.join(self._values)})"  # a value can be a secret

    def _text(self, name: str) -> str | None:
        return self._values.get(name.lower())

    def _integer(self, name: str) -> int | None:
        try:
            return int(self._values[name.lower()])
        except (KeyError, ValueError):
            return None

    def _number(self, name: str) -> float | None:
        try:
            return float(self._values[name.lower()])
        except (KeyError, ValueError):
            return None

    def _boolean(self, name: str) -> bool | None:
        value = self._values.get(name.lower(), "").strip().lower()
        return {"true": True, "1": True, "false": False, "0": False}.get(value)


if TYPE_CHECKING:
    from ..headers import Headers  # made of the class above, for each API its own

    Documented: TypeAlias = Headers
else:
    Documented = ResponseHeaders
