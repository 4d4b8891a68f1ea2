"""Pairs of pages in ``cases/diff``, read as two versions of one API."""

from __future__ import annotations

from pathlib import Path

from generator.config import ApiConfig
from generator.config_file import parse_config
from generator.diagnostics import Diagnostics
from generator.ir import Api
from generator.pipeline import Documents, read_api
from generator.source import Source

FOLDER = Path(__file__).parent / "cases" / "diff"
CASES = sorted(path.name for path in FOLDER.iterdir() if path.is_dir())


def version(case: str, side: str) -> Api:
    """The ``old`` or ``new`` API of a case: ``old.md``, or the pages in ``old/``."""
    folder = FOLDER / case
    found = Diagnostics()
    page = folder / f"{side}.md"
    files = {"operation-page.md": page}
    if not page.exists():
        files = {one.name: one for one in sorted((folder / side).glob("*.md"))}
    documents = Documents(
        name=case.replace("-", "_"),
        sources=tuple(
            Source(path=f"{side}/{name}", text=_text(file)) for name, file in files.items()
        ),
        config=_config(folder, side, found),
    )
    api = read_api(documents, found)
    assert api is not None, [str(one) for one in found]
    return api


def _config(folder: Path, side: str, found: Diagnostics) -> ApiConfig:
    """``old.toml`` beside ``old.md``, or one ``api.toml`` for both."""
    for name in (f"{side}.toml", "api.toml"):
        if (folder / name).exists():
            stated = parse_config(Source(path=name, text=_text(folder / name)), found)
            assert stated is not None, [str(one) for one in found]
            return stated
    return ApiConfig()


def _text(file: Path) -> str:
    return file.read_bytes().decode()
