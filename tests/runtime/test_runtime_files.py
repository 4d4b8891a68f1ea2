"""Files out and in: opened, read in pieces, rewound, closed."""

from __future__ import annotations

import io
from pathlib import Path
from typing import IO, Any

import anyio
import httpx
import pytest
from _runtime._errors import APIStatusError, NotFoundError
from _runtime._uploads import readable
from tiny_sdk import AsyncTiny, FakeAsyncTiny, FakeTiny, Tiny


class Pipe(io.RawIOBase):
    """A file that cannot be rewound."""

    def __init__(self, content: bytes) -> None:
        self._left = io.BytesIO(content)

    def readable(self) -> bool:
        """It can be read."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Gives what is left."""
        return self._left.readinto(buffer)


def opened(content: bytes) -> IO[bytes]:
    """A file in memory that stands at its start."""
    return io.BytesIO(content)


FILES: list[Any] = [
    pytest.param(lambda path: path, id="path"),
    pytest.param(lambda path: opened(b"hello"), id="file object"),
    pytest.param(lambda path: Pipe(b"hello"), id="pipe"),
    pytest.param(lambda path: ("a.txt", path), id="name and path"),
    pytest.param(lambda path: ("a.txt", opened(b"hello"), "text/plain"), id="name, file, type"),
    pytest.param(lambda path: b"hello", id="bytes"),
]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A small file."""
    found = tmp_path / "a.txt"
    found.write_bytes(b"hello")
    return found


@pytest.mark.parametrize("make", FILES)
def test_a_file_is_sent_whole_in_every_attempt(make: Any, path: Path) -> None:
    """The first answer asks for another attempt; both bodies are the same."""
    fake = FakeTiny()
    fake.fail(429, retry_after=0)
    fake.request("POST", "/up", form={"n": 1}, files={"f": make(path)})
    first, second = fake.sent

    assert first.content == second.content
    assert 1 == first.content.count(b"\r\n\r\nhello\r\n")


@pytest.mark.parametrize("make", FILES[:3])
@pytest.mark.parametrize("method", ["PUT", "POST"])
def test_a_raw_body_is_sent_whole_in_every_attempt(make: Any, method: str, path: Path) -> None:
    """With its length, so that no server needs to know chunks."""
    fake = FakeTiny()
    fake.fail(429, retry_after=0)
    fake.request(method, "/up", content=make(path), content_type="text/plain")

    assert [b"hello", b"hello"] == [one.content for one in fake.sent]
    assert ["5", "5"] == [one.headers["content-length"] for one in fake.sent]
    assert not [one for one in fake.sent if "transfer-encoding" in one.headers]


def test_a_file_is_sent_from_where_it_stands() -> None:
    """A caller who has read the start wants the rest."""
    file = io.BytesIO(b"head body")
    file.seek(5)
    fake = FakeTiny()
    fake.fail(429, retry_after=0)
    fake.request("POST", "/up", content=file)

    assert [b"body", b"body"] == [one.content for one in fake.sent]


@pytest.mark.parametrize("status", [200, 404])
def test_what_was_opened_is_closed_and_what_was_given_is_not(status: int, path: Path) -> None:
    """Whatever the answer."""
    given, bodies = io.BytesIO(b"mine"), []

    def answer(request: httpx.Request) -> httpx.Response:
        bodies.append(request.read())
        return httpx.Response(status, json={})

    held: list[IO[bytes]] = []
    client = Tiny("u", "p", http_client=httpx.Client(transport=httpx.MockTransport(answer)))
    exchange = client._exchange  # what a call does first; it knows the files

    def watched(call: Any) -> Any:
        found = exchange(call)
        held.extend(found._opened)
        return found

    client._exchange = watched  # type: ignore[method-assign]
    try:
        client.request("POST", "/up", files={"a": path, "b": given})
    except NotFoundError:
        assert 404 == status

    assert [True, False] == [held[0].closed, given.closed]
    assert b"hello" in bodies[0]


def test_a_missing_file_closes_those_before_it(path: Path) -> None:
    """Nothing is sent, and nothing stays open."""
    files: list[IO[bytes]] = []
    readable(path, files)
    fake = FakeTiny()

    with pytest.raises(FileNotFoundError):
        fake.request("POST", "/up", files={"a": path, "b": path.with_name("none")})

    assert [] == fake.sent
    files[0].close()


def test_an_async_client_sends_files_too(path: Path) -> None:
    """From disk and memory."""

    async def call() -> list[bytes]:
        async with FakeAsyncTiny() as fake:
            await fake.request("POST", "/up", content=path)
            await fake.request("POST", "/up", files={"f": path})
            return [one.content for one in fake.sent]

    raw, multipart = anyio.run(call)

    assert b"hello" == raw
    assert b'name="f"; filename="a.txt"' in multipart


def test_a_download_in_every_way(tmp_path: Path) -> None:
    """Pieces, all at once, or a file; with the documented headers."""
    fake = FakeTiny()
    for _ in range(3):
        fake.reply(content=b"\0data", headers={"X-Left": "4"})
    team = fake.team("T")
    pieces, whole = list(team.export()), team.export()
    size = team.export().stream_to(tmp_path / "out")

    assert b"\0data" == b"".join(pieces)
    assert [b"\0data", b"\0data"] == [whole.read(), whole.read()]
    assert (200, 4) == (whole.response.status_code, whole.response.headers.x_left)
    assert (5, b"\0data") == (size, (tmp_path / "out").read_bytes())


def test_a_download_that_is_no_success_raises_at_once() -> None:
    """With the body, which is no file but an explanation."""
    fake = FakeTiny()
    fake.fail(404)

    with pytest.raises(APIStatusError, match="a scripted 404"):
        fake.team("T").export()


def test_an_async_download(tmp_path: Path) -> None:
    """The same, awaited."""

    async def call() -> tuple[bytes, bytes, int]:
        async with FakeAsyncTiny() as fake:
            pieces = [piece async for piece in await fake.team("T").export()]
            async with await fake.team("T").export() as download:
                body = await download.read()
            size = await (await fake.team("T").export()).stream_to(tmp_path / "out")
        return b"".join(pieces), body, size

    assert (b"content", b"content", 7) == anyio.run(call)


@pytest.mark.parametrize("given", [None, httpx.AsyncClient()])
def test_connections_are_opened_by_the_first_call_only(given: Any) -> None:
    """Making a client costs nothing, and closing one that was not used opens nothing."""

    async def call() -> list[Any]:
        client = AsyncTiny("u", "p", http_client=given)
        await client.with_options(timeout=1).aclose()
        await client.aclose()
        return client._connections

    assert ([given] if given else []) == anyio.run(call)
