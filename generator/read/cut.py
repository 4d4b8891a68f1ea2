"""Where the last whole thing ends in a page that breaks off."""

from __future__ import annotations

import re

from generator.read.footer import FOOTER
from generator.read.marks import Reading

_PARTIAL_ITEM = re.compile(r"(?<!\S)- (?:\*(?:\*[^*\n]{0,256}(?:\*(?:\*[^\n]{0,400})?)?)?)?\Z")
_PARTIAL_HEADING = re.compile(r"(?<!\S)#{1,4}(?:\s[\w :/;+.()|\[-]{0,120})?\Z")


def last_whole(reading: Reading, start: int, end: int) -> int:
    """Where the content ends without an item or heading that is cut before its type."""
    text = reading.text
    end = start + len(text[start:end].rstrip())
    for length in range(min(len(FOOTER) - 1, end - start), 0, -1):
        if text.endswith(FOOTER[:length], start, end) and text[end - length - 1].isspace():
            return end - length
    tail = max(start, end - 800)
    for pattern in (_PARTIAL_ITEM, _PARTIAL_HEADING):
        found = pattern.search(text, tail, end)
        if found and not _is_whole(text[found.start() : end]):
            return found.start()
    return end


def _is_whole(tail: str) -> bool:
    """Whether the last item or heading got as far as its type or status."""
    if tail.startswith("#"):
        return (
            re.fullmatch(
                r"#{2,4} (?:[A-Z]\w+( \w+)?|(?:\d{3}|[1-5]XX|default)(?:[ :].*)?|[^(\n]*\(.*\))",
                tail,
            )
            is not None
        )
    opening = tail.find("** (")
    if opening < 0:
        # Bold text that goes on in other words is prose, whatever it lacks.
        return re.match(r"- \*\*[^*\n]+\*\* ?[^ (]", tail) is not None
    return tail.count("(", opening) <= tail.count(")", opening)
