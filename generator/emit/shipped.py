"""Where the packs are that come with docs2sdk."""

from __future__ import annotations

from pathlib import Path


def shipped_templates() -> Path:
    """The folder of the packs that come with docs2sdk: of the wheel, else of the checkout."""
    package = Path(__file__).parent.parent
    inside = package / "templates"
    return inside if inside.is_dir() else package.parent / "templates"
