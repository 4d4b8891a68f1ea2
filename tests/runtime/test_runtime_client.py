"""Clients: construction, options, the fake, and real calls over the loopback."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import _runtime
import anyio
import httpx
import pytest
from _runtime._errors import APIConnectionError, DecodeError
from _runtime._exchange import Exchange
from _runtime._results import Answer, NoContent
from tiny_sdk import AsyncTiny, FakeAsyncTiny, FakeTiny, Order, Task, Tiny


def test_a_form_call_to_the_byte() -> None:
    """Method, path, body and headers."""
    fake = FakeTiny()
    fake.team("T/1").create(name="a b", tag=["x", "y"])
    sent = fake.sent[-1]

    assert ("POST", "/v1/T%2F1/Tasks", "/v1/{Team}/Tasks") == (
        sent.method,
        sent.path,
        sent.template,
    )
    assert b"Name=a+b&Tag=x&Tag=y" == sent.content
    assert {"Name": "a b", "Tag": ["x", "y"]} == sent.form
    assert "application/json" == sent.headers["accept"]
    assert sent.headers["user-agent"].startswith("tiny-python/1.0.0 ")
    assert "authorization" not in sent.headers


def test_a_json_call() -> None:
    """The fields as given."""
    fake = FakeTiny()
    fake.team("T").replace("1", a=None, order=Order.FIFO)

    assert {"a": None, "order": "FIFO"} == fake.sent[-1].json
    assert {} == fake.sent[-1].form


def test_no_content() -> None:
    """Only metadata comes back; an omitted header is not sent."""
    fake = FakeTiny()
    result = fake.team("T").delete("1")
    fake.team("T").delete("1", if_match='"e"')

    assert isinstance(result, NoContent)
    assert 204 == result.response.status_code
    assert [None, '"e"'] == [call.headers.get("if-match") for call in fake.sent]


def test_samples_have_the_documented_types() -> None:
    """A strict client accepts what the fake makes up, for every kind of result."""
    fake = FakeTiny(strict=True)
    team = fake.team("T")
    task = team.fetch("1")

    assert (Order.FIFO, 1, True) == (task.order, task.age, task.done)
    assert task.created is not None
    assert [Task] == [type(child) for child in task.children or ()]
    assert ["item"] == team.names()
    assert b"content" == team.export().read()
    assert 1 == len(list(team.list()))


def test_scripted_answers_come_in_order() -> None:
    """Then the samples again."""
    fake = FakeTiny(max_retries=0)
    fake.reply(json={"sid": "a"}, headers={"X-Left": "1"})
    fake.broken_json()
    fake.disconnect()

    assert 1 == fake.team("T").fetch("1").response.headers.x_left
    with pytest.raises(DecodeError):
        fake.team("T").fetch("1")
    with pytest.raises(APIConnectionError):
        fake.team("T").fetch("1")
    assert "sid" == fake.team("T").fetch("1").sid


def test_the_fake_answers_with_more_than_is_documented() -> None:
    """What a service adds tomorrow breaks nobody: not a field, not a value."""
    fake = FakeTiny()
    fake.unknown_fields()
    fake.unknown_values()
    first, second = fake.team("T").fetch("1"), fake.team("T").fetch("2")
    assert first.children is not None
    assert second.order is not None

    assert {"undocumented": "undocumented"} == first.extra
    assert {"undocumented": "undocumented"} == first.children[0].extra
    assert (False, "undocumented") == (second.order.is_known, second.order)
    assert {} == second.extra


def test_bodies_are_logged_on_request_only(caplog: pytest.LogCaptureFixture) -> None:
    """They hold what a log must not; headers are shown by an allow-list."""
    fake = FakeTiny()
    with caplog.at_level("DEBUG", logger="tiny"):
        for client in (fake, fake.with_options(log_bodies=True)):
            fake.reply(json={"sid": "answer"}, headers={"X-Request-Id": "r1", "Set-Cookie": "key"})
            client.team("T").create(name="asked")
    quiet, told = caplog.messages[:3], caplog.messages[3:]

    assert not [one for one in quiet if "asked" in one or "answer" in one]
    assert "'Name=asked'" in told[0]
    assert "answer" in told[2]
    assert "x-request-id: 'r1'" in told[2]
    assert not [one for one in caplog.messages if "set-cookie" in one or "key" in one]


def test_the_async_fake() -> None:
    """The same words."""

    async def calls() -> list[str]:
        async with FakeAsyncTiny() as fake:
            fake.reply(json={"sid": "a"})
            task = await fake.team("T").fetch("1")
            answer = await fake.request("GET", "/free", query={"q": True})
            assert isinstance(answer, Answer)
            return [task.sid, *(call.path for call in fake.sent), str(fake.sent[-1].query)]

    assert ["a", "/v1/T/Tasks/1", "/free", "{'q': 'true'}"] == anyio.run(calls)


def test_options_add_up() -> None:
    """Clients share connections; what a call sends beats headers and yields to extras."""
    fake = FakeTiny()
    client = fake.with_options(
        timeout=5,
        headers={"X-A": "1", "If-Match": "default"},
        extra_headers={"X-B": "2"},
        extra_query={"debug": True},
        extra_body={"More": [1, 2]},
    ).with_options(extra_headers={"X-C": "3"})
    client.team("T").create(name="n")
    client.team("T").delete("1", if_match="mine")
    created, deleted = fake.sent

    assert {"Name": "n", "More": ["1", "2"]} == created.form
    assert {"debug": "true"} == created.query == deleted.query
    assert b"" == deleted.content
    assert ("1", "2", "3") == tuple(created.headers[name] for name in ("x-a", "x-b", "x-c"))
    assert ("default", "mine") == (created.headers["if-match"], deleted.headers["if-match"])
    assert type(fake) is type(client)
    fake.team("T").delete("1")
    assert {} == fake.sent[-1].query


@pytest.mark.parametrize(
    "options", [{"max_retries": -1}, {"headers": {"X": "a\nb"}}, {"headers": {"Host": "evil"}}]
)
def test_bad_options_are_refused_at_once(options: dict[str, Any]) -> None:
    """When the client is made, and when it is changed."""

    with pytest.raises(ValueError, match=r"negative|line break|own"):
        Tiny("u", "p", **options)
    with pytest.raises(ValueError, match=r"negative|line break|own"):
        FakeTiny().with_options(**options)


@pytest.mark.parametrize(
    ("options", "expected"), [({}, 30.0), ({"timeout": 5}, 5.0), ({"timeout": None}, None)]
)
def test_timeouts(options: dict[str, Any], expected: float | None) -> None:
    """30 s unless the caller says otherwise; None has to be said."""
    seen: list[Any] = []

    class Watching(Tiny):
        def _attempt(self, exchange: Exchange[Any]) -> httpx.Response:
            seen.append(exchange.request.extensions["timeout"]["read"])
            return httpx.Response(200, json=1)

    with Watching("u", "p", **options) as client:
        client.request("GET", "/")

    assert [expected] == seen


def test_a_given_http_client_stays_open() -> None:
    """Who opened it closes it; a copy with options closes nothing either."""
    http = httpx.Client()
    with Tiny("u", "p", http_client=http):
        pass
    own = Tiny("u", "p")
    with own.with_options(timeout=1):
        pass

    assert (False, False) == (http.is_closed, own._http.is_closed)
    own.close()
    http.close()
    assert own._http.is_closed


class _Server(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    seen: list[tuple[str, str, bytes]] = []  # noqa: RUF012

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        self.seen.append((self.command, self.path, body))
        content = json.dumps({"sid": "x", "auth": self.headers["Authorization"]}).encode()
        self.send_response(201)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(content)))
        self.send_header("X-Left", "9")
        self.end_headers()
        self.wfile.write(content)

    do_GET = do_POST

    def log_message(self, *words: object) -> None:
        """Says nothing."""


@contextmanager
def _loopback() -> Iterator[str]:
    server = HTTPServer(("127.0.0.1", 0), _Server)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/prefix/"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def test_a_call_over_the_loopback() -> None:
    """Real sockets, real bytes."""
    _Server.seen.clear()
    with _loopback() as base, Tiny("u", "p", base_url=base) as client:
        task = client.team("T 1").create(name="é")

    assert [("POST", "/prefix/v1/T%201/Tasks", b"Name=%C3%A9")] == _Server.seen
    assert ("x", {"auth": "Basic dTpw"}, 201) == (task.sid, task.extra, task.response.status_code)
    assert 9 == task.response.headers.x_left
    assert task.response.elapsed.total_seconds() > 0


@pytest.mark.parametrize("backend", ["asyncio"])
def test_an_async_call_over_the_loopback(backend: str) -> None:
    """The same under await."""
    _Server.seen.clear()

    async def call(base: str) -> Task:
        async with AsyncTiny("u", "p", base_url=base) as client:
            return await client.team("T").fetch("1")

    with _loopback() as base:
        task = anyio.run(call, base, backend=backend)

    assert [("GET", "/prefix/v1/T/Tasks/1", b"")] == _Server.seen
    assert {"auth": "Basic dTpw"} == task.extra


def test_models_need_no_http_library() -> None:
    """Importing them is quick, and opens nothing."""
    code = (
        "import sys; sys.path.insert(0, sys.argv[1]);"
        "from _runtime import _enums, _errors, _models, _omit;"
        "assert not {'httpx', 'asyncio', 'ssl', 'socket', 'anyio'} & set(sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", code, str(Path(_runtime.__file__).parents[1])],
        check=False,
    )

    assert 0 == done.returncode


def test_logs_are_short_and_on_request(caplog: pytest.LogCaptureFixture) -> None:
    """Nothing without DEBUG; then method, documented path, status, and no values."""
    fake = FakeTiny()
    fake.fail(429, retry_after=0)
    with caplog.at_level("INFO", logger="tiny"):
        fake.team("canary").fetch("canary")
    quiet = [record for record in caplog.records if record.name == "tiny"]
    fake.fail(429, retry_after=0)
    with caplog.at_level("DEBUG", logger="tiny"):
        fake.with_options(extra_query={"key": "canary"}).team("canary").fetch("canary")
    said = [record.getMessage() for record in caplog.records if record.name == "tiny"]

    assert [] == quiet
    heads = [line.split(": ")[1].partition(" in ")[0].partition(" ")[0] for line in said]

    assert ["sent", "retry", "sent", "200", "received"] == heads
    assert all(line.startswith("GET /v1/{Team}/Tasks/{Sid}: ") for line in said)
    assert not [line for line in said if "canary" in line]
