"""The folder of an API as a git revision has it, without touching the working tree."""

from __future__ import annotations

import io
import subprocess
import tarfile
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from generator.example_files import FOLDER as EXAMPLES

MAX_BYTES = 128 * 1024 * 1024
"""Bytes of all files of a folder; its pages have a limit of their own."""

_SECONDS = 60


class GitError(Exception):
    """git is absent, or says no; the message is the first line of what it said."""


def check_out(revision: str, path: str, into: Path) -> Path:
    """Write a folder of a revision, or a page with what is beside it, below ``into``; its place.

    ``path`` is relative to the working folder, as paths on a command line are; where nothing is
    there, to the top of the repository, as git has it. Raises ``GitError``.
    """
    top = Path(_git("rev-parse", "--show-toplevel").decode().strip("\r\n"))
    commit = _commit(revision)
    for inner in _inner(top, path):
        if _exists(top, commit, inner):
            folder = _parent(inner) if inner.endswith(".md") else inner
            # The path is a name of this tree, so nothing in it is a pattern.
            wanted = "." if folder == "." else f":(literal){folder}"
            size = sum(_sizes(top, commit, folder))
            if size > MAX_BYTES:
                raise GitError(f"holds {size} bytes; at most {MAX_BYTES} are read")
            packed = _git("archive", "--format=tar", commit, "--", wanted, at=top)
            _unpack(packed, into, read=into / folder)
            return into / inner
    raise GitError("there is no such folder or page at that revision")


def last_change(file: Path) -> str:
    """The short name of the commit that last changed a file; empty where none did.

    Raises ``GitError``, too where the file lies in no repository.
    """
    found = _git("log", "-1", "--format=%h", "--", f":(literal){file.name}", at=file.parent)
    return found.decode("ascii").strip()


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


def _sizes(top: Path, commit: str, folder: str) -> Iterator[int]:
    """The bytes of each file below a folder, before any of them is read."""
    tree = f"{commit}:{'' if folder == '.' else folder}"
    listed = _git("ls-tree", "-r", "-l", "-z", tree, at=top).decode("utf-8", "replace")
    for entry in filter(None, listed.split("\0")):
        size = entry.partition("\t")[0].split()[-1]
        yield int(size) if size.isdigit() else 0


def _unpack(packed: bytes, into: Path, *, read: Path) -> None:
    """Write the files; ``read`` is the folder of the pages, which may have examples below it."""
    with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
        for member in archive:
            place = into / member.name
            # A link would read what its writer never meant to publish; only files count.
            if member.issym() and place.parent in (read, read / EXAMPLES):
                message = f"{place.name} is a link, which is not followed in a revision"
                raise GitError(message)
            opened = archive.extractfile(member) if member.isfile() else None
            if opened is not None and ".." not in place.parts:
                place.parent.mkdir(parents=True, exist_ok=True)
                place.write_bytes(opened.read())


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
