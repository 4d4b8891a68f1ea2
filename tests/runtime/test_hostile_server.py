"""Servers that lie, drip, bomb and cut, over real sockets; both clients."""

from __future__ import annotations

import gzip
import logging
import socket
import threading
import traceback
import tracemalloc
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import anyio
import pytest
from _runtime._errors import (
    APIConnectionError,
    APIError,
    APIRedirectError,
    APITimeoutError,
    DecodeError,
    NotFoundError,
)
from tiny_sdk import AsyncTiny, Tiny

CANARY = "canary-51bf"
Script = Callable[[socket.socket], None]
Call = Callable[[str, dict[str, Any]], Any]


@contextmanager
def serving(script: Script) -> Iterator[str]:
    """A server that reads one request of each connection and then does what the script says."""
    stop = threading.Event()
    listener = socket.create_server(("127.0.0.1", 0))
    listener.settimeout(0.05)

    def serve() -> None:
        while not stop.is_set():
            try:
                connection, _ = listener.accept()
            except TimeoutError:
                continue
            with connection:
                connection.settimeout(5)
                try:
                    connection.recv(65536)
                    script(connection)
                except OSError:
                    continue  # the client has had enough

    thread = threading.Thread(target=serve)
    thread.start()
    try:
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    finally:
        stop.set()
        thread.join()
        listener.close()


def call_blocking(base: str, options: dict[str, Any]) -> Any:
    """One call of the blocking client."""
    with Tiny("user", CANARY, base_url=base, max_retries=0) as client:
        return client.with_options(**options).team("T").fetch("1")


def call_awaited(base: str, options: dict[str, Any]) -> Any:
    """One call of the awaited client."""

    async def call() -> Any:
        async with AsyncTiny("user", CANARY, base_url=base, max_retries=0) as client:
            return await client.with_options(**options).team("T").fetch("1")

    return anyio.run(call)


def whole(body: bytes, *headers: str, status: str = "200 OK") -> Script:
    """Answers with the body."""
    head = [f"HTTP/1.1 {status}", f"Content-Length: {len(body)}", "Connection: close", *headers]
    return lambda connection: connection.sendall("\r\n".join([*head, "", ""]).encode() + body)


def drip(connection: socket.socket) -> None:
    """A body without end, one byte at a time."""
    connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n")
    for _ in range(100):
        connection.sendall(b" ")
        threading.Event().wait(0.05)


def hang(connection: socket.socket) -> None:
    """Nothing, for a while."""
    threading.Event().wait(0.6)


def cut(connection: socket.socket) -> None:
    """Half a body."""
    connection.sendall(b'HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{"sid"')


