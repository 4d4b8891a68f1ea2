"""A folder made the mirror of a documentation: fetched as a whole, compared, then written."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from generator.diagnostics import Diagnostics
from generator.fetch.addresses import (
    USAGE,
    AddressError,
    Page,
    check_count,
    folder_of,
    folder_of_title,
    kept_address,
    root_address,
    root_name,
    shown_address,
)
from generator.fetch.answers import Answer, FetchError, as_text
from generator.fetch.decide import Fate, decide, report_fate
from generator.fetch.download import Downloader, Wanted
from generator.fetch.folder import (
    STATE_NAME,
    FileWrite,
    Known,
    State,
    content,
    digest,
    load_state,
    write,
)
from generator.fetch.listing import Listing, list_pages, report
from generator.read import is_root
from generator.source import Source, SourceSpan
from generator.value import Struct, field


class Request(Struct, frozen=True, kw_only=True):
    """What the caller asked for. No ``folder``: one below ``specs``, named by the root.

    ``timeout`` is in seconds for a page, ``track`` gives what is told of progress.
    """

    url: str
    specs: Path
    folder: Path | None = None
    limit: int | None = None
    timeout: float = 30.0
    allow_http: bool = False
    prune: bool = False
    force: bool = False
    keep_going: bool = False
    dry_run: bool = False
    track: Callable[[str], Callable[[int, int], None]] | None = None


class Outcome(Struct, frozen=True, kw_only=True):
    """What became of the files of a folder, by name."""

    folder: Path
    fates: dict[str, Fate] = field(default_factory=dict)
    removed: tuple[str, ...] = ()
    written: bool = False


def fetch(request: Request, diagnostics: Diagnostics) -> Outcome | None:
    """Fetch the pages a root lists; ``None`` after an error, and then nothing was written.

    With ``keep_going`` errors of single pages stop nothing; those pages stay as they are.
    """
    try:
        url = root_address(request.url, allow_http=request.allow_http)
    except AddressError as wrong:
        place = SourceSpan(path=shown_address(request.url))
        diagnostics.error(USAGE, wrong.message, place, wrong.hint)
        return None
    return _Mirror(request, url, diagnostics).run()


class _Mirror:
    """One run: what it learns of the folder and of the host on the way."""

    def __init__(self, request: Request, url: str, diagnostics: Diagnostics) -> None:
        self._request = request
        self._url = url
        self._diagnostics = diagnostics
        self._downloader = Downloader(timeout=request.timeout)
        name = folder_of(url)
        self._folder = request.folder or (request.specs / name if name else None)
        self._state = State()
        self._there: dict[str, bytes | None] = {}

    def run(self) -> Outcome | None:
        """From the root to the last file; ``None`` after an error that stopped it."""
        if self._folder is not None and not self._open(self._folder):
            return None
        answer = self._root()
        if answer is None:
            return None
        data = answer.data if answer.data is not None else self._content(root_name(self._url))
        source = as_text(answer, data or b"", self._diagnostics)
        if source is None:
            return None
        listing = list_pages(source, answer.url, self._downloader, self._diagnostics)
        if not listing.pages or self._must_stop():
            return None
        if self._folder is None:
            folder = self._request.specs / folder_of_title(listing.title, self._url)
            if not self._open(folder):
                return None
        return self._pages(answer, source, listing)

    def _open(self, folder: Path) -> bool:
        """Look at the folder; whether it may be the one of this root."""
        self._folder = folder
        self._state = load_state(folder, self._diagnostics)
        named = self._request.folder is not None or self._request.force
        if named or self._state.root in ("", kept_address(self._url)):
            return True
        message = f"holds the pages of {self._state.root}"
        hint = "Name a folder for these pages: docs2sdk fetch URL specs/my-api"
        self._diagnostics.error(USAGE, message, SourceSpan(path=folder.as_posix()), hint)
        return False

    def _root(self) -> Answer | None:
        wanted = self._wanted(root_name(self._url), self._url, whole=True)
        answer = self._downloader.one(wanted)
        if isinstance(answer, FetchError):
            report(answer, self._url, self._diagnostics)
            return None
        return answer

    def _pages(self, root: Answer, source: Source, listing: Listing) -> Outcome | None:
        chosen = listing.pages[: self._request.limit]
        if not check_count(chosen, self._url, self._diagnostics):
            return None
        wanted = [self._wanted(one.name, one.url) for one in chosen]
        if self._must_stop():
            return None
        track = self._request.track
        progress = track(self._folder.as_posix()) if track and self._folder else None
        answers: Sequence[Answer | FetchError] = self._downloader.all(wanted, progress=progress)
        found = {
            one.name: self._checked(one, got) for one, got in zip(chosen, answers, strict=True)
        }
        urls = {one.name: one.url for one in chosen}
        if is_root(source):
            found[root_name(self._url)] = root
            urls[root_name(self._url)] = self._url
        return self._settle(found, urls, listing)

    def _checked(self, page: Page, answer: Answer | FetchError) -> Answer | None:
        """The answer where it is a page; ``None`` after reporting why it is none."""
        if isinstance(answer, FetchError):
            report(answer, page.url, self._diagnostics)
            return None
        if answer.data is not None and as_text(answer, answer.data, self._diagnostics) is None:
            return None
        return answer

    def _settle(
        self, found: dict[str, Answer | None], urls: dict[str, str], listing: Listing
    ) -> Outcome | None:
        """Decide on every file, and write; all of it or nothing."""
        assert self._folder is not None
        fates: dict[str, Fate] = {}
        files = dict(self._state.files)
        writes = []
        for name, answer in sorted(found.items()):
            if answer is None:
                continue
            known, there = self._state.files.get(name), self._content(name)
            fate = decide(known, there, answer.data, force=self._request.force)
            report_fate(fate, known, self._path(name), self._diagnostics)
            fates[name] = fate
            if fate in (Fate.NEW, Fate.CHANGED) and answer.data is not None:
                writes.append(FileWrite(name=name, before=there, data=answer.data))
            if answer.data is not None and fate is not Fate.REFUSED:
                files[name] = Known(
                    url=kept_address(urls[name]),
                    sha256=digest(answer.data),
                    validators=answer.validators,
                )
        removed = self._vanished({*found, *(one.name for one in listing.pages)}, files, listing)
        writes += [FileWrite(name=one, before=self._content(one), data=None) for one in removed]
        if self._must_stop():
            return None
        written = not self._request.dry_run and self._write(writes, files)
        if not written and not self._request.dry_run:
            return None
        return Outcome(folder=self._folder, fates=fates, removed=tuple(removed), written=written)

    def _vanished(self, listed: set[str], files: dict[str, Known], listing: Listing) -> list[str]:
        """Report what was fetched once and is listed no more; what of it is to be removed."""
        removed = []
        for name in sorted(set(files) - listed) if listing.whole else ():
            there = self._content(name)
            edited = there is not None and digest(there) != files[name].sha256
            if there is not None and not self._request.prune:
                message = "is listed no more, and is kept"
                hint = "Remove it, or let --prune do that; then its calls leave the SDK."
                place = SourceSpan(path=self._path(name))
                self._diagnostics.warning("page-vanished", message, place, hint)
                continue
            if edited and not self._request.force:
                report_fate(Fate.REFUSED, files[name], self._path(name), self._diagnostics)
                continue
            del files[name]
            removed += [name] if there is not None else []
        return removed

    def _write(self, writes: list[FileWrite], files: dict[str, Known]) -> bool:
        assert self._folder is not None
        state = State(root=kept_address(self._url), files=files).to_bytes()
        before = content(self._folder, STATE_NAME, self._diagnostics)
        # Last: until it says so, nothing counts as fetched.
        last = [FileWrite(name=STATE_NAME, before=before, data=state)] if before != state else []
        return write(self._folder, (*writes, *last), self._diagnostics)

    def _wanted(self, name: str, url: str, *, whole: bool = False) -> Wanted:
        """A request for a page, only for changes where what was fetched still lies there.

        ``whole`` says that the text is needed, so that an edited file does not do.
        """
        known, there = self._state.files.get(name), self._content(name)
        if known is None or there is None or known.url != kept_address(url):
            return Wanted(url=url)
        if (whole or self._request.force) and digest(there) != known.sha256:
            return Wanted(url=url)
        return Wanted(url=url, known=known.validators)

    def _content(self, name: str) -> bytes | None:
        """What the file held when it was first looked at; a fault of it is reported."""
        if self._folder is None:
            return None
        if name not in self._there:
            self._there[name] = content(self._folder, name, self._diagnostics)
        return self._there[name]

    def _path(self, name: str) -> str:
        assert self._folder is not None
        return (self._folder / name).as_posix()

    def _must_stop(self) -> bool:
        """Whether an error was found that stops the run."""
        return self._diagnostics.has_errors and not self._request.keep_going
