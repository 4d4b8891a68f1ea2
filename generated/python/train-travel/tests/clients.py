"""The clients under test, with sample credentials and a transport of the test's own."""

from __future__ import annotations

from urllib.parse import urlsplit

import httpx

import train_travel as sdk
from train_travel import AsyncTrainTravel, TrainTravel
from train_travel._runtime.fake import sampled as sample_answer
from train_travel.testing import FakeAsyncTrainTravel, FakeTrainTravel

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

BASE_URL = "https://api.example.com"
BASE_PATH = urlsplit(BASE_URL).path.rstrip("/")

SENT_HEADER: tuple[str, str] | None = ("Authorization", "Bearer sample-token")
SENT_QUERY: str | None = None

Blocking = TrainTravel
Awaited = AsyncTrainTravel
FakeBlocking = FakeTrainTravel
FakeAwaited = FakeAsyncTrainTravel


def blocking(transport: httpx.BaseTransport, *, max_retries: int = 0) -> TrainTravel:
    """A client that blocks."""
    return TrainTravel(
        token="sample-token",
        base_url=BASE_URL,
        max_retries=max_retries,
        http_client=httpx.Client(transport=transport),
    )


def awaited(
    transport: httpx.AsyncBaseTransport, *, max_retries: int = 0
) -> AsyncTrainTravel:
    """A client that is awaited."""
    return AsyncTrainTravel(
        token="sample-token",
        base_url=BASE_URL,
        max_retries=max_retries,
        http_client=httpx.AsyncClient(transport=transport),
    )
