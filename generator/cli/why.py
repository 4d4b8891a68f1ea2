"""``why`` and ``where``: from a generated line to the words of the pages, and back."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from generator.cli.group import main
from generator.cli.output import print_text, stop

if TYPE_CHECKING:
    from generator.mapped import MapError, Spot

_STYLE = click.option("--format", "style", type=click.Choice(["text", "json"]), default="text",
                      show_default=True, help="For people, or for programs.")  # fmt: skip


@main.command(short_help="Say which words of which page a generated line comes from.")
@click.argument("spot", metavar="FILE:LINE", callback=lambda _context, _name, text: _parsed(text))
@click.option("--specs", metavar="DIR", type=click.Path(path_type=Path, file_okay=False),
              help="Folder of the API's pages.  [default: specs/<api>]")  # fmt: skip
@_STYLE
def why(spot: Spot, specs: Path | None, style: str) -> None:
    """Say which words of which page a generated line comes from, and who said it: the page's
    notation (stated), a rule for its prose, a convention, or api.toml (config).

    A line that the pack writes whatever the pages say is told so, with the pack's file.

    \b
    Example:
      docs2sdk why generated/python/taskrouter/taskrouter/resources/workspaces.py:60
    """
    from generator import why as reasons
    from generator.mapped import MapError

    try:
        found = reasons.why(spot, specs)
    except MapError as fault:
        _leave(fault)
    _print(style, lambda: reasons.as_text(found), lambda: reasons.as_object(found))
    _warn(found.changed)


@main.command(short_help="Say which generated lines come from a line of a page.")
@click.argument(
    "spot", metavar="PAGE:LINE[:COLUMN]", callback=lambda _context, _name, text: _parsed(text)
)
@click.option("--out", metavar="DIR", type=click.Path(path_type=Path, file_okay=False),
              default="generated", show_default=True, help="Where the SDKs are.")  # fmt: skip
@_STYLE
def where(spot: Spot, out: Path, style: str) -> None:
    """Say which generated lines come from a line of a page, in every SDK made from it.

    With a column: from the item or description at that place, for pages that are one line.

    \b
    Example:
      docs2sdk where specs/taskrouter/operation-createworkspace.md:16
    """
    from generator import where as lines
    from generator.mapped import MapError

    try:
        found = lines.where(spot, out)
    except MapError as fault:
        _leave(fault)
    _print(style, lambda: lines.as_text(found), lambda: lines.as_object(found))
    _warn(found.changed)


def _parsed(text: str) -> Spot:
    from generator.mapped import parse_spot

    spot = parse_spot(text)
    if spot is None:
        raise click.BadParameter(f"{text!r} names no line; write FILE:LINE")
    return spot


def _leave(fault: MapError) -> NoReturn:
    from generator.diagnostics import Diagnostics
    from generator.source import SourceSpan

    found = Diagnostics()
    found.error(fault.code, fault.message, SourceSpan(path=fault.path), fault.hint)
    stop(found, "nothing to tell")


def _print(style: str, text: Callable[[], str], value: Callable[[], object]) -> None:
    print_text(json.dumps(value(), indent=2) if style == "json" else text())


def _warn(changed: tuple[str, ...]) -> None:
    """Say that the map is older than what it speaks of."""
    for one in changed:
        message = f"{one}: changed since docs2sdk wrote the map; run docs2sdk generate"
        print_text(message, err=True)
