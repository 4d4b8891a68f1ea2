"""``diff``: what changed between two versions of an API, and what that does to callers."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.group import main
from generator.cli.limits import limited
from generator.cli.output import print_text, print_warnings, stop

if TYPE_CHECKING:
    from generator.diagnostics import Diagnostics
    from generator.diff.printers import Comparison
    from generator.diff.sides import Side

_FOLDER = click.Path(path_type=Path, file_okay=False)


@main.command(short_help="Say what changed between two versions, and whom it breaks.")
@click.argument("sides", metavar="[OLD] NEW", nargs=-1, required=True)
@click.option("--base", metavar="REVISION", help="Compare NEW with itself at a git revision.")
@click.option("--format", "style", type=click.Choice(["text", "json", "markdown", "github"]),
              default="text", show_default=True,
              help="For people, programs, a pull request's comment, or as annotations.")  # fmt: skip
@click.option("--fail-on", type=click.Choice(["breaking", "additive", "never"]),
              default="breaking", show_default=True,
              help="The least change that makes the exit code 1.")  # fmt: skip
@click.option("--all", "everything", is_flag=True, help="Print every change, however many.")
@click.option("--today", metavar="DATE", type=click.DateTime(["%Y-%m-%d"]), default=None,
              help="The day acceptances are looked at.  [default: today]")  # fmt: skip
@click.option("--write-version", is_flag=True,
              help="Set the next version in NEW's api.toml, and tell of it in the SDK's changelog.")  # fmt: skip
@click.option("--out", metavar="DIR", type=_FOLDER, default="generated", show_default=True,
              help="Where the SDKs are, for --write-version.")  # fmt: skip
@limited
def diff(
    sides: tuple[str, ...],
    base: str | None,
    style: str,
    fail_on: str,
    everything: bool,
    today: dt.datetime | None,
    write_version: bool,
    out: Path,
    limits: dict[str, int],
) -> None:
    """Say what changed between two versions of an API by meaning, and what that does to callers.

    OLD and NEW are folders of pages, git revisions of one (main:specs/my-api), or files that
    "dump" wrote (my-api.json). Each change is breaking, additive or wording, and has a
    fingerprint, by which [[accept]] in NEW's api.toml accepts it for a while.

    \b
    Examples:
      docs2sdk diff --base main specs/my-api
      docs2sdk diff old.json specs/my-api --format markdown
    """
    from generator.diagnostics import Diagnostics
    from generator.diff.comparing import compared
    from generator.diff.sides import load_side

    found = Diagnostics()
    named = _named(sides, base)
    old, new = (load_side(one, found, limits) for one in named)
    if old is None or new is None:
        stop(found, "nothing was compared")
    if write_version and new.folder is None:
        raise click.UsageError("--write-version needs NEW to be a folder")
    day = today.date() if today else dt.date.today()
    result = compared(named, old, new, found, today=day)
    _print(result, found, style=style, everything=everything)
    if write_version:
        _write(result, new, out=out, found=found)
    raise SystemExit(_exit_code(result, fail_on))


def _named(sides: tuple[str, ...], base: str | None) -> tuple[str, str]:
    if base is not None and len(sides) == 1:
        return f"{base}:{sides[0]}", sides[0]
    if base is None and len(sides) == 2:
        return sides[0], sides[1]
    raise click.UsageError("name OLD and NEW, or NEW alone with --base REVISION")


def _print(result: Comparison, found: Diagnostics, *, style: str, everything: bool) -> None:
    from generator.diff import printers

    if style == "json":
        print_text(printers.as_json(result))
    elif style == "github":
        print_text(printers.github(result))
    else:
        print_warnings(found)
        most = None if everything else printers.MOST
        print_text(
            printers.text(result, most=most) if style == "text" else printers.markdown(result)
        )


def _write(result: Comparison, new: Side, *, out: Path, found: Diagnostics) -> None:
    """Write the version and the changelogs; leaves the command where that cannot be done."""
    from generator.diff.release import Step, is_raised, publish
    from generator.run import folder_name

    if new.folder is None or result.step is Step.NONE:
        return
    if not result.next:
        raise click.UsageError(f"the version {result.version!r} is not MAJOR.MINOR.PATCH")
    version = result.next
    if is_raised(new.api.version, version):
        version = new.api.version
    name = folder_name(new.api.name)
    sdks = [out / pack / name for pack in new.config.packs]
    written = publish(new.folder, sdks, version, result.changes, found)
    for file in written:
        click.echo(f"{file.as_posix()}: version {version}", err=True)
    if found.has_errors:
        stop(found, "not everything was written")


def _exit_code(result: Comparison, fail_on: str) -> int:
    from generator.diff.changes import Level

    counts = {
        "breaking": {Level.BREAKING},
        "additive": {Level.BREAKING, Level.ADDITIVE},
        "never": set[Level](),
    }
    return int(any(one.level in counts[fail_on] for one in result.counted))
