"""``generate``: read pages, render and write; and what ``check`` does in the same way."""

from __future__ import annotations

import signal
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import click

from generator.cli.group import main
from generator.cli.limits import limited
from generator.cli.output import print_warnings, stop

if TYPE_CHECKING:
    from generator.diagnostics import Diagnostics
    from generator.planned import Planned

_PAGES = click.Path(path_type=Path)
_FOLDER = click.Path(path_type=Path, file_okay=False)
_EXISTING = click.Path(path_type=Path, file_okay=False, exists=True)


def _address(_: object, __: object, value: str) -> str:
    """The address of a cluster; empty for none."""
    from generator.executors import DASK

    if value and not value.removeprefix(DASK).rpartition(":")[2].isdecimal():
        raise click.BadParameter(f"{value!r} is not like dask://HOST:PORT")
    if value and not value.startswith(DASK):
        raise click.BadParameter(f"{value!r} does not start with {DASK}")
    return value


def building(command: Callable[..., None]) -> Callable[..., None]:
    """The arguments of ``generate``, ``check`` and ``watch``, which are the same."""
    for add in reversed(
        (
            click.argument("api_dirs", metavar="[API_DIR]...", nargs=-1, type=_PAGES),
            click.option("--pack", "packs", metavar="NAME", multiple=True,
                         help="Target language; may be repeated.  [default: api.toml, or python]"),
            click.option("--out", metavar="DIR", type=_FOLDER, default="generated",
                         show_default=True, help="Where the SDKs go: DIR/<pack>/<api>/."),
            click.option("--templates", metavar="DIR", type=_EXISTING,
                         help="Folder of your own packs; looked at before those shipped."),
            limited,
            click.option("--jobs", metavar="N", type=click.IntRange(min=1), default=1,
                         show_default=True, help="How many processes read pages and format files."),
            click.option("--executor", metavar="dask://HOST:PORT", default="", callback=_address,
                         help="A Dask cluster to do that; needs docs2sdk[dask]."),
            click.option("--cache-dir", metavar="DIR", type=_FOLDER, envvar="DOCS2SDK_CACHE_DIR",
                         show_envvar=True, help="Where earlier work is kept; safe to delete."),
            click.option("--no-cache", is_flag=True, envvar="DOCS2SDK_NO_CACHE",
                         show_envvar=True, help="Do everything again, and keep nothing."),
            click.option("--force", is_flag=True,
                         help="Replace files that were edited, or not written by docs2sdk."),
            click.option("--quiet", is_flag=True, help="Print only errors."),
        )
    ):  # fmt: skip
        command = add(command)
    return command


@main.command(short_help="Write SDKs.")
@building
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

    _end_politely()
    found = Diagnostics()
    planned = planned_for(found, quiet=quiet, **options)
    if is_idle(planned):
        return
    if planned.targets:
        from generator.run import write_targets

        if not write_targets(planned.targets, found, force=force, wait=wait):
            stop(found, "nothing was written")
    if not quiet:
        for line in planned.written():
            click.echo(line)


def _end_politely() -> None:
    """Let a request to end pass through the program, so that it clears up behind itself."""

    def leave(number: int, _: object) -> NoReturn:
        raise SystemExit(128 + number)

    for name in ("SIGTERM", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), leave)


def planned_for(
    found: Diagnostics,
    *,
    quiet: bool,
    fail: Callable[[Diagnostics, str], NoReturn] = stop,
    api_dirs: tuple[Path, ...],
    packs: tuple[str, ...],
    jobs: int,
    executor: str,
    cache_dir: Path | None,
    no_cache: bool,
    limits: dict[str, int],
    **options: Any,
) -> Planned:
    """Read and render all that has to be; leaves the command where there are errors.

    With ``quiet`` warnings are not printed; ``fail`` prints errors, and says what was not done.
    """
    from generator.executors import ExecutorError
    from generator.means import open_means
    from generator.planned import plan_all
    from generator.progress import ProgressBar, is_watched
    from generator.request import Request, api_paths
    from generator.source import SourceSpan

    check_packs(packs)
    paths = api_paths(api_dirs, found)
    warn = None if quiet else print_warnings
    try:
        with (
            open_means(jobs=jobs, address=executor, cache=cache_dir, keep=not no_cache) as means,
            ProgressBar(wanted=not quiet and is_watched()) as bar,
        ):
            request = Request(packs=packs, track=bar.track, means=means, limits=limits, **options)
            planned = plan_all(paths, request, found, warn=warn)
    except ExecutorError as fault:
        found.error("workers", fault.message, SourceSpan(path=executor or "--jobs"))
    if found.has_errors:
        fail(found, "nothing was written")
    return planned


def is_idle(planned: Planned) -> bool:
    """Whether there is no API at all, which is told."""
    if planned.targets or planned.settled:
        return False
    click.echo("nothing to do: no operation was found", err=True)
    return True


def check_packs(packs: tuple[str, ...]) -> None:
    """Leave the command where a text is no pack's name."""
    if not packs:
        return
    from generator.config_file import PACK_NAME  # imports what reads api.toml, which takes a while

    for one in packs:
        if not PACK_NAME.fullmatch(one):
            raise click.BadParameter(f"{one!r} is not the name of a pack", param_hint="--pack")
