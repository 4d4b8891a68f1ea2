"""A user's program over the sync clients: every line is right, and typed as a user expects."""

from __future__ import annotations

from datetime import datetime
from typing import assert_type

import httpx
from taskrouter import (
    Headers,
    NoContent,
    NotFoundError,
    Pages,
    RateLimitError,
    Task,
    TaskAssignmentStatus,
    TaskRouter,
    Workspace,
    WorkspacePrioritizeQueueOrder,
)
from taskrouter.testing import FakeTaskRouter
from train_travel import Booking, TrainTravel

client = TaskRouter("AC1", "secret", timeout=10, max_retries=3, headers={"X-Team": "a"})
TaskRouter(auth=("AC1", "secret"), base_url="http://127.0.0.1:1", strict=True)
TaskRouter("AC1", "secret", http_client=httpx.Client(trust_env=True))


def team() -> None:
    """Values known today, values of tomorrow, and fields that may be absent."""
    made = client.workspaces.create(friendly_name="Support", prioritize_queue_order="LIFO")
    assert_type(made, Workspace)
    assert_type(made.sid, str | None)
    assert_type(made.date_created, datetime | None)
    assert_type(made.prioritize_queue_order, WorkspacePrioritizeQueueOrder | None)
    order = WorkspacePrioritizeQueueOrder("TOMORROW")
    client.workspaces.update("WS1", prioritize_queue_order=order, multi_task_enabled=True)
    if made.prioritize_queue_order is not None and not made.prioritize_queue_order.is_known:
        print(made.prioritize_queue_order.upper(), made.extra.get("beyond"))
    assert_type(client.workspaces.delete("WS1"), NoContent[Headers])


def work() -> None:
    """Lists, items of lists, and what rides on an answer."""
    space = client.workspaces("WS1")
    tasks = space.tasks.list(page_size=50, limit=100)
    assert_type(tasks, Pages[Task])
    for task in tasks:
        assert_type(task.assignment_status, TaskAssignmentStatus | None)
    for page in tasks.pages():
        assert_type(page.response.headers.x_rate_limit_remaining, str | None)
        print(len(page), page.response.status_code)
    first = tasks.first()
    assert_type(first, Task | None)
    one = space.tasks("WT1").reservations.update("WR1", reservation_status="accepted")
    print(one.response.retries, one.response.headers.get("x-odd"), one.to_dict())
    print(Task.from_dict({"sid": "WT1"}) == Task(sid="WT1"))


def failures() -> None:
    """Errors by class, options for some calls, and calls that have no method."""
    patient = client.with_options(timeout=60, max_retries=5, extra_query={"Beta": 1})
    try:
        patient.workspaces.fetch("WS1")
    except NotFoundError as error:
        print(error.status_code, error.message, error.request_id)
    except RateLimitError as error:
        assert_type(error.response.headers.x_rate_limit_limit, str | None)
        print(error.retry_after)
    answer = client.request("GET", "/v1/Workspaces")
    assert_type(answer.response.headers.x_rate_limit_config, str | None)
    gone = client.workspaces.delete("WS1")
    assert_type(gone.response.headers.x_rate_limit_remaining, str | None)
    print(client.request("POST", "/v1/Workspaces", form={"FriendlyName": "x"}).value)
    fake = FakeTaskRouter()
    fake.fail(429, retry_after=0)
    print(fake.sent[-1].form)


def around(request: httpx.Request, call_next: object) -> None:
    """Bookings of the other API, whose bodies are JSON."""
    trains = TrainTravel(auth=httpx.BasicAuth("a", "b"))
    booking = trains.bookings.get("b1")
    assert_type(booking, Booking)
    with TrainTravel(auth=("a", "b")) as travel:
        for station in travel.stations.list(limit=3):
            print(station.name)
