"""A real HTTP server on the loopback that answers as it is told and keeps what it received."""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Lock, Thread
from typing import Any
from urllib.parse import parse_qsl

Pairs = list[tuple[str, str]]


@dataclass(frozen=True, kw_only=True)
class Received:
    """One request as it came over the socket; header names are in lower case."""

    line: str
    headers: Mapping[str, str]
    body: bytes

    @property
    def method(self) -> str:
        """The request line's first word."""
        return self.line.split(" ")[0]

    @property
    def path(self) -> str:
        """The target without its query, still percent-encoded."""
        return self.line.split(" ")[1].partition("?")[0]

    @property
    def query(self) -> Pairs:
        """Names and values of the query, in order."""
        return _pairs(self.line.split(" ")[1].partition("?")[2])

    @property
    def form(self) -> Pairs:
        """Names and values of a form body, in order."""
        return _pairs(self.body.decode("ascii"))

    @property
    def json(self) -> Any:
        """The body read as JSON."""
        return json.loads(self.body)


@dataclass(frozen=True, kw_only=True)
class Scripted:
    """One answer; ``never`` keeps the connection open and says nothing."""

    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""
    never: bool = False


class Loopback:
    """The server seen by a test: give it answers, call it, look at ``received``."""

    def __init__(self) -> None:
        self.received: list[Received] = []
        self.stopped = Event()
        self._answers: deque[Scripted] = deque()
        self._lock = Lock()
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(self))
        self._server.daemon_threads = True
        self._server.block_on_close = False

    @property
    def url(self) -> str:
        """The origin, ``http://127.0.0.1:port``."""
        return f"http://127.0.0.1:{self._server.server_address[1]}"

    def answer(
        self,
        body: Any = None,
        *,
        status: int = 200,
        headers: Mapping[str, str] | None = None,
        content_type: str = "application/json",
    ) -> None:
        """Queue an answer: ``bytes`` as they are, ``None`` for no body, all else as JSON."""
        raw = body if isinstance(body, bytes) else json.dumps(body).encode()
        sent = {"Content-Type": content_type, **(headers or {})}
        if body is None:
            raw, sent = b"", dict(headers or {})
        self._answers.append(Scripted(status=status, headers=sent, body=raw))

    def never_answer(self) -> None:
        """Queue silence: the request is received and gets no answer while the server runs."""
        self._answers.append(Scripted(never=True))

    @property
    def unused(self) -> int:
        """How many queued answers nobody asked for."""
        return len(self._answers)

    def take(self, received: Received) -> Scripted:
        """Keep the request and hand out the next answer; 599 where there is none."""
        with self._lock:
            self.received.append(received)
            if self._answers:
                return self._answers.popleft()
        return Scripted(status=599, body=b"the test queued no answer for this request")

    def run(self) -> None:
        """Serve until stopped."""
        self._server.serve_forever(poll_interval=0.005)

    def stop(self) -> None:
        """Stop serving, release silent connections and close the socket."""
        self.stopped.set()
        self._server.shutdown()
        self._server.server_close()


@contextmanager
def running() -> Iterator[Loopback]:
    """A server that listens, stopped on the way out."""
    loopback = Loopback()
    thread = Thread(target=loopback.run, daemon=True)
    thread.start()
    try:
        yield loopback
    finally:
        loopback.stop()
        thread.join(timeout=5)


def _handler(loopback: Loopback) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def _answer(self) -> None:
            length = int(self.headers.get("Content-Length", "0"))
            received = Received(
                line=self.requestline,
                headers={name.lower(): value for name, value in self.headers.items()},
                body=self.rfile.read(length),
            )
            scripted = loopback.take(received)
            if scripted.never:
                loopback.stopped.wait(timeout=10)
                self.close_connection = True
                return
            self.send_response(scripted.status)
            for name, value in scripted.headers.items():
                self.send_header(name, value)
            if scripted.status != 204:
                self.send_header("Content-Length", str(len(scripted.body)))
            self.end_headers()
            self.wfile.write(scripted.body)

        do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = _answer

        def log_message(self, format: str, *args: object) -> None:
            """Quiet."""

    return Handler


def _pairs(text: str) -> Pairs:
    return parse_qsl(text, keep_blank_values=True, strict_parsing=bool(text))
