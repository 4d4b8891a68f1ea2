"""How much is taken from documents: every limit with its number, its reason and its option."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace

from generator.diagnostics import Diagnostics
from generator.shown import shown
from generator.source import SourceSpan

KIB, MIB = 1024, 1024 * 1024


def _limit(value: int, most: int, counts: str, why: str) -> int:
    """A limit of ``value`` that options may raise to ``most``."""
    return field(default=value, metadata={"most": most, "counts": counts, "why": why})


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """The limits of one API. The option of ``page_bytes`` is ``page-bytes``.

    Each has a number that no known API comes near, and one beyond which it cannot be raised.
    """

    pages: int = _limit(2_000, 50_000, "pages", "an API of more is several")
    page_bytes: int = _limit(MIB, 64 * MIB, "bytes in a page", "a field costs 60 µs to read")
    input_bytes: int = _limit(64 * MIB, 2_048 * MIB, "bytes of pages", "all are in memory at once")
    line: int = _limit(
        64 * KIB, 64 * MIB, "characters in a line", "no page that keeps its lines has such a one"
    )
    operations: int = _limit(2_000, 50_000, "operations", "each is a file of tests")
    fields: int = _limit(5_000, 500_000, "items '- **name**' in a page", "black takes 0.2 ms each")
    model_fields: int = _limit(1_000, 100_000, "fields in one object", "each is an argument")
    parameters: int = _limit(200, 5_000, "parameters of an operation", "each is an argument")
    placeholders: int = _limit(32, 250, "names in braces in a path", "each is a call in the tree")
    nesting: int = _limit(32, 64, "levels of fields in fields", "each is a class, and recursion")
    type_nesting: int = _limit(16, 32, "brackets in each other in a type", "CPython stops at 200")
    type_length: int = _limit(1_024, 2_048, "characters in a type", "read one by one")
    union: int = _limit(32, 500, "members in a type with |", "black takes 350 MB for 2,000")
    values: int = _limit(1_000, 20_000, "known values of a field", "each is a line of code")
    name: int = _limit(256, 4_096, "characters in a name", "it stands in every message")
    title: int = _limit(1_024, 8_192, "characters in a title", "functions are named by it")
    description: int = _limit(
        64 * KIB, 64 * MIB, "characters in a description", "it is quoted in code and documents"
    )
    prose: int = _limit(
        8_000, MIB, "characters of a field's description that are searched for values and limits",
        "what is said of a value stands first",
    )  # fmt: skip
    digits: int = _limit(18, 19, "digits in a number", "64 bits hold 19, and programs no more")
    path: int = _limit(2_048, 8_192, "characters in a path", "servers refuse longer ones")
    url: int = _limit(2_048, 64 * KIB, "characters in a server's address", "clients refuse more")
    default: int = _limit(4_096, 64 * KIB, "characters in a default", "it stands in a signature")
    output_bytes: int = _limit(
        50 * MIB, 2_048 * MIB, "bytes of output", "black takes 3 s for each of them"
    )


DEFAULTS = Limits()
NAMES = tuple(one.name.replace("_", "-") for one in fields(Limits))
"""The names of all limits, as options have them."""


class LimitError(Exception):
    """More was asked for than a limit allows, where there is no page to name."""

    def __init__(self, name: str, message: str, hint: str) -> None:
        super().__init__(message)
        self.name, self.message, self.hint = name, message, hint


def most(name: str) -> int:
    """How far a limit can be raised."""
    return int(_metadata(name)["most"])


def counts(name: str) -> str:
    """What a limit counts: ``pages``."""
    return _metadata(name)["counts"]


def raised(limits: Limits, numbers: Mapping[str, int]) -> Limits:
    """The limits with other numbers, by the names of options.

    ``fault`` finds nothing in each of them.
    """
    return replace(limits, **{name.replace("-", "_"): one for name, one in numbers.items()})


def fault(name: str, number: int) -> str:
    """What is wrong with a number for a limit; empty where it may be set so."""
    if name not in NAMES:
        from difflib import get_close_matches  # which every run would import

        near = get_close_matches(name, NAMES, n=1)
        known = f"did you mean {near[0]}?" if near else f"there are {', '.join(NAMES)}"
        return f"no limit is called {shown(name)}; {known}"
    if not 1 <= number <= most(name):
        return f"{name} is at least 1 and at most {most(name)}"
    return ""


def over(limits: Limits, name: str, found: int) -> tuple[str, str] | None:
    """The message and the hint where more was found than is allowed, else ``None``."""
    allowed: int = getattr(limits, name.replace("-", "_"))
    if found <= allowed:
        return None
    message = f"has {found} {counts(name)}; at most {allowed} are read"
    if found > most(name):
        return message, f"Write less of it: --limit {name} goes up to {most(name)}."
    settings = f"{name} = {found} under [limits] in api.toml"
    return message, f"If it is right all the same: --limit {name}={found}, or {settings}."


def within(
    limits: Limits, name: str, found: int, *, span: SourceSpan, diagnostics: Diagnostics
) -> bool:
    """Whether no more was found than is allowed; reports an error ``limit-NAME`` if it was."""
    said = over(limits, name, found)
    if said is not None:
        diagnostics.error(f"limit-{name}", said[0], span, said[1])
    return said is None


def demand(limits: Limits, name: str, found: int) -> None:
    """Raise ``LimitError`` where more was found than is allowed."""
    said = over(limits, name, found)
    if said is not None:
        raise LimitError(name, *said)


def _metadata(name: str) -> Mapping[str, str]:
    return next(one.metadata for one in fields(Limits) if one.name == name.replace("-", "_"))
