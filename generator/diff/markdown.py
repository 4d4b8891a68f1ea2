"""Changes in Markdown: the sections of a changelog, and a comment for a pull request."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from generator.diff.changes import Change, Level
from generator.emit.quoting_markdown import markdown_code, markdown_text

MOST = 200
"""Lines of a section; GitHub takes 65,536 characters in a comment."""

_TITLES = {Level.BREAKING: "Breaking", Level.ADDITIVE: "Added", Level.WORDING: "Wording"}


def sections(
    changes: Iterable[Change],
    *,
    places: bool = False,
    accepted: Collection[str] = (),
    most: int | None = None,
) -> str:
    """A list for each level that has changes; with ``places``, fingerprints and lines too."""
    every = tuple(changes)
    parts = []
    for level in Level:
        mine = [one for one in every if one.level is level]
        lines = [_lines(one, places, accepted) for one in mine[:most]]
        if len(mine) > len(lines):
            lines.append(f"- … and {len(mine) - len(lines)} more")
        if mine:
            parts.append(f"### {_TITLES[level]}\n\n" + "\n".join(lines))
    return "\n\n".join(parts) or "No change."


def words(text: str) -> str:
    """A message in Markdown: what stands between backquotes is code, all else plain words."""
    parts = text.split("`")
    if len(parts) % 2 == 0:
        return markdown_text(text).text
    return "".join(
        markdown_code(part).text if at % 2 else _spaced(part) for at, part in enumerate(parts)
    )


def _spaced(text: str) -> str:
    """Plain words with the spaces around them, which quoting takes away."""
    plain = text.strip()
    if not plain:
        return " " if text else ""
    before, after = (" " if one.isspace() else "" for one in (text[0], text[-1]))
    return f"{before}{markdown_text(plain).text}{after}"


def _lines(one: Change, places: bool, accepted: Collection[str]) -> str:
    text = f"- {words(one.message)}"
    if places:
        if one.fingerprint in accepted:
            text += " (accepted)"
        text += f" {markdown_code(one.fingerprint).text}"
        span = one.new or one.old
        text += f" {markdown_code(str(span)).text}" if span else ""
    return "\n".join([text, *(f"  - {words(effect.text)}" for effect in one.effects)])
