"""``python -m generator``: the same as ``docs2sdk``."""

from __future__ import annotations

from generator.cli import main

if __name__ == "__main__":
    main(prog_name="docs2sdk")
