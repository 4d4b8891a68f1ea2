"""What an output folder remembers: which files are ours, and what they were made from."""

from __future__ import annotations

import json
from collections.abc import Mapping
from hashlib import sha256
from typing import Any

from generator.emit.json_text import json_text
from generator.emit.paths import path_fault
from generator.value import Struct, field

MANIFEST_NAME = ".docs2sdk.json"

_FORMAT = 1


class Manifest(Struct, frozen=True, kw_only=True):
    """Hashes by relative path. ``pages`` are the inputs, ``files`` what was written.

    ``pack_hash`` is that of all files of the pack.
    """

    generator: str
    pack: str
    pack_hash: str
    pages: Mapping[str, str] = field(default_factory=dict)
    files: Mapping[str, str] = field(default_factory=dict)

    def to_text(self) -> str:
        """Stable JSON: sorted, no dates, nothing of this machine, one entry a line."""
        value = {
            "about": "Written by docs2sdk: the files it owns here. Keep it beside them.",
            "format": _FORMAT,
            "generator": self.generator,
            "pack": self.pack,
            "pack_hash": self.pack_hash,
            "pages": dict(sorted(self.pages.items())),
            "files": dict(sorted(self.files.items())),
        }
        return json_text(value, indent=2)


def parse_manifest(data: bytes) -> Manifest | None:
    """The manifest a file holds; ``None`` where anything in it is not as we write it.

    A manifest decides what may be replaced and removed, so one odd path in it spoils all of it.
    """
    try:
        value = json.loads(data.decode("utf-8"))
    except (ValueError, RecursionError):
        return None
    if not isinstance(value, dict) or value.get("format") != _FORMAT:
        return None
    pages, files = _hashes(value.get("pages")), _hashes(value.get("files"))
    texts = [value.get(name, "") for name in ("generator", "pack", "pack_hash")]
    if not all(isinstance(one, str) for one in texts):
        return None
    if pages is None or files is None or not _are_ours(files):
        return None
    generator, pack, pack_hash = texts
    return Manifest(generator=generator, pack=pack, pack_hash=pack_hash, pages=pages, files=files)


def digest(data: bytes) -> str:
    """The SHA-256 of the bytes as they are with ``\\n`` line ends.

    Git may check a file out with other line ends; that is no edit.
    """
    return sha256(data.replace(b"\r\n", b"\n")).hexdigest()


def _hashes(value: Any) -> dict[str, str] | None:
    if isinstance(value, dict) and all(isinstance(one, str) for one in value.values()):
        return value
    return None


def _are_ours(files: dict[str, str]) -> bool:
    return all(not path_fault(one) and one.casefold() != MANIFEST_NAME for one in files)
