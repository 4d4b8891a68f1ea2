"""The documents of one API as a git revision has them, read without touching the working tree."""

from __future__ import annotations

import io
import subprocess
import tarfile
from pathlib import Path, PurePosixPath

from generator.config import ApiConfig
from generator.config_file import CONFIG_NAME, parse_config
from generator.decode import decode
from generator.diagnostics import Diagnostics
from generator.documents import MAX_INPUT, MAX_PAGES, is_source_name
from generator.pipeline import Documents
from generator.source import Source, SourceSpan

_HINT = "Name a revision and a folder in it: docs2sdk diff main:specs/my-api specs/my-api"
_SECONDS = 60


class GitError(Exception):
    """git is absent, or says no; the message is the first line of what it said."""


def load_revision(revision: str, path: str, diagnostics: Diagnostics) -> Documents | None:
    """The pages and ``api.toml`` of a folder, or one page, at a revision; ``None`` after an error.

    ``path`` is relative to the working folder, as paths on a command line are; where nothing is
    there, to the top of the repository, as git has it. A place in them reads
    ``REVISION:PATH/page.md:line:column``.
    """
    shown = f"{revision}:{path}"
    try:
        files = _files(revision, path)
    except GitError as fault:
        diagnostics.error("git", str(fault), SourceSpan(path=shown), _HINT)
        return None
    pages = {name: data for name, data in files.items() if is_source_name(name)}
    if not pages:
        message = "holds no pages at that revision"
        diagnostics.error("no-pages", message, SourceSpan(path=shown), _HINT)
        return None
    size = sum(len(data) for data in pages.values())
    if len(pages) > MAX_PAGES or size > MAX_INPUT:
        message = f"holds more than {MAX_PAGES} pages or {MAX_INPUT} bytes"
        diagnostics.error("too-large", message, SourceSpan(path=shown), "Split it.")
        return None
    return _documents(pages, files.get(CONFIG_NAME), revision, path, diagnostics)


def _documents(
    pages: dict[str, bytes],
    config: bytes | None,
    revision: str,
    path: str,
    diagnostics: Diagnostics,
) -> Documents | None:
    folder = PurePosixPath(path).parent if path.endswith(".md") else PurePosixPath(path)
    stated: ApiConfig | None = ApiConfig()
    if config is not None:
        source = decode(config, f"{revision}:{folder}/{CONFIG_NAME}", diagnostics)
        stated = parse_config(source, diagnostics) if source is not None else None
    sources = [
        decode(pages[name], f"{revision}:{folder}/{name}", diagnostics) for name in sorted(pages)
    ]
    found = tuple(one for one in sources if isinstance(one, Source))
    if stated is None or len(found) < len(sources):
        return None
    name = Path(folder).resolve().name
    return Documents(name=name, sources=found, config=stated, whole=not path.endswith(".md"))


def _files(revision: str, path: str) -> dict[str, bytes]:
    """The regular files directly in a folder, or the page itself with its ``api.toml``, by name."""
    top = Path(_git("rev-parse", "--show-toplevel").decode().strip("\r\n"))
    commit = _commit(revision)
    for inner in _inner(top, path):
        given = [inner]
        if inner.endswith(".md"):
            given.append((PurePosixPath(inner).parent / CONFIG_NAME).as_posix())
        known = [one for one in given if _exists(top, commit, one)]
        if inner in known:
            # The paths are names of this tree, so nothing in them is a pattern.
            specs = [f":(literal){one}" if one != "." else "." for one in known]
            packed = _git("archive", "--format=tar", commit, "--", *specs, at=top)
            return _unpacked(packed, _parent(inner) if inner.endswith(".md") else inner)
    raise GitError("there is no such folder or page at that revision")


def _commit(revision: str) -> str:
    """The commit's full name, which cannot be taken for an option."""
    if not revision or revision.startswith("-"):
        raise GitError("is no revision")
    try:
        found = _git("rev-parse", "--verify", "--end-of-options", f"{revision}^{{commit}}")
    except GitError as fault:
        raise GitError("git knows no such revision") from fault
    return found.decode().strip()


def _inner(top: Path, path: str) -> list[str]:
    """Where a path may lead in the repository: from here first, from its top second."""
    found = []
    for base in (Path.cwd(), top):
        whole = (base / path).resolve()
        if whole.is_relative_to(top.resolve()):
            found.append(whole.relative_to(top.resolve()).as_posix())
    return list(dict.fromkeys(found))


def _exists(top: Path, commit: str, inner: str) -> bool:
    try:
        _git("cat-file", "-e", f"{commit}:{'' if inner == '.' else inner}", at=top)
    except GitError:
        return False
    return True


def _parent(inner: str) -> str:
    return PurePosixPath(inner).parent.as_posix()


def _unpacked(packed: bytes, home: str) -> dict[str, bytes]:
    found = {}
    with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
        for member in archive:
            place = PurePosixPath(member.name)
            if place.parent.as_posix() != home:
                continue
            if member.issym() and is_source_name(place.name):
                raise GitError(f"{place.name} is a link, which is not followed in a revision")
            if member.isfile():
                opened = archive.extractfile(member)
                assert opened is not None
                found[place.name] = opened.read()
    return found


def _git(*arguments: str, at: Path | None = None) -> bytes:
    """What git prints; raises ``GitError`` where it fails or is not there."""
    try:
        done = subprocess.run(
            ["git", *arguments],
            cwd=at,
            capture_output=True,
            timeout=_SECONDS,
            check=True,
        )
    except subprocess.CalledProcessError as fault:
        said = fault.stderr.decode("utf-8", "replace").strip().splitlines()
        raise GitError(said[0] if said else "git failed") from fault
    except (OSError, ValueError, subprocess.TimeoutExpired) as fault:
        raise GitError(f"git cannot be run: {fault}") from fault
    return done.stdout
