"""What is known beside the type, and who said so."""

from __future__ import annotations

from enum import StrEnum
from typing import TypeAlias

from generator.source import SourceSpan
from generator.value import Struct, Value

Scalar: TypeAlias = str | int | float | bool | None


class Origin(StrEnum):
    """Where a fact comes from."""

    __hash__ = str.__hash__  # as Enum has it, but without a call: millions are looked up

    STATED = "stated"
    """In the page's own notation."""
    PROSE = "prose"
    """Read in a description."""
    CONVENTION = "convention"
    """A habit of REST interfaces."""
    EXAMPLE = "example"
    """Seen in a sample answer."""
    CONFIG = "config"
    """Said in ``api.toml``."""


class ConstraintKind(StrEnum):
    """The limits a value may have, by their JSON Schema keywords."""

    MAX_LENGTH = "maxLength"
    MIN_LENGTH = "minLength"
    MAXIMUM = "maximum"
    MINIMUM = "minimum"
    MAX_ITEMS = "maxItems"
    MIN_ITEMS = "minItems"


class Constraint(Value, frozen=True, kw_only=True):
    """A limit on a value; documented and exported, not enforced."""

    kind: ConstraintKind
    value: Scalar
    origin: Origin
    rule: str = ""
    span: SourceSpan | None = None


class Default(Value, frozen=True, kw_only=True):
    """What the service uses when nothing is sent; never sent on its own."""

    value: Scalar
    origin: Origin
    rule: str = ""
    span: SourceSpan | None = None


class Values(Value, frozen=True, kw_only=True):
    """Known values in the page's order; where ``open``, others are accepted too."""

    values: tuple[Scalar, ...]
    origin: Origin
    open: bool = True
    rule: str = ""
    span: SourceSpan | None = None


class Facts(Struct, frozen=True, kw_only=True):
    """All that one description says about its value; ``None`` and ``()`` mean: nothing."""

    values: Values | None = None
    default: Default | None = None
    constraints: tuple[Constraint, ...] = ()
    required: bool | None = None
    deprecated: bool = False
    read_only: bool = False
