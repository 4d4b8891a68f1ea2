"""Text of documents, made safe for one line of a terminal or a CI log."""

from __future__ import annotations

import re

LONGEST = 120
"""How many characters of a document one message repeats."""

_COMMAND = re.compile(r":(?=:)|##(?=\[)")


def shown(text: str) -> str:
    """The text for use inside a message: one line, printable, at most ``LONGEST`` characters.

    White space is squeezed, what cannot be printed is escaped (``\\x1b``, ``\\u202e``), and the
    marks that start a command in a CI log (``::``, ``##[``) are broken.
    """
    # Only so much of the text is looked at: a line of a page may hold a megabyte.
    line = printable(" ".join(text[: LONGEST * 8].split()))
    return line if len(line) <= LONGEST else line[: LONGEST - 1] + "…"


def printable(text: str) -> str:
    """The text whole: non-printables (line ends too) escaped, marks of CI commands broken."""
    escaped = "".join(one if one.isprintable() else _escape(one) for one in text)
    return break_commands(escaped)


def break_commands(text: str) -> str:
    """The text with a space inside each ``::`` and ``##[``."""
    return _COMMAND.sub(lambda found: found[0] + " ", text)


def _escape(character: str) -> str:
    return character.encode("unicode_escape").decode("ascii")
