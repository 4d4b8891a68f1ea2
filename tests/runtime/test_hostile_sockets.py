"""Ids, redirects and floods over real sockets: what reaches a server, and how much is kept."""

from __future__ import annotations

import gzip
import shutil
import socket
import ssl
import subprocess
import threading
import tracemalloc
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from random import Random
from typing import Any
from urllib.parse import unquote, urlsplit

import anyio
import httpx
import pytest
from _runtime._auth import api_key, basic, bearer
from _runtime._errors import APIConnectionError, APIError, APIRedirectError, DecodeError
from test_hostile_server import GZIP, Script, call_awaited, call_blocking, serving, whole
from test_runtime_client import _loopback, _Server
from tiny_sdk import AsyncTiny, Task, Tiny

KEY = ("key", "canary-83a0", "X")
AUTHS: dict[str, Callable[[], httpx.Auth]] = {
    "basic": lambda: basic(("user", "u", "X"), KEY),
    "bearer": lambda: bearer(KEY),
    "header": lambda: api_key(KEY, header="X-API-Key"),
    "query": lambda: api_key(KEY, query="key"),
}
STATUSES = (301, 302, 303, 307, 308)
FOREIGN = (
    "http://127.0.0.1:{sink}/x",
    "//127.0.0.1:{sink}/x",
    "https://127.0.0.1:{sink}/x",
    "http://localhost:{own}/x",
    "https://127.0.0.1:{own}/x",
    "http://user@127.0.0.1:{own}/x",
    "http://127.0.0.1:{own}@127.0.0.1:{sink}/x",
    "http:\\\\127.0.0.1:{sink}\\x",
)
"""Another port, scheme, name or user; ``localhost`` is the same machine under another name."""
EITHER = (APIRedirectError, APIConnectionError)
"""The latter where httpx itself takes an address for none."""
ALPHABET = "./\\%?#;:@{}&=+~ \0\r\n\t2eEé空\u202eab"


async def _request(client: AsyncTiny, method: str, path: str, **parts: Any) -> object:
    async with client:
        return await client.request(method, path, **parts)


def _ask(kind: type[Tiny] | type[AsyncTiny], base: str, auth: httpx.Auth, method: str) -> None:
    parts = {"json": {"name": KEY[1]}} if method == "POST" else {}
    client = kind(auth=auth, base_url=base, max_retries=0)
    if isinstance(client, AsyncTiny):
        anyio.run(lambda: _request(client, method, "/a", **parts))
        return
    with client:
        client.request(method, "/a", **parts)


@pytest.mark.parametrize("kind", [Tiny, AsyncTiny])
@pytest.mark.parametrize("auth", AUTHS)
def test_no_redirect_carries_a_credential_away(
    kind: type[Tiny] | type[AsyncTiny], auth: str
) -> None:
    """Five statuses, eight addresses, with a body and without: one request, and none elsewhere."""
    elsewhere: list[str] = []
    asked: list[str] = []
    answer = [b""]

    def redirect(connection: socket.socket) -> None:
        asked.append("")
        connection.sendall(answer[0])

    wrong = []
    with (
        serving(lambda connection: elsewhere.append("")) as sink,
        serving(redirect) as base,
    ):
        ports = {"sink": urlsplit(sink).port, "own": urlsplit(base).port}
        for status in STATUSES:
            for location in FOREIGN:
                for method in ("GET", "POST"):
                    asked.clear()
                    to = location.format(**ports)
                    head = f"HTTP/1.1 {status} Go\r\nLocation: {to}\r\nContent-Length: 0\r\n"
                    answer[0] = f"{head}Connection: close\r\n\r\n".encode()
                    with pytest.raises(APIError) as caught:
                        _ask(kind, base, AUTHS[auth](), method)
                    told = (str(caught.value), caught.type)
                    kinds = EITHER if method == "GET" else (APIError,)
                    refused = issubclass(caught.type, kinds) and KEY[1] not in told[0]
                    if len(asked) != 1 or not refused:
                        wrong.append((status, to, method, len(asked), told))

    assert [] == wrong
    assert [] == elsewhere


def _ids(seed: int, number: int) -> list[str]:
    chance = Random(seed)
    return ["".join(chance.choices(ALPHABET, k=chance.randrange(7))) for _ in range(number)]


def _misplaced(values: list[str]) -> list[tuple[str, list[str]]]:
    """The values that came as anything but one segment; none where a value was refused."""
    sent = [path for _, path, _ in _Server.seen]
    wrong = []
    for value, path in zip(values, sent, strict=True):
        parts = path.split("/")
        if parts[:5] != ["", "prefix", "v1", "T", "Tasks"] or [*map(unquote, parts[5:])] != [value]:
            wrong.append((value, parts))
        if "?" in path or parts[5] in (".", ".."):
            wrong.append((value, parts))
    return wrong


def test_a_hostile_id_stays_one_segment_on_the_wire() -> None:
    """Or it is refused before anything is sent."""
    _Server.seen.clear()
    accepted = []
    with _loopback() as base, Tiny("u", "p", base_url=base) as client:
        for value in [*_ids(1, 2_500), ".", "..", "%2e%2e", "../..", ""]:
            try:
                client.team("T").fetch(value)
            except ValueError:
                continue
            accepted.append(value)

    assert len(accepted) > 1_000
    assert [] == _misplaced(accepted)


