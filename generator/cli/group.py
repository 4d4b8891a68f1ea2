"""The command itself, before any of its subcommands."""

from __future__ import annotations

import gc
from importlib import import_module

import click

from generator import __version__

COMMANDS = {
    "cache": "cache",
    "check": "check",
    "completion": "completion",
    "config-schema": "config",
    "diff": "diff",
    "dump": "inspect",
    "fetch": "fetch",
    "generate": "build",
    "learn": "learn",
    "lint": "inspect",
    "watch": "watch",
    "where": "why",
    "why": "why",
}
"""The module of each command, below ``generator.cli``."""


class _Commands(click.Group):
    """Imports a command's module once somebody asks for it: of most runs that is one."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name in COMMANDS:
            import_module(f"generator.cli.{COMMANDS[cmd_name]}")
        return super().get_command(ctx, cmd_name)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as fault:
            from difflib import get_close_matches  # of use to mistakes alone

            for near in get_close_matches(args[0], COMMANDS, n=1):
                raise click.UsageError(f"{fault.message} Did you mean {near}?", ctx) from None
            raise


@click.group(
    cls=_Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
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
