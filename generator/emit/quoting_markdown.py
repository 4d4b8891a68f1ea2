"""Text of a page in Markdown output."""

from __future__ import annotations

import re

from generator.emit.code import Code, spelled
from generator.emit.quoting import came_back, page_text, shown
from generator.ir.page_text import traces_of

_ACTIVE = re.compile(r"[\\`*\[\]|~$]|(?<![^\W_])_|_(?![^\W_])|&(?=[#\w])")
_START = re.compile(r"[#+=:-]|(?<=\d)[.)]")
_NUMBER = re.compile(r"\d{1,9}(?=[.)])")
_BACKSLASH = "&#92;"
_ENTITIES = {"<": "&lt;", ">": "&gt;", ":": "&#58;"}
"""Spelled out, so that not even a search of the raw text finds a tag or a script's address."""
_SPELLED = re.compile(r"[<>]|(?i:(?<=javascript)|(?<=vbscript)|(?<=data)):")
_ESCAPED = re.compile(rf"\\([!-/:-@\[-`{{-~])|{_BACKSLASH}$|&lt;|&gt;|&#58;")
_READ_BACK = {value: key for key, value in _ENTITIES.items()} | {_BACKSLASH: "\\"}


def markdown_text(text: str) -> Code:
    """Inline prose that reads back as the same words: nothing in it is active.

    One line; safe at the start of a line and in a table's cell. Invisible characters are left
    out, as Markdown cannot escape them.
    """
    plain = shown(page_text(text, "markdown"))
    number = _NUMBER.match(plain)
    start = _START.match(plain, number.end() if number else 0)
    written = _ACTIVE.sub(r"\\\g<0>", plain)
    if start:
        written = f"{written[: start.start()]}\\{written[start.start() :]}"
    if written.endswith("\\"):
        # Behind an escaped backslash, some readers take a table's pipe as escaped too.
        written = f"{written[:-2]}{_BACKSLASH}"
    written = _SPELLED.sub(lambda one: _ENTITIES[one[0]], written)
    back = _ESCAPED.sub(lambda one: one[1] or _READ_BACK[one[0]], written)
    came_back(plain, back, "markdown")
    return spelled(written, traces_of(text))


def markdown_code(text: str, cell: bool = False) -> Code:
    """A code span; ``cell`` escapes pipes too, as tables split before they see spans."""
    plain = shown(page_text(text, "markdown_code")) or " "
    runs = re.findall("`+", plain)
    fence = "`" * (max(map(len, runs), default=0) + 1)
    pad = " " if plain.startswith("`") or plain.endswith("`") else ""
    written = plain.replace("|", "\\|") if cell else plain
    return spelled(f"{fence}{pad}{written}{pad}{fence}", traces_of(text))