def test_a_hostile_id_stays_one_segment_for_the_awaited_client() -> None:
    """The same rules."""
    _Server.seen.clear()
    accepted = []

    async def run(base: str) -> None:
        async with AsyncTiny("u", "p", base_url=base) as client:
            for value in [*_ids(2, 500), ".", "..", "%2e%2e", "../..", ""]:
                try:
                    await client.team("T").fetch(value)
                except ValueError:
                    continue
                accepted.append(value)

    with _loopback() as base:
        anyio.run(run, base)

    assert len(accepted) > 200
    assert [] == _misplaced(accepted)


def promised(connection: socket.socket) -> None:
    """Ten gigabytes, as its header says, for as long as anybody listens."""
    connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 10737418240\r\n\r\n")
    _pour(connection)


def poured(connection: socket.socket) -> None:
    """The same without saying so."""
    connection.sendall(b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n")
    _pour(connection)


def chunked(connection: socket.socket) -> None:
    """The same in chunks."""
    connection.sendall(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
    for _ in range(10 << 14):
        connection.sendall(b"10000\r\n" + b" " * 65536 + b"\r\n")


def _pour(connection: socket.socket) -> None:
    for _ in range(10 << 14):
        connection.sendall(b" " * 65536)


def _bomb() -> bytes:
    """A gigabyte of spaces, packed."""
    return b"".join([gzip.compress(b" " * (16 << 20))] * 64)


@pytest.mark.parametrize("call", [call_blocking, call_awaited])
@pytest.mark.parametrize(
    "script",
    [
        promised,
        poured,
        chunked,
        whole(_bomb(), GZIP),
        whole(gzip.compress(b" " * (64 << 20)), GZIP),
    ],
    ids=["promised", "poured", "chunked", "a gigabyte in members", "one member"],
)
def test_a_flood_is_left_before_it_fills_the_memory(
    script: Script, call: Callable[[str, dict[str, Any]], Any]
) -> None:
    """Of at most one megabyte, no more than a few are ever held."""
    with serving(script) as base:
        tracemalloc.start()
        try:
            with pytest.raises(DecodeError):
                call(base, {"max_bytes": 1 << 20})
            _, most = tracemalloc.get_traced_memory()
        finally:
            tracemalloc.stop()

    assert most < 8 << 20


async def _fetch(client: AsyncTiny) -> Task:
    async with client:
        return await client.team("T").fetch("1")


@pytest.mark.parametrize("kind", [Tiny, AsyncTiny])
def test_proxies_and_passwords_of_the_environment_are_left_alone(
    kind: type[Tiny] | type[AsyncTiny], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Whoever wants them gives a client of httpx."""
    netrc = tmp_path / "netrc"
    netrc.write_text("machine 127.0.0.1 login other password canary\n")
    netrc.chmod(0o600)
    monkeypatch.setenv("NETRC", str(netrc))
    monkeypatch.delenv("NO_PROXY", raising=False)
    monkeypatch.delenv("no_proxy", raising=False)
    elsewhere: list[str] = []
    _Server.seen.clear()
    with serving(lambda connection: elsewhere.append("")) as proxy, _loopback() as base:
        for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
            monkeypatch.setenv(name, proxy)
            monkeypatch.setenv(name.lower(), proxy)
        client = kind("u", "p", base_url=base)
        if isinstance(client, AsyncTiny):
            task = anyio.run(_fetch, client)
        else:
            with client:
                task = client.team("T").fetch("1")

    assert "Basic dTpw" == task.extra["auth"]
    assert ([], 1) == (elsewhere, len(_Server.seen))


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A certificate of 127.0.0.1 that nobody vouches for, with its key."""
    file = tmp_path_factory.mktemp("tls") / "both.pem"
    openssl = shutil.which("openssl")
    if openssl is None:
        pytest.skip("needs openssl to make a certificate")
    command = [openssl, "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=127.0.0.1"]
    named = ["-addext", "subjectAltName=IP:127.0.0.1", "-keyout", file, "-out", f"{file}.crt"]
    subprocess.run([*command, *named], check=True, capture_output=True)
    file.write_bytes(file.read_bytes() + Path(f"{file}.crt").read_bytes())
    return file


@pytest.mark.parametrize("call", [call_blocking, call_awaited])
def test_a_certificate_that_nobody_vouches_for_is_refused(
    call: Callable[[str, dict[str, Any]], Any], certificate: Path
) -> None:
    """At the first attempt, and before anything is sent."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    ends: list[str] = []

    def serve(listener: socket.socket) -> None:
        with suppress(OSError):  # the listener is closed
            while True:
                connection, _ = listener.accept()
                connection.settimeout(5)
                try:
                    with context.wrap_socket(connection, server_side=True) as safe:
                        ends.append(safe.recv(100).decode("latin-1"))
                except ssl.SSLError as fault:
                    ends.append(fault.reason or "")

    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.settimeout(2)
        thread = threading.Thread(target=serve, args=(listener,))
        thread.start()
        with pytest.raises(APIConnectionError) as caught:
            call(f"https://127.0.0.1:{listener.getsockname()[1]}", {"max_retries": 2})
        thread.join()

    assert "certificate" in str(caught.value).lower()
    assert 1 == len(ends)
    assert ends[0] in ("TLSV1_ALERT_UNKNOWN_CA", "UNEXPECTED_EOF_WHILE_READING")  # no handshake
