"""``fetch``: download the pages of a documentation, and keep them current."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from generator.cli.group import main
from generator.cli.output import print_errors, print_text, print_warnings, stop

_FOLDER = click.Path(path_type=Path, file_okay=False)


@main.command(short_help="Download the pages of a documentation.")
@click.argument("url", metavar="URL")
@click.argument("api_dir", metavar="[API_DIR]", required=False, type=_FOLDER)
@click.option("--limit", metavar="N", type=click.IntRange(min=1), help="At most so many pages.")
@click.option("--prune", is_flag=True, help="Remove pages that are listed no more.")
@click.option("--force", is_flag=True, help="Replace pages that were edited here.")
@click.option("--keep-going", is_flag=True, help="Write what could be had, though pages failed.")
@click.option("--dry-run", is_flag=True, help="Ask for pages as ever, and write nothing.")
@click.option("--timeout", metavar="SECONDS", type=click.FloatRange(min=0.1, max=3600),
              default=30.0, show_default=True, help="How long one page may take.")  # fmt: skip
@click.option("--allow-http", is_flag=True, help="Take an address that is not https.")
@click.option("--quiet", is_flag=True, help="Print only errors.")
def fetch(url: str, api_dir: Path | None, quiet: bool, **options: Any) -> None:
    """Download every page that the docs root at URL lists into API_DIR; without it, into a folder
    of specs/ called by the address or the title. URL is a root with .md behind it, or an llms.txt.

    Only what changed is downloaded again, from the root's own host alone. Pages edited here are
    not replaced; pages that vanished are named. Where anything fails, nothing is written.

    \b
    Examples:
      docs2sdk fetch https://docs.example.com/my-api.md
      docs2sdk fetch https://docs.example.com/my-api.md specs/my-api --prune
    """
    from generator.diagnostics import Diagnostics
    from generator.fetch.mirror import Request
    from generator.fetch.mirror import fetch as fetched
    from generator.fetch.said import text
    from generator.progress import ProgressBar, is_watched
    from generator.report import exit_code
    from generator.request import SPECS

    found = Diagnostics()
    with ProgressBar(wanted=not quiet and is_watched()) as bar:
        request = Request(url=url, specs=SPECS, folder=api_dir, track=bar.track, **options)
        outcome = fetched(request, found)
    if outcome is None:
        stop(found, "nothing was written")
    errors = print_errors(found)
    if not quiet:
        print_warnings(found)
        print_text(text(outcome, failed=len(errors)))
    raise SystemExit(exit_code(found))