def flood(connection: socket.socket) -> None:
    """More than anybody wants, without a length."""
    connection.sendall(b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n")
    for _ in range(64):
        connection.sendall(b" " * 65536)


BOMB = gzip.compress(b" " * (8 << 20))
TINY_BOMBS = gzip.compress(b" " * (1 << 19)) * 16
HONEST = gzip.compress(b'{"sid": "x"' + b" " * ((1 << 20) - 12) + b"}")
SMALL = {"max_bytes": 1 << 20}
GZIP = "Content-Encoding: gzip"

FAULTS: list[Any] = [
    pytest.param(hang, {"timeout": 0.2}, APITimeoutError, "timed out", id="hangs"),
    pytest.param(drip, {"deadline": 0.3}, APITimeoutError, "timed out", id="drips"),
    pytest.param(cut, {}, APIConnectionError, "no answer", id="cuts"),
    pytest.param(flood, SMALL, DecodeError, "larger than 1048576", id="floods"),
    pytest.param(whole(BOMB, GZIP), SMALL, DecodeError, "larger|unpacks", id="bombs"),
    pytest.param(whole(BOMB, GZIP), {}, DecodeError, "over 100 times", id="unpacks to much"),
    pytest.param(whole(TINY_BOMBS, GZIP), {}, DecodeError, "over 100 times", id="in many parts"),
    pytest.param(whole(BOMB[:900], GZIP), {}, DecodeError, "cut off", id="half a bomb"),
    pytest.param(whole(b"{}", GZIP), {}, DecodeError, "broken", id="no gzip"),
    pytest.param(
        whole(gzip.compress(BOMB), f"{GZIP}, gzip"), {}, DecodeError, "not gzip", id="layers"
    ),
    pytest.param(whole(b"{}", "Content-Encoding: br"), {}, DecodeError, "not gzip", id="brotli"),
    pytest.param(whole(b"[" * 100_000), {}, DecodeError, "nested|not JSON", id="deep"),
    pytest.param(whole(b'{"sid": "\xff"}'), {}, DecodeError, "not JSON", id="no UTF-8"),
    pytest.param(whole(b'{"age": ' + b"9" * 5000 + b"}"), {}, DecodeError, "not JSON", id="digits"),
    pytest.param(whole(b"<html>"), {}, DecodeError, "not JSON", id="HTML"),
    pytest.param(
        whole(b"", "Location: http://evil.example/x", status="302 Found"),
        {},
        APIRedirectError,
        "another origin",
        id="elsewhere",
    ),
    pytest.param(
        whole(b"", "Location: /v1/T/Tasks/1", status="307 Temporary Redirect"),
        {},
        APIRedirectError,
        "more than 5",
        id="round in circles",
    ),
    pytest.param(whole(b"{}", status="404 Not Found"), {}, NotFoundError, "404", id="missing"),
    pytest.param(whole(b"\0\0\0"), {}, DecodeError, "not JSON", id="noise"),
    pytest.param(
        lambda connection: connection.sendall(b"\0\1\2\r\n\r\n"),
        {},
        APIConnectionError,
        "no answer",
        id="no HTTP",
    ),
]


@pytest.mark.parametrize("call", [call_blocking, call_awaited])
@pytest.mark.parametrize(("script", "options", "expected", "words"), FAULTS)
def test_a_hostile_answer_is_an_error_of_ours_and_tells_no_secret(
    script: Script,
    options: dict[str, Any],
    expected: type[APIError],
    words: str,
    call: Call,
    caplog: pytest.LogCaptureFixture,
) -> None:
    """In time, of one class for both clients, with the canary nowhere it could be read."""
    with (
        caplog.at_level(logging.DEBUG),
        serving(script) as base,
        pytest.raises(expected, match=words) as caught,
    ):
        call(base, options)
    seen = [*traceback.format_exception(caught.value), repr(caught.value), caplog.text]

    assert [] == [text for text in seen if CANARY in text]


@pytest.mark.parametrize("call", [call_blocking, call_awaited])
@pytest.mark.parametrize("packing", ["gzip", "deflate", "identity", ""])
def test_honest_compression_is_unpacked(call: Call, packing: str) -> None:
    """gzip is what was asked for, zlib what some send."""
    pack: dict[str, Callable[[bytes], bytes]] = {"gzip": gzip.compress, "deflate": zlib.compress}
    body = pack.get(packing, bytes)(b'{"sid": "x"}')
    header = [f"Content-Encoding: {packing}"] if packing else []
    with serving(whole(body, *header)) as base:
        task = call(base, {})

    assert "x" == task.sid


@pytest.mark.parametrize("call", [call_blocking, call_awaited])
@pytest.mark.parametrize(
    ("body", "options"),
    [
        pytest.param(HONEST, {}, id="a step"),
        pytest.param(gzip.compress(b'{"sid": ') + gzip.compress(b'"x"}'), {}, id="two parts"),
        pytest.param(
            gzip.compress(b'{"sid": "x"}' + b" " * (8 << 20)), {"max_bytes": None}, id="allowed"
        ),
    ],
)
def test_what_packs_well_is_unpacked(call: Call, body: bytes, options: dict[str, Any]) -> None:
    """Up to 1 MiB at any ratio, and all of it where the caller wants no limit."""
    with serving(whole(body, GZIP)) as base:
        task = call(base, options)

    assert "x" == task.sid


def test_headers_that_never_end_are_left_by_the_deadline() -> None:
    """Each byte comes in time; all of them do not."""

    def drip_headers(connection: socket.socket) -> None:
        connection.sendall(b"HTTP/1.1 200 OK\r\nX: ")
        for _ in range(60):
            connection.sendall(b"x")
            threading.Event().wait(0.05)

    with serving(drip_headers) as base, pytest.raises(APITimeoutError):
        call_awaited(base, {"deadline": 0.3})


def test_a_download_is_not_bound_by_what_answers_are(tmp_path: Path) -> None:
    """It goes to the disk, so neither memory nor the deadline is at stake."""
    target = tmp_path / "out.bin"
    with (
        serving(whole(b"x" * 3_000_000)) as base,
        Tiny("u", "p", base_url=base) as client,
        client.with_options(max_bytes=10).team("T").export() as download,
    ):
        written = download.stream_to(target)

    assert (3_000_000, 3_000_000) == (written, target.stat().st_size)
    assert [target] == list(tmp_path.iterdir())


def save_blocking(base: str, target: Path) -> None:
    """One download of the blocking client."""
    with Tiny("u", "p", base_url=base) as client:
        client.team("T").export().stream_to(target)


def save_awaited(base: str, target: Path) -> None:
    """One download of the awaited client."""

    async def call() -> None:
        async with AsyncTiny("u", "p", base_url=base) as client:
            await (await client.team("T").export()).stream_to(target)

    anyio.run(call)


@pytest.mark.parametrize("save", [save_blocking, save_awaited])
def test_a_download_that_breaks_off_leaves_no_file(
    save: Callable[[str, Path], None], tmp_path: Path
) -> None:
    """Half a file could be taken for a whole one."""
    with serving(cut) as base, pytest.raises(APIConnectionError):
        save(base, tmp_path / "out.bin")

    assert [] == list(tmp_path.iterdir())


GIGABYTE = 1 << 30


def bomb_of_a_gigabyte() -> Iterator[bytes]:
    """Some 1 MB of gzip, a piece at a time."""
    packer = zlib.compressobj(9, zlib.DEFLATED, zlib.MAX_WBITS | 16)
    for _ in range(GIGABYTE >> 20):
        if piece := packer.compress(b" " * (1 << 20)):
            yield piece
    yield packer.flush()


@pytest.mark.parametrize("save", [save_blocking, save_awaited])
def test_a_gigabyte_in_a_megabyte_is_left_early(
    save: Callable[[str, Path], None], tmp_path: Path
) -> None:
    """A download has no limit of its own; a bomb fills neither memory nor disk."""

    def send(connection: socket.socket) -> None:
        connection.sendall(f"HTTP/1.1 200 OK\r\nConnection: close\r\n{GZIP}\r\n\r\n".encode())
        for piece in bomb_of_a_gigabyte():
            connection.sendall(piece)

    tracemalloc.start()
    try:
        with serving(send) as base, pytest.raises(DecodeError, match="over 100 times"):
            save(base, tmp_path / "out.bin")
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()

    assert most < 32 << 20
    assert [] == list(tmp_path.iterdir())
