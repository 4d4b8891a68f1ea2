"""What an output is made from, by the hashes that its manifest keeps."""

from __future__ import annotations

from posixpath import basename

from generator.emit.manifest import digest
from generator.example_files import FOLDER
from generator.pipeline import Documents


def page_hashes(documents: Documents) -> dict[str, str]:
    """The hashes of pages and sample answers, by their paths below the pages' folder."""
    files = {basename(one.path): one for one in documents.sources}
    files |= {f"{FOLDER}/{basename(one.source.path)}": one.source for one in documents.examples}
    return {name: digest(one.text.encode("utf-8")) for name, one in files.items()}
