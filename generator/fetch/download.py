"""Pages over HTTP: a few at a time, only what changed, politely and within limits."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

import httpx

from generator import __version__
from generator.decode import MAX_BYTES
from generator.fetch.addresses import AddressError, beside
from generator.fetch.answers import Answer, FetchError, Validators, too_large, unpacker
from generator.limits import DEFAULTS
from generator.shown import shown
from generator.value import Struct, field

AT_ONCE = 4
"""Requests at the same time."""
TRIES = 3
"""Requests for one page, where the server asks to come back or the connection fails."""
LONGEST_PAUSE = 30.0
"""Seconds a server may ask to wait."""

_REDIRECTS = 5
_COME_BACK = (429, 502, 503, 504)
_PAUSE = 0.5
"""Seconds before the second try; the third comes after twice as many."""
_GIVE_UP = 5
"""Pages in a row that give nothing, after which no more are asked for."""
_LONGEST_VALIDATOR = 500
_SETTINGS = "Look at the variables HTTPS_PROXY, ALL_PROXY, SSL_CERT_FILE and SSL_CERT_DIR."


class Wanted(Struct, frozen=True, kw_only=True):
    """An address, and what is known of the page that was fetched from it before."""

    url: str
    known: Validators = field(default_factory=Validators)


class Downloader:
    """Asks one host for pages; ``timeout`` is in seconds for a whole answer, redirects too."""

    def __init__(self, *, timeout: float) -> None:
        self._timeout = timeout
        self._resume = 0.0
        self._size = 0
        self._failed = 0

    def one(self, wanted: Wanted) -> Answer | FetchError:
        """A single page, such as the root."""
        return self.all([wanted])[0]

    def all(
        self, every: Sequence[Wanted], *, progress: Callable[[int, int], None] | None = None
    ) -> list[Answer | FetchError]:
        """An answer, or why there is none, for each page, in order.

        ``progress`` is told how many are done, and of how many.
        """
        return asyncio.run(self._all(every, progress))

    async def _all(
        self, every: Sequence[Wanted], progress: Callable[[int, int], None] | None
    ) -> list[Answer | FetchError]:
        found: dict[int, Answer | FetchError] = {}
        left = iter(enumerate(every))
        try:
            client = _client()
        except (ValueError, ImportError, OSError, httpx.InvalidURL) as fault:
            message = f"cannot be fetched: {fault}"
            return [FetchError("fetch-failed", message, _SETTINGS) for _ in every]
        async with client:

            async def work() -> None:
                for at, wanted in left:
                    found[at] = await self._page(client, wanted)
                    if progress is not None:
                        progress(len(found), len(every))

            async with asyncio.TaskGroup() as group:
                for _ in range(min(AT_ONCE, len(every))):
                    group.create_task(work())
        return [found[at] for at in range(len(every))]

    async def _page(self, client: httpx.AsyncClient, wanted: Wanted) -> Answer | FetchError:
        """One page, tried again where that is of use; nothing is asked of a host that fails."""
        if self._failed >= _GIVE_UP:
            return FetchError("fetch-stopped", "was not asked for: those before it failed, too")
        try:
            answer = await self._tried(client, wanted)
        except FetchError as fault:
            self._failed = self._failed + 1 if fault.of_host else 0
            return fault
        self._failed = 0
        self._size += len(answer.data or b"")
        if self._size > DEFAULTS.input_bytes:
            message = f"is one page too many: at most {DEFAULTS.input_bytes} bytes are fetched"
            return FetchError("too-large", message, "Fetch the first pages with --limit.")
        return answer

    async def _tried(self, client: httpx.AsyncClient, wanted: Wanted) -> Answer:
        for pause in _pauses():
            await asyncio.sleep(max(0.0, self._resume - time.monotonic()))
            try:
                async with asyncio.timeout(self._timeout):
                    return await _answer(client, wanted)
            except _Later as later:
                if pause is None:
                    raise later.fault from None
                # All wait: a server that has enough of us has enough of each of us.
                wait = min(LONGEST_PAUSE, max(pause, later.seconds))
                self._resume = max(self._resume, time.monotonic() + wait)
            except TimeoutError:
                message = f"was not answered within {self._timeout:g} s"
                hint = "Allow more with --timeout."
                raise FetchError("fetch-timeout", message, hint, of_host=True) from None
            except (httpx.HTTPError, httpx.InvalidURL) as fault:
                if pause is None:
                    message = f"cannot be fetched: {str(fault) or type(fault).__name__}"
                    raise FetchError("fetch-failed", message, of_host=True) from None
                await asyncio.sleep(pause)
        raise AssertionError("the last try returns or raises")


def _client() -> httpx.AsyncClient:
    headers = {"User-Agent": f"docs2sdk/{__version__}", "Accept": "text/markdown, text/plain"}
    return httpx.AsyncClient(
        headers=headers | {"Accept-Encoding": "gzip"},
        timeout=None,  # there is one limit for a whole answer
        limits=httpx.Limits(max_connections=AT_ONCE),
    )


class _Later(Exception):
    """The server asks to come back, after so many seconds; ``fault`` is for the last try."""

    def __init__(self, fault: FetchError, seconds: float) -> None:
        super().__init__(fault.message)
        self.fault = fault
        self.seconds = seconds


def _pauses() -> Iterator[float | None]:
    """The seconds to wait after each try; ``None`` after the last."""
    yield from (_PAUSE * 2**one for one in range(TRIES - 1))
    yield None


async def _answer(client: httpx.AsyncClient, wanted: Wanted) -> Answer:
    """The answer behind all redirects, which must stay on the host."""
    url = wanted.url
    for _ in range(_REDIRECTS + 1):
        async with client.stream("GET", url, headers=wanted.known.headers()) as response:
            if response.status_code == 304 and wanted.known.headers():
                return Answer(url=url, data=None, validators=wanted.known)
            if not response.has_redirect_location:
                return await _body(response, url)
            url = _redirect(response, url)
    raise FetchError("fetch-redirect", f"is redirected more than {_REDIRECTS} times")


def _redirect(response: httpx.Response, url: str) -> str:
    try:
        return beside(response.headers["Location"], url)
    except AddressError as wrong:
        message = f"is redirected, which {wrong.message}"
        raise FetchError("fetch-redirect", message, wrong.hint) from None


async def _body(response: httpx.Response, url: str) -> Answer:
    """The body of a page, whole and of bounded size."""
    headers = response.headers
    if response.status_code != 200:
        reason = shown(response.reason_phrase)
        message = f"was answered {response.status_code} {reason}".rstrip()
        of_host = response.status_code in (429, *range(500, 600))
        fault = FetchError("fetch-status", message, of_host=of_host)
        if response.status_code in _COME_BACK:
            raise _Later(fault, _seconds(headers.get("Retry-After", "")))
        raise fault
    unpack = unpacker(headers.get("Content-Encoding", ""))
    received, data = 0, bytearray()
    async for piece in response.aiter_raw():
        received += len(piece)
        data += unpack.feed(piece)
        if max(received, len(data)) > MAX_BYTES:
            raise too_large()
    unpack.close()
    return Answer(
        url=url,
        data=bytes(data),
        content_type=headers.get("Content-Type", ""),
        validators=Validators(
            etag=_validator(headers.get("ETag", "")),
            last_modified=_validator(headers.get("Last-Modified", "")),
        ),
    )


def _validator(value: str) -> str:
    """A header that may be sent back later; empty for one that is no plain short text."""
    plain = value.isascii() and value.isprintable() and len(value) <= _LONGEST_VALIDATOR
    return value if plain else ""


def _seconds(text: str) -> float:
    """What ``Retry-After`` says, as seconds from now; 0 where it says nothing."""
    if text.isascii() and text.isdigit():
        return float(text[:6])
    try:
        at = parsedate_to_datetime(text)
    except ValueError:
        return 0.0
    at = at if at.tzinfo else at.replace(tzinfo=UTC)
    return max(0.0, (at - datetime.now(UTC)).total_seconds())
