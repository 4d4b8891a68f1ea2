"""The line that ends every page, in the spellings that copies and other hosts may give it."""

from __future__ import annotations

import re

FOOTER = "[Powered by Bump.sh](https://bump.sh)"
"""The footer as Bump prints it."""

_ADDRESS = r"\(<?https?://(?:www\.)?bump\.sh/?(?:[?#][^()\s]{0,200})?\)"
_SPELLINGS = re.compile(
    rf"\[Powered by Bump(?:\.sh)?\]{_ADDRESS}|Powered by \[Bump(?:\.sh)?\]{_ADDRESS}", re.IGNORECASE
)


def first_footer(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Where the first footer between two offsets begins and ends."""
    at = text.find(FOOTER, start, end)
    if at >= 0:
        return at, at + len(FOOTER)
    found = _SPELLINGS.search(text, start, end)
    return found.span() if found else None


def last_footer(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Where the last footer between two offsets begins and ends."""
    at = text.rfind(FOOTER, start, end)
    if at >= 0:
        return at, at + len(FOOTER)
    found = [one.span() for one in _SPELLINGS.finditer(text, start, end)]
    return found[-1] if found else None
