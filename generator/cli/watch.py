"""``watch``: generate, and again whenever something changes."""

from __future__ import annotations

import gc
import signal
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from generator.cli.build import building, check_packs
from generator.cli.group import main
from generator.cli.output import print_errors, print_text, print_warnings, stop
from generator.value import replace

if TYPE_CHECKING:
    from generator.diagnostics import Diagnostics
    from generator.request import Request
    from generator.targets import Target
    from generator.watch import FileChange

_WAIT = 60.0
"""Seconds for which another run may go on writing to the same folder."""


@main.command(short_help="Write SDKs again whenever pages change.")
@building
def watch(**options: Any) -> None:
    """Write SDKs as "generate" does, and again whenever a page, a sample answer, api.toml or a
    template changes, until Ctrl-C.

    A run with errors prints them and leaves the output of the last good one. Only the APIs that
    a change concerns are read again. Ctrl-C ends with exit code 0.

    \b
    Example:
      docs2sdk watch docs/my-api --templates packs --pack ours
    """
    ended = _end_politely()
    try:
        _watch(**options)
    except KeyboardInterrupt:
        click.echo("", err=True)
        raise SystemExit(ended[0] if ended else 0) from None


def _end_politely() -> list[int]:
    """Let a request to end pass through the program; the list then holds the exit code.

    Ctrl-C is how a watch usually ends, so its code is 0. Whoever waits for changes is told of any
    signal as of Ctrl-C, so the code is kept apart.
    """
    codes: list[int] = []

    def leave(number: int, _: object) -> None:
        codes.append(128 + number)
        raise KeyboardInterrupt

    for name in ("SIGTERM", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), leave)
    return codes


def _watch(
    *,
    api_dirs: tuple[Path, ...],
    packs: tuple[str, ...],
    out: Path,
    templates: Path | None,
    force: bool,
    quiet: bool,
    limits: dict[str, int],
    **means: Any,
) -> None:
    """The first run and all that follow; leaves the command where there is nothing to watch."""
    from generator.diagnostics import Diagnostics
    from generator.request import SPECS, Request, api_paths
    from generator.watch import Inputs, concerned, rounds

    check_packs(packs)
    _check_there(api_dirs)
    request = Request(packs=packs, out=out, templates=templates, limits=limits)
    inputs = Inputs(apis=api_dirs, specs=SPECS, templates=request.template_folders)
    good: tuple[Path, ...] = ()
    for changes in rounds(inputs):
        began = time.monotonic()
        found = Diagnostics()
        apis = api_paths(api_dirs, found)
        some = concerned(changes, apis) if apis == good else apis
        targets = _generate(some, request, found, force=force, quiet=quiet, **means)
        _say(targets, found, changes, seconds=time.monotonic() - began, quiet=quiet)
        good = () if found.has_errors else apis
        if not changes and not quiet:
            print_text("watching for changes; Ctrl-C ends", err=True)
        del targets
        gc.collect()  # while nobody waits: a run leaves what only the collector frees


def _check_there(api_dirs: tuple[Path, ...]) -> None:
    """Leave the command where what is to be watched is not there from the start."""
    from generator.diagnostics import Diagnostics
    from generator.request import api_paths
    from generator.source import SourceSpan

    found = Diagnostics()
    for one in api_paths(api_dirs, found):
        if not one.exists():
            message = "there is no such folder or page"
            found.error("missing-folder", message, SourceSpan(path=one.as_posix()))
    if found.has_errors:
        stop(found, "nothing to watch")


def _generate(
    apis: tuple[Path, ...],
    request: Request,
    found: Diagnostics,
    *,
    force: bool,
    quiet: bool,
    jobs: int,
    executor: str,
    cache_dir: Path | None,
    no_cache: bool,
) -> tuple[Target, ...]:
    """One run, and what it wrote; nothing was written where ``found`` has errors."""
    from generator.executors import ExecutorError
    from generator.means import open_means
    from generator.planned import plan_all
    from generator.progress import ProgressBar, is_watched
    from generator.source import SourceSpan

    try:
        with (
            open_means(jobs=jobs, address=executor, cache=cache_dir, keep=not no_cache) as means,
            ProgressBar(wanted=not quiet and is_watched()) as bar,
        ):
            planned = plan_all(apis, replace(request, track=bar.track, means=means), found)
    except ExecutorError as fault:
        found.error("workers", fault.message, SourceSpan(path=executor or "--jobs"))
    if found.has_errors:
        return ()
    if planned.targets:
        from generator.run import write_targets

        write_targets(planned.targets, found, force=force, wait=_WAIT)
    return planned.targets


def _say(
    targets: tuple[Target, ...],
    found: Diagnostics,
    changes: tuple[FileChange, ...],
    *,
    seconds: float,
    quiet: bool,
) -> None:
    """The findings, and one line: what changed, what was written, and how long it took."""
    from generator.emit.output import is_drift
    from generator.report import counts
    from generator.shown import printable
    from generator.targets import written
    from generator.watch import told

    what = f"{told(changes)}: " if changes else ""
    errors = print_errors(found)
    if errors:
        text = f"{what}{counts(errors)}; nothing was written, in {seconds:.1f} s"
        print_text(printable(text), err=True)
    elif not quiet:
        print_warnings(found)
        fresh = [written(one) for one in targets if is_drift(one.changes)]
        text = "; ".join(fresh) or f"the output stays as it is, in {seconds:.1f} s"
        print_text(printable(what + text))
