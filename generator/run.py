"""One run over several APIs: read all, render all, compare all, and only then write."""

from __future__ import annotations

import re
import time
from collections.abc import Iterable, Mapping
from contextlib import ExitStack
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from generator import __version__
from generator.diagnostics import Diagnostic, Diagnostics
from generator.documents import load_documents
from generator.ir import Api, words
from generator.limits import LimitError
from generator.means import ALONE, Means
from generator.pipeline import Documents, emit_api, read_api
from generator.request import Request, api_paths
from generator.source import SourceSpan
from generator.targets import Target
from generator.value import Struct, replace

if TYPE_CHECKING:
    from generator.emit.pack import Pack

_PACK_HINT = "What a pack may hold: README.md, “Your own templates”."
_PROOF_HINT = (
    "Nothing was written. A template of your own must keep to [proof] of its pack.toml (README.md, "
    "“Proven on every run”); otherwise this is a fault of docs2sdk: report it with this page."
)
_BUSY_HINT = "Wait for it to end; --wait 60 does that for at most a minute."
_OUTPUT_HINT = "Choose another folder with --out, or make room for this one."

__all__ = [
    "Reading",
    "Request",
    "api_paths",
    "folder_name",
    "plan_targets",
    "read_apis",
    "write_targets",
]

_FOLDER_NAME = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.-]*")


class Reading(Struct, frozen=True, kw_only=True):
    """An API with the documents it was read from, what was found, and for how many seconds."""

    documents: Documents
    api: Api
    path: Path = Path()
    found: tuple[Diagnostic, ...] = ()
    seconds: float = 0.0


def read_apis(
    paths: Iterable[Path],
    diagnostics: Diagnostics,
    means: Means = ALONE,
    limits: Mapping[str, int] = MappingProxyType({}),
) -> tuple[Reading, ...]:
    """Every API that could be read and has operations; faults of all of them are reported.

    ``limits`` are numbers by the names of options.
    """
    readings = []
    for path in paths:
        began = time.monotonic()
        found = Diagnostics()  # of its own: a fault in one API must not cut the next one short
        documents = load_documents(path, found, limits)
        api = None if documents is None else read_api(documents, found, means)
        diagnostics.extend(found.sorted())
        if documents is not None and api is not None:
            readings.append(
                Reading(
                    documents=documents,
                    api=api,
                    path=path,
                    found=found.sorted(),
                    seconds=time.monotonic() - began,
                )
            )
    return tuple(readings)


def plan_targets(
    readings: tuple[Reading, ...], request: Request, diagnostics: Diagnostics
) -> tuple[Target, ...]:
    """All output folders with what would change in them; nothing is written."""
    from generator.emit.pack import PackError
    from generator.emit.paths import OutputError
    from generator.emit.proof import ProofError
    from generator.own_names import report_own_names

    try:
        targets = tuple(
            _target(reading, pack, folder=folder, request=request)
            for reading, pack, folder in _wanted(readings, request, diagnostics)
        )
        for target in targets:
            report_own_names(target, diagnostics)
        return targets
    except PackError as fault:
        span = SourceSpan(path=fault.path, line=fault.line)
        diagnostics.error("pack", fault.message, span, _PACK_HINT)
    except ProofError as fault:
        for found in fault.differences:
            at = found.span or SourceSpan(path=found.path, line=found.line)
            message = f"{found.path}:{found.line} {found.message}"
            diagnostics.error("proof", message, at, _PROOF_HINT)
    except OutputError as fault:
        diagnostics.error("output", fault.message, SourceSpan(path=fault.path), _OUTPUT_HINT)
    except LimitError as fault:
        span = SourceSpan(path=readings[0].documents.sources[0].path)
        diagnostics.error(f"limit-{fault.name}", fault.message, span, fault.hint)
    except OSError as fault:
        place = str(fault.filename or request.out)
        reason = fault.strerror or str(fault)
        diagnostics.error("output", reason, SourceSpan(path=place), _OUTPUT_HINT)
    return ()


