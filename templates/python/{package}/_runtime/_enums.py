"""Enumerations that stay open: a value the documentation does not know is still a value."""

from __future__ import annotations

from typing import ClassVar, Self, TypeVar

EnumT = TypeVar("EnumT", bound="OpenEnum")


class member:
    """Declares one documented value in the body of an `OpenEnum`."""

    def __init__(self, value: str) -> None:
        self.value = value

    def __get__(self, instance: object, owner: type[EnumT]) -> EnumT:
        return owner(self.value)


class OpenEnum(str):
    """Text with documented values, each a constant of the class; any other text is accepted."""

    __slots__ = ()
    _members: ClassVar[dict[str, OpenEnum]] = {}

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        cls._members = {}
        for name, declared in list(cls.__dict__.items()):
            if isinstance(declared, member):
                constant = str.__new__(cls, declared.value)
                cls._members.setdefault(declared.value, constant)
                setattr(cls, name, cls._members[declared.value])

    def __new__(cls, value: str) -> Self:
        known = cls._members.get(value)
        return known if isinstance(known, cls) else super().__new__(cls, value)

    @classmethod
    def known(cls) -> tuple[Self, ...]:
        """The documented values, in the order of the documentation."""
        return tuple(value for value in cls._members.values() if isinstance(value, cls))

    @property
    def is_known(self) -> bool:
        """Whether the documentation lists this value."""
        return self in type(self)._members

    def __repr__(self) -> str:
        return f"{type(self).__name__}({str(self)!r})"
