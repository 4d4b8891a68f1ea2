"""One call on its way: attempts, redirects and the verdict, shared by both clients."""

from __future__ import annotations

import logging
import random
import ssl
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import IO, Any, Generic, TypeVar, cast

import httpx

from ._answers import read_answer, shape_of
from ._call import Call
from ._errors import (
    APIConnectionError,
    APIRedirectError,
    APIStatusError,
    APITimeoutError,
    DecodeError,
)
from ._options import Options, Settings
from ._results import ApiResponse
from ._retry import (
    LONGEST_WAIT,
    LONGEST_WAIT_IN_ALL,
    backoff,
    may_retry_failure,
    may_retry_status,
    parse_retry_after,
)
from ._streams import GuardedStream
from ._telling import shown_body, shown_headers
from ._urls import Origin, origin, resolve

T = TypeVar("T")
Failure = httpx.HTTPError | httpx.InvalidURL
Outcome = httpx.Response | Failure
"""How an attempt ended; an invalid URL is one that a redirect names."""

FAILURES = (httpx.HTTPError, httpx.InvalidURL)

MAX_REDIRECTS = 5

_TRANSIENT = (httpx.TimeoutException, httpx.NetworkError, httpx.RemoteProtocolError)
_NEVER_OPENED = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout)
_READ = httpx.ByteStream(b"")
_logger = cache(logging.getLogger)


