"""The command ``docs2sdk``: arguments in, exit code out."""

from __future__ import annotations

from generator.cli.group import main
from generator.collector import end_at_once

__all__ = ["main", "program"]


def program() -> None:
    """The whole process: the command, and then the end."""
    try:
        main(prog_name="docs2sdk")
    except SystemExit as end:
        end_at_once(end.code)
        raise
