"""The clients under test, with sample credentials and a transport of the test's own."""

from __future__ import annotations

from typing import Any

import httpx

import taskrouter as sdk
from taskrouter import AsyncTaskRouter, TaskRouter
from taskrouter._runtime._models import Model, to_json
from taskrouter.testing import FakeAsyncTaskRouter, FakeTaskRouter

__all__ = [
    "AUTH_HEADER",
    "AUTH_QUERY",
    "BASE_URL",
    "ENVIRONMENT",
    "ERROR_PARTS",
    "HEADERS",
    "USER_AGENT",
    "Awaited",
    "Blocking",
    "FakeAwaited",
    "FakeBlocking",
    "Model",
    "awaited",
    "blocking",
    "sdk",
    "to_json",
]

Blocking = TaskRouter
Awaited = AsyncTaskRouter
FakeBlocking = FakeTaskRouter
FakeAwaited = FakeAsyncTaskRouter

BASE_URL = "https://taskrouter.twilio.com"
USER_AGENT = "taskrouter" "-python/" "1.0.0"

AUTH_HEADER: tuple[str, str] | None = (
    "Authorization",
    "Basic c2FtcGxlLWFjY291bnRfc2lkOnNhbXBsZS1hdXRoX3Rva2Vu",
)
AUTH_QUERY: tuple[str, str] | None = None
CREDENTIALS: dict[str, Any] = {
    "account_sid": "sample-account_sid",
    "auth_token": "sample-auth_token",
}
"""Arguments of the clients."""

ENVIRONMENT: dict[str, str] = {
    "TWILIO_ACCOUNT_SID": "sample-account_sid",
    "TWILIO_AUTH_TOKEN": "sample-auth_token",
}
"""The same in variables."""

ERROR_PARTS: dict[str, str] = {
    "code": "code",
    "message": "message",
    "more_info": "more_info",
    "status": "status",
}
"""Attributes of errors, and the dotted paths to them in an answer."""

HEADERS: list[tuple[str, str, str, object]] = [
    (
        "access_control_allow_credentials",
        "Access-Control-Allow-Credentials",
        "true",
        True,
    ),
    (
        "access_control_allow_headers",
        "Access-Control-Allow-Headers",
        "some text",
        "some text",
    ),
    (
        "access_control_allow_methods",
        "Access-Control-Allow-Methods",
        "some text",
        "some text",
    ),
    (
        "access_control_allow_origin",
        "Access-Control-Allow-Origin",
        "some text",
        "some text",
    ),
    (
        "access_control_expose_headers",
        "Access-Control-Expose-Headers",
        "some text",
        "some text",
    ),
    ("etag", "ETag", "some text", "some text"),
    ("x_rate_limit_config", "X-Rate-Limit-Config", "some text", "some text"),
    ("x_rate_limit_limit", "X-Rate-Limit-Limit", "some text", "some text"),
    ("x_rate_limit_remaining", "X-Rate-Limit-Remaining", "some text", "some text"),
]
"""Attribute, header, a text and what it is read as."""


def blocking(transport: httpx.BaseTransport, **options: Any) -> TaskRouter:
    """A client that blocks; `options` add to sample credentials, or replace them."""
    http = httpx.Client(transport=transport, trust_env=False)
    return TaskRouter(**_given(options), http_client=http)


def awaited(transport: httpx.AsyncBaseTransport, **options: Any) -> AsyncTaskRouter:
    """A client that is awaited; `options` add to sample credentials, or replace them."""
    http = httpx.AsyncClient(transport=transport, trust_env=False)
    return AsyncTaskRouter(**_given(options), http_client=http)


def _given(options: dict[str, Any]) -> dict[str, Any]:
    return {**CREDENTIALS, "max_retries": 0, **options}
