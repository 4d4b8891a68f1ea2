"""Which relative paths may be written below an output folder."""

from __future__ import annotations

import re
import stat
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

_PART = re.compile(r"[A-Za-z0-9_.-]{1,120}")
_DEVICE = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\..*)?", re.IGNORECASE)
_LONGEST = 200


class OutputError(Exception):
    """Something about the output folder, or a path meant for it, that stops the run."""

    def __init__(self, path: str, message: str, *, busy: bool = False) -> None:
        super().__init__(f"{path}: {message}")
        self.path = path
        self.message = message
        self.busy = busy


@lru_cache(maxsize=1 << 14)  # planned, written and remembered paths are the same ones
def path_fault(path: str) -> str:
    """Why the relative path must not be written; empty if it may."""
    parts = path.split("/")
    if len(path) > _LONGEST:
        return f"is longer than {_LONGEST} characters"
    for part in parts:
        if not _PART.fullmatch(part):
            return "has a part that is empty, too long, or not of A-Z a-z 0-9 _ . -"
        if part.endswith(".") or part.startswith(".."):
            return "has a part of dots, or one that starts with two or ends in one"
        if _DEVICE.fullmatch(part):
            return "has a part that is the name of a device on Windows"
    return ""


def check_paths(paths: Iterable[str]) -> None:
    """Raise ``OutputError`` for a path that must not be written, or for two that are one.

    Paths that differ in case alone are one file on some systems; a path that lies inside another
    would need a file and a folder of one name.
    """
    seen: dict[str, str] = {}
    for path in paths:
        fault = path_fault(path)
        if fault:
            raise OutputError(path, fault)
        if path.casefold() in seen:
            raise OutputError(path, f"is one file with {seen[path.casefold()]} on some systems")
        seen[path.casefold()] = path
    for path in seen.values():
        above = path.casefold().split("/")[:-1]
        for length in range(1, len(above) + 1):
            folder = "/".join(above[:length])
            if folder in seen:
                raise OutputError(path, f"lies inside {seen[folder]}, which is a file")


def refuse_links(folder: Path, paths: Iterable[str]) -> None:
    """Raise ``OutputError`` where a folder on the way to a path is a link, or is no folder.

    Writing behind a link would change files outside the output.
    """
    inner = {tuple(path.split("/")[:-1]) for path in paths}
    above = {parts[:length] for parts in inner for length in range(len(parts) + 1)}
    for place in [folder.parent, *(folder.joinpath(*one) for one in sorted(above))]:
        try:
            mode = place.lstat().st_mode
        except (FileNotFoundError, NotADirectoryError):
            continue
        if stat.S_ISLNK(mode):
            raise OutputError(place.as_posix(), "is a link; the output must be a plain folder")
        if not stat.S_ISDIR(mode):
            raise OutputError(place.as_posix(), "is a file where a folder is needed")
