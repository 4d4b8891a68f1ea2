"""Why a generated line is as it is: the words on the pages that it comes from."""

from __future__ import annotations

import os
import re
from pathlib import Path

from generator.emit.place import Place
from generator.mapped import MapError, Mapped, Spot, folder_above, open_folder, words_at
from generator.shown import printable, shown
from generator.value import Struct

_TEMPLATES = Path("templates")
_ITEM = "item"
_NAME = re.compile(r"- [~]{0,2}\*\*([^*\n]{1,256})\*\*")
_FACTS = {
    _ITEM: "name and type",
    "values": "known values",
    "listed name": "a name in a list",
    "model": "first description",
    "response": "description of a response",
}
_NAMING = ("verb and path", "title", "model")
"""What a type or a call is named after; told last, and only the first of many."""
_MOST_NAMING = 2
MOST = 12
"""How many reasons are printed as text."""
_WITHOUT_NAME = frozenset(
    [
        "title",
        "verb and path",
        "response",
        "body",
        "status",
        "server",
        "version",
        "listed name",
    ]
)


class Reason(Struct, frozen=True, kw_only=True):
    """One stretch of a page and what was read there.

    ``page`` is the path to print; ``words`` are empty where the page is not there, or changed.
    """

    page: str
    place: Place
    name: str
    words: str


class Why(Struct, frozen=True, kw_only=True):
    """What is known of one generated line.

    A line without reasons is the pack's own; ``inside`` is then the line above that it belongs to,
    whose reasons are ``around``. ``changed`` names the files that are not as they were.
    """

    path: str
    line: int
    text: str
    template: str
    reasons: tuple[Reason, ...]
    inside: int | None = None
    around: tuple[Reason, ...] = ()
    changed: tuple[str, ...] = ()


def why(spot: Spot, specs: Path | None = None) -> Why:
    """The reasons of a generated line; raises ``MapError`` where nothing can be known."""
    folder = folder_above(spot.path)
    mapped = open_folder(folder, specs)
    path = Path(os.path.relpath(spot.path, folder)).as_posix()
    file = mapped.lines.files.get(path)
    if file is None:
        hint = "Name a file that docs2sdk generate wrote; .docs2sdk.json lists them."
        raise MapError("no-map", spot.path.as_posix(), "was not written by docs2sdk", hint)
    text = mapped.text(path)
    if spot.line > len(text):
        message = f"has {len(text)} lines"
        raise MapError("no-line", spot.path.as_posix(), message, "Name a line that it has.")
    own = file.lines.get(spot.line, ())
    inside = None if own else _enclosing(text, spot.line, set(file.lines))
    places = own or file.lines.get(inside or 0, ())
    reasons = tuple(_reason(mapped, one) for one in places)
    stale = [mapped.specs / one for one in _pages(places) if mapped.page_changed(one)]
    changed = [spot.path] if mapped.file_changed(path) else []
    reasons = tuple(sorted(reasons, key=lambda one: one.place.fact in _NAMING))
    return Why(
        path=spot.path.as_posix(),
        line=spot.line,
        text=text[spot.line - 1],
        template=_template(file.template),
        reasons=reasons if own else (),
        inside=inside,
        around=() if own else reasons,
        changed=tuple(one.as_posix() for one in (*changed, *stale)),
    )


def as_text(found: Why) -> str:
    """The line, and below it a line for each reason."""
    lines = [f"{found.path}:{found.line}: {shown(found.text)}"]
    lines += [f"  {one}" for one in _lines(found.reasons)]
    if not found.reasons:
        lines.append(f"  {found.template}: the pack writes this line, whatever the pages say")
    if found.inside is not None:
        lines.append(f"  it belongs to line {found.inside}, which comes from")
        lines += [f"    {one}" for one in _lines(found.around)]
    return "\n".join(printable(one) for one in lines)


def as_object(found: Why) -> dict[str, object]:
    """The same as plain values, nothing cut."""
    return {
        "path": found.path,
        "line": found.line,
        "text": found.text,
        "template": found.template,
        "reasons": [_object(one) for one in found.reasons],
        "inside": found.inside,
        "around": [_object(one) for one in found.around],
        "changed": list(found.changed),
    }


def _pages(places: tuple[Place, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.page for one in places))


def _reason(mapped: Mapped, place: Place) -> Reason:
    source = mapped.page(place.page)
    usable = source is not None and not mapped.page_changed(place.page)
    known = source if usable else None
    return Reason(
        page=source.path if source else place.page,
        place=place,
        name=_name(mapped, place),
        words=words_at(known, place) if known else "",
    )


def _name(mapped: Mapped, place: Place) -> str:
    """The item that a fact is about: the last one that begins before the fact does."""
    source = mapped.page(place.page)
    if source is None or place.fact in _WITHOUT_NAME or mapped.page_changed(place.page):
        return ""
    items = {
        one
        for file in mapped.lines.files.values()
        for places in set(file.lines.values())
        for one in places
        if one.page == place.page and one.fact == _ITEM
    }
    before = [one for one in items if (one.line, one.column) <= (place.line, place.column)]
    found = _NAME.match(words_at(source, max(before))) if before else None
    return found[1].strip() if found else ""


def _enclosing(text: list[str], line: int, known: set[int]) -> int | None:
    """The nearest line above that stands further left and comes from a page."""
    depth = _depth(text[line - 1])
    for number in range(line - 1, 0, -1):
        above = text[number - 1]
        if above.strip() and _depth(above) < depth:
            depth = _depth(above)
            if number in known:
                return number
    return None


def _depth(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _template(path: str) -> str:
    """The pack's file, by its path in a checkout where it is there."""
    place = _TEMPLATES / path
    return place.as_posix() if place.is_file() else path


def _lines(reasons: tuple[Reason, ...]) -> list[str]:
    naming = [one for one in reasons if one.place.fact in _NAMING]
    hidden = naming[_MOST_NAMING:] if len(naming) > _MOST_NAMING + 1 else []
    lines = [_line(one) for one in reasons if one not in hidden]
    more = len(hidden) + len(lines[MOST:])
    return [*lines[:MOST], f"and {more} more; --format json has them"] if more else lines


def _line(one: Reason) -> str:
    place = one.place
    fact = _FACTS.get(place.fact, place.fact)
    about = f" of `{shown(one.name)}`" if one.name else ""
    words = f" — “{shown(one.words)}”" if one.words.strip() else ""
    rule = f" (rule {place.rule})" if place.rule else ""
    at = f"{one.page}:{place.line}:{place.column}"
    return f"{at}: {place.origin.value}[{place.fact}]: {fact}{about}{words}{rule}"


def _object(one: Reason) -> dict[str, object]:
    place = one.place
    return {
        "path": one.page,
        "line": place.line,
        "column": place.column,
        "end_line": place.end_line,
        "end_column": place.end_column,
        "fact": place.fact,
        "name": one.name,
        "origin": place.origin.value,
        "rule": place.rule,
        "words": one.words,
    }
