"""``learn``: recorded traffic becomes sample answers, and what pages get wrong is told."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.group import main
from generator.cli.limits import limited
from generator.cli.output import print_text, stop

if TYPE_CHECKING:
    from generator.diagnostics import Diagnostics
    from generator.learn.exchange import Traffic
    from generator.learn.files import Addition
    from generator.learn.lesson import Lesson

_FOLDER = click.Path(path_type=Path, file_okay=False, exists=True)
_FILE = click.Path(path_type=Path, dir_okay=False, exists=True)
_STATUS = re.compile(r"[1-5]\d\d|[1-5]XX|default")


@main.command(short_help="Turn recorded traffic into examples, and tell drift.")
@click.argument("api_dir", metavar="API_DIR", type=_FOLDER)
@click.argument("files", metavar="HAR_OR_JSON...", nargs=-1, required=True, type=_FILE)
@click.option(
    "--base-url",
    "base_urls",
    metavar="URL",
    multiple=True,
    help="Where the API was recorded, beside its documented servers; may be repeated.",
)
@click.option(
    "--page",
    metavar="NAME",
    default="",
    help="The page that JSON files are answers of.  [default: in their names]",
)
@click.option(
    "--status",
    metavar="CODE",
    default="",
    help="The status that JSON files were answered with.  [default: in their names]",
)
@click.option("--dry-run", is_flag=True, help="Write nothing; print what would be written.")
@click.option(
    "--format",
    "style",
    type=click.Choice(["text", "json", "github"]),
    default="text",
    show_default=True,
    help="For people, for programs, or as annotations.",
)
@click.option("--fail-on", type=click.Choice(["error", "warning", "never"]), default="error",
              show_default=True, help="The least finding that makes the exit code 1.")  # fmt: skip
@limited
def learn(
    api_dir: Path,
    files: tuple[Path, ...],
    base_urls: tuple[str, ...],
    page: str,
    status: str,
    dry_run: bool,
    style: str,
    fail_on: str,
    limits: dict[str, int],
) -> None:
    """Turn recorded traffic into sample answers, API_DIR/examples/PAGE.STATUS.json, and say where
    pages and service differ.

    HAR files are read as browsers and proxies save them. Any other JSON file is one answer, named
    PAGE.STATUS.json or with --page and --status. Of values only types and formats are kept; no
    value of the traffic is written or printed.

    \b
    Examples:
      docs2sdk learn specs/my-api recorded.har
      docs2sdk learn specs/my-api staging.har --base-url https://staging.example.com/v1 --dry-run
      docs2sdk learn specs/my-api answer.json --page operation-getpet --status 200
    """
    from generator.diagnostics import Diagnostics
    from generator.learn.files import write
    from generator.report import exit_code

    _check_options(base_urls, page, status)
    found = Diagnostics()
    lesson, every = _learned(
        api_dir, files, found, base_urls=base_urls, page=page, status=status, limits=limits
    )
    if found.has_errors:
        stop(found, "nothing was written")
    if not dry_run and not write(every, api_dir, found):
        stop(found, "not everything was written; run it again")
    _print(lesson, every, found, folder=api_dir, style=style, written=not dry_run)
    raise SystemExit(exit_code(found, fail_on))


def _check_options(base_urls: tuple[str, ...], page: str, status: str) -> None:
    from generator.learn.match import base_of

    if bool(page) != bool(status):
        raise click.UsageError("--page and --status go together")
    if status and not _STATUS.fullmatch(status):
        raise click.BadParameter("is no status such as 200, 4XX or default", param_hint="--status")
    for one in base_urls:
        if base_of(one) is None:
            raise click.BadParameter("needs a scheme and a host", param_hint="--base-url")


def _learned(
    api_dir: Path,
    files: tuple[Path, ...],
    found: Diagnostics,
    *,
    base_urls: tuple[str, ...],
    page: str,
    status: str,
    limits: dict[str, int],
) -> tuple[Lesson, tuple[Addition, ...]]:
    """Read the API and all traffic; leaves the command where that cannot be done."""
    from generator.diagnostics import Diagnostics
    from generator.learn.files import additions
    from generator.learn.lesson import learn as lesson_of
    from generator.learn.load import load_traffic
    from generator.run import read_apis

    reading = Diagnostics()  # what lint says of the pages is not drift
    readings = read_apis((api_dir,), reading, limits=limits)
    if reading.has_errors or not readings:
        stop(reading, "nothing was written")
    traffic: Traffic = load_traffic(files, found, page=page.removesuffix(".md"), status=status)
    if found.has_errors:
        stop(found, "nothing was written")
    lesson = lesson_of(readings[0], traffic, found, base_urls=base_urls)
    return lesson, additions(lesson.files, api_dir, found)


def _print(
    lesson: Lesson,
    every: tuple[Addition, ...],
    found: Diagnostics,
    *,
    folder: Path,
    style: str,
    written: bool,
) -> None:
    from generator import report
    from generator.diagnostics import Severity
    from generator.learn import said

    if style == "json":
        print_text(said.as_json(found, lesson, every, written=written))
    elif style == "github":
        print_text(said.github(found, lesson))
    else:
        # Only so many are printed: notes must not be in the way of warnings.
        by_weight = sorted(found, key=lambda one: one.severity is Severity.NOTE)
        print_text(report.text(by_weight), err=True)
        print_text(report.counts(found) or "no drift", err=True)
        print_text(said.text(lesson, every, folder, written=written))
