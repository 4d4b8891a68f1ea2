"""A documentation on the loopback: pages by path, each answered as the test says."""

from __future__ import annotations

import hashlib
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Lock, Thread

PAGE = """# {title}

**GET /{name}**

## Servers

## Parameters

## Responses

### 200
OK

[Powered by Bump.sh](https://bump.sh)
"""

Answer = Callable[["Request"], None]


class Request(BaseHTTPRequestHandler):
    """One request, answered by what the site has at its path."""

    protocol_version = "HTTP/1.1"
    site: Site

    def do_GET(self) -> None:
        self.site.take(self)

    def send(
        self, data: bytes = b"", *, status: int = 200, kind: str = "text/markdown", **headers: str
    ) -> None:
        """An answer with its length; an underscore in a header's name stands for ``-``."""
        self.send_response(status)
        if kind:
            self.send_header("Content-Type", kind)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def stream(self, pieces: Iterator[bytes], **headers: str) -> None:
        """An answer without a length, until the pieces or the reader end."""
        self.send_response(200)
        self.send_header("Content-Type", "text/markdown")
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Connection", "close")
        self.end_headers()
        self.close_connection = True
        try:
            for piece in pieces:
                self.wfile.write(piece)
                self.wfile.flush()
        except OSError:
            self.site.cut_short += 1

    def log_message(self, format: str, *args: object) -> None:
        """Quiet."""


class Site:
    """A root that lists pages, and what was asked of it."""

    def __init__(self) -> None:
        self.answers: dict[str, Answer] = {}
        self.listed: list[str] = []
        self.asked: Counter[str] = Counter()
        self.conditions: list[str] = []
        self.at_once = 0
        self.cut_short = 0
        self.slow = 0.0
        self._now = 0
        self._lock = Lock()
        handler = type("BoundRequest", (Request,), {"site": self})
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        self._server.daemon_threads = True
        self._server.block_on_close = False

    @property
    def url(self) -> str:
        """Where the site is, without a slash at the end."""
        return f"http://127.0.0.1:{self._server.server_address[1]}"

    @property
    def root(self) -> str:
        """The address of its root."""
        return f"{self.url}/doc/air.md"

    def page(self, name: str, text: str | None = None, *, listed: bool = True) -> None:
        """A page with an ETag, in the root's list."""
        body = (text or PAGE.format(title=name.title(), name=name)).encode()
        self.answers[f"/doc/air/operation/operation-{name}.md"] = tagged(body)
        address = f"{self.url}/doc/air/operation/operation-{name}.md"
        if listed and address not in self.listed:
            self.listed.append(address)

    def at(self, name: str, answer: Answer) -> None:
        """A listed page that is answered in a way of its own."""
        self.page(name)
        self.answers[f"/doc/air/operation/operation-{name}.md"] = answer

    def root_text(self, title: str = "Air API") -> bytes:
        """The root as Bump writes it."""
        links = "".join(f"- [Page]({one})\n" for one in self.listed)
        group = f"### [Air]({self.url}/doc/air/group/endpoint-air.md)\n"
        lead = "## Description\nThis is version `1.0.0` of this API documentation.\n\n## Servers\n"
        return f"# {title}\n\n{lead}\n## Endpoints and operations\n{group}{links}".encode()

    def take(self, request: Request) -> None:
        """Count the request and answer it; 404 for what is not there."""
        path = request.path.partition("?")[0]
        with self._lock:
            self.asked[path] += 1
            self._now += 1
            self.at_once = max(self.at_once, self._now)
            if request.headers["If-None-Match"] or request.headers["If-Modified-Since"]:
                self.conditions.append(path)
        time.sleep(self.slow)
        try:
            answer = self.answers.get(path)
            if answer is not None:
                answer(request)
            elif path == "/doc/air.md":
                tagged(self.root_text())(request)
            else:
                request.send(b"gone", status=404)
        finally:
            with self._lock:
                self._now -= 1

    def run(self) -> None:
        """Serve until stopped."""
        self._server.serve_forever(poll_interval=0.005)

    def stop(self) -> None:
        """Stop serving and close the socket."""
        self._server.shutdown()
        self._server.server_close()


def tagged(body: bytes) -> Answer:
    """An answer with an ETag, or 304 for whoever has it."""
    tag = f'"{hashlib.sha256(body).hexdigest()[:16]}"'

    def answer(request: Request) -> None:
        if request.headers["If-None-Match"] == tag:
            request.send(status=304, kind="", ETag=tag)
        else:
            request.send(body, ETag=tag)

    return answer


@contextmanager
def serving() -> Iterator[Site]:
    """A site that is served, stopped on the way out."""
    site = Site()
    thread = Thread(target=site.run, daemon=True)
    thread.start()
    try:
        yield site
    finally:
        site.stop()
        thread.join(timeout=5)
