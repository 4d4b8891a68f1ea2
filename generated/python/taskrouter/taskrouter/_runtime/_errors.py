"""Everything a call can raise, and how a vendor's error answer is read."""

from __future__ import annotations

import json
from http import HTTPStatus
from typing import Any, NamedTuple, Self

from ._headers import Documented
from ._results import ApiResponse

SHOWN = 200
"""How many characters of an answer's own words a message repeats."""


class APIError(Exception):
    """The base of everything this package raises about a call."""

    def __init__(
        self, message: str, *, method: str | None = None, path: str | None = None
    ) -> None:
        super().__init__(f"{message} ({method} {path})" if path else message)
        self.method = method
        self.path = path

    def __reduce__(self) -> tuple[Any, ...]:
        # The default would call the class with the message alone, which subclasses do not accept.
        return _restore, (type(self), self.args, self.__dict__)


def _restore(cls: type[APIError], args: Any, state: dict[str, Any]) -> APIError:
    error = cls.__new__(cls, *args)
    error.__dict__.update(state)
    return error


class MissingCredentialsError(APIError, ValueError):
    """A credential was neither given nor found in the environment."""


class APIConnectionError(APIError):
    """No answer arrived."""


class APITimeoutError(APIConnectionError):
    """No answer arrived in time."""


class APIRedirectError(APIError):
    """An answer or a page pointed to a place that this client does not follow."""


class DecodeError(APIError):
    """An answer is not what the documentation says."""

    response: ApiResponse[Documented] | None = None

    @classmethod
    def of(cls, reason: str, response: ApiResponse[Any]) -> Self:
        """The error over an answer, which it carries."""
        media_type = response.content_type or "no content type"
        about = f"{reason} [status {response.status_code}, {media_type}]"
        error = cls(about, method=response.method, path=response.path)
        error.response = response
        return error


class APIStatusError(APIError):
    """The answer's status is not one of success."""

    def __init__(
        self, response: ApiResponse[Documented], shape: ErrorShape | None = None
    ) -> None:
        self.response = response
        self.status_code = response.status_code
        self.request_id = response.request_id
        self.body = _json_or_none(response)
        """The answer read as JSON, or None."""
        facts = (shape or ErrorShape()).read(self.body)
        title = _reason_phrase(response.status_code)
        self.message = _words(facts.get("message")) or title
        self.code: str | int | None = facts.get("code")
        self.more_info: str | None = facts.get("more_info")
        self.status: str | int | None = facts.get("status")
        """The status that the body names, where the API has one of its own."""
        detail = "" if self.message == title else f": {self.message[:SHOWN]}"
        place = f"{response.method} {response.path}"
        request = f", request id {self.request_id}" if self.request_id else ""
        super().__init__(f"{self.status_code} {title}{detail} ({place}{request})")
        self.method, self.path = response.method, response.path

    @property
    def retry_after(self) -> str | None:
        """The answer's `Retry-After`, as it was sent."""
        return self.response.headers.get("retry-after")

    @classmethod
    def of(cls, response: ApiResponse[Any], shape: ErrorShape) -> APIStatusError:
        """The error of the class that fits the status."""
        status = response.status_code
        other = InternalServerError if status >= 500 else APIStatusError
        return BY_STATUS.get(status, other)(response, shape)


class BadRequestError(APIStatusError):
    """400: the request is malformed."""


class AuthenticationError(APIStatusError):
    """401: the credentials are missing or wrong."""


class PermissionDeniedError(APIStatusError):
    """403: the credentials do not allow this."""


class NotFoundError(APIStatusError):
    """404: there is no such thing."""


class ConflictError(APIStatusError):
    """409: the state of the thing does not allow this."""


class UnprocessableEntityError(APIStatusError):
    """422: the request is well formed but not acceptable."""


class RateLimitError(APIStatusError):
    """429: too many requests."""


class InternalServerError(APIStatusError):
    """500 and above: the server failed."""


BY_STATUS: dict[int, type[APIStatusError]] = {
    400: BadRequestError,
    401: AuthenticationError,
    403: PermissionDeniedError,
    404: NotFoundError,
    409: ConflictError,
    422: UnprocessableEntityError,
    429: RateLimitError,
}


_USUAL_MESSAGES = "message error.message detail title error_description error".split()


class ErrorShape(NamedTuple):
    """Where a vendor's error answer keeps its facts, as dotted paths into the JSON."""

    code: str | None = "code"
    message: str | None = "message"
    more_info: str | None = None
    status: str | None = None

    def read(self, body: Any) -> dict[str, Any]:
        """The facts that the body holds, by the names of the fields here."""
        paths = self._asdict().items()
        found = {name: dig(body, path) for name, path in paths if path}
        if found.get("message") is None:
            texts = [dig(body, path) for path in _USUAL_MESSAGES]
            found["message"] = next((x for x in texts if isinstance(x, str)), None)
        return found


def dig(body: Any, path: str) -> Any:
    """The value at a dotted path (`meta.next`, `data.-1.id`), or None."""
    for step in path.split(".") if path else ():
        if isinstance(body, dict):
            body = body.get(step)
        elif isinstance(body, list) and step.lstrip("-").isdecimal():
            index = int(step)
            body = body[index] if -len(body) <= index < len(body) else None
        else:
            return None
    return body


def _words(message: Any) -> str:
    return " ".join(str(message).split()) if message is not None else ""


def _reason_phrase(status: int) -> str:
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return "Unknown Status"


def _json_or_none(response: ApiResponse[Any]) -> Any:
    try:
        return json.loads(response.content)
    except (ValueError, RecursionError):
        return None
