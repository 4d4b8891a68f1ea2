"""What ``bench_sdk.py`` measures inside of one process: decoding, calls and lists, in turns."""

from __future__ import annotations

import json
import statistics
import sys
import time
import tracemalloc
from collections.abc import Callable
from typing import Any

import httpx
from taskrouter import TaskRouter, Workspace

URL = "https://taskrouter.twilio.com/v1/Workspaces"
ITEMS = 10_000
FIELDS = (
    *("account_sid", "date_created", "date_updated", "default_activity_name"),
    *("default_activity_sid", "event_callback_url", "events_filter", "friendly_name"),
    *("multi_task_enabled", "sid", "timeout_activity_name", "timeout_activity_sid"),
    *("prioritize_queue_order", "url", "links"),
)


def item(number: int) -> dict[str, Any]:
    """A workspace as the API answers with it: 15 fields."""
    sid = f"WS{number:032x}"
    texts = {name: f"{name} {number}" for name in FIELDS}
    times = dict.fromkeys(("date_created", "date_updated"), "2030-01-02T03:04:05Z")
    texts |= {"account_sid": f"AC{number:032x}", "default_activity_sid": f"WA{number:032x}"}
    texts |= {"timeout_activity_sid": f"WA{number:032x}"}
    links = {"links": {"activities": f"{URL}/{sid}/Activities"}}
    flags = {"multi_task_enabled": True, "prioritize_queue_order": "FIFO"}
    return texts | times | links | flags | {"sid": sid, "url": f"{URL}/{sid}"}


