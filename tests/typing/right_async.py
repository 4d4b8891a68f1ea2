"""A user's program over the async clients: every line is right."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import assert_type

import httpx
from taskrouter import AsyncPages, AsyncTaskRouter, Task, Workspace
from taskrouter.testing import FakeAsyncTaskRouter
from train_travel import AsyncTrainTravel


async def timed(
    request: httpx.Request, call_next: Callable[[httpx.Request], Awaitable[httpx.Response]]
) -> httpx.Response:
    """Middleware of an async client."""
    return await call_next(request)


async def main() -> None:
    """One tree, awaited."""
    async with AsyncTaskRouter("AC1", "secret", middleware=[timed]) as client:
        made = await client.workspaces.create(friendly_name="Support")
        assert_type(made, Workspace)
        tasks = client.workspaces("WS1").tasks.list(page_size=50)
        assert_type(tasks, AsyncPages[Task])
        async for task in tasks:
            print(task.sid, task.age)
        async for page in tasks.pages():
            print(len(page.items))
        print(await tasks.first())
        both = await asyncio.gather(client.workspaces.fetch("WS1"), client.workspaces.fetch("WS2"))
        assert_type(both, tuple[Workspace, Workspace])
    fake = FakeAsyncTaskRouter()
    fake.timeout()
    print(await fake.request("GET", "/v1/Workspaces"), fake.sent[0].path)
    trains = AsyncTrainTravel(auth=("a", "b"))
    print(await trains.bookings.get("b1"))
    await trains.aclose()


asyncio.run(main())
