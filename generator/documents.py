"""The documents of one API, found and read from disk."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

from generator.config_file import CONFIG_NAME, load_config
from generator.decode import MAX_BYTES, READABLE, read_source, why
from generator.diagnostics import Diagnostics
from generator.example_files import load_examples
from generator.page_files import api_folders, page_files
from generator.pipeline import Documents
from generator.source import Source, SourceSpan

MAX_PAGES = 2_000
MAX_INPUT = 64 * 1024 * 1024
"""Pages of one API, and their bytes together."""


def load_documents(path: Path, diagnostics: Diagnostics) -> Documents | None:
    """The pages and ``api.toml`` at ``path``, a folder or a single page; ``None`` after an error.

    A folder's pages are its ``*.md`` files but ``README.md``, in the order of their names; of its
    subfolders only ``examples`` is read, and for a single page only what is its own. The API is
    named by the folder, a single page by the folder it is in.
    """
    try:
        if not path.exists():
            _usage(path, "missing-folder", "there is no such folder or page", diagnostics)
            return None
        if not path.is_dir():
            return _single_page(path, diagnostics)
        return _folder(path, diagnostics)
    except (OSError, ValueError) as fault:
        diagnostics.error("unreadable", f"cannot be read: {why(fault)}", _place(path), READABLE)
        return None


def _folder(folder: Path, diagnostics: Diagnostics) -> Documents | None:
    files = page_files(folder)
    if not files:
        below = " ".join(one.as_posix() for one in api_folders(folder)[:3])
        hint = f"Its folders do: docs2sdk generate {below}" if below else ""
        _usage(folder, "no-pages", "holds no pages", diagnostics, hint)
        return None
    if not _within_limits(files, folder, diagnostics):
        return None
    return _read(files, folder, diagnostics)


def _single_page(page: Path, diagnostics: Diagnostics) -> Documents | None:
    if page.suffix != ".md":
        _usage(page, "not-a-page", "is not a Markdown page", diagnostics)
        return None
    documents = _read((page,), page.parent, diagnostics, alone=True)
    alone = [file.name for file in page_files(page.parent)] == [page.name]
    return replace(documents, whole=alone) if documents is not None else None


def _read(
    files: tuple[Path, ...], folder: Path, diagnostics: Diagnostics, *, alone: bool = False
) -> Documents | None:
    """The files as documents; a page ``alone`` has no part in what others were answered."""
    config = load_config(folder / CONFIG_NAME, diagnostics)
    home = _real(folder)
    sources = [_page(file, home, diagnostics) for file in files]
    pages = [file.stem for file in files] if alone else None
    examples = load_examples(folder, diagnostics, pages=pages)
    if not home.name.isprintable():
        message = "has a name that cannot be printed"
        diagnostics.error("api-name", message, _place(folder), "Rename the folder.")
        return None
    if config is None or examples is None or None in sources:
        return None
    return Documents(
        name=home.name,
        sources=tuple(one for one in sources if one is not None),
        config=config,
        examples=examples,
    )


def _page(file: Path, home: Path, diagnostics: Diagnostics) -> Source | None:
    # The name goes into what is written; bytes that are no text, or hidden characters, must not.
    if not file.name.isprintable():
        message = "has a name that cannot be printed"
        diagnostics.error("page-name", message, _place(file), "Rename the file.")
        return None
    # A link that leads out of the folder would publish a file its writer never meant to.
    if file.is_symlink() and not _real(file).is_relative_to(home):
        message = "is a link that leads out of its folder"
        diagnostics.error("link-outside", message, _place(file), "Put the page itself here.")
        return None
    return read_source(file, _shape(file), diagnostics)


def _within_limits(files: tuple[Path, ...], folder: Path, diagnostics: Diagnostics) -> bool:
    """Whether there is not too much to read; looked at before any page is opened."""
    if len(files) > MAX_PAGES:
        message = f"holds {len(files)} pages; at most {MAX_PAGES} are read"
        diagnostics.error("too-many-pages", message, _place(folder), "Split it into several APIs.")
        return False
    size = sum(min(_size(file), MAX_BYTES + 1) for file in files)
    if size > MAX_INPUT:
        message = f"holds {size} bytes of pages; at most {MAX_INPUT} are read"
        diagnostics.error("too-large", message, _place(folder), "Split it into several APIs.")
        return False
    return True


def _real(path: Path) -> Path:
    """The path without links; unlike ``Path.resolve`` it takes links in a circle, too."""
    return Path(os.path.realpath(path))


def _size(file: Path) -> int:
    try:
        return file.stat().st_size
    except OSError:
        return 0  # reading it reports why


def _usage(path: Path, code: str, message: str, diagnostics: Diagnostics, hint: str = "") -> None:
    usual = "Give a folder that holds .md pages, or one page: docs2sdk generate specs/my-api"
    diagnostics.error(code, message, _place(path), hint or usual)


def _place(path: Path) -> SourceSpan:
    return SourceSpan(path=_shape(path))


def _shape(path: Path) -> str:
    """The path as the user gave it, with ``/``."""
    return path.as_posix()
