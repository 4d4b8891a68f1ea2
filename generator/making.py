"""Planned files as finished ones: rendered, laid out and with the traces of their lines."""

from __future__ import annotations

from collections.abc import Callable

from generator.emit.alignment import with_lines
from generator.emit.files import RenderedFile
from generator.emit.fingerprints import Fingerprints
from generator.emit.pack import Pack
from generator.emit.plan import FilePlan
from generator.emit.views import ApiView
from generator.laying_out import lay_out
from generator.limits import Limits, demand
from generator.made_before import MadeBefore
from generator.means import Means


def make_files(
    plans: tuple[FilePlan, ...],
    view: ApiView,
    pack: Pack,
    *,
    means: Means,
    limits: Limits,
    progress: Callable[[int, int], None] | None,
    before: MadeBefore,
) -> tuple[RenderedFile, ...]:
    """The files in the order of the plans; those that an earlier run made so are taken from it.

    ``progress`` is told how many are finished, and of how many. Raises ``PackError`` and
    ``LimitError`` as ``emit_api`` does.
    """
    prints = Fingerprints(view)
    found = [before.find(one, prints) for one in plans]
    done = {one.path: one for one in found if one is not None}
    rest = tuple(one for one in plans if one.path not in done)
    rendered = _rendered(rest, pack)
    sizes = {one.path: len(one.text.encode("utf-8")) for one in rendered}
    demand(limits, "output-bytes", sum(sizes.values()) + before.size_of(done))
    count = _counter(len(plans), progress)
    count(len(done))
    laid_out = rendered
    if pack.formatter and rendered:
        laid_out = lay_out(rendered, pack.formatter, means=means, progress=count)
    finished = with_lines(rendered, laid_out)
    done |= {one.path: one for one in finished}
    made = ((plan, one, sizes[one.path]) for plan, one in zip(rest, finished, strict=True))
    before.learn(made, prints)
    return tuple(done[one.path] for one in plans)


def _rendered(plans: tuple[FilePlan, ...], pack: Pack) -> tuple[RenderedFile, ...]:
    if not plans:
        return ()
    from generator.emit.render import render  # imports jinja2, which nothing needs otherwise

    return render(plans, pack)


def _counter(total: int, progress: Callable[[int, int], None] | None) -> Callable[[int], None]:
    finished = 0

    def count(more: int) -> None:
        nonlocal finished
        finished += more
        if progress is not None and more:
            progress(finished, total)

    return count
