"""The command ``docs2sdk``: arguments in, exit code out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import click

from generator import __version__

if TYPE_CHECKING:
    from generator.diagnostics import Diagnostic, Diagnostics
    from generator.run import Reading
    from generator.targets import Target

_PAGES = click.Path(path_type=Path)
_FOLDER = click.Path(path_type=Path, file_okay=False)
_EXISTING = click.Path(path_type=Path, file_okay=False, exists=True)


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="docs2sdk")
def main() -> None:
    """Read API documentation pages in Markdown and write typed SDKs.

    Exit codes: 0 done or nothing to do; 1 the output would change, or errors in the documents;
    2 wrong usage, a missing folder, a broken api.toml or a broken pack.

    \b
    Example:
      docs2sdk generate specs/taskrouter
    """


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
def generate(quiet: bool, force: bool, **options: Any) -> None:
    """Write SDKs for the pages in API_DIR, a folder or a single page.

    Without API_DIR: for every folder of specs/ that holds pages. Files that docs2sdk did not
    write are left alone; files that stay the same are not touched.

    \b
    Examples:
      docs2sdk generate
      docs2sdk generate docs/my-api --pack python --out sdks
    """
    from generator.diagnostics import Diagnostics
    from generator.run import write_targets
    from generator.targets import report_conflicts, written

    found = Diagnostics()
    targets = _plan(found, quiet=quiet, **options)
    if not force and report_conflicts(targets, found):
        _stop(found, "nothing was written")
    if not write_targets(targets, found, force=force):
        _stop(found, "not everything was written; run it again")
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
        _print_errors(found)
    if changed:
        click.echo('run "docs2sdk generate" and commit what it writes', err=True)
        raise SystemExit(1)


@main.command(short_help="Print what is wrong, inferred or unknown in pages.")
@click.argument("paths", metavar="[PATH]...", nargs=-1, type=_PAGES)
@click.option("--format", "style", type=click.Choice(["text", "json", "github"]), default="text",
              show_default=True, help="For people, for programs, or as annotations.")  # fmt: skip
@click.option("--fail-on", type=click.Choice(["error", "warning", "never"]), default="error",
              show_default=True, help="The least finding that makes the exit code 1.")  # fmt: skip
@click.option("--all", "everything", is_flag=True, help="Print the whole ledger, however long.")
@click.option("--draft-config", is_flag=True,
              help="Print an api.toml for one API: a commented line for each unknown.")  # fmt: skip
def lint(
    paths: tuple[Path, ...], style: str, fail_on: str, everything: bool, draft_config: bool
) -> None:
    """Print all that is wrong in folders of pages or single pages, and the ledger of each API:
    what was inferred, from which words, and what nobody said. The ledger never fails a run.

    Without PATH: every folder of specs/ that holds pages. As text, findings go to stderr and the
    ledger, at most 100 lines of it and its totals, to stdout.

    \b
    Examples:
      docs2sdk lint specs/taskrouter
      docs2sdk lint --format github --fail-on warning
      docs2sdk lint --draft-config docs/my-api > draft.toml
    """
    from generator.diagnostics import Diagnostics
    from generator.report import exit_code
    from generator.run import api_paths, read_apis

    found = Diagnostics()
    readings = read_apis(api_paths(paths, found), found)
    if draft_config:
        _print_draft(readings, found)
    else:
        _print_ledgers(readings, found, style=style, everything=everything)
        raise SystemExit(exit_code(found, fail_on))


@main.command(short_help="Print what is known of an API as JSON.")
@click.argument("path", metavar="PAGE|API_DIR", type=_PAGES)
def dump(path: Path) -> None:
    """Print what is known of an API as JSON, with where each fact comes from.

    \b
    Example:
      docs2sdk dump specs/taskrouter/operation-createworkspace.md
    """
    from generator.diagnostics import Diagnostics
    from generator.ir.dump import to_json
    from generator.run import read_apis

    found = Diagnostics()
    readings = read_apis((path,), found)
    if found.has_errors or not readings:
        _stop(found, f"{path.as_posix()}: no operation was found")
    _print(to_json(readings[0].api).rstrip("\n"))


@main.command()
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def completion(shell: str) -> None:
    """Print the completion script of a shell.

    \b
    Example, in ~/.bashrc:
      eval "$(docs2sdk completion bash)"
    """
    from click.shell_completion import get_completion_class

    found = get_completion_class(shell)
    assert found is not None
    click.echo(found(main, {}, "docs2sdk", "_DOCS2SDK_COMPLETE").source())


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
        _stop(found, "nothing was written")
    if not quiet:
        _print_warnings(found)
    if not readings:
        click.echo("nothing to do: no operation was found", err=True)
        raise SystemExit(0)
    with ProgressBar(wanted=not quiet and is_watched()) as bar:
        request = Request(packs=packs, track=bar.track, **options)
        targets = plan_targets(readings, request, found)
    if found.has_errors:
        _stop(found, "nothing was written")
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
            _print(one.rstrip("\n"))
    files = plural(len(differences), "file")
    click.echo(f"{target.folder.as_posix()}: {files} would change", err=True)


def _print_ledgers(
    readings: tuple[Reading, ...], found: Diagnostics, *, style: str, everything: bool
) -> None:
    from generator import lint as ledger_lines
    from generator import report

    ledgers = tuple(ledger_lines.open_ledger(one) for one in readings)
    if style == "json":
        _print(ledger_lines.as_json(found, ledgers))
    elif style == "github":
        _print(ledger_lines.github(found, ledgers))
    else:
        _print(report.text(found), err=True)
        _print(report.counts(found) or "no findings", err=True)
        _print(ledger_lines.text(ledgers, most=None if everything else ledger_lines.MOST))


def _print_draft(readings: tuple[Reading, ...], found: Diagnostics) -> None:
    from generator.draft_config import draft

    if found.has_errors or not readings:
        _stop(found, "nothing was drafted")
    if len(readings) > 1:
        raise click.UsageError("--draft-config takes one API: name its folder")
    api, config = readings[0].api, readings[0].documents.config
    _print(draft(api, config).rstrip("\n"))


def _print_warnings(found: Diagnostics) -> None:
    from generator.diagnostics import Severity
    from generator.report import text

    warnings = tuple(one for one in found if one.severity is Severity.WARNING)
    _print(text(warnings), err=True)


def _stop(found: Diagnostics, message: str) -> NoReturn:
    """Print the errors and leave with their exit code; 1 where there are none."""
    from generator.report import counts, exit_code

    errors = _print_errors(found)
    click.echo(f"{counts(found)}; {message}" if errors else message, err=True)
    raise SystemExit(exit_code(found) or 1)


def _print_errors(found: Diagnostics) -> tuple[Diagnostic, ...]:
    from generator.diagnostics import Severity
    from generator.report import text

    errors = tuple(one for one in found if one.severity is Severity.ERROR)
    if errors:
        _print(text(errors), err=True)
    return errors


def _print(text: str, *, err: bool = False) -> None:
    """Print lines as UTF-8 whatever the locale says; nothing for no text."""
    if text:
        click.echo(text.encode("utf-8", "backslashreplace"), err=err)
