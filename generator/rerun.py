"""A run over inputs that an earlier run had, too: what it came to is told without doing it again."""

from __future__ import annotations

import time
from collections.abc import Iterable, Mapping
from pathlib import Path

from generator.cache.inputs import Inputs, look_at, template_key
from generator.cache.keys import key_of
from generator.cache.results import Known, KnownTarget, holds, recall, remember
from generator.diagnostics import Diagnostic
from generator.request import Request
from generator.value import Struct


class Settled(Struct, frozen=True, kw_only=True):
    """An API whose output holds already what a run would write; ``seconds`` is for finding out."""

    path: Path
    known: Known
    seconds: float


class Run(Struct, frozen=True, kw_only=True):
    """All that goes into the run over one API; ``key`` is a hash of it."""

    key: str
    templates: str
    inputs: Inputs


def runs_over(paths: Iterable[Path], request: Request) -> dict[Path, Run]:
    """The run over each API.

    APIs that only a real run can judge have none; nor has any where nothing is kept.
    """
    if request.means.store.folder is None:
        return {}
    templates = template_key(request.template_folders)
    if templates is None:
        return {}
    limits = (f"{name}={one}" for name, one in sorted(request.limits.items()))
    own = (*request.packs, "", *limits)
    found = {}
    for path in paths:
        inputs = look_at(path)
        if inputs is not None:
            key = key_of(request.means.made_by, templates, inputs.key, *own)
            found[path] = Run(key=key, templates=templates, inputs=inputs)
    return found


def undisturbed(runs: Iterable[Run], request: Request) -> dict[Path, Run]:
    """Those runs whose inputs nobody has changed since; of others nobody knows what they read."""
    templates = template_key(request.template_folders)
    return {
        one.inputs.path: one
        for one in runs
        if one.templates == templates and one.inputs.still_hold()
    }


def settled(
    paths: tuple[Path, ...], runs: Mapping[Path, Run], request: Request
) -> tuple[Settled, ...]:
    """The APIs with nothing to do; none where two of them meet in one folder."""
    found = []
    for path in paths:
        began = time.monotonic()
        known = recall(request.means.store, runs[path].key) if path in runs else None
        if known is not None and all(holds(one, request.out) for one in known.targets):
            found.append(Settled(path=path, known=known, seconds=time.monotonic() - began))
    folders = [target.folder for one in found for target in one.known.targets]
    return tuple(found) if len(folders) == len(set(folders)) else ()


def remember_run(
    run: Run, request: Request, *, found: tuple[Diagnostic, ...], targets: Iterable[KnownTarget]
) -> None:
    """Keep what a run came to, for the next one with the same key."""
    remember(request.means.store, run.key, Known(found=found, targets=tuple(targets)))