def write_targets(
    targets: Iterable[Target], diagnostics: Diagnostics, *, force: bool, wait: float = 0.0
) -> bool:
    """Make every folder as planned, all of them or none; whether that was done.

    ``force`` replaces what others wrote, ``wait`` is for how many seconds another run may go on
    writing. What else goes wrong is reported.
    """
    from generator.emit.lock import locked
    from generator.emit.output import is_drift
    from generator.emit.paths import OutputError
    from generator.emit.staging import has_rest

    wanted = [one for one in targets if is_drift(one.changes) or has_rest(one.folder)]
    try:
        with ExitStack() as locks:
            for one in sorted(wanted, key=lambda one: one.folder):
                locks.enter_context(locked(one.folder, wait=wait))
            return _write(wanted, diagnostics, force=force)
    except OutputError as fault:
        code, hint = ("busy", _BUSY_HINT) if fault.busy else ("output", _OUTPUT_HINT)
        diagnostics.error(code, fault.message, SourceSpan(path=fault.path), hint)
    return False


def _write(targets: list[Target], diagnostics: Diagnostics, *, force: bool) -> bool:
    """Stage all folders, then swap them in; nobody else writes to them meanwhile."""
    from generator.emit.output import finish, prepare
    from generator.emit.staging import drop, mend
    from generator.targets import report_conflicts

    for one in targets:
        mend(one.folder)
    current = [one.compared_again() for one in targets]
    if not force and report_conflicts(current, diagnostics):
        return False
    with ExitStack() as staged:
        stages = []
        for one in current:
            stage = prepare(one.changes, one.folder, force=force)
            if stage is not None:
                staged.callback(drop, stage)
                stages.append(stage)
        for stage in stages:
            finish(stage)
        staged.pop_all()
    return True


def _wanted(
    readings: tuple[Reading, ...], request: Request, diagnostics: Diagnostics
) -> list[tuple[Reading, Pack, Path]]:
    """Each API with each of its packs; nothing where two would write to one folder."""
    from generator.emit.pack import load_pack

    packs: dict[str, Pack] = {}
    wanted: dict[Path, tuple[Reading, Pack, Path]] = {}
    for reading in readings:
        name = folder_name(reading.documents.name)
        for pack in dict.fromkeys(request.packs or reading.documents.config.packs):
            folder = request.out / pack / name
            if not name or folder in wanted:
                _report_name(reading.documents, folder, diagnostics)
                return []
            if pack not in packs:
                packs[pack] = load_pack(pack, request.template_folders)
            wanted[folder] = (reading, packs[pack], folder)
    return list(wanted.values())


def _report_name(documents: Documents, folder: Path, diagnostics: Diagnostics) -> None:
    message = f"would be written to {folder.as_posix()}, as another API is"
    if folder.name != folder_name(documents.name):
        message = "is in a folder whose name holds no letter or digit to name the output by"
    span = SourceSpan(path=documents.sources[0].path)
    diagnostics.error("api-name", message, span, "Rename the folder the page is in.")


def folder_name(name: str) -> str:
    """The API's name where a folder may be called so, else its words: ``My API`` -> ``my-api``."""
    return name if _FOLDER_NAME.fullmatch(name) else "-".join(words(name))


def _target(reading: Reading, pack: Pack, *, folder: Path, request: Request) -> Target:
    from generator.emit.manifest import Manifest
    from generator.emit.provenance import mapped_files, written
    from generator.made_before import MadeBefore
    from generator.made_from import page_hashes

    began = time.monotonic()
    advance = None if request.track is None else request.track(folder.as_posix())
    limits, means = reading.documents.limits, request.means
    pages = page_hashes(reading.documents)
    sources = reading.documents.sources
    before = MadeBefore(means, pack, place=reading.path, pages=pages, sources=sources)
    files = emit_api(reading.api, pack, limits=limits, means=means, progress=advance, before=before)
    lines = mapped_files(files, sources)
    before.keep(lines)
    files = (*files, written(lines))
    if not reading.documents.whole:
        _refuse_to_narrow(folder, pages)
    target = Target(
        path=reading.path,
        folder=folder,
        operations=len(reading.api.operations),
        files=files,
        made_from=Manifest(
            generator=__version__, pack=pack.name, pack_hash=pack.digest, pages=pages
        ),
    ).compared()
    return replace(target, seconds=reading.seconds + time.monotonic() - began)


def _refuse_to_narrow(folder: Path, pages: Mapping[str, str]) -> None:
    """One page of an API must not take away what was made from all of them."""
    from generator.emit.manifest import MANIFEST_NAME, parse_manifest
    from generator.emit.paths import OutputError

    kept = folder / MANIFEST_NAME
    manifest = parse_manifest(kept.read_bytes()) if kept.is_file() else None
    made_from = {one for one in manifest.pages if "/" not in one} if manifest else set()
    others = len(made_from - set(pages))
    if others:
        message = f"was made from {others} more pages, whose calls one page alone would remove"
        raise OutputError(folder.as_posix(), message)
