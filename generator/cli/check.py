"""``check``: is the output what the pages make of it, and if not, why?"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, NoReturn

import click

from generator.cli.build import building, is_idle, planned_for
from generator.cli.group import main
from generator.cli.output import print_errors, print_text, stop

if TYPE_CHECKING:
    from generator.diagnostics import Diagnostics
    from generator.planned import Planned
    from generator.stale.explain import Stale
    from generator.targets import Target


@main.command(short_help="Say whether the output is up to date, and why it is not.")
@building
@click.option("--format", "style", type=click.Choice(["text", "json", "github"]), default="text",
              show_default=True, help="For people, for programs, or as annotations.")  # fmt: skip
@click.option("--lines", metavar="N", type=click.IntRange(min=0), default=20, show_default=True,
              help="How many lines of each output's differences are shown.")  # fmt: skip
def check(quiet: bool, force: bool, style: str, lines: int, **options: Any) -> None:
    """Say whether "generate" would change anything, and why. Writes nothing.

    Named are the pages that changed since the output was made (it keeps their hashes), what that
    means for callers, as "diff" says it, and the first lines that would change. For the meaning
    the old pages are needed: they are taken from the git revision that last wrote the output,
    where that holds the very pages it was made from; without git the rest is shown. Files that
    were edited by hand are named, too. With --quiet only how many files would change.

    \b
    Examples, in CI:
      docs2sdk check
      docs2sdk check --format github specs/my-api
    """
    from generator.diagnostics import Diagnostics

    found = Diagnostics()

    fail = partial(_fail, style=style, lines=lines)
    planned = planned_for(found, quiet=quiet or style != "text", fail=fail, **options)
    idle = is_idle(planned)
    changed = [one for one in planned.targets if _has_drift(one)]
    stale = _explained(changed, options["limits"]) if changed else ()
    if changed and not force:
        from generator.targets import report_conflicts

        report_conflicts(changed, found)
    if style != "text":
        print_text(_told(found, stale, planned, style=style, lines=lines))
    elif not idle:
        _print(stale, planned, lines=lines, quiet=quiet)
    if changed:
        if style == "text":
            print_errors(found)
        click.echo('run "docs2sdk generate" and commit what it writes', err=True)
        raise SystemExit(1)


def _fail(found: Diagnostics, message: str, *, style: str, lines: int) -> NoReturn:
    """End a run whose documents have errors."""
    from generator.report import exit_code

    if style == "text":
        stop(found, message)
    print_text(_told(found, (), None, style=style, lines=lines))
    raise SystemExit(exit_code(found) or 1)


def _has_drift(target: Target) -> bool:
    from generator.emit.output import is_drift

    return is_drift(target.changes)


def _explained(changed: list[Target], limits: dict[str, int]) -> tuple[Stale, ...]:
    from generator.stale.explain import explain

    return explain(changed, limits)


def _print(stale: tuple[Stale, ...], planned: Planned, *, lines: int, quiet: bool) -> None:
    """Each folder in the order of the APIs: why it would change, or that it is current."""
    reasons = {one.target.folder.as_posix(): one for one in stale}
    for folder, _ in planned.folders():
        one = reasons.get(folder)
        if one is not None:
            from generator.stale import printers

            if not quiet:
                print_text(printers.text(one, lines=lines))
            click.echo(printers.summary(one), err=True)
        elif not quiet:
            click.echo(f"{folder}: up to date", err=True)


def _told(
    found: Diagnostics, stale: tuple[Stale, ...], planned: Planned | None, *, style: str, lines: int
) -> str:
    """The whole answer in a form for programs or for GitHub."""
    from generator.stale import printers

    if style == "github":
        return printers.github(found, stale, lines=lines)
    old = {one.target.folder.as_posix() for one in stale}
    every = [] if planned is None else [folder for folder, _ in planned.folders()]
    current = [one for one in every if one not in old]
    return printers.as_json(found, stale, current, lines=lines)
