"""The clients under test, with sample credentials and a transport of the test's own."""

from __future__ import annotations

from typing import Any

import httpx

import train_travel as sdk
from train_travel import AsyncTrainTravel, TrainTravel
from train_travel._runtime._models import Model, to_json
from train_travel.testing import FakeAsyncTrainTravel, FakeTrainTravel

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

Blocking = TrainTravel
Awaited = AsyncTrainTravel
FakeBlocking = FakeTrainTravel
FakeAwaited = FakeAsyncTrainTravel

BASE_URL = "https://api.example.com"
USER_AGENT = "train_travel" "-python/" "1.2.1"

AUTH_HEADER: tuple[str, str] | None = ("Authorization", "Bearer sample-token")
AUTH_QUERY: tuple[str, str] | None = None
CREDENTIALS: dict[str, Any] = {"token": "sample-token"}
"""Arguments of the clients."""

ENVIRONMENT: dict[str, str] = {"TRAIN_TRAVEL_TOKEN": "sample-token"}
"""The same in variables."""

ERROR_PARTS: dict[str, str] = {
    "code": "type",
    "message": "detail",
    "more_info": "instance",
    "status": "status",
}
"""Attributes of errors, and the dotted paths to them in an answer."""

HEADERS: list[tuple[str, str, str, object]] = [
    ("cache_control", "Cache-Control", "some text", "some text"),
    ("ratelimit", "RateLimit", "some text", "some text"),
    ("retry_after", "Retry-After", "some text", "some text"),
]
"""Attribute, header, a text and what it is read as."""


def blocking(transport: httpx.BaseTransport, **options: Any) -> TrainTravel:
    """A client that blocks; `options` add to sample credentials, or replace them."""
    http = httpx.Client(transport=transport, trust_env=False)
    return TrainTravel(**_given(options), http_client=http)


def awaited(transport: httpx.AsyncBaseTransport, **options: Any) -> AsyncTrainTravel:
    """A client that is awaited; `options` add to sample credentials, or replace them."""
    http = httpx.AsyncClient(transport=transport, trust_env=False)
    return AsyncTrainTravel(**_given(options), http_client=http)


def _given(options: dict[str, Any]) -> dict[str, Any]:
    return {**CREDENTIALS, "max_retries": 0, **options}
