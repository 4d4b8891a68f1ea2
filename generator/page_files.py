"""Which files of a folder are pages, by their names alone."""

from __future__ import annotations

import os
from pathlib import Path

ROOTS = ("index.md", "llms.txt")
"""Files that speak of the whole API; they are sources beside the pages."""


def page_files(folder: Path) -> tuple[Path, ...]:
    """The files of a folder that are sources, by name; their contents are not looked at."""
    return tuple(folder / name for name in page_names(folder))


def page_names(folder: Path) -> list[str]:
    """The names of those files, in order."""
    return [
        name
        for name in sorted(os.listdir(folder))
        if name in ROOTS or (name.endswith(".md") and not _is_other(name))
    ]


def api_folders(specs: Path) -> tuple[Path, ...]:
    """The folders directly below ``specs`` that hold pages, by name."""
    folders = (specs / name for name in sorted(os.listdir(specs)))
    return tuple(folder for folder in folders if folder.is_dir() and page_files(folder))


def _is_other(name: str) -> bool:
    """Whether a Markdown file is no page: a README, or hidden, as editors and systems leave."""
    return name.lower() == "readme.md" or name.startswith(".")
