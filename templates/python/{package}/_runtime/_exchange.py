"""One call on its way: attempts, redirects and the verdict, shared by both clients."""

from __future__ import annotations

import logging
import random
import ssl
import time
from datetime import UTC, datetime, timedelta
from typing import Any, Generic, TypeVar

import httpx

from ._answers import read_answer
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
from ._urls import resolve

T = TypeVar("T")
Failure = httpx.HTTPError | httpx.InvalidURL
Outcome = httpx.Response | Failure
"""How an attempt ended; an invalid URL is one that a redirect names."""

FAILURES = (httpx.HTTPError, httpx.InvalidURL)

MAX_REDIRECTS = 5

_TRANSIENT = (httpx.TimeoutException, httpx.NetworkError, httpx.RemoteProtocolError)
_NEVER_OPENED = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout)


class Exchange(Generic[T]):
    """The state of one call between its attempts."""

    def __init__(
        self,
        call: Call[T],
        request: httpx.Request,
        settings: Settings,
        options: Options,
    ) -> None:
        self.request = request
        self.retries = 0
        self._call = call
        self._settings = settings
        self._options = options
        self._started = time.monotonic()
        self._waited = 0.0
        self._redirects = 0
        self._log = logging.getLogger(settings.name)

    def after(self, outcome: Outcome) -> float | None:
        """Seconds to wait before another attempt, or None when this outcome is the last."""
        if isinstance(outcome, httpx.Response):
            if outcome.has_redirect_location:
                return self._redirect(outcome)
            sent = outcome.headers.get("retry-after")
            retry_after = parse_retry_after(sent, now=datetime.now(UTC))
            again = may_retry_status(
                self._call.method, outcome.status_code, retry_after
            )
        else:
            retry_after = None
            opened = not isinstance(outcome, _NEVER_OPENED)
            again = is_transient(outcome) and may_retry_failure(
                self._call.method, opened=opened
            )
        if not again or self.retries >= self._options.max_retries:
            return None
        return self._wait(
            backoff(self.retries, random.random) if retry_after is None else retry_after
        )

    def result(self, outcome: Outcome) -> T:
        """The value of the last outcome; raises what it stands for when it is no success."""
        if not isinstance(outcome, httpx.Response):
            # A protocol error of our own side quotes the header it could not send.
            told = not isinstance(outcome, httpx.LocalProtocolError)
            raise self._failure(outcome) from (outcome if told else None)
        response = self._response(outcome)
        self._log.debug(
            "%s %s: %d in %.3f s, %d retries, request id %s",
            *(self._call.method, self._call.template, response.status_code),
            *(response.elapsed.total_seconds(), self.retries, response.request_id),
        )
        if not outcome.is_success:
            raise APIStatusError.of(response, self._settings.error)
        return read_answer(response, self._call.into, strict=self._options.strict)

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
        where = {"method": self._call.method, "path": self._call.template}
        target = resolve(response.request.url, response.headers["location"])
        if target is None:
            raise APIRedirectError("refused a redirect to another origin", **where)
        if self._call.method not in ("GET", "HEAD"):
            return None
        self._redirects += 1
        if self._redirects > MAX_REDIRECTS:
            raise APIRedirectError(f"more than {MAX_REDIRECTS} redirects", **where)
        old = self.request
        self.request = httpx.Request(
            old.method,
            target,
            headers=old.headers,
            content=old.content or None,
            extensions=old.extensions,
        )
        return 0.0

    def _response(self, response: httpx.Response) -> ApiResponse[Any]:
        return ApiResponse(
            status_code=response.status_code,
            headers=self._settings.headers(response.headers),
            method=self._call.method,
            path=self._call.template,
            url=str(response.request.url),
            content=response.content,
            elapsed=timedelta(seconds=time.monotonic() - self._started),
            retries=self.retries,
        )

    def _failure(self, error: Failure) -> APIConnectionError | DecodeError:
        where = {"method": self._call.method, "path": self._call.template}
        if isinstance(error, httpx.DecodingError):
            return DecodeError("the body's compression is broken", **where)
        if isinstance(error, httpx.TimeoutException):
            return APITimeoutError(f"timed out: {type(error).__name__}", **where)
        if isinstance(error, httpx.LocalProtocolError):
            return APIConnectionError("the request breaks HTTP's rules", **where)
        return APIConnectionError(
            f"no answer: {error or type(error).__name__}", **where
        )


def is_transient(error: Failure) -> bool:
    """Whether the failure can pass by itself; a refused certificate cannot."""
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, ssl.SSLCertVerificationError):
            return False
        cause = cause.__cause__ or cause.__context__
    return isinstance(error, _TRANSIENT)
