"""The command ``docs2sdk``: arguments in, exit code out."""

from __future__ import annotations

from generator.cli import build, completion, diff, inspect, learn
from generator.cli.group import main

__all__ = ["build", "completion", "diff", "inspect", "learn", "main"]
