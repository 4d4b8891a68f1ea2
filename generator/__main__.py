"""``python -m generator``: the same as ``docs2sdk``."""

from __future__ import annotations

from generator.cli import program

if __name__ == "__main__":
    program()
