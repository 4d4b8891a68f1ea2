"""The command ``docs2sdk``: arguments in, exit code out."""

from __future__ import annotations

from generator.cli import (
    build,
    cache,
    check,
    completion,
    config,
    diff,
    fetch,
    inspect,
    learn,
    watch,
    why,
)
from generator.cli.group import main
from generator.collector import leave_rubbish

__all__ = [
    "build",
    "cache",
    "check",
    "completion",
    "config",
    "diff",
    "fetch",
    "inspect",
    "learn",
    "main",
    "program",
    "watch",
    "why",
]


def program() -> None:
    """The whole process: the command, and then the end."""
    try:
        main(prog_name="docs2sdk")
    finally:
        leave_rubbish()
