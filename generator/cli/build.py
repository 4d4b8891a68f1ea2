"""``generate`` and ``check``: read pages, render, and write or compare."""

from __future__ import annotations

import signal
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import click

from generator.cli.group import main
from generator.cli.output import print_errors, print_text, print_warnings, stop

if TYPE_CHECKING:
    from generator.diagnostics import Diagnostics
    from generator.targets import Target

_PAGES = click.Path(path_type=Path)
_FOLDER = click.Path(path_type=Path, file_okay=False)
_EXISTING = click.Path(path_type=Path, file_okay=False, exists=True)


def _building(command: Callable[..., None]) -> Callable[..., None]:
    """The arguments of ``generate`` and ``check``, which are the same."""
    for add in reversed(
        (
            click.argument("api_dirs", metavar="[API_DIR]...", nargs=-1, type=_PAGES),
            click.option("--pack", "packs", metavar="NAME", multiple=True,
                         help="Target language; may be repeated.  [default: api.toml, or python]"),
            click.option("--out", metavar="DIR", type=_FOLDER, default="generated",
                         show_default=True, help="Where the SDKs go: DIR/<pack>/<api>/."),
            click.option("--templates", metavar="DIR", type=_EXISTING,
                         help="Folder of your own packs; looked at before those shipped."),
            click.option("--jobs", metavar="N", type=click.IntRange(min=1), default=1,
                         show_default=True, help="How many processes format files."),
            click.option("--force", is_flag=True,
                         help="Replace files that were edited, or not written by docs2sdk."),
            click.option("--quiet", is_flag=True, help="Print only errors."),
        )
    ):  # fmt: skip
        command = add(command)
    return command


@main.command(short_help="Write SDKs.")
@_building
@click.option("--wait", metavar="SECONDS", type=click.FloatRange(min=0), default=0.0,
              help="How long another run may go on writing to the same folder.  [default: 0]")  # fmt: skip
def generate(quiet: bool, force: bool, wait: float, **options: Any) -> None:
    """Write SDKs for the pages in API_DIR, a folder or a single page.

    Without API_DIR: for every folder of specs/ that holds pages. Files that docs2sdk did not
    write are left alone; files that stay the same are not touched. All files appear at once, or
    none: a run that fails or is killed leaves what was there.

    \b
    Examples:
      docs2sdk generate
      docs2sdk generate docs/my-api --pack python --out sdks
    """
    from generator.diagnostics import Diagnostics
    from generator.run import write_targets
    from generator.targets import written

    _end_politely()
    found = Diagnostics()
    targets = _plan(found, quiet=quiet, **options)
    if not write_targets(targets, found, force=force, wait=wait):
        stop(found, "nothing was written")
    if not quiet:
        for one in targets:
            click.echo(written(one))


@main.command(short_help="Say whether the output is up to date, and show the difference.")
@_building
def check(quiet: bool, force: bool, **options: Any) -> None:
    """Say whether "generate" would change anything, and show the difference. Writes nothing.

    Files that were edited by hand are named, too. With --quiet the difference is not shown.

    \b
    Example, in CI:
      docs2sdk check
    """
    from generator.diagnostics import Diagnostics
    from generator.emit.output import is_drift
    from generator.targets import report_conflicts

    found = Diagnostics()
    targets = _plan(found, quiet=quiet, **options)
    changed = [one for one in targets if is_drift(one.changes)]
    for one in targets:
        if one in changed:
            _show_drift(one, quiet=quiet)
        elif not quiet:
            click.echo(f"{one.folder.as_posix()}: up to date", err=True)
    if not force and report_conflicts(changed, found):
        print_errors(found)
    if changed:
        click.echo('run "docs2sdk generate" and commit what it writes', err=True)
        raise SystemExit(1)


def _end_politely() -> None:
    """Let a request to end pass through the program, so that it clears up behind itself."""

    def leave(number: int, _: object) -> NoReturn:
        raise SystemExit(128 + number)

    for name in ("SIGTERM", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), leave)


def _plan(
    found: Diagnostics,
    *,
    quiet: bool,
    api_dirs: tuple[Path, ...],
    packs: tuple[str, ...],
    **options: Any,
) -> tuple[Target, ...]:
    """Read and render everything; leaves the command where there are errors or nothing to do."""
    from generator.progress import ProgressBar, is_watched
    from generator.run import Request, api_paths, plan_targets, read_apis

    _check_packs(packs)
    readings = read_apis(api_paths(api_dirs, found), found)
    if found.has_errors:
        stop(found, "nothing was written")
    if not quiet:
        print_warnings(found)
    if not readings:
        click.echo("nothing to do: no operation was found", err=True)
        raise SystemExit(0)
    with ProgressBar(wanted=not quiet and is_watched()) as bar:
        request = Request(packs=packs, track=bar.track, **options)
        targets = plan_targets(readings, request, found)
    if found.has_errors:
        stop(found, "nothing was written")
    return targets


def _check_packs(packs: tuple[str, ...]) -> None:
    from generator.config_file import PACK_NAME

    for one in packs:
        if not PACK_NAME.fullmatch(one):
            raise click.BadParameter(f"{one!r} is not the name of a pack", param_hint="--pack")


def _show_drift(target: Target, *, quiet: bool) -> None:
    from generator.report import plural
    from generator.targets import drift

    differences = drift(target)
    if not quiet:
        for one in differences:
            print_text(one.rstrip("\n"))
    files = plural(len(differences), "file")
    click.echo(f"{target.folder.as_posix()}: {files} would change", err=True)
