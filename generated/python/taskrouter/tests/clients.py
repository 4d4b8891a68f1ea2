"""The clients under test, with sample credentials and a transport of the test's own."""

from __future__ import annotations

from urllib.parse import urlsplit

import httpx

import taskrouter as sdk
from taskrouter import AsyncTaskRouter, TaskRouter
from taskrouter._runtime.fake import sampled as sample_answer
from taskrouter.testing import FakeAsyncTaskRouter, FakeTaskRouter

__all__ = [
    "BASE_PATH",
    "SENT_HEADER",
    "SENT_QUERY",
    "Awaited",
    "Blocking",
    "FakeAwaited",
    "FakeBlocking",
    "awaited",
    "blocking",
    "sample_answer",
    "sdk",
]

BASE_URL = "https://taskrouter.twilio.com"
BASE_PATH = urlsplit(BASE_URL).path.rstrip("/")

SENT_HEADER: tuple[str, str] | None = (
    "Authorization",
    "Basic c2FtcGxlLWFjY291bnRfc2lkOnNhbXBsZS1hdXRoX3Rva2Vu",
)
SENT_QUERY: str | None = None

Blocking = TaskRouter
Awaited = AsyncTaskRouter
FakeBlocking = FakeTaskRouter
FakeAwaited = FakeAsyncTaskRouter


def blocking(transport: httpx.BaseTransport, *, max_retries: int = 0) -> TaskRouter:
    """A client that blocks."""
    return TaskRouter(
        account_sid="sample-account_sid",
        auth_token="sample-auth_token",
        base_url=BASE_URL,
        max_retries=max_retries,
        http_client=httpx.Client(transport=transport),
    )


def awaited(
    transport: httpx.AsyncBaseTransport, *, max_retries: int = 0
) -> AsyncTaskRouter:
    """A client that is awaited."""
    return AsyncTaskRouter(
        account_sid="sample-account_sid",
        auth_token="sample-auth_token",
        base_url=BASE_URL,
        max_retries=max_retries,
        http_client=httpx.AsyncClient(transport=transport),
    )
