"""The documents of one API, found and read from disk."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from generator.config_file import CONFIG_NAME, load_config
from generator.decode import READABLE, read_source, why
from generator.diagnostics import Diagnostics
from generator.example_files import load_examples
from generator.limits import DEFAULTS, Limits, raised, within
from generator.page_files import api_folders, page_files
from generator.pipeline import Documents
from generator.source import Source, SourceSpan
from generator.value import replace


def load_documents(
    path: Path, diagnostics: Diagnostics, numbers: Mapping[str, int] = MappingProxyType({})
) -> Documents | None:
    """The pages and ``api.toml`` at ``path``, a folder or a single page; ``None`` after an error.

    A folder's pages are its ``*.md`` files but ``README.md``, in the order of their names; of its
    subfolders only ``examples`` is read, and for a single page only what is its own. The API is
    named by the folder, a single page by the folder it is in. ``numbers`` are limits by the names
    of their options, and beat those of ``api.toml``.
    """
    try:
        if not path.exists():
            _usage(path, "missing-folder", "there is no such folder or page", diagnostics)
            return None
        if not path.is_dir():
            return _single_page(path, numbers, diagnostics)
        return _folder(path, numbers, diagnostics)
    except (OSError, ValueError) as fault:
        diagnostics.error("unreadable", f"cannot be read: {why(fault)}", _place(path), READABLE)
        return None


def _folder(folder: Path, numbers: Mapping[str, int], diagnostics: Diagnostics) -> Documents | None:
    files = page_files(folder)
    if not files:
        below = " ".join(one.as_posix() for one in api_folders(folder)[:3])
        hint = f"Its folders do: docs2sdk generate {below}" if below else ""
        _usage(folder, "no-pages", "holds no pages", diagnostics, hint)
        return None
    return _read(files, folder, numbers, diagnostics)


def _single_page(
    page: Path, numbers: Mapping[str, int], diagnostics: Diagnostics
) -> Documents | None:
    if page.suffix != ".md":
        _usage(page, "not-a-page", "is not a Markdown page", diagnostics)
        return None
    documents = _read((page,), page.parent, numbers, diagnostics, alone=True)
    alone = [file.name for file in page_files(page.parent)] == [page.name]
    return replace(documents, whole=alone) if documents is not None else None


def _read(
    files: tuple[Path, ...],
    folder: Path,
    numbers: Mapping[str, int],
    diagnostics: Diagnostics,
    *,
    alone: bool = False,
) -> Documents | None:
    """The files as documents; a page ``alone`` has no part in what others were answered."""
    config = load_config(folder / CONFIG_NAME, diagnostics)
    stated = {} if config is None else config.limits
    limits = raised(DEFAULTS, {**stated, **numbers})
    sizes = [_size(file) for file in files]
    if not _within_limits(sizes, folder, limits, diagnostics):
        return None
    home = _real(folder)
    sources = [
        _page(file, size, home=home, limits=limits, diagnostics=diagnostics)
        for file, size in zip(files, sizes, strict=True)
    ]
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
        limits=limits,
    )


def _page(
    file: Path, size: int, *, home: Path, limits: Limits, diagnostics: Diagnostics
) -> Source | None:
    # The name goes into what is written; bytes that are no text, or hidden characters, must not.
    if not file.name.isprintable():
        message = "has a name that cannot be printed"
        diagnostics.error("page-name", message, _place(file), "Rename the file.")
        return None
    # A link that leads out of the folder would publish a file its writer never meant to.
    if os.path.islink(file) and not _real(file).is_relative_to(home):
        message = "is a link that leads out of its folder"
        diagnostics.error("link-outside", message, _place(file), "Put the page itself here.")
        return None
    if not within(limits, "page-bytes", size, span=_place(file), diagnostics=diagnostics):
        return None
    return read_source(file, _shape(file), diagnostics, most=limits.page_bytes)


def _within_limits(
    sizes: list[int], folder: Path, limits: Limits, diagnostics: Diagnostics
) -> bool:
    """Whether there is not too much to read; looked at before any page is opened."""
    place = _place(folder)
    return within(limits, "pages", len(sizes), span=place, diagnostics=diagnostics) and within(
        limits, "input-bytes", sum(sizes), span=place, diagnostics=diagnostics
    )


def _real(path: Path) -> Path:
    """The path without links; unlike ``Path.resolve`` it takes links in a circle, too."""
    return Path(os.path.realpath(path))


def _size(file: Path) -> int:
    try:
        return os.stat(file).st_size
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
