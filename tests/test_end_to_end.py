"""Pages in, packages out, calls over real HTTP: the ways a call can go."""

from __future__ import annotations

import asyncio
import json
from base64 import b64encode
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from generation import ROOT, generate, imported, tree
from loopback import Loopback, running

from generator.emit.line_map import MAP_NAME

BASIC = "Basic " + b64encode(b"AC1:secret").decode()
WORKSPACE = {
    "account_sid": "AC1",
    "date_created": "2026-01-02T03:04:05Z",
    "friendly_name": "Support",
    "multi_task_enabled": True,
    "prioritize_queue_order": "LIFO",
    "sid": "WS1",
    "links": {"tasks": "https://taskrouter.twilio.com/v1/Workspaces/WS1/Tasks"},
}
CREATED = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)


@pytest.fixture
def server() -> Iterator[Loopback]:
    """A server of the test's own."""
    with running() as loopback:
        yield loopback


@pytest.fixture
def elsewhere() -> Iterator[Loopback]:
    """A server on another port, which no credential may reach."""
    with running() as loopback:
        yield loopback


@pytest.fixture(scope="session")
def flat_sdk(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The SDK of the flat seed page alone, which keeps its own file name."""
    pages = tmp_path_factory.mktemp("in") / "task_router"
    pages.mkdir()
    seed = shared / "corpus/seed/operation-createworkspace.flat.md"
    (pages / seed.name).write_bytes(seed.read_bytes())
    return generate(pages, tmp_path_factory.mktemp("out"))


@pytest.fixture(scope="session")
def flat(flat_sdk: Path) -> Iterator[ModuleType]:
    """The package ``task_router``."""
    with imported(flat_sdk) as module:
        yield module


@pytest.fixture(scope="session")
def taskrouter(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ModuleType]:
    """The package made from ``specs/taskrouter``."""
    folder = generate(ROOT / "specs/taskrouter", tmp_path_factory.mktemp("taskrouter"))
    with imported(folder) as module:
        yield module


@pytest.fixture(scope="session")
def trains(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ModuleType]:
    """The package made from ``specs/train-travel``."""
    folder = generate(ROOT / "specs/train-travel", tmp_path_factory.mktemp("trains"))
    with imported(folder) as module:
        yield module


@pytest.fixture
def client(taskrouter: ModuleType, server: Loopback) -> Iterator[Any]:
    """A TaskRouter client that talks to the server and does not retry."""
    with taskrouter.TaskRouter("AC1", "secret", base_url=server.url, max_retries=0) as client:
        yield client


def check_creation(server: Loopback, workspace: Any) -> None:
    """One request, exactly as promised, and its answer as the model."""
    (received,) = server.received
    agent = received.headers["user-agent"]
    expected = {
        "host": server.url.removeprefix("http://"),
        "accept": "application/json",
        "authorization": BASIC,
        "content-type": "application/x-www-form-urlencoded",
        "user-agent": agent,
    }
    ours = {one: received.headers[one] for one in received.headers if one not in HTTPX}

    assert "POST /v1/Workspaces HTTP/1.1" == received.line
    assert b"FriendlyName=Support&PrioritizeQueueOrder=LIFO" == received.body
    assert expected | {"content-length": str(len(received.body))} == ours
    assert agent.startswith("task_router-python/")
    assert ("Workspace", "WS1") == (type(workspace).__name__, workspace.sid)
    assert CREATED == workspace.date_created
    assert workspace.date_created.tzinfo is not None
    assert WORKSPACE["links"] == workspace.links
    assert (201, 0) == (workspace.response.status_code, workspace.response.retries)


HTTPX = {"accept-encoding", "connection"}
"""What httpx sends by itself beside what we set."""


def test_the_flat_seed_alone_makes_a_client_that_works(flat: ModuleType, server: Loopback) -> None:
    """The issue's own sentence, word for word, over a socket."""
    server.answer(WORKSPACE, status=201)
    client = flat.TaskRouter(base_url=server.url, auth=("AC1", "secret"))
    workspace = client.workspaces.create(friendly_name="Support", prioritize_queue_order="LIFO")
    client.close()

    check_creation(server, workspace)


def test_the_flat_seed_alone_makes_an_async_client_that_works(
    flat: ModuleType, server: Loopback
) -> None:
    """The same call, awaited."""
    server.answer(WORKSPACE, status=201)

    async def run() -> Any:
        async with flat.AsyncTaskRouter(base_url=server.url, auth=("AC1", "secret")) as client:
            return await client.workspaces.create(
                friendly_name="Support", prioritize_queue_order="LIFO"
            )

    check_creation(server, asyncio.run(run()))


def test_the_seed_names_package_and_client_by_its_folder(flat_sdk: Path, flat: ModuleType) -> None:
    """``task_router`` holds the package ``task_router`` with ``TaskRouter``."""
    listed = json.loads((flat_sdk / "operations.json").read_text(encoding="utf-8"))

    assert ("task_router", "task_router") == (flat_sdk.name, flat.__name__)
    assert "TaskRouter" == flat.TaskRouter.__name__
    assert ["operation-createworkspace.flat.md"] == [one["source"] for one in listed]


@pytest.fixture(scope="session")
def three_layouts(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """SDKs of the seed as one line, with its newlines, and dedented; under one file name."""
    seed = shared / "corpus/seed"
    lines = (seed / "operation-createworkspace.md").read_text(encoding="utf-8")
    texts = {
        "flat": (seed / "operation-createworkspace.flat.md").read_text(encoding="utf-8"),
        "lines": lines,
        "dedented": "".join(f"{one.strip()}\n" for one in lines.splitlines() if one.strip()),
    }
    made = []
    for layout, text in texts.items():
        pages = tmp_path_factory.mktemp(layout) / "task_router"
        pages.mkdir()
        page = pages / "operation-createworkspace.md"
        page.write_text(text, encoding="utf-8")
        made.append(generate(pages, tmp_path_factory.mktemp(f"{layout}-out")))
    return made


@pytest.mark.parametrize("other", [1, 2], ids=["lines", "dedented"])
def test_every_layout_of_the_seed_makes_the_same_package(
    three_layouts: list[Path], other: int
) -> None:
    """Byte for byte; only the manifest, which holds the page's hash, may differ."""
    first, second = tree(three_layouts[0]), tree(three_layouts[other])
    del first[MAP_NAME], second[MAP_NAME]  # the same words stand elsewhere in each
    del first[".docs2sdk.json"], second[".docs2sdk.json"]

    assert first == second


def test_the_name_of_the_page_reaches_no_code(flat_sdk: Path, three_layouts: list[Path]) -> None:
    """Another file name changes the operation's id and source, never the package."""
    first, second = tree(flat_sdk), tree(three_layouts[0])
    changed = {one for one in first.keys() | second.keys() if first.get(one) != second.get(one)}

    assert not [one for one in changed if one.startswith("task_router/")]
    assert "operations.json" in changed


def page_of(server: Loopback, sids: list[str], following: str | None) -> dict[str, Any]:
    """A page of workspaces that names the next one."""
    where = None if following is None else f"{server.url}{following}"
    workspaces = [{"sid": one, "friendly_name": one.lower()} for one in sids]
    return {"workspaces": workspaces, "meta": {"next_page_url": where}}


def three_pages(server: Loopback) -> None:
    """Five workspaces on three pages, the second of them empty."""
    server.answer(page_of(server, ["WS1", "WS2"], "/v1/Workspaces?PageSize=2&Page=1&PageToken=a"))
    server.answer(page_of(server, [], "/v1/Workspaces?PageSize=2&Page=2&PageToken=b"))
    server.answer(page_of(server, ["WS3", "WS4", "WS5"], None))


TARGETS = [
    "/v1/Workspaces?PageSize=2",
    "/v1/Workspaces?PageSize=2&Page=1&PageToken=a",
    "/v1/Workspaces?PageSize=2&Page=2&PageToken=b",
]


def test_a_list_follows_its_pages(client: Any, server: Loopback) -> None:
    """Every item once, in order, each page asked for as the last one said, with credentials."""
    three_pages(server)
    found = [one.sid for one in client.workspaces.list(page_size=2)]

    assert ["WS1", "WS2", "WS3", "WS4", "WS5"] == found
    assert TARGETS == [one.line.split(" ")[1] for one in server.received]
    assert {BASIC} == {one.headers["authorization"] for one in server.received}


def test_an_awaited_list_follows_its_pages(taskrouter: ModuleType, server: Loopback) -> None:
    """The same with ``async for``."""
    three_pages(server)

    async def run() -> list[str]:
        async with taskrouter.AsyncTaskRouter("AC1", "secret", base_url=server.url) as client:
            return [one.sid async for one in client.workspaces.list(page_size=2)]

    assert ["WS1", "WS2", "WS3", "WS4", "WS5"] == asyncio.run(run())
    assert TARGETS == [one.line.split(" ")[1] for one in server.received]


def test_a_limit_asks_for_no_page_too_many(client: Any, server: Loopback) -> None:
    """The pages after the limit are not fetched."""
    three_pages(server)
    found = [one.sid for one in client.workspaces.list(page_size=2, limit=2)]

    assert ["WS1", "WS2"] == found
    assert 1 == len(server.received)


def test_pages_that_lead_back_end_the_list(client: Any, server: Loopback) -> None:
    """A next page that was already read is not read again."""
    server.answer(page_of(server, ["WS1"], "/v1/Workspaces?Page=1"))
    server.answer(page_of(server, ["WS2"], "/v1/Workspaces"))
    found = [one.sid for one in client.workspaces.list()]

    assert ["WS1", "WS2"] == found
    assert 2 == len(server.received)


def test_a_page_on_another_host_is_refused(
    client: Any, taskrouter: ModuleType, server: Loopback, elsewhere: Loopback
) -> None:
    """The items so far come; the foreign host is never asked, so no credential reaches it."""
    server.answer(page_of(elsewhere, ["WS1"], "/v1/Workspaces?Page=1"))
    workspaces = iter(client.workspaces.list())
    first = next(workspaces)
    with pytest.raises(taskrouter.APIRedirectError, match="another origin"):
        next(workspaces)

    assert "WS1" == first.sid
    assert [] == elsewhere.received


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
@pytest.mark.parametrize("verb", ["fetch", "delete"])
def test_a_redirect_to_another_port_is_refused(
    client: Any,
    taskrouter: ModuleType,
    server: Loopback,
    elsewhere: Loopback,
    status: int,
    verb: str,
) -> None:
    """Whatever the status and the verb, the other port hears nothing."""
    server.answer(status=status, headers={"Location": f"{elsewhere.url}/v1/Workspaces/WS1"})
    with pytest.raises(taskrouter.APIRedirectError, match="another origin"):
        getattr(client.workspaces, verb)("WS1")

    assert [] == elsewhere.received
    assert 1 == len(server.received)


def test_a_redirect_on_the_same_port_is_followed(client: Any, server: Loopback) -> None:
    """A reading call goes on where the server says, with its credentials."""
    server.answer(status=307, headers={"Location": "/v1/Workspaces/WS2"})
    server.answer({"sid": "WS2"})
    workspace = client.workspaces.fetch("WS1")

    assert "WS2" == workspace.sid
    assert ["/v1/Workspaces/WS1", "/v1/Workspaces/WS2"] == [one.path for one in server.received]
    assert [BASIC, BASIC] == [one.headers["authorization"] for one in server.received]


def test_an_error_has_the_words_of_the_vendor(
    client: Any, taskrouter: ModuleType, server: Loopback
) -> None:
    """Twilio's shape: code, message and more_info; and what was called."""
    body = {
        "code": 20404,
        "message": "The requested resource was not found",
        "more_info": "https://www.twilio.com/docs/errors/20404",
        "status": 404,
    }
    server.answer(body, status=404, headers={"Twilio-Request-Id": "RQ1"})
    with pytest.raises(taskrouter.NotFoundError) as caught:
        client.workspaces.fetch("WS1")
    error = caught.value

    assert (404, 20404, body["message"]) == (error.status_code, error.code, error.message)
    assert (body["more_info"], body) == (error.more_info, error.body)
    assert ("GET", "/v1/Workspaces/{Sid}") == (error.method, error.path)
    assert "RQ1" == error.request_id
    assert isinstance(error, taskrouter.APIStatusError)
    assert "secret" not in repr(error)


@pytest.mark.parametrize(
    ("status", "name"),
    [
        (400, "BadRequestError"),
        (401, "AuthenticationError"),
        (403, "PermissionDeniedError"),
        (409, "ConflictError"),
        (418, "APIStatusError"),
        (422, "UnprocessableEntityError"),
        (429, "RateLimitError"),
        (500, "InternalServerError"),
        (503, "InternalServerError"),
    ],
)
def test_each_status_has_its_error(
    client: Any, taskrouter: ModuleType, server: Loopback, status: int, name: str
) -> None:
    """Also where the answer is no JSON at all."""
    server.answer(b"<h1>no</h1>", status=status, content_type="text/html")
    with pytest.raises(taskrouter.APIStatusError) as caught:
        client.workspaces.fetch("WS1")

    assert name == type(caught.value).__name__
    assert status == caught.value.status_code


@pytest.mark.parametrize("verb", ["fetch", "create"])
def test_too_many_requests_are_tried_again(
    taskrouter: ModuleType, server: Loopback, verb: str
) -> None:
    """429 with ``Retry-After: 0`` is repeated, a POST too, and the answer counts the retries."""
    for _ in range(2):
        server.answer({"code": 20429}, status=429, headers={"Retry-After": "0"})
    server.answer(WORKSPACE)
    with taskrouter.TaskRouter("AC1", "secret", base_url=server.url) as client:
        calls = {
            "fetch": lambda: client.workspaces.fetch("WS1"),
            "create": lambda: client.workspaces.create(friendly_name="Support"),
        }
        workspace = calls[verb]()
    first, *others = server.received

    assert ("WS1", 2) == (workspace.sid, workspace.response.retries)
    assert [first, first] == others


def test_retries_come_to_an_end(taskrouter: ModuleType, server: Loopback) -> None:
    """After the last one the error is raised."""
    for _ in range(3):
        server.answer(status=429, headers={"Retry-After": "0"})
    with (
        taskrouter.TaskRouter("AC1", "secret", base_url=server.url) as client,
        pytest.raises(taskrouter.RateLimitError) as caught,
    ):
        client.workspaces.fetch("WS1")

    assert 2 == caught.value.response.retries
    assert (3, 0) == (len(server.received), server.unused)


def test_a_failed_post_is_not_sent_twice(taskrouter: ModuleType, server: Loopback) -> None:
    """503 without ``Retry-After`` may have done the work."""
    server.answer(status=503)
    with (
        taskrouter.TaskRouter("AC1", "secret", base_url=server.url) as client,
        pytest.raises(taskrouter.InternalServerError),
    ):
        client.workspaces.create(friendly_name="Support")

    assert 1 == len(server.received)


def test_a_post_is_sent_again_when_the_server_asks(
    taskrouter: ModuleType, server: Loopback
) -> None:
    """503 with ``Retry-After`` says that nothing was done."""
    server.answer(status=503, headers={"Retry-After": "0"})
    server.answer(WORKSPACE, status=201)
    with taskrouter.TaskRouter("AC1", "secret", base_url=server.url) as client:
        workspace = client.workspaces.create(friendly_name="Support")

    assert (1, 2) == (workspace.response.retries, len(server.received))


def test_silence_is_a_timeout(taskrouter: ModuleType, server: Loopback) -> None:
    """A server that does not answer in time raises ``APITimeoutError``; a POST goes out once."""
    server.never_answer()
    with (
        taskrouter.TaskRouter("AC1", "secret", base_url=server.url, timeout=0.05) as client,
        pytest.raises(taskrouter.APITimeoutError) as caught,
    ):
        client.workspaces.create(friendly_name="Support")

    assert ("POST", "/v1/Workspaces") == (caught.value.method, caught.value.path)
    assert isinstance(caught.value, taskrouter.APIConnectionError)
    assert 1 == len(server.received)


def test_awaited_silence_is_a_timeout(taskrouter: ModuleType, server: Loopback) -> None:
    """The same over the other client, with the timeout of one call alone."""
    server.never_answer()

    async def run() -> None:
        async with taskrouter.AsyncTaskRouter("AC1", "secret", base_url=server.url) as client:
            await client.with_options(timeout=0.05).workspaces.create(friendly_name="Support")

    with pytest.raises(taskrouter.APITimeoutError):
        asyncio.run(run())

    assert 1 == len(server.received)


def test_nobody_there_is_a_connection_error(taskrouter: ModuleType) -> None:
    """A port where nothing listens."""
    with running() as loopback:
        url = loopback.url
    with (
        taskrouter.TaskRouter("AC1", "secret", base_url=url, max_retries=0) as client,
        pytest.raises(taskrouter.APIConnectionError) as caught,
    ):
        client.workspaces.fetch("WS1")

    assert not isinstance(caught.value, taskrouter.APITimeoutError)


def test_credentials_come_from_the_environment(
    taskrouter: ModuleType, server: Loopback, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Under the names of ``api.toml``."""
    monkeypatch.setenv("TWILIO_ACCOUNT_SID", "AC1")
    monkeypatch.setenv("TWILIO_AUTH_TOKEN", "secret")
    server.answer(WORKSPACE)
    with taskrouter.TaskRouter(base_url=server.url) as client:
        client.workspaces.fetch("WS1")

    assert BASIC == server.received[0].headers["authorization"]


def test_missing_credentials_are_named(
    taskrouter: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The error names the arguments and the variables that would help, and no secret."""
    monkeypatch.delenv("TWILIO_ACCOUNT_SID", raising=False)
    monkeypatch.setenv("TWILIO_AUTH_TOKEN", "very-secret")
    with pytest.raises(taskrouter.MissingCredentialsError) as one_missing:
        taskrouter.TaskRouter()
    monkeypatch.delenv("TWILIO_AUTH_TOKEN")
    with pytest.raises(taskrouter.MissingCredentialsError) as both_missing:
        taskrouter.AsyncTaskRouter()

    assert "TWILIO_ACCOUNT_SID" in str(one_missing.value)
    assert "TWILIO_AUTH_TOKEN" not in str(one_missing.value)
    assert "very-secret" not in str(one_missing.value)
    assert "TWILIO_ACCOUNT_SID" in str(both_missing.value)
    assert "TWILIO_AUTH_TOKEN" in str(both_missing.value)


def test_what_the_page_does_not_know_is_kept(client: Any, server: Loopback) -> None:
    """Unknown fields land in ``extra``, an odd value stays as it came, a null is None."""
    beyond = {"new_field": {"deep": [1]}, "another": None}
    sent = {"sid": 7, "date_created": "soon", "friendly_name": None, **beyond}
    server.answer(sent)
    workspace = client.workspaces.fetch("WS1")

    assert beyond == dict(workspace.extra)
    assert (7, "soon", None) == (
        workspace.sid,
        workspace.date_created,
        workspace.friendly_name,
    )
    assert sent == workspace.to_dict()


def test_a_value_unknown_today_is_still_a_value(client: Any, server: Loopback) -> None:
    """An enumeration stays open on the wire and back."""
    server.answer({"prioritize_queue_order": "RANDOM"})
    workspace = client.workspaces.create(
        friendly_name="Support", prioritize_queue_order="RANDOM", template="NONE"
    )

    assert "RANDOM" == workspace.prioritize_queue_order
    assert not workspace.prioritize_queue_order.is_known
    assert ("PrioritizeQueueOrder", "RANDOM") in server.received[0].form


@pytest.mark.parametrize(
    ("body", "place"),
    [
        ({"sid": 7}, "$.sid"),
        ({"date_created": "soon"}, "$.date_created"),
        ({"links": {"tasks": 7}}, "$.links.tasks"),
        ({"multi_task_enabled": "yes"}, "$.multi_task_enabled"),
    ],
)
def test_strict_names_what_is_odd(
    taskrouter: ModuleType, server: Loopback, body: dict[str, Any], place: str
) -> None:
    """``strict=True`` raises ``DecodeError`` with the path into the answer."""
    server.answer(body)
    with (
        taskrouter.TaskRouter("AC1", "secret", base_url=server.url, strict=True) as client,
        pytest.raises(taskrouter.DecodeError) as caught,
    ):
        client.workspaces.fetch("WS1")

    assert str(caught.value).startswith(f"{place}: expected ")


def test_documented_headers_are_typed(client: Any, server: Loopback) -> None:
    """Where the page names a header it is an attribute; all others are there by name."""
    server.answer(WORKSPACE, headers={"X-Rate-Limit-Remaining": "41", "X-New": "1"})
    headers = client.workspaces.fetch("WS1").response.headers

    assert ("41", "1") == (str(headers.x_rate_limit_remaining), headers["x-new"])


def test_an_answer_that_breaks_off_is_a_decode_error(
    client: Any, taskrouter: ModuleType, server: Loopback
) -> None:
    """Also one that is an array where an object was promised."""
    server.answer(b'{"sid": "WS')
    server.answer([WORKSPACE])
    with pytest.raises(taskrouter.DecodeError, match="not JSON"):
        client.workspaces.fetch("WS1")
    with pytest.raises(taskrouter.DecodeError, match="expected an object, found list"):
        client.workspaces.fetch("WS1")


@pytest.mark.parametrize("bad", ["", ".", ".."])
def test_an_id_that_would_change_the_path_is_refused(
    client: Any, server: Loopback, bad: str
) -> None:
    """Before anything is sent, bound or positional."""
    with pytest.raises(ValueError, match=r"id|path"):
        client.workspaces.fetch(bad)
    with pytest.raises(ValueError, match=r"id|path"):
        client.workspaces(bad).tasks.fetch("WT1")

    assert [] == server.received


def test_a_json_api_sends_json_and_its_token(trains: ModuleType, server: Loopback) -> None:
    """What was left out is not in the body; an explicit False is."""
    booking = {"id": "B1", "trip_id": "T1", "has_dog": False, "links": {"self": "/bookings/B1"}}
    server.answer(booking, status=201)
    with trains.TrainTravel("secret", base_url=server.url) as client:
        made = client.bookings.create(trip_id="T1", passenger_name="Zoë", has_dog=False)
    (received,) = server.received

    assert ("POST /bookings HTTP/1.1", "Bearer secret") == (
        received.line,
        received.headers["authorization"],
    )
    assert "application/json" == received.headers["content-type"]
    assert {"trip_id": "T1", "passenger_name": "Zoë", "has_dog": False} == received.json
    assert ("B1", False, None) == (made.id, made.has_dog, made.has_bicycle)
    assert booking == made.to_dict()


def test_a_nested_object_travels_whole(trains: ModuleType, server: Loopback) -> None:
    """The page calls ``source`` an object and says no more: any mapping goes, and comes back."""
    source = {"object": "card", "name": "J. Doe", "address": {"country": "gb", "lines": ["1"]}}
    server.answer({"id": "P1", "amount": 49.99, "status": "succeeded", "source": source})
    with trains.TrainTravel("secret", base_url=server.url) as client:
        payment = client.bookings("B/1").payment.pay(amount=49.99, currency="gbp", source=source)
    (received,) = server.received

    assert "POST /bookings/B%2F1/payment HTTP/1.1" == received.line
    assert {"amount": 49.99, "currency": "gbp", "source": source} == received.json
    assert source == payment.to_dict()["source"]
    assert ("succeeded", True) == (payment.status, payment.status.is_known)


@pytest.mark.parametrize("relative", [False, True], ids=["absolute", "relative"])
def test_a_list_follows_links_next(trains: ModuleType, server: Loopback, relative: bool) -> None:
    """``links.next`` names the next page, in full or not; its absence is the end."""
    following = "/bookings?page=2&limit=1"
    target = following if relative else f"{server.url}{following}"
    server.answer({"data": [{"id": "B1"}], "links": {"next": target}})
    server.answer({"data": [{"id": "B2"}], "links": {"prev": "/bookings?page=1"}})
    with trains.TrainTravel("secret", base_url=server.url) as client:
        found = [one.id for one in client.bookings.list(limit=1)]

    assert ["B1", "B2"] == found
    assert ["/bookings?limit=1", following] == [one.line.split(" ")[1] for one in server.received]


def test_a_problem_answer_is_read_by_its_own_shape(trains: ModuleType, server: Loopback) -> None:
    """``application/problem+json``: type, detail and instance, as ``api.toml`` says."""
    problem = {"type": "/errors/taken", "title": "Conflict", "detail": "Taken", "instance": "/b/1"}
    server.answer(problem, status=409, content_type="application/problem+json")
    with (
        trains.TrainTravel("secret", base_url=server.url) as client,
        pytest.raises(trains.ConflictError) as caught,
    ):
        client.bookings.create(trip_id="T1")

    assert ("/errors/taken", "Taken", "/b/1") == (
        caught.value.code,
        caught.value.message,
        caught.value.more_info,
    )


def test_deleting_returns_no_content(trains: ModuleType, server: Loopback) -> None:
    """204 has no body and still a response."""
    server.answer(status=204)
    with trains.TrainTravel("secret", base_url=server.url) as client:
        nothing = client.bookings.delete("B1")

    assert ("NoContent", 204) == (type(nothing).__name__, nothing.response.status_code)


def test_what_has_no_method_can_be_called(client: Any, server: Loopback) -> None:
    """``request`` sends a form as written and returns whatever JSON came."""
    server.answer({"sid": "X1"})
    answer = client.request("post", "/v1/New/Things", form={"A": "1", "B": ["2", "3"]})

    assert {"sid": "X1"} == answer.value
    assert "POST /v1/New/Things HTTP/1.1" == server.received[0].line
    assert [("A", "1"), ("B", "2"), ("B", "3")] == server.received[0].form
