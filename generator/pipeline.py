"""The way from documents to files, all of it in memory."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from generator.config import ApiConfig
from generator.config_types import read_types
from generator.diagnostics import Diagnostics
from generator.emit.files import RenderedFile
from generator.emit.pack import Pack
from generator.examples import Example
from generator.ir import Api, Operation
from generator.limits import DEFAULTS, Limits, within
from generator.means import ALONE, Means
from generator.page_readings import read_front, read_pages
from generator.passes.check import check
from generator.passes.disagreements import report_disagreements
from generator.passes.hoist import hoist
from generator.passes.lending import lend_values
from generator.passes.link import link
from generator.passes.reconcile import reconcile
from generator.passes.recover import recover
from generator.passes.sampled import apply_examples
from generator.passes.spelling import drop_doubtful
from generator.passes.stated_models import state_models
from generator.read.root import is_root
from generator.source import Source, SourceSpan
from generator.value import Struct

if TYPE_CHECKING:
    from generator.made_before import MadeBefore


class Documents(Struct, frozen=True, kw_only=True):
    """What one API is made from: its pages, their sample answers, its configuration, the folder's name, and how much may be read.

    ``whole`` says that these are all pages of the folder.
    """

    name: str
    sources: tuple[Source, ...]
    config: ApiConfig
    whole: bool = True
    examples: tuple[Example, ...] = ()
    limits: Limits = DEFAULTS


def read_api(documents: Documents, diagnostics: Diagnostics, means: Means = ALONE) -> Api | None:
    """Read, link, recover, hoist, reconcile and check; ``None`` where errors were reported."""
    roots: list[Source] = []
    pages: list[Source] = []
    for source in documents.sources:
        (roots if is_root(source) else pages).append(source)
    root = read_front(roots[0], diagnostics, means) if roots else None
    operations = read_pages(pages, diagnostics, means, documents.limits)
    _count(operations, documents.limits, diagnostics)
    if not operations and not diagnostics.has_errors:
        diagnostics.error(
            "no-operation",
            "no page describes an operation",
            SourceSpan(path=documents.sources[0].path if documents.sources else documents.name),
            "a page of an operation has a line like **POST /v1/things**",
        )
    if diagnostics.has_errors:
        return None
    operations = drop_doubtful(operations, diagnostics)
    types = read_types(documents.config, diagnostics)
    if diagnostics.has_errors:
        return None
    api = link(
        apply_examples(operations, documents.examples, diagnostics),
        name=documents.name,
        root=root,
        config=documents.config,
        diagnostics=diagnostics,
        types=types,
        whole=documents.whole,
    )
    api = state_models(
        reconcile(hoist(lend_values(recover(api)))),
        documents.config,
        types=types,
        diagnostics=diagnostics,
        whole=documents.whole,
    )
    check(api, diagnostics)
    report_disagreements(api, diagnostics)
    return None if diagnostics.has_errors else api


def _count(operations: tuple[Operation, ...], limits: Limits, diagnostics: Diagnostics) -> None:
    """Report more operations than are allowed at the first that is one too many."""
    found, most = len(operations), limits.operations
    if found > most:
        span = operations[most].span
        within(limits, "operations", found, span=span, diagnostics=diagnostics)


def emit_api(
    api: Api,
    pack: Pack,
    *,
    means: Means = ALONE,
    limits: Limits = DEFAULTS,
    progress: Callable[[int, int], None] | None = None,
    before: MadeBefore | None = None,
) -> tuple[RenderedFile, ...]:
    """Every file of the SDK, formatted and sorted by path; those made ``before`` are not made again.

    ``progress`` is told how many files are finished, and of how many. Raises ``PackError`` for a
    fault in the pack, ``ProofError`` where a file is not what the pack and the API say,
    ``LimitError`` for more output than is allowed.
    """
    from generator.emit.api_view import api_view
    from generator.emit.plan import plan
    from generator.emit.proof import ProofError, prove
    from generator.made_before import MadeBefore
    from generator.making import make_files

    view = api_view(api, pack)
    plans = plan(view, pack)
    make = partial(make_files, plans, view, pack, means=means, limits=limits, progress=progress)
    before = before or MadeBefore()
    finished = make(before=before)
    try:
        seals = prove(finished, plans, api=api, view=view, pack=pack, proven=before.proven)
    except ProofError:
        if not before.proven:
            raise
        finished = make(before=MadeBefore())  # to tell of places that are remembered no more
        seals = prove(finished, plans, api=api, view=view, pack=pack)
    before.prove(seals)
    return finished
