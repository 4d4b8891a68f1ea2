"""``lint`` and ``dump``: what is known of pages, without writing anything."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.group import main
from generator.cli.limits import limited
from generator.cli.output import print_text, stop

if TYPE_CHECKING:
    from generator.diagnostics import Diagnostics
    from generator.run import Reading

_PAGES = click.Path(path_type=Path)


@main.command(short_help="Print what is wrong, inferred or unknown in pages.")
@click.argument("paths", metavar="[PATH]...", nargs=-1, type=_PAGES)
@click.option("--format", "style", type=click.Choice(["text", "json", "github"]), default="text",
              show_default=True, help="For people, for programs, or as annotations.")  # fmt: skip
@click.option("--fail-on", type=click.Choice(["error", "warning", "never"]), default="error",
              show_default=True, help="The least finding that makes the exit code 1.")  # fmt: skip
@click.option("--all", "everything", is_flag=True, help="Print the whole ledger, however long.")
@limited
@click.option("--draft-config", is_flag=True,
              help="Print an api.toml for one API: a commented line for each unknown.")  # fmt: skip
def lint(
    paths: tuple[Path, ...],
    style: str,
    fail_on: str,
    everything: bool,
    draft_config: bool,
    limits: dict[str, int],
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
    readings = read_apis(api_paths(paths, found), found, limits=limits)
    if draft_config:
        _print_draft(readings, found)
    else:
        _print_ledgers(readings, found, style=style, everything=everything)
        raise SystemExit(exit_code(found, fail_on))


@main.command(short_help="Print what is known of an API as JSON.")
@click.argument("path", metavar="PAGE|API_DIR", type=_PAGES)
@limited
def dump(path: Path, limits: dict[str, int]) -> None:
    """Print what is known of an API as JSON, with where each fact comes from.

    \b
    Example:
      docs2sdk dump specs/taskrouter/operation-createworkspace.md
    """
    from generator.diagnostics import Diagnostics
    from generator.ir.dump import to_json
    from generator.run import read_apis

    found = Diagnostics()
    readings = read_apis((path,), found, limits=limits)
    if found.has_errors or not readings:
        stop(found, f"{path.as_posix()}: no operation was found")
    print_text(to_json(readings[0].api).rstrip("\n"))


def _print_ledgers(
    readings: tuple[Reading, ...], found: Diagnostics, *, style: str, everything: bool
) -> None:
    from generator import lint as ledger_lines
    from generator import report

    ledgers = tuple(ledger_lines.open_ledger(one) for one in readings)
    if style == "json":
        print_text(ledger_lines.as_json(found, ledgers))
    elif style == "github":
        print_text(ledger_lines.github(found, ledgers))
    else:
        print_text(report.text(found), err=True)
        print_text(report.counts(found) or "no findings", err=True)
        print_text(ledger_lines.text(ledgers, most=None if everything else ledger_lines.MOST))


def _print_draft(readings: tuple[Reading, ...], found: Diagnostics) -> None:
    from generator.draft_config import draft

    if found.has_errors or not readings:
        stop(found, "nothing was drafted")
    if len(readings) > 1:
        raise click.UsageError("--draft-config takes one API: name its folder")
    api, config = readings[0].api, readings[0].documents.config
    print_text(draft(api, config).rstrip("\n"))
