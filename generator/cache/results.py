"""What a whole run came to: the output's hashes and the findings, without the output itself."""

from __future__ import annotations

import json
import os
import stat
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

from generator.cache.store import Store
from generator.diagnostics import Diagnostic, Severity
from generator.source import SourceSpan
from generator.value import Struct
from generator.whole_file import read_whole

_KIND = "runs"


class KnownTarget(Struct, frozen=True, kw_only=True):
    """An output folder as ``<pack>/<api>``, and the hash of every file it is to hold."""

    folder: str
    operations: int
    files: Mapping[str, str]


class Known(Struct, frozen=True, kw_only=True):
    """What the run over one API came to."""

    found: tuple[Diagnostic, ...]
    targets: tuple[KnownTarget, ...]


def remember(store: Store, key: str, known: Known) -> None:
    """Keep what a run came to."""
    targets = [[one.folder, one.operations, dict(one.files)] for one in known.targets]
    found = [[one.severity, one.code, one.message, one.hint, *_place(one)] for one in known.found]
    store.put(_KIND, key, json.dumps([targets, found]).encode("ascii"))


def recall(store: Store, key: str) -> Known | None:
    """What an earlier run with this key came to."""
    data = store.get(_KIND, key)
    if data is None:
        return None
    try:
        targets, found = json.loads(data)
        return Known(
            targets=tuple(_target(*one) for one in targets),
            found=tuple(_finding(*one) for one in found),
        )
    except (ValueError, TypeError):  # nothing that ``remember`` wrote
        return None


def holds(target: KnownTarget, out: Path) -> bool:
    """Whether the folder holds exactly what it should, and no run left anything beside it.

    Links, folders in the place of files and whatever else needs a closer look are a no.
    """
    folder = out / target.folder
    try:
        if any(one.startswith(f".{folder.name}.docs2sdk-") for one in os.listdir(folder.parent)):
            return False
        above = {os.path.dirname(f"{target.folder}/{path}") for path in target.files}
        return all(_is_folder(out, one) for one in above) and all(
            _hash(f"{folder}/{path}") == known for path, known in target.files.items()
        )
    except OSError:
        return False


def _target(folder: str, operations: int, files: dict[str, str]) -> KnownTarget:
    return KnownTarget(folder=folder, operations=operations, files=files)


def _place(one: Diagnostic) -> tuple[str, int, int, int]:
    return one.span.path, one.span.line, one.span.column, one.span.length


def _finding(severity: str, code: str, message: str, hint: str, *place: Any) -> Diagnostic:
    path, line, column, length = place
    return Diagnostic(
        severity=Severity(severity),
        code=code,
        message=message,
        hint=hint,
        span=SourceSpan(path=path, line=line, column=column, length=length),
    )


def _is_folder(home: Path, path: str) -> bool:
    """Whether a path below the home is made of folders, none of them a link."""
    at = str(home)
    for part in path.split("/") if path else ():
        at = os.path.join(at, part)
        if not stat.S_ISDIR(os.lstat(at).st_mode):
            return False
    return True


def _hash(file: str) -> str:
    """As in the manifest: line ends that Git changed are no change."""
    found = os.lstat(file)
    if not stat.S_ISREG(found.st_mode):
        return ""
    return sha256(read_whole(file, found.st_size).replace(b"\r\n", b"\n")).hexdigest()
