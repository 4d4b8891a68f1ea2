"""The base of every model: what an answer held, with its wire names."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping, Sequence, Set
from datetime import date, datetime
from enum import Enum
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Generic, Self, TypeGuard, TypeVar
from uuid import UUID

from ._dates import format_datetime
from ._headers import ResponseHeaders
from ._omit import OMIT
from ._results import ApiResponse

HeadersT = TypeVar("HeadersT", bound=ResponseHeaders, covariant=True)

NOTHING: Mapping[str, Any] = MappingProxyType({})

READERS: dict[type[Any], Callable[[Any, str, Any], Any]] = {}
"""What reads a field that was not read yet, for each class that was decoded."""


def wire(name: str, *, required: bool = False) -> Any:
    """A field whose name on the wire is not its name here."""
    metadata = {"wire": name}
    if required:
        return dataclasses.field(metadata=metadata)
    return dataclasses.field(default=None, metadata=metadata)


class Model(Generic[HeadersT]):
    """A frozen dataclass made from a JSON object; what the object held beyond it is kept."""

    __slots__ = ("_absent", "_extra", "_response", "_unread")

    _absent: frozenset[str]
    _extra: Mapping[str, Any]
    _response: ApiResponse[HeadersT]
    _unread: dict[str, Any] | tuple[dict[str, Any], int] | None
    """The JSON object, until all fields are read from it; with the number of those that are."""

    if not TYPE_CHECKING:  # a checker must not believe that every attribute exists

        def __getattr__(self, name: str) -> Any:
            """Reads the answer when a field is looked at for the first time."""
            if name == "_unread":
                return None  # nothing to read: this was made by hand
            if (unread := self._unread) is not None:
                return READERS[type(self)](self, name, unread)
            return object.__getattribute__(self, name)

    @property
    def extra(self) -> Mapping[str, Any]:
        """What the answer held beyond the documented fields, by wire name."""
        return getattr(self, "_extra", NOTHING)

    @property
    def response(self) -> ApiResponse[HeadersT]:
        """The answer this was read from; only the result of a call has one, not what is inside."""
        try:
            return self._response
        except AttributeError:
            reason = f"this {type(self).__name__} is not itself the result of a call"
            raise AttributeError(reason) from None

    @classmethod
    def from_dict(cls, data: Mapping[str, Any], *, strict: bool = False) -> Self:
        """Reads a JSON object; with `strict`, raises `DecodeError` over an odd or missing value."""
        kind: Any = cls
        read, make = _steps(kind, strict)
        model: Self = make(read(data if type(data) is dict else {**data}))
        return model

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, by wire names, with `extra` and without what the answer left out."""
        absent = getattr(self, "_absent", None)
        wires = {}
        for attribute, name in wire_names(type(self)).items():
            value = getattr(self, attribute)
            # Built by hand, a None says "no value"; decoded, it may be a real null.
            if value is not None or (absent is not None and name not in absent):
                wires[name] = to_json(value)
        return wires | dict(self.extra)

    def __reduce__(self) -> tuple[Any, ...]:
        # A dataclass with slots would pickle and copy its fields alone.
        names = (*wire_names(type(self)), "_absent", "_response")
        state = {name: getattr(self, name) for name in names if hasattr(self, name)}
        state["_extra"] = dict(self.extra)
        return _restore, (type(self), state)


@cache
def _steps(cls: Any, strict: bool) -> tuple[Callable[..., Any], ...]:
    from ._decoding import steps  # which needs this module

    return steps(cls, strict)


def _restore(cls: type[Model[Any]], state: dict[str, Any]) -> Model[Any]:
    model = object.__new__(cls)
    for name, value in state.items():
        object.__setattr__(model, name, value)
    return model


def wire_names(cls: type[Any]) -> dict[str, str]:
    """The wire name of each field, by attribute."""
    fields = dataclasses.fields(cls)
    return {field.name: field.metadata.get("wire", field.name) for field in fields}


def to_json(value: Any) -> Any:
    """The value in JSON's own types; `OMIT` inside mappings and lists is left out."""
    if isinstance(value, Model):
        return value.to_dict()
    if isinstance(value, datetime):
        return format_datetime(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {str(n): to_json(v) for n, v in value.items() if v is not OMIT}
    if is_several(value):
        return [to_json(item) for item in value if item is not OMIT]
    if isinstance(value, Enum):
        return to_json(value.value)
    if isinstance(value, str):
        return str.__str__(value)
    return str(value) if isinstance(value, UUID) else value


def is_several(value: object) -> TypeGuard[Sequence[Any] | Set[Any]]:
    """Whether the value is a list of values; text and bytes are one."""
    return isinstance(value, Sequence | Set) and not isinstance(
        value, str | bytes | bytearray
    )
