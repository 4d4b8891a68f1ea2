"""What a whole run came to: the output's hashes and the findings, without the output itself."""

from __future__ import annotations

import json
import os
import stat
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from generator.cache.frozen import freeze, thaw
from generator.cache.store import Store
from generator.diagnostics import Diagnostic

_KIND = "runs"


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownTarget:
    """An output folder as ``<pack>/<api>``, and the hash of every file it is to hold."""

    folder: str
    operations: int
    files: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What the run over one API came to."""

    found: tuple[Diagnostic, ...]
    targets: tuple[KnownTarget, ...]


def remember(store: Store, key: str, known: Known) -> None:
    """Keep what a run came to."""
    targets = [[one.folder, one.operations, dict(one.files)] for one in known.targets]
    store.put(_KIND, key, json.dumps(targets).encode("ascii") + b"\n" + freeze(known.found))


def recall(store: Store, key: str) -> Known | None:
    """What an earlier run with this key came to."""
    data = store.get(_KIND, key)
    if data is None:
        return None
    targets, _, findings = data.partition(b"\n")
    found = thaw(findings)
    if found is None:
        return None
    return Known(targets=tuple(_target(*one) for one in json.loads(targets)), found=found)


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
            _hash(folder / path) == known for path, known in target.files.items()
        )
    except OSError:
        return False


def _target(folder: str, operations: int, files: dict[str, str]) -> KnownTarget:
    return KnownTarget(folder=folder, operations=operations, files=files)


def _is_folder(home: Path, path: str) -> bool:
    """Whether a path below the home is made of folders, none of them a link."""
    at = str(home)
    for part in path.split("/") if path else ():
        at = os.path.join(at, part)
        if not stat.S_ISDIR(os.lstat(at).st_mode):
            return False
    return True


def _hash(file: Path) -> str:
    """As in the manifest: line ends that Git changed are no change."""
    if not stat.S_ISREG(os.lstat(file).st_mode):
        return ""
    with open(file, "rb") as opened:
        return sha256(opened.read().replace(b"\r\n", b"\n")).hexdigest()
