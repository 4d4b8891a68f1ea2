"""``completion``: the script that lets a shell complete the command."""

from __future__ import annotations

import click

from generator.cli.group import main


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
