"""One line of the ledger: a fact that was inferred, or a thing that nobody said."""

from __future__ import annotations

from enum import StrEnum

from generator.ir import Origin, Scalar
from generator.source import SourceSpan
from generator.value import Value


class Standing(StrEnum):
    """What the ledger keeps apart."""

    INFERRED = "inferred"
    UNKNOWN = "unknown"


class Topic(StrEnum):
    """What an entry is about, in the order totals are printed."""

    VALUES = "values"
    DEFAULT = "default"
    LIMIT = "limit"
    REQUIRED = "required"
    """Inferred: a mark in the description. Unknown: nobody said whether a name must be given."""
    DEPRECATED = "deprecated"
    READ_ONLY = "read-only"
    TYPE = "type"
    """The type of a value, or of a list's items, that the page itself does not print."""
    SHAPE = "shape"
    """What an object holds, or the objects in a list."""
    ERRORS = "errors"
    AUTHENTICATION = "authentication"
    SERVER = "server"
    PAGINATION = "pagination"


class Entry(Value, frozen=True, kw_only=True):
    """One entry, safe to print on a line.

    ``names`` are the fields it is about, exactly as they travel and as ``places`` calls them;
    ``limits`` are what one phrase limits, by keyword (``maxLength``), where ``value`` is not.
    ``words`` is the text an inferred fact was read from, empty where it was not read in words.
    ``hint`` is what to write into ``api.toml``, empty where that file has no say. ``operation``
    is the page's id; ``pages`` how many pages share the entry.
    """

    standing: Standing
    topic: Topic
    message: str
    span: SourceSpan
    operation: str = ""
    names: tuple[str, ...] = ()
    limits: tuple[tuple[str, Scalar], ...] = ()
    value: Scalar | tuple[Scalar, ...] = None
    origin: Origin | None = None
    rule: str = ""
    words: str = ""
    hint: str = ""
    pages: int = 1
