"""The command ``docs2sdk``: arguments in, exit code out."""

from __future__ import annotations

from generator.cli import build, completion, config, diff, fetch, inspect, learn, watch, why
from generator.cli.group import main

__all__ = [
    "build",
    "completion",
    "config",
    "diff",
    "fetch",
    "inspect",
    "learn",
    "main",
    "watch",
    "why",
]
