"""Values of a page in quotes, each string with its own traces."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from generator.emit.code import Code, Part, spelled
from generator.ir.page_text import traces_of


def quoted(written: str, value: object, strings: re.Pattern[str]) -> Code:
    """What was written for a value, a text or one that holds texts; ``strings`` finds each."""
    if isinstance(value, str):
        return spelled(written, traces_of(value))
    traces = [traces_of(one) for one in _texts(value)]
    if not any(traces):
        return Code(written)
    places = zip(strings.finditer(written), traces, strict=True)
    return Code(
        written, tuple(Part(found.start(), found.end(), one) for found, one in places if one)
    )


def _texts(value: object) -> Iterator[str]:
    """Every text in a value, keys too, as it is written."""
    match value:
        case str():
            yield value
        case Mapping():
            for key, one in value.items():
                yield from _texts(key)
                yield from _texts(one)
        case list() | tuple():
            for one in value:
                yield from _texts(one)
        case _:
            return
