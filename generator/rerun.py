"""A run over inputs that an earlier run had, too: what it came to is told without doing it again."""

from __future__ import annotations

import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.cache.inputs import input_key, template_key
from generator.cache.keys import key_of
from generator.cache.results import Known, KnownTarget, holds, recall, remember
from generator.diagnostics import Diagnostic
from generator.request import Request


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """An API whose output holds already what a run would write; ``seconds`` is for finding out."""

    path: Path
    known: Known
    seconds: float


def run_keys(paths: Iterable[Path], request: Request) -> dict[Path, str]:
    """A key for the run over each API: a hash of all that goes in.

    APIs that only a real run can judge have none; nor has any where nothing is kept.
    """
    if request.means.store.folder is None:
        return {}
    templates = template_key(request.template_folders)
    if templates is None:
        return {}
    limits = (f"{name}={one}" for name, one in sorted(request.limits.items()))
    own = (*request.packs, "", *limits)
    keys = {}
    for path in paths:
        inputs = input_key(path)
        if inputs is not None:
            keys[path] = key_of(request.means.made_by, templates, inputs, *own)
    return keys


def settled(
    paths: tuple[Path, ...], keys: Mapping[Path, str], request: Request
) -> tuple[Settled, ...]:
    """The APIs with nothing to do; none where two of them meet in one folder."""
    found = []
    for path in paths:
        began = time.monotonic()
        known = recall(request.means.store, keys[path]) if path in keys else None
        if known is not None and all(holds(one, request.out) for one in known.targets):
            found.append(Settled(path=path, known=known, seconds=time.monotonic() - began))
    folders = [target.folder for one in found for target in one.known.targets]
    return tuple(found) if len(folders) == len(set(folders)) else ()


def remember_run(
    key: str | None,
    request: Request,
    *,
    found: tuple[Diagnostic, ...],
    targets: Iterable[KnownTarget],
) -> None:
    """Keep what a run came to, for the next one with the same key."""
    if key is not None:
        remember(request.means.store, key, Known(found=found, targets=tuple(targets)))
