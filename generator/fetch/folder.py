"""The folder of fetched pages: what was fetched into it, what is in it now, and writing to it."""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

from generator.decode import MAX_BYTES, READABLE, why
from generator.diagnostics import Diagnostics
from generator.emit.lock import locked
from generator.emit.paths import OutputError
from generator.fetch.addresses import is_file_name
from generator.fetch.answers import Validators
from generator.source import SourceSpan
from generator.value import Struct, field

STATE_NAME = ".docs2sdk-fetch.json"
"""The file that says what was fetched from where; nothing in it is a secret or a date of ours."""

_MOST_STATE = 4 * MAX_BYTES
_STAGE = ".docs2sdk-fetch-"
_HINT = "The folder of the pages must be one you may write to, and hold no links."


class Known(Struct, frozen=True, kw_only=True):
    """A page as it was fetched: from where, what the server said of its version, its hash."""

    url: str
    sha256: str
    validators: Validators = field(default_factory=Validators)


class State(Struct, frozen=True, kw_only=True):
    """What was fetched into a folder: the address of the root, and files by name."""

    root: str = ""
    files: Mapping[str, Known] = field(default_factory=dict)

    def to_bytes(self) -> bytes:
        """As JSON, the same for the same pages."""
        files = {
            name: {
                "etag": one.validators.etag,
                "last_modified": one.validators.last_modified,
                "sha256": one.sha256,
                "url": one.url,
            }
            for name, one in self.files.items()
        }
        value = {"root": self.root, "files": files}
        return (json.dumps(value, indent=1, sort_keys=True) + "\n").encode("ascii")


class FileWrite(Struct, frozen=True, kw_only=True):
    """What becomes of a file: new ``data``, or ``None`` to remove it; ``before`` is what it held
    when that was decided, ``None`` for no file."""

    name: str
    before: bytes | None
    data: bytes | None


def digest(data: bytes) -> str:
    """The hash a page is known by; line ends do not count, since git may change them."""
    return sha256(data.replace(b"\r\n", b"\n")).hexdigest()


def load_state(folder: Path, diagnostics: Diagnostics) -> State:
    """What was fetched into a folder; nothing where that is not known or the file is damaged."""
    file = folder / STATE_NAME
    try:
        if not file.exists():
            return State()
        with file.open("rb") as opened:
            value = json.loads(opened.read(_MOST_STATE))
        files = {name: _known(one) for name, one in value["files"].items() if is_file_name(name)}
        return State(root=_text(value["root"]), files=files)
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        message = "is damaged; every page is fetched again"
        hint = "It is written by docs2sdk fetch alone; commit it beside the pages."
        diagnostics.warning("fetch-state", message, SourceSpan(path=file.as_posix()), hint)
        return State()


def content(folder: Path, name: str, diagnostics: Diagnostics) -> bytes | None:
    """What a file of the folder holds; ``None`` for no file, and after reporting an error."""
    file = folder / name
    place = SourceSpan(path=file.as_posix())
    try:
        if file.is_symlink() or (file.exists() and not file.is_file()):
            message = "is a link or a folder where a page is to be written"
            diagnostics.error("output", message, place, _HINT)
            return None
        return file.read_bytes() if file.exists() else None
    except OSError as fault:
        diagnostics.error("unreadable", f"cannot be read: {why(fault)}", place, READABLE)
        return None


def write(folder: Path, every: tuple[FileWrite, ...], diagnostics: Diagnostics) -> bool:
    """Write and remove files, in order, each at once; whether all of it was done.

    All new text is on the disk before the first file is replaced. A file that is not as it was
    when its fate was decided stops everything before that.
    """
    if not every:
        return True
    home = Path(os.path.realpath(folder))
    try:
        with locked(home):
            home.mkdir(parents=True, exist_ok=True)
            _clear(home)
            stage = Path(tempfile.mkdtemp(prefix=_STAGE, dir=home))
            try:
                _write(home, stage, every)
            finally:
                shutil.rmtree(stage, ignore_errors=True)
        return True
    except OutputError as fault:
        code = "busy" if fault.busy else "output"
        place = SourceSpan(path=fault.path)
        diagnostics.error(code, fault.message, place, "Run it again when that is over.")
    except OSError as fault:
        message = f"cannot be written: {why(fault)}"
        diagnostics.error("output", message, SourceSpan(path=folder.as_posix()), _HINT)
    return False


def _write(home: Path, stage: Path, every: tuple[FileWrite, ...]) -> None:
    """Put all on the disk, look whether all is as it was, and only then replace."""
    for kind in ("old", "new"):
        (stage / kind).mkdir()
    for one in every:
        file = home / one.name
        for kind, data in (("old", one.before), ("new", one.data)):
            if data is not None:
                _stage(stage / kind / one.name, data)
                if one.before is not None and file.is_file():
                    shutil.copymode(file, stage / kind / one.name)
    for one in every:
        file = home / one.name
        now = file.read_bytes() if file.is_file() and not file.is_symlink() else None
        if now != one.before or file.is_symlink():
            raise OutputError(file.as_posix(), "was changed while pages were fetched")
    done: list[FileWrite] = []
    try:
        for one in every:
            done.append(one)
            _put(stage / "new" / one.name, home / one.name)
    except BaseException:
        for one in reversed(done):
            _put(stage / "old" / one.name, home / one.name)
        raise
    _sync(home)


def _stage(file: Path, data: bytes) -> None:
    """Write a new file, down to the disk: a name must never lead to a page that is not there yet."""
    with file.open("xb") as opened:
        opened.write(data)
        opened.flush()
        os.fsync(opened.fileno())


def _sync(folder: Path) -> None:
    """Make the names in the folder last; Windows has no way to ask for it."""
    if os.name == "posix":
        opened = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)


def _put(staged: Path, file: Path) -> None:
    """Replace the file by the staged one; where there is none, remove it."""
    if staged.exists():
        os.replace(staged, file)
    else:
        file.unlink(missing_ok=True)


def _clear(home: Path) -> None:
    """Remove what runs left behind that were ended in the middle; the lock must be held."""
    for rest in home.glob(f"{_STAGE}*"):
        if rest.is_dir() and not rest.is_symlink():
            shutil.rmtree(rest, ignore_errors=True)


def _known(value: Mapping[str, object]) -> Known:
    return Known(
        url=_text(value["url"]),
        sha256=_text(value["sha256"]),
        validators=Validators(
            etag=_text(value["etag"]), last_modified=_text(value["last_modified"])
        ),
    )


def _text(value: object) -> str:
    """A text that may be sent in a header; raises ``TypeError`` for anything else."""
    if not isinstance(value, str) or not value.isascii() or not (value + " ").isprintable():
        raise TypeError("not a plain text")
    return value
