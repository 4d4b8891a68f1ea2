"""Where calls go, and with what, in an API of several servers; both clients."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import httpx
import pytest
from generation import ROOT, generate, imported

CASE = ROOT / "tests" / "cases" / "emit" / "servers"
CHOSEN = "https://chosen.example/base"
CALLS: dict[str, tuple[str, str]] = {
    # the call, where it goes without and with an address of the caller
    "files.fetch": ("https://api.depot.example/2.0/files/1", "/files/1"),
    "keys.create": ("https://api.depot.example/auth/keys", "/keys"),
    "files.create": ("https://upload.depot.example/api/files", "/files"),
    "reports.list": ("https://reports.depot.example/reports", "/reports"),
    "reports.fetch": ("https://api.depot.example/2.0/reports/1", "/reports/1"),
}


class Recorder(httpx.BaseTransport, httpx.AsyncBaseTransport):
    """Answers with an empty object, or as told; keeps what was asked."""

    def __init__(self, body: Any = None, headers: dict[str, str] | None = None) -> None:
        self.requests: list[httpx.Request] = []
        self._body = body or {}
        self._status, self._headers = (307, headers) if headers else (200, {})

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Answer."""
        self.requests.append(request)
        return httpx.Response(self._status, json=self._body, headers=self._headers)

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Answer."""
        return self.handle_request(request)


@pytest.fixture(scope="module")
def depot(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ModuleType]:
    """The package."""
    with imported(generate(CASE, tmp_path_factory.mktemp("servers"))) as module:
        yield module


def sent(
    depot: ModuleType, name: str, kind: str, recorder: Recorder, **options: Any
) -> httpx.Request:
    """The one request of a call."""
    resource, _, function = name.partition(".")
    ids = ["1"] if function == "fetch" else []
    if kind == "blocking":
        blocking = depot.Depot("secret", http_client=httpx.Client(transport=recorder), **options)
        answer = getattr(getattr(blocking, resource), function)(*ids)
        if function == "list":
            list(answer)
    else:
        http = httpx.AsyncClient(transport=recorder)
        waiting = depot.AsyncDepot("secret", http_client=http, **options)

        async def run() -> None:
            answer = getattr(getattr(waiting, resource), function)(*ids)
            if function == "list":
                [one async for one in answer]
            else:
                await answer

        asyncio.run(run())
    (request,) = recorder.requests
    return request


either_client = pytest.mark.parametrize("kind", ["blocking", "awaited"])


@either_client
@pytest.mark.parametrize("name", CALLS)
def test_a_call_goes_where_it_is_documented(depot: ModuleType, name: str, kind: str) -> None:
    """On the client's host as a page says, on another one only as api.toml says."""
    request = sent(depot, name, kind, Recorder())

    assert CALLS[name][0] == str(request.url)
    assert "Bearer secret" == request.headers["authorization"]


@either_client
@pytest.mark.parametrize("name", CALLS)
def test_an_address_of_the_caller_is_that_of_every_call(
    depot: ModuleType, name: str, kind: str
) -> None:
    """``base_url=`` wins, for tests and proxies too; credentials go nowhere else."""
    request = sent(depot, name, kind, Recorder(), base_url=CHOSEN)

    assert CHOSEN + CALLS[name][1] == str(request.url)


def test_options_keep_what_the_caller_chose(depot: ModuleType) -> None:
    """A copy of a client goes where the client goes, and has its options there."""
    recorder = Recorder()
    client = depot.Depot("secret", http_client=httpx.Client(transport=recorder))
    client.with_options(headers={"X-Team": "a"}).files.create(name="x")
    chosen = depot.Depot("s", http_client=httpx.Client(transport=recorder), base_url=CHOSEN)
    chosen.with_options(timeout=1).files.create(name="x")

    assert [CALLS["files.create"][0], f"{CHOSEN}/files"] == [
        str(one.url) for one in recorder.requests
    ]
    assert "a" == recorder.requests[0].headers["x-team"]


@either_client
@pytest.mark.parametrize("host", ["api", "evil"])
def test_a_server_of_one_call_is_an_origin_of_its_own(
    depot: ModuleType, host: str, kind: str
) -> None:
    """It leads nowhere else, not even to the client's own host."""
    moved = Recorder(headers={"Location": f"https://{host}.depot.example/2.0/files/1"})
    with pytest.raises(depot.APIRedirectError):
        sent(depot, "files.create", kind, moved)

    assert 1 == len(moved.requests)


@either_client
def test_pages_stay_on_the_server_of_their_list(depot: ModuleType, kind: str) -> None:
    """The client's own host is another origin for them."""
    elsewhere = Recorder({"reports": [{}], "next": "https://api.depot.example/2.0/reports"})
    with pytest.raises(depot.APIRedirectError):
        sent(depot, "reports.list", kind, elsewhere)

    assert 1 == len(elsewhere.requests)


def test_what_is_read_only_is_no_argument(depot: ModuleType) -> None:
    """A page that lists it among what is sent says so in words."""
    client = depot.Depot("secret", http_client=httpx.Client(transport=Recorder()))
    with pytest.raises(TypeError, match="id"):
        client.files.create(name="x", id="1")


def test_what_is_deprecated_is_marked_for_editors(depot: ModuleType) -> None:
    """PEP 702, without a warning at run time; a docstring says it once."""
    create = depot.Depot("s").keys.create
    doc = create.__doc__

    assert "deprecated" in create.__deprecated__
    assert 1 == doc.partition("Args:")[0].count("Deprecated")
    assert "folder: Deprecated. Where it is." in doc
    assert not hasattr(depot.Depot("s").files.create, "__deprecated__")


def test_programs_read_where_a_call_goes(tmp_path: Path) -> None:
    """``operations.json`` has the address of those that go elsewhere."""
    sdk = generate(CASE, tmp_path)
    operations = json.loads((sdk / "operations.json").read_text("utf-8"))

    assert {
        "createfile": "https://upload.depot.example/api",
        "createkey": "https://api.depot.example/auth",
        "listreports": "https://reports.depot.example",
    } == {one["id"]: one["server"] for one in operations if "server" in one}
