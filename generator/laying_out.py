"""Rendered files laid out: what earlier runs formatted is not formatted again."""

from __future__ import annotations

from collections.abc import Callable

from generator.cache.keys import key_of
from generator.emit.docstrings import Bare, without_docstrings
from generator.emit.files import RenderedFile
from generator.emit.pack import PackError
from generator.means import Means
from generator.value import replace

_KIND = "texts"
_Files = tuple[RenderedFile, ...]


def lay_out(
    files: _Files,
    formatter: str,
    *,
    means: Means,
    progress: Callable[[int], None] | None = None,
) -> _Files:
    """The files as ``format_files`` gives them, each formatted only where no run did before.

    For a run before it is the same file where only docstrings differ that need no formatting.
    ``progress`` is called with the number of files done since the last call.
    """
    done = {at: replace(one, parts=()) for at, one in enumerate(files) if one.copied}
    bares = {at: _bare(one, formatter) for at, one in enumerate(files) if not one.copied}
    made_by = (means.made_by, formatter)
    keys = {at: key_of(*made_by, files[at].path, one.text) for at, one in bares.items()}
    for at, bare in bares.items():
        data = means.store.get(_KIND, keys[at])
        text = None if data is None else bare.put_back(data.decode("utf-8"))
        if text is not None:
            done[at] = replace(files[at], text=text, parts=())
    rest = [at for at in bares if at not in done]
    if progress is not None and done:
        progress(len(done))
    if rest:
        wanted = tuple(files[at] for at in rest)
        fresh = _fresh(wanted, [bares[at] for at in rest], formatter, means, progress)
        for at, (one, bare_text) in zip(rest, fresh, strict=True):
            done[at] = one
            means.store.put(_KIND, keys[at], bare_text.encode("utf-8"))
    return tuple(done[at] for at in range(len(files)))


def _bare(file: RenderedFile, formatter: str) -> Bare:
    python = formatter == "black" and file.path.endswith((".py", ".pyi"))
    return without_docstrings(file.text) if python else Bare(text=file.text)


def _fresh(
    files: _Files,
    bares: list[Bare],
    formatter: str,
    means: Means,
    progress: Callable[[int], None] | None,
) -> list[tuple[RenderedFile, str]]:
    """Each file formatted, and its bare text formatted."""
    from generator.emit.format import format_files  # imports black, which takes a while

    workers = means.workers.worth(sum(len(one.text) for one in files))
    bare = tuple(replace(one, text=it.text) for one, it in zip(files, bares, strict=True))
    try:
        done = format_files(bare, formatter, workers, progress)
    except PackError:  # which is to name the line as it is with docstrings
        return [(one, one.text) for one in format_files(files, formatter, workers)]
    fresh = []
    for file, one, it in zip(files, done, bares, strict=True):
        text = it.put_back(one.text)
        if text is None:  # a template indents otherwise than black
            (whole,) = format_files((file,), formatter)
            text = whole.text
        fresh.append((replace(one, text=text), one.text))
    return fresh
