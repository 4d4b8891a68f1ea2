"""All that one call would write: worked out where something changed, remembered where nothing did."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from generator.cache.keys import generator_stamp
from generator.cache.results import KnownTarget
from generator.collector import paused
from generator.diagnostics import Diagnostics
from generator.report import written_line
from generator.request import Request
from generator.rerun import Run, Settled, remember_run, runs_over, settled, undisturbed
from generator.value import Struct, replace

if TYPE_CHECKING:
    from generator.run import Reading
    from generator.targets import Target


class Planned(Struct, frozen=True, kw_only=True):
    """The output folders of a call; ``settled`` are those that hold what they should."""

    out: Path
    paths: tuple[Path, ...] = ()
    targets: tuple[Target, ...] = ()
    settled: tuple[Settled, ...] = ()

    def folders(self) -> Iterator[tuple[str, Target | None]]:
        """Every output folder in the order of the APIs; without a target where it is settled."""
        for path in self.paths:
            for one in self.settled:
                if one.path == path:
                    yield from (
                        ((self.out / it.folder).as_posix(), None) for it in one.known.targets
                    )
            yield from ((one.folder.as_posix(), one) for one in self.targets if one.path == path)

    def written(self) -> Iterator[str]:
        """One line about each folder that was written, or need not be."""
        lines = {
            (self.out / target.folder).as_posix(): (one, target)
            for one in self.settled
            for target in one.known.targets
        }
        for folder, target in self.folders():
            if target is not None:
                from generator.targets import written

                yield written(target)
                continue
            one, known = lines[folder]
            yield written_line(
                folder,
                operations=known.operations,
                files=len(known.files),
                fresh=0,
                removed=0,
                seconds=one.seconds,
            )


def plan_all(
    paths: tuple[Path, ...],
    request: Request,
    found: Diagnostics,
    *,
    warn: Callable[[Diagnostics], None] | None = None,
) -> Planned:
    """What would change in every output folder; nothing is written but the store.

    ``warn`` is called once all is read and without errors. After an error nothing is planned.
    """
    runs = runs_over(paths, request)
    done = settled(paths, runs, request) if len(paths) == len(set(paths)) else ()
    for one in done:
        found.extend(one.known.found)
    rest = tuple(path for path in paths if path not in {one.path for one in done})
    planned = Planned(out=request.out, paths=paths, settled=done)
    if not rest:
        if warn is not None and not found.has_errors:
            warn(found)
        return planned
    with paused():
        targets = _worked_out(rest, planned, runs=runs, request=request, found=found, warn=warn)
    return replace(planned, targets=targets)


def _worked_out(
    rest: tuple[Path, ...],
    planned: Planned,
    *,
    runs: dict[Path, Run],
    request: Request,
    found: Diagnostics,
    warn: Callable[[Diagnostics], None] | None,
) -> tuple[Target, ...]:
    """The output folders of the APIs that are not settled; none after an error."""
    from generator.run import plan_targets, read_apis

    readings = read_apis(rest, found, request.means, request.limits)
    if found.has_errors:
        return ()
    if warn is not None:
        warn(found)
    targets = plan_targets(readings, request, found)
    known = {folder for folder, _ in planned.folders()}
    if known & {one.folder.as_posix() for one in targets}:  # two APIs would meet in one folder
        again = read_apis(planned.paths, Diagnostics(), request.means, request.limits)
        plan_targets(again, request, found)
    if not found.has_errors:
        _remember(readings, targets, runs, request)
    return targets


def _remember(
    readings: tuple[Reading, ...],
    targets: tuple[Target, ...],
    runs: dict[Path, Run],
    request: Request,
) -> None:
    """Keep what the run came to, unless somebody changed its inputs meanwhile."""
    from generator.targets import hashes

    if not runs or generator_stamp() != request.means.stamp:
        return
    ours = [runs[one.path] for one in readings if one.path in runs]
    known = undisturbed(ours, request)
    for reading in readings:
        own = [
            KnownTarget(
                folder=one.folder.relative_to(request.out).as_posix(),
                operations=one.operations,
                files=hashes(one),
            )
            for one in targets
            if one.path == reading.path
        ]
        if own and reading.path in known:
            remember_run(known[reading.path], request, found=reading.found, targets=own)
    request.means.store.sweep()
