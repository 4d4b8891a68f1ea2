"""The command itself, before any of its subcommands."""

from __future__ import annotations

import gc

import click

from generator import __version__


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="docs2sdk")
def main() -> None:
    """Read API documentation pages in Markdown and write typed SDKs.

    Exit codes: 0 done or nothing to do; 1 the output would change, or errors in the documents;
    2 wrong usage, a missing folder, a broken api.toml or a broken pack; 3 the output folder cannot
    be written, or another run is writing it.

    \b
    Example:
      docs2sdk generate specs/taskrouter
    """
    # Pages become a million values that stay until the end; looking for rubbish among them again
    # and again took a fifth of a run. Formatting leaves some, so it is not switched off.
    gc.set_threshold(100_000, 20, 50)
