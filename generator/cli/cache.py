"""``cache``: where earlier work is kept, and how to be rid of it."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli.group import main

_FOLDER = click.option(
    "--cache-dir", metavar="DIR", envvar="DOCS2SDK_CACHE_DIR", show_envvar=True,
    type=click.Path(path_type=Path, file_okay=False), help="Another folder than the user's own.",
)  # fmt: skip


@main.group()
def cache() -> None:
    """Earlier work, kept to save time; it is safe to delete.

    \b
    Example:
      docs2sdk cache clear
    """


@cache.command()
@_FOLDER
def path(cache_dir: Path | None) -> None:
    """Print the folder."""
    from generator.means import cache_folder

    click.echo(cache_dir or cache_folder())


@cache.command()
@_FOLDER
def clear(cache_dir: Path | None) -> None:
    """Drop every entry, and nothing else that lies in the folder."""
    from generator.cache.store import Store
    from generator.means import cache_folder

    folder = cache_dir or cache_folder()
    dropped = Store(folder).clear()
    click.echo(f"{folder}: {dropped} {'entry' if dropped == 1 else 'entries'} dropped")
