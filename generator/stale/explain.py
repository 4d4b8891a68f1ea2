"""Why an output folder is not current: what it was made from, what is there now, what that means."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from generator.diagnostics import Diagnostics
from generator.diff.revision import GitError, last_change
from generator.emit.manifest import MANIFEST_NAME, Manifest, parse_manifest
from generator.targets import Target
from generator.value import Struct

if TYPE_CHECKING:
    from generator.diff.printers import Comparison
    from generator.diff.sides import Side

_NO_HISTORY = (
    "the pages it was made from are in no revision that git has here; a checkout with its history "
    "(fetch-depth: 0) may have them"
)


class Stale(Struct, frozen=True, kw_only=True):
    """An output folder that would change, and what is known of the reason.

    ``changed``, ``added`` and ``removed`` are pages and answers since it was made, as paths.
    ``tools`` are what else it was made with: ``docs2sdk 0.1.0 -> 0.2.0``. ``comparison`` says
    what the pages' changes mean, since ``revision``; where there is none, ``unknown`` says why,
    unless nothing was generated before.
    """

    target: Target
    changed: tuple[str, ...] = ()
    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    tools: tuple[str, ...] = ()
    revision: str = ""
    comparison: Comparison | None = None
    unknown: str = ""


def explain(targets: Iterable[Target], limits: Mapping[str, int]) -> tuple[Stale, ...]:
    """Why each of the folders would change; ``limits`` are numbers by the names of options."""
    known: dict[tuple[Path, str], tuple[Side, Comparison] | None] = {}
    return tuple(_explained(one, limits, known) for one in targets)


def _explained(
    target: Target,
    limits: Mapping[str, int],
    known: dict[tuple[Path, str], tuple[Side, Comparison] | None],
) -> Stale:
    manifest = _manifest(target)
    if manifest is None:
        return Stale(target=target)
    old, new = manifest.pages, target.made_from.pages
    revision = _revision(target.folder / MANIFEST_NAME)
    key = target.path, revision
    if revision and key not in known:
        known[key] = _compared(target.path, revision, limits)
    found = known.get(key)
    since = found[1] if found is not None and dict(found[0].pages) == dict(old) else None
    return Stale(
        target=target,
        changed=_paths(target, (one for one in old if new.get(one, old[one]) != old[one])),
        added=_paths(target, set(new) - set(old)),
        removed=_paths(target, set(old) - set(new)),
        tools=_tools(manifest, target.made_from),
        revision=revision if since is not None else "",
        comparison=since,
        unknown="" if since is not None else _NO_HISTORY,
    )


def _manifest(target: Target) -> Manifest | None:
    """What the folder was made from; ``None`` where nobody knows."""
    (change,) = (one for one in target.changes if one.path == MANIFEST_NAME)
    return None if change.before is None else parse_manifest(change.before)


def _revision(manifest: Path) -> str:
    """The revision that last wrote the output; empty where git knows none."""
    try:
        return last_change(manifest)
    except GitError:
        return ""


def _compared(
    path: Path, revision: str, limits: Mapping[str, int]
) -> tuple[Side, Comparison] | None:
    """The pages then, and what is told of their changes since."""
    from generator.diff.comparing import compared
    from generator.diff.sides import load_revision, load_side

    place, found = path.as_posix(), Diagnostics()  # what is wrong now is told, what was, is not
    old = load_revision(revision, place, found, limits)
    new = load_side(place, found, limits)
    if old is None or new is None:
        return None
    return old, compared((f"{revision}:{place}", place), old, new, Diagnostics())


def _paths(target: Target, names: Iterable[str]) -> tuple[str, ...]:
    """Names of pages as paths a user can open; of a single page, its neighbours too."""
    folder = target.path.parent if target.path.suffix == ".md" else target.path
    return tuple((folder / one).as_posix() for one in sorted(names))


def _tools(old: Manifest, new: Manifest) -> tuple[str, ...]:
    found = []
    if old.generator != new.generator:
        found.append(f"docs2sdk {old.generator} -> {new.generator}")
    if old.pack_hash != new.pack_hash:
        found.append(f"the pack {new.pack}")
    return tuple(found)
