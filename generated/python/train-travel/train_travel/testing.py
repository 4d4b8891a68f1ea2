"""Clients for tests: they answer by themselves, record what was sent, and fail on demand."""

from __future__ import annotations

from ._runtime.fake import FakeAsyncClient, FakeClient
from .client import AsyncTrainTravel, TrainTravel

__all__ = ["FakeAsyncTrainTravel", "FakeTrainTravel"]


class FakeTrainTravel(FakeClient, TrainTravel):
    """Answers every call with a sample of the documented answer; records what was sent."""


class FakeAsyncTrainTravel(FakeAsyncClient, AsyncTrainTravel):
    """The awaited twin of ``FakeTrainTravel``."""