class Exchange(Generic[T]):
    """The state of one call between its attempts; `opened` holds files to close after it."""

    def __init__(
        self,
        call: Call[T],
        request: httpx.Request,
        settings: Settings,
        options: Options,
        opened: list[IO[bytes]],
    ) -> None:
        self.request = request
        self.retries = 0
        self._call = call
        self._settings = settings
        self._options = options
        self._opened = opened
        self._started = self._attempted = time.monotonic()
        self._spent = 0.0
        self._waited = 0.0
        self._redirects = 0
        self._log = _logger(settings.name)
        self._limit = _deadline(request, options)

    def close(self) -> None:
        """Closes the files that were opened for the request."""
        for file in self._opened:
            file.close()

    @property
    def seconds_left(self) -> float | None:
        """How long the attempts of this call may still take; None without a limit."""
        return None if self._limit is None else max(0.001, self._limit - self._spent)

    def begin(self) -> None:
        """Starts an attempt, which gets no more time than there is left."""
        self._attempted = time.monotonic()
        left = self.seconds_left
        if self._spent and left is not None:
            given: dict[str, float | None] = self.request.extensions["timeout"]
            for name, seconds in given.items():
                given[name] = left if seconds is None else min(seconds, left)
        if self._log.isEnabledFor(logging.DEBUG):
            self._tell("sent", self.request.headers, self._sent_body())

    def allow(self, request: httpx.Request, base: Origin) -> None:
        """Raises where the request would leave the client's origin; all of them pass here."""
        if origin(request.url) != base:
            raise self._refusal("refused a request to another origin")

    def guard(self, response: httpx.Response) -> bool:
        """Bounds an answer that is about to be read; whether it is to be read now."""
        streamed = shape_of(self._call.into).streamed and response.is_success
        if not response.is_stream_consumed:
            left = None if streamed else self.seconds_left
            response.stream = GuardedStream(
                response,
                limit=None if streamed else self._options.max_bytes,
                until=None if left is None else self._attempted + left,
                bombs=self._options.max_bytes is None,
            )
        return not streamed

    def after(self, outcome: Outcome) -> float | None:
        """Seconds to wait before another attempt, or None when this outcome is the last."""
        if isinstance(outcome, httpx.Response) and outcome.is_success:
            return None
        self._spent += time.monotonic() - self._attempted
        if isinstance(outcome, httpx.Response) and outcome.has_redirect_location:
            return self._redirect(outcome)
        late = self._limit is not None and self._spent >= self._limit
        if late or self.retries >= self._options.max_retries:
            return None
        retry_after = _retry_after(outcome)
        if not self._may_retry(outcome, retry_after):
            return None
        if retry_after is None:
            retry_after = backoff(self.retries, random.random)
        return self._wait(retry_after)

    def result(self, outcome: Outcome) -> T:
        """The value of the last outcome; raises what it stands for when it is no success."""
        if not isinstance(outcome, httpx.Response):
            # A protocol error of our own side quotes the header it could not send.
            told = not isinstance(outcome, httpx.LocalProtocolError)
            raise self.failure(outcome) from (outcome if told else None)
        shape = shape_of(self._call.into)
        streamed = shape.streamed and outcome.is_success
        response = self._response(outcome, b"" if streamed else outcome.content)
        if not streamed:
            outcome.stream = _READ  # httpx's own leads back to the answer, and keeps it
        if self._log.isEnabledFor(logging.DEBUG):
            self._tell_result(response)
        if not outcome.is_success:
            raise APIStatusError.of(response, self._settings.error)
        if streamed:
            return cast(T, shape.kind(outcome, response, self.failure))
        return read_answer(response, self._call.into, strict=self._options.strict)

    def failure(self, error: Failure) -> APIConnectionError | DecodeError:
        """What an exchange that broke off raises."""
        where = self._where()
        if isinstance(error, httpx.DecodingError):
            return DecodeError(str(error), **where)
        if isinstance(error, httpx.TimeoutException):
            return APITimeoutError(f"timed out: {type(error).__name__}", **where)
        if isinstance(error, httpx.LocalProtocolError):
            return APIConnectionError("the request breaks HTTP's rules", **where)
        reason = f"no answer: {error or type(error).__name__}"
        return APIConnectionError(reason, **where)

    def _may_retry(self, outcome: Outcome, retry_after: float | None) -> bool:
        method = self._call.method
        keyed = self._call.parts.get("idempotency_header", "") in self.request.headers
        if isinstance(outcome, httpx.Response):
            status = outcome.status_code
            return may_retry_status(method, status, retry_after, keyed=keyed)
        if not is_transient(outcome):
            return False
        opened = not isinstance(outcome, _NEVER_OPENED)
        return may_retry_failure(method, opened=opened, keyed=keyed)

    def _wait(self, seconds: float) -> float | None:
        self._waited += seconds
        if seconds > LONGEST_WAIT or self._waited > LONGEST_WAIT_IN_ALL:
            return None
        self.retries += 1
        place = self._call.method, self._call.template
        self._log.debug("%s %s: retry %d in %.2f s", *place, self.retries, seconds)
        return seconds

    def _redirect(self, response: httpx.Response) -> float | None:
        """Follows a redirect of a reading method on the same origin; refuses every other origin."""
        target = resolve(self.request.url, response.headers["location"])
        if target is None:
            raise self._refusal("refused a redirect to another origin")
        if self._call.method not in ("GET", "HEAD"):
            return None
        self._redirects += 1
        if self._redirects > MAX_REDIRECTS:
            raise self._refusal(f"more than {MAX_REDIRECTS} redirects")
        old = self.request
        kept: Any = {"headers": old.headers, "extensions": old.extensions}
        self.request = httpx.Request(old.method, target, stream=old.stream, **kept)
        return 0.0

    def _response(self, response: httpx.Response, content: bytes) -> ApiResponse[Any]:
        return ApiResponse(
            status_code=response.status_code,
            headers=self._settings.headers(response.headers),
            method=self._call.method,
            path=self._call.template,
            url=str(self.request.url),
            content=content,
            elapsed=timedelta(seconds=time.monotonic() - self._started),
            retries=self.retries,
        )

    def _refusal(self, reason: str) -> APIRedirectError:
        return APIRedirectError(reason, **self._where())

    def _where(self) -> dict[str, str]:
        return {"method": self._call.method, "path": self._call.template}

    def _sent_body(self) -> bytes:
        if not self._options.log_bodies:
            return b""
        stream = self.request.stream  # files are not read for a log
        return b"".join(stream) if isinstance(stream, httpx.ByteStream) else b""

    def _tell(self, verb: str, headers: Any, body: bytes) -> None:
        said = f" {shown_body(body)}" if self._options.log_bodies and body else ""
        place = self._call.method, self._call.template
        self._log.debug("%s %s: %s %s%s", *place, verb, shown_headers(headers), said)

    def _tell_result(self, response: ApiResponse[Any]) -> None:
        self._log.debug(
            "%s %s: %d in %.3f s, %d retries, request id %s",
            *(self._call.method, self._call.template, response.status_code),
            *(response.elapsed.total_seconds(), self.retries, response.request_id),
        )
        self._tell("received", response.headers, response.content)


def middleware_around(last: Callable[..., Any], around: tuple[Any, ...]) -> Any:
    """The first of them outermost; what each calls next is the one behind it."""
    for one in reversed(around):
        last = _before(one, last)
    return last


def _before(one: Callable[..., Any], call_next: Callable[..., Any]) -> Any:
    return lambda request: one(request, call_next)


def _deadline(request: httpx.Request, options: Options) -> float | None:
    if options.deadline is None or isinstance(options.deadline, float | int):
        return options.deadline
    seconds: float | None = request.extensions["timeout"].get("read")
    return None if seconds is None else 2 * seconds


def _retry_after(outcome: Outcome) -> float | None:
    if not isinstance(outcome, httpx.Response):
        return None
    return parse_retry_after(outcome.headers.get("retry-after"), datetime.now(UTC))


def is_transient(error: Failure) -> bool:
    """Whether the failure can pass by itself; a refused certificate cannot."""
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, ssl.SSLCertVerificationError):
            return False
        cause = cause.__cause__ or cause.__context__
    return isinstance(error, _TRANSIENT)
