"""What a docs root lists: its text, and the pages that it or its groups' pages name."""

from __future__ import annotations

from collections.abc import Sequence

from generator.diagnostics import Diagnostics
from generator.fetch.addresses import AddressError, Page, beside, markdown, pages
from generator.fetch.answers import Answer, FetchError, as_text
from generator.fetch.download import Downloader, Wanted
from generator.read import LinkKind, RootLink, is_root, read_root, root_links
from generator.source import Source, SourceSpan
from generator.value import Struct

_MOST_SHOWN = 3
_MOST_GROUPS = 200


class Listing(Struct, frozen=True, kw_only=True):
    """The pages of an API, in the root's order; ``whole`` says that no list could not be read.

    ``title`` is the API's, empty where the document is no root as Bump writes them.
    """

    title: str
    pages: tuple[Page, ...]
    whole: bool


def list_pages(
    source: Source, base: str, downloader: Downloader, diagnostics: Diagnostics
) -> Listing:
    """The pages that the document from the address ``base`` lists, and those of its groups.

    A group is asked for only where the root itself names none of its pages, as older ones do.
    """
    links = root_links(source)
    apis = [one for one in links if one.kind is LinkKind.API]
    if apis and len(apis) == len(links):
        _report_hub(apis, base, diagnostics)
        return Listing(title="", pages=(), whole=False)
    found = list(pages(links, base, diagnostics))
    whole = not diagnostics.has_errors
    bare = _bare_groups(links)
    if bare:
        below, all_read = _of_groups(bare, base, downloader, diagnostics)
        names = {one.name for one in found}
        found += [one for one in below if one.name not in names]
        whole = whole and all_read
    if not found and not diagnostics.has_errors:
        hint = "Give the address of an API's docs root with .md behind it, or of its llms.txt."
        message = "lists no page of an operation"
        diagnostics.error("fetch-empty", message, SourceSpan(path=base), hint)
    root = read_root(source, Diagnostics()) if is_root(source) else None
    return Listing(title=root.title if root else "", pages=tuple(found), whole=whole)


def _bare_groups(links: Sequence[RootLink]) -> list[RootLink]:
    """The groups that no page follows."""
    kinds = [one.kind for one in links]
    return [
        one
        for at, one in enumerate(links)
        if one.kind is LinkKind.GROUP and LinkKind.PAGE not in kinds[at + 1 : at + 2]
    ]


def _of_groups(
    groups: Sequence[RootLink], base: str, downloader: Downloader, diagnostics: Diagnostics
) -> tuple[list[Page], bool]:
    """The pages that groups' own pages list, and whether all of those could be read."""
    urls: dict[str, SourceSpan] = {}
    whole = len(groups) <= _MOST_GROUPS
    for one in groups[:_MOST_GROUPS]:
        try:
            urls.setdefault(markdown(beside(one.address, base)), one.span)
        except AddressError as wrong:
            diagnostics.error("fetch-outside", wrong.message, one.span, wrong.hint)
            whole = False
    if len(groups) > _MOST_GROUPS:
        message = f"lists {len(groups)} groups; at most {_MOST_GROUPS} are asked for their pages"
        diagnostics.error("too-many-pages", message, SourceSpan(path=base))
    found: dict[str, Page] = {}
    for url, answer in zip(urls, downloader.all([Wanted(url=one) for one in urls]), strict=True):
        source = _source(url, answer, diagnostics)
        whole = whole and source is not None
        if source is not None:
            for page in pages(root_links(source), source.path, diagnostics):
                found.setdefault(page.name, page)
    return list(found.values()), whole


def _source(url: str, answer: Answer | FetchError, diagnostics: Diagnostics) -> Source | None:
    if isinstance(answer, FetchError):
        report(answer, url, diagnostics)
        return None
    return as_text(answer, answer.data or b"", diagnostics)


def report(fault: FetchError, url: str, diagnostics: Diagnostics) -> None:
    """Record why an address gave no page."""
    diagnostics.error(fault.code, fault.message, SourceSpan(path=url), fault.hint)


def _report_hub(apis: Sequence[RootLink], base: str, diagnostics: Diagnostics) -> None:
    shown = []
    for one in apis[:_MOST_SHOWN]:
        try:
            shown.append(beside(one.address, base))
        except AddressError:
            continue
    hint = f"Fetch one of them: docs2sdk fetch {shown[0]}" if shown else "Fetch one of them."
    message = f"lists {len(apis)} APIs, not the pages of one"
    diagnostics.error("fetch-empty", message, SourceSpan(path=base), hint)