def answers(size: int) -> httpx.MockTransport:
    """An API in memory: one workspace for a POST, pages of so many for a GET."""
    one = json.dumps(item(1)).encode()
    pages = {}
    for page in range(ITEMS // size):
        items = [item(number) for number in range(page * size, (page + 1) * size)]
        following = f"{URL}?Page={page + 1}" if (page + 1) * size < ITEMS else None
        body = {"workspaces": items, "meta": {"next_page_url": following}}
        pages[str(page)] = json.dumps(body).encode()
    kind = {"Content-Type": "application/json"}

    def answer(request: httpx.Request) -> httpx.Response:
        if request.method == "POST":
            return httpx.Response(201, content=one, headers=kind)
        return httpx.Response(200, content=pages[request.url.params.get("Page", "0")], headers=kind)

    return httpx.MockTransport(answer)


def once(work: Callable[[], object], times: int) -> float:
    """Microseconds of CPU for one of so many."""
    start = time.process_time()
    for _ in range(times):
        work()
    return 1e6 * (time.process_time() - start) / times


def in_turns(
    rounds: int, work: dict[str, Callable[[], object]], *, times: int = 1
) -> dict[str, list[float]]:
    """Microseconds of each in every round; a round is short, and all have their turn in it."""
    taken: dict[str, list[float]] = {name: [] for name in work}
    for _ in range(rounds):
        for name, one in work.items():
            taken[name].append(once(one, times))
    return taken


def medians(taken: dict[str, list[float]]) -> dict[str, float]:
    """Of each by itself, in microseconds."""
    return {name: statistics.median(found) for name, found in taken.items()}


def over_raw(taken: dict[str, list[float]]) -> dict[str, float]:
    """How many times as long as raw httpx each took in the same round; `raw` in microseconds."""
    raw = taken["raw"]
    ratios = {
        name: statistics.median(one / base for one, base in zip(found, raw, strict=True))
        for name, found in taken.items()
    }
    return ratios | {"raw": statistics.median(raw)}


def read(model: Any) -> None:
    """Look at each of the fields."""
    for name in FIELDS:
        getattr(model, name)


def models(peers: list[str]) -> dict[str, Callable[[], object]]:
    """Each SDK's way from a dict to a model."""
    data = item(1)
    work: dict[str, Callable[[], object]] = {"ours": lambda: Workspace.from_dict(data)}
    if "twilio" in peers:
        from twilio.rest import Client
        from twilio.rest.taskrouter.v1.workspace import WorkspaceInstance

        version = Client("AC1", "x").taskrouter.v1
        work["twilio"] = lambda: WorkspaceInstance(version, data)
    if "opc" in peers:
        from opc.models import Workspace as Attrs

        work["openapi-python-client"] = lambda: Attrs.from_dict(data)
    if "oag" in peers:
        from openapi_client.models import Workspace as Pydantic

        work["openapi-generator"] = lambda: Pydantic.from_dict(data)
    return work


def calls(peers: list[str]) -> dict[str, Callable[[], object]]:
    """One POST with a form, and its answer as a value."""
    raw = httpx.Client(transport=answers(ITEMS))
    ours = TaskRouter("AC1", "x", http_client=httpx.Client(transport=answers(ITEMS)))
    form = {"FriendlyName": "Support"}
    work: dict[str, Callable[[], object]] = {
        "raw": lambda: raw.post(URL, data=form, auth=("AC1", "x")).json(),
        "ours": lambda: ours.workspaces.create(friendly_name="Support"),
    }
    if "opc" in peers:
        from opc import AuthenticatedClient
        from opc.api.workspaces import createworkspace
        from opc.models import CreateworkspaceBody

        client = AuthenticatedClient(
            base_url=URL.removesuffix("/v1/Workspaces"),
            token="x",
            httpx_args={"transport": answers(ITEMS)},
        )
        work["openapi-python-client"] = lambda: createworkspace.sync(
            client=client, body=CreateworkspaceBody(friendly_name="Support")
        )
    return work


def lists(size: int, look: Callable[[Any], object], raw_look: Callable[[Any], object]) -> Any:
    """All items, one after the other, page by page."""
    transport = answers(size)
    http = httpx.Client(transport=transport)
    client = TaskRouter("AC1", "x", http_client=httpx.Client(transport=transport))

    def raw() -> None:
        url: str | None = URL
        while url:
            page = http.get(url, auth=("AC1", "x")).json()
            for one in page["workspaces"]:
                raw_look(one)
            url = page["meta"]["next_page_url"]

    def ours() -> None:
        for one in client.workspaces.list():
            look(one)

    return {"raw": raw, "ours": ours}


def peak(work: Callable[[], object]) -> float:
    """Bytes that the work held at most."""
    tracemalloc.start()
    work()
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return most


def memory() -> dict[str, float]:
    """The peak of a whole walk, and of the first page of it."""
    client = TaskRouter("AC1", "x", http_client=httpx.Client(transport=answers(1000)))
    listed = client.workspaces.list()
    next(listed.pages())
    page = peak(lambda: [read(one) for one in next(listed.pages())])
    return {"page": page, "list": peak(lambda: [None for one in listed if read(one)])}


def nothing(one: object) -> None:
    """Look at an item, and at none of its fields."""


def main(rounds: int, peers: list[str]) -> None:
    """Print what was measured, as JSON."""
    one = (lambda model: model.sid, lambda data: data["sid"])
    every = (read, lambda data: [data[name] for name in FIELDS])
    plain = (nothing, nothing)
    work = models(peers)
    found = {
        "model": medians(
            in_turns(
                20 * rounds,
                {name: (lambda make=make: read(make())) for name, make in work.items()}
                | {"(ours, not read)": work["ours"]},
                times=200,
            )
        ),
        "call": over_raw(in_turns(20 * rounds, calls(peers), times=20)),
        "list": over_raw(in_turns(3 * rounds, lists(1000, *plain))),
        "list one": over_raw(in_turns(3 * rounds, lists(1000, *one))),
        "list all": over_raw(in_turns(3 * rounds, lists(1000, *every))),
        "list 50": over_raw(in_turns(3 * rounds, lists(50, *plain))),
        "memory": memory(),
    }
    print(json.dumps(found))


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2:])
