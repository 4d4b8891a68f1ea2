"""Clients for tests: they answer by themselves, record what was sent, and fail on demand."""

from __future__ import annotations

from ._runtime.fake import FakeAsyncClient, FakeClient
from .client import AsyncTaskRouter, TaskRouter

__all__ = ["FakeAsyncTaskRouter", "FakeTaskRouter"]


class FakeTaskRouter(FakeClient, TaskRouter):
    """Answers every call with a sample of the documented answer; records what was sent."""


class FakeAsyncTaskRouter(FakeAsyncClient, AsyncTaskRouter):
    """The awaited twin of ``FakeTaskRouter``."""
