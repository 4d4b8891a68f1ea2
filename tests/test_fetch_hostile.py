"""``docs2sdk fetch`` against servers that fail, trick, drip or never end."""

from __future__ import annotations

import errno
import gzip
import itertools
import os
import signal
import socket
import subprocess
import sys
import time
import zlib
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from generator.decode import MAX_BYTES
from generator.fetch import download, folder
from tests.docs_site import Request, Site, serving, tagged

A = "/doc/air/operation/operation-a.md"


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    """A documentation of one page; the working folder is empty, and nobody waits for long."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(download, "_PAUSE", 0.01)
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "http_proxy", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
    with serving() as served:
        served.page("a")
        yield served


def call(site: Site, *arguments: str) -> Result:
    """The command for the site's root."""
    return CliRunner().invoke(main, ["fetch", site.root, "--allow-http", *arguments])


def refused(done: Result, code: int = 1) -> str:
    """What is said of a fetch that must write nothing and end in an orderly way."""
    assert code == done.exit_code, (done.stdout, done.stderr, done.exception)
    assert isinstance(done.exception, SystemExit)
    assert [] == [one.as_posix() for one in Path().rglob("*") if one.is_file()]
    return done.stderr


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("http://docs.example.com/air.md", "is not https"),
        ("ftp://docs.example.com/air.md", "has the scheme 'ftp' where https is needed"),
        ("file:///etc/passwd", "has the scheme 'file' where https is needed"),
        ("javascript:alert(1)", "has the scheme 'javascript' where https is needed"),
        ("docs/air.md", "has the scheme '' where https is needed"),
        ("https://user:pass@docs.example.com/air.md", "holds credentials"),
        ("https://docs.example.com@evil.example/air.md", "holds credentials"),
        ("https:///air.md", "names no host"),
        ("https://a b/air.md", "it holds a space or a backslash"),
        ("https://docs.example.com\\@evil.example/", "it holds a space or a backslash"),
        ("https://docs.example.com:99999/", "is no address"),
        ("https://docs.example.com:x/", "is no address"),
        ("https://[::1/air.md", "is no address"),
        ("https://dócs.example/air.md", "not of printable ASCII"),
        ("https://docs.example.com/\r\nX: y", "not of printable ASCII"),
        (f"https://docs.example.com/{'x' * 2000}", "too long"),
        ("https://-.example.com/", "names no host"),
    ],
)
def test_an_address_that_is_not_asked_is_wrong_usage(site: Site, url: str, said: str) -> None:
    """Before any request, with what to write instead."""
    done = CliRunner().invoke(main, ["fetch", url])
    text = refused(done, 2)

    assert "error[fetch-address]: " in text
    assert said in text
    assert "\n  hint: " in text


@pytest.mark.parametrize(
    ("link", "code"),
    [
        ("https://evil.example/operation/operation-x.md", "fetch-outside"),
        ("//evil.example/operation/operation-x.md", "fetch-outside"),
        ("http://127.0.0.1:1/operation/operation-x.md", "fetch-outside"),
        ("http://user@127.0.0.1/operation/operation-x.md", "fetch-outside"),
        ("file:///operation/operation-x.md", "fetch-outside"),
        ("javascript:/operation-x.md", "fetch-outside"),
        ("http://[/operation-x.md", "fetch-outside"),
        ("operation/operation-..%2f..%2fx.md", "fetch-name"),
        ("operation/operation-%2e%2e.md", "fetch-name"),
        ("operation/operation-a\\..\\x.md", "fetch-name"),
        ("operation/operation-é.md", "fetch-name"),
        ("operation/operation-a..md", "fetch-name"),
        ("operation/operation-..md", "fetch-name"),
        ("operation/operation-a:b.md", "fetch-name"),
        (f"operation/operation-{'x' * 250}.md", "fetch-name"),
        ("operation/operation-A.md", "fetch-name"),
        ("v2/operation/operation-a.md", "fetch-name"),
    ],
)
def test_a_link_that_is_not_followed_stops_the_fetch(site: Site, link: str, code: str) -> None:
    """With its line in the root; no page is asked for."""
    site.listed.append(link)
    text = refused(call(site))

    assert f"{site.root}:11:10: error[{code}]: " in text
    assert {"/doc/air.md"} == set(site.asked)


@pytest.mark.parametrize(
    "link",
    [
        "file:///etc/passwd",
        "javascript:alert(1)",
        "../../../etc/passwd",
        "api.toml",
        "topic/topic-x.md",
        "data:text/plain,operation",
        ".docs2sdk-fetch.json",
    ],
)
def test_a_link_to_anything_else_is_no_page(site: Site, link: str) -> None:
    """Only what is called as an operation's page is downloaded."""
    site.listed.append(link)
    done = call(site)

    assert 0 == done.exit_code, done.stderr
    assert {"/doc/air.md", A} == set(site.asked)
    assert ["a.md"] == [one.name.removeprefix("operation-") for one in Path().rglob("operation*")]


@pytest.mark.parametrize("path", ["x/../operation/operation-a.md", "./../operation/operation-a.md"])
def test_dots_in_a_link_stay_on_the_host_and_out_of_names(site: Site, path: str) -> None:
    """A path is what a browser makes of it; the file has the last part's name."""
    site.listed[:] = [f"{site.url}/doc/air/group/{path}".replace("group/./", "group/")]
    site.listed[:] = [one.replace("group/x/..", "x/..") for one in site.listed]
    done = call(site)

    assert 0 == done.exit_code, done.stderr
    assert Path("specs/air/operation-a.md").is_file()


def test_the_same_page_in_two_groups_is_one(site: Site) -> None:
    """It is asked for once."""
    site.listed.append(site.listed[0] + "#anchor")
    done = call(site)

    assert 0 == done.exit_code, done.stderr
    assert 1 == site.asked[A]


@pytest.mark.parametrize(
    ("target", "said"),
    [
        ("https://evil.example/x.md", "leads to another host: https://evil.example"),
        ("//evil.example/x.md", "leads to another host: http://evil.example"),
        ("http://127.0.0.1:1/x.md", "leads to another host: http://127.0.0.1:1"),
        ("file:///etc/passwd", "has the scheme 'file'"),
        ("http://u:p@127.0.0.1/x.md", "holds credentials"),
        ("http://[", "is no address"),
        (A, "is redirected more than 5 times"),
    ],
)
def test_a_redirect_leads_nowhere_else(site: Site, target: str, said: str) -> None:
    """Not to another host, scheme or port, and not in circles."""
    site.at("a", lambda request: request.send(status=302, Location=target))
    text = refused(call(site))

    assert f"{site.url}{A}:1:1: error[fetch-redirect]: " in text
    assert said in text


def test_a_redirect_on_the_host_is_followed(site: Site) -> None:
    """Links of a root that moved are relative to where it is now."""
    site.answers["/doc/air.md"] = lambda request: request.send(status=301, Location="/new/air.md")
    text = b"# Air\n\n## Endpoints and operations\n- [A](operation-a.md)\n"
    site.answers["/new/air.md"] = tagged(text)
    site.answers["/new/operation-a.md"] = tagged(b"# A")
    done = call(site)

    assert 0 == done.exit_code, done.stderr
    assert "# A" == Path("specs/air/operation-a.md").read_text()


def test_a_page_without_an_end_is_cut_off(site: Site) -> None:
    """At the largest size that is read; the connection is closed."""
    site.at("a", lambda request: request.stream(itertools.repeat(b"x" * 65_536)))
    text = refused(call(site))

    assert "error[too-large]: is larger than 1048576 bytes" in text


def test_a_root_without_an_end_is_cut_off(site: Site) -> None:
    """The root has the limit of any page."""
    site.answers["/doc/air.md"] = lambda request: request.stream(itertools.repeat(b"- [" * 9999))

    assert f"{site.root}:1:1: error[too-large]: " in refused(call(site))


def drip() -> Iterator[bytes]:
    while True:
        time.sleep(0.05)
        yield b"x"


def drip_headers(request: Request) -> None:
    request.close_connection = True
    request.wfile.write(b"HTTP/1.1 200 OK\r\n")
    for piece in itertools.islice(drip(), 200):
        try:
            request.wfile.write(b"X-" + piece + b": y\r\n")
            request.wfile.flush()
        except OSError:
            return


@pytest.mark.parametrize(
    "answer",
    [
        lambda request: request.stream(drip()),
        lambda request: time.sleep(5),
        drip_headers,
    ],
    ids=["body", "silence", "headers"],
)
def test_a_page_that_drips_is_given_up(site: Site, answer: Callable[[Request], None]) -> None:
    """The time is that of the whole answer, however lively it looks; it is not tried again."""
    site.at("a", answer)
    began = time.monotonic()
    text = refused(call(site, "--timeout", "0.5"))

    assert "error[fetch-timeout]: was not answered within 0.5 s" in text
    assert time.monotonic() - began < 4
    assert 1 == site.asked[A]


@pytest.mark.parametrize("number", [2_000, 10_000])
def test_a_root_of_too_many_links_is_refused(site: Site, number: int) -> None:
    """Before the first page is asked for."""
    links = "".join(f"- [x](operation-{one}.md)\n" for one in range(number))
    text = f"# Air\n\n## Endpoints and operations\n{links}"
    site.answers["/doc/air.md"] = lambda request: request.send(text.encode())
    said = refused(call(site))

    assert f"error[too-many-pages]: lists {number} pages; at most 1999 are fetched" in said
    assert {"/doc/air.md"} == set(site.asked)


def test_a_limit_makes_a_root_of_too_many_links_usable(site: Site) -> None:
    """As the hint says."""
    links = "".join(f"- [x](air/operation/operation-{one}.md)\n" for one in "abcdefgh" * 1)
    more = "".join(f"- [x](air/operation/operation-{one}.md)\n" for one in range(3000))
    text = f"# Air\n\n## Endpoints and operations\n{links}{more}"
    site.answers["/doc/air.md"] = lambda request: request.send(text.encode())
    done = call(site, "--limit", "1")

    assert 0 == done.exit_code, done.stderr


def test_a_packed_page_is_unpacked(site: Site) -> None:
    """What is asked for: text packs well."""
    body = gzip.compress(b"# A\n" * 1000)
    site.at("a", lambda request: request.send(body, Content_Encoding="gzip"))
    done = call(site)

    assert 0 == done.exit_code, done.stderr
    assert b"# A\n" * 1000 == Path("specs/air/operation-a.md").read_bytes()


def bomb() -> bytes:
    """64 MiB in 64 KiB."""
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    return b"".join(packer.compress(b" " * MAX_BYTES) for _ in range(64)) + packer.flush()


@pytest.mark.parametrize(
    ("data", "encoding", "said"),
    [
        (bomb(), "gzip", "error[too-large]: is larger than 1048576 bytes"),
        (b"# A", "gzip", "is said to be gzip and is not"),
        (gzip.compress(b"# A")[:-4], "gzip", "does not end where what is packed ends"),
        (gzip.compress(b"# A") + b"x", "gzip", "does not end where what is packed ends"),
        (b"# A", "br", "is packed as `br`, which was not asked for"),
    ],
    ids=["bomb", "plain", "cut", "longer", "brotli"],
)
def test_what_is_packed_otherwise_is_refused(
    site: Site, data: bytes, encoding: str, said: str
) -> None:
    """A bomb never unpacks to more than a little over the largest page."""
    site.at("a", lambda request: request.send(data, Content_Encoding=encoding))

    assert said in refused(call(site))


@pytest.mark.parametrize(
    ("data", "kind", "said"),
    [
        (b"<!DOCTYPE html><p>", "text/html; charset=utf-8", "is HTML, not Markdown"),
        (b"\n<!doctype HTML><p>", "text/markdown", "is HTML, not Markdown"),
        (b"<html lang=en>", "text/plain", "is HTML, not Markdown"),
        (b"{}", "application/json", "has the content type `application/json`"),
        (b"\x89PNG", "image/png", "has the content type `image/png`"),
        (b"", "text/markdown", "is empty"),
        (b"# A\n\xff", "text/markdown", ":2:1: error[not-text]: "),
        (b"# A\n\x1b[2J", "text/markdown", ":2:1: error[control-character]: "),
        (b"a\0", "text/markdown", "error[not-text]: is not text: it holds a NUL character"),
    ],
)
def test_what_is_no_page_is_refused(site: Site, data: bytes, kind: str, said: str) -> None:
    """A web page, anything but text, and text with what no page holds."""
    site.at("a", lambda request: request.send(data, kind=kind))

    assert said in refused(call(site))


def test_the_address_of_a_web_page_tells_how_to_get_the_markdown(site: Site) -> None:
    """The commonest mistake."""
    site.answers["/doc/air"] = lambda request: request.send(b"<html>", kind="text/html")
    done = CliRunner().invoke(main, ["fetch", f"{site.url}/doc/air", "--allow-http"])

    assert "  hint: Add .md to the page's address to get its Markdown.\n" in refused(done)


@pytest.mark.parametrize("status", [429, 502, 503, 504])
def test_a_server_that_asks_to_come_back_is_asked_again(site: Site, status: int) -> None:
    """After as long as it says."""
    answers = itertools.chain([status, status], itertools.repeat(200))
    site.at("a", lambda request: request.send(b"# A", status=next(answers), Retry_After="0"))
    done = call(site)

    assert 0 == done.exit_code, done.stderr
    assert 3 == site.asked[A]


@pytest.mark.parametrize("in_words", [False, True])
def test_a_pause_is_as_long_as_the_server_says(
    site: Site, monkeypatch: pytest.MonkeyPatch, in_words: bool
) -> None:
    """In seconds or as a date, and never longer than the longest."""
    monkeypatch.setattr(download, "LONGEST_PAUSE", 0.4)
    later = format_datetime(datetime.now(UTC) + timedelta(hours=1), usegmt=True)
    answers = itertools.chain([429], itertools.repeat(200))
    pause = later if in_words else "3600"
    site.at("a", lambda request: request.send(b"# A", status=next(answers), Retry_After=pause))
    began = time.monotonic()
    done = call(site)

    assert 0 == done.exit_code, done.stderr
    assert 0.4 <= time.monotonic() - began < 5


@pytest.mark.parametrize("pause", ["", "soon", "-1", "1e9", "٣", "Sat, 99 Foo 2026", "9" * 400])
def test_a_pause_that_says_nothing_is_a_short_one(
    site: Site, monkeypatch: pytest.MonkeyPatch, pause: str
) -> None:
    """Whatever the header holds, it is no fault."""
    monkeypatch.setattr(download, "LONGEST_PAUSE", 0.05)
    answers = itertools.chain([503], itertools.repeat(200))
    header = pause.encode().decode("latin-1")
    site.at("a", lambda request: request.send(b"# A", status=next(answers), Retry_After=header))

    assert 0 == call(site).exit_code


@pytest.mark.parametrize(
    ("status", "tries"), [(400, 1), (403, 1), (404, 1), (410, 1), (500, 1), (429, 3), (503, 3)]
)
def test_a_status_that_stays_is_reported(site: Site, status: int, tries: int) -> None:
    """After three tries where another may help."""
    site.at("a", lambda request: request.send(b"no", status=status))
    text = refused(call(site))

    assert f"{site.url}{A}:1:1: error[fetch-status]: was answered {status} " in text
    assert tries == site.asked[A]


def test_a_304_that_was_not_asked_for_is_a_fault(site: Site) -> None:
    """There is nothing it could mean."""
    site.at("a", lambda request: request.send(status=304))

    assert "was answered 304 Not Modified" in refused(call(site))


def test_a_server_that_always_fails_is_left_alone(site: Site) -> None:
    """After a few pages in a row, the rest is not asked for."""
    for number in range(40):
        site.at(f"n{number}", lambda request: request.send(status=500))
    site.at("a", lambda request: request.send(status=500))
    text = refused(call(site))

    assert "error[fetch-stopped]: was not asked for: those before it failed, too" in text
    assert sum(site.asked.values()) < 12


def test_a_connection_that_breaks_is_tried_again(site: Site) -> None:
    """Three times in all."""
    broken = iter([True, True, False])

    def answer(request: Request) -> None:
        if next(broken):
            request.close_connection = True
            request.connection.shutdown(socket.SHUT_RDWR)
        else:
            request.send(b"# A")

    site.at("a", answer)
    done = call(site)

    assert 0 == done.exit_code, done.stderr
    assert 3 == site.asked[A]


def test_a_body_that_ends_too_soon_is_no_page(site: Site) -> None:
    """Half a page would be an SDK with half its calls."""

    def answer(request: Request) -> None:
        request.close_connection = True
        request.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n# A")

    site.at("a", answer)

    assert "error[fetch-failed]: cannot be fetched: " in refused(call(site))


def test_a_host_that_is_not_there_is_reported(site: Site) -> None:
    """Without a traceback."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{taken.getsockname()[1]}/air.md"
        done = CliRunner().invoke(main, ["fetch", url, "--allow-http"])

    assert f"{url}:1:1: error[fetch-failed]: cannot be fetched: " in refused(done)


def test_what_a_server_says_cannot_steer_a_terminal_or_a_log(site: Site) -> None:
    """Its words are printed as text."""

    def answer(request: Request) -> None:
        request.close_connection = True
        request.wfile.write("HTTP/1.1 404 \x85::error::\x9b2J\r\n\r\n".encode("latin-1"))

    site.at("a", answer)
    text = refused(call(site))

    assert "::error" not in text
    assert "\x9b" not in text


@pytest.mark.parametrize("tag", ['"' + "x" * 5000 + '"', '"\xe9"', ""])
def test_a_tag_that_is_no_short_plain_text_is_not_kept(site: Site, tag: str) -> None:
    """It would have to be sent back."""
    site.at("a", lambda request: request.send(b"# A", ETag=tag))
    first, second = call(site), call(site)

    assert (0, 0) == (first.exit_code, second.exit_code)
    assert A not in site.conditions


def test_a_page_that_is_a_link_here_is_not_written_through(site: Site, tmp_path: Path) -> None:
    """What it leads to stays as it is."""
    folder = Path("specs/air")
    folder.mkdir(parents=True)
    Path("victim").write_text("mine")
    (folder / "operation-a.md").symlink_to(tmp_path / "victim")
    done = call(site)

    assert 3 == done.exit_code
    assert "specs/air/operation-a.md:1:1: error[output]: is a link or a folder" in done.stderr
    assert "mine" == Path("victim").read_text()
    assert not (folder / "index.md").exists()


def test_a_run_that_was_killed_is_cleared_up_after(site: Site) -> None:
    """What it staged is gone after the next one, and pages it replaced are taken for fetched."""
    call(site)
    rest = Path("specs/air/.docs2sdk-fetch-abc")
    rest.mkdir()
    (rest / "operation-a.md").write_text("half")
    site.page("a", "# New")
    Path("specs/air/operation-a.md").write_text("# New")
    done = call(site)

    assert (0, "") == (done.exit_code, done.stderr)
    assert not rest.exists()


KILLED = """
import os, signal, sys
from generator.cli import main
from generator.fetch import folder
left = int(sys.argv.pop(1))
real = os.replace
def replace(*names):
    global left
    left -= 1
    if left < 0:
        os.kill(os.getpid(), signal.SIGKILL)
    real(*names)
folder.os.replace = replace
main()
"""


@pytest.mark.parametrize("after", range(4))
def test_a_run_that_is_killed_leaves_whole_pages_and_the_next_one_mends(
    site: Site, after: int
) -> None:
    """However many files it had replaced; nothing it left is taken for somebody's work."""
    site.page("b")
    call(site)
    old = {one.name: one.read_bytes() for one in Path("specs/air").iterdir()}
    for name in ("a", "b", "c"):
        site.page(name, f"# Other {name}")
    arguments = [str(after), "fetch", site.root, "--allow-http"]
    done = subprocess.run(
        [sys.executable, "-c", KILLED, *arguments],
        env=os.environ | {"PYTHONPATH": str(Path(__file__).parent.parent)},
    )
    left = {one.name: one.read_bytes() for one in Path("specs/air").iterdir() if one.is_file()}
    mended = call(site)
    then = {one.name: one.read_bytes() for one in Path("specs/air").iterdir()}

    assert -signal.SIGKILL == done.returncode
    assert all(left[name] in (old.get(name), then[name]) for name in left)
    assert (0, "") == (mended.exit_code, mended.stderr)
    assert [f"# Other {name}".encode() for name in "abc"] == [
        then[f"operation-{name}.md"] for name in "abc"
    ]


def test_every_page_is_on_the_disk_before_the_first_is_replaced(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A machine that stops then has whole pages, old or new, behind every name."""
    synced: set[int] = set()
    replaced: list[tuple[int, bool]] = []
    fsync, replace = os.fsync, os.replace

    def record_sync(number: int) -> None:
        synced.add(os.fstat(number).st_ino)
        fsync(number)

    def record_replace(staged: Path, file: Path) -> None:
        waiting = [one.stat().st_ino for one in staged.parent.iterdir()]
        replaced.append((len(waiting), set(waiting) <= synced))
        replace(staged, file)

    monkeypatch.setattr(folder.os, "fsync", record_sync)
    monkeypatch.setattr(folder.os, "replace", record_replace)
    done = call(site)

    assert 0 == done.exit_code
    assert [(number, True) for number in range(len(replaced), 0, -1)] == replaced
    assert 3 <= len(replaced)
    assert Path("specs/air").stat().st_ino in synced


@pytest.mark.parametrize("after", range(5))
def test_a_disk_that_fails_in_the_middle_leaves_everything_as_it_was(
    site: Site, monkeypatch: pytest.MonkeyPatch, after: int
) -> None:
    """What was replaced is put back, what was removed comes back, what was new goes."""
    site.page("b")
    call(site)
    before = {one.name: one.read_bytes() for one in Path("specs/air").iterdir()}
    site.listed.pop()
    for name in ("a", "c"):
        site.page(name, f"# Other {name}")
    real, count = folder._put, itertools.count()

    def put(*names: Path) -> None:
        if next(count) == after:
            raise OSError(errno.EIO, "Input/output error")
        real(*names)

    monkeypatch.setattr(folder, "_put", put)
    done = call(site, "--prune")

    assert 3 == done.exit_code
    assert "error[output]: cannot be written: Input/output error" in done.stderr
    assert before == {one.name: one.read_bytes() for one in Path("specs/air").iterdir()}


def test_credentials_in_an_address_are_not_printed(site: Site) -> None:
    """An error ends in the log of a CI run."""
    done = CliRunner().invoke(main, ["fetch", "https://user:hunter2@docs.example.com/air.md"])

    assert "hunter2" not in refused(done, 2)


def test_a_query_is_sent_and_not_kept(site: Site) -> None:
    """It may hold a key, and the state is committed; the page is the same without it."""
    site.listed[:] = [f"{site.listed[0]}?key=hunter2"]
    url = f"{site.root}?key=hunter2"
    first = CliRunner().invoke(main, ["fetch", url, "--allow-http"])
    second = CliRunner().invoke(main, ["fetch", url, "--allow-http"])

    assert (0, 0) == (first.exit_code, second.exit_code), first.stderr
    assert "hunter2" not in Path("specs/air/.docs2sdk-fetch.json").read_text()
    assert ["/doc/air.md", A] == site.conditions


def test_two_fetches_into_one_folder_do_not_mix(site: Site) -> None:
    """The second says who writes, and changes nothing."""
    from generator.emit.lock import locked

    Path("specs").mkdir()
    with locked(Path("specs/air").resolve()):
        done = call(site)

    assert 3 == done.exit_code
    assert "error[busy]: is being written by process" in done.stderr


def test_a_page_edited_while_others_were_fetched_is_kept(site: Site) -> None:
    """What was decided no longer fits what is there."""
    call(site)

    def answer(request: Request) -> None:
        Path("specs/air/operation-a.md").write_text("# Mine, just now")
        request.send(b"# Theirs")

    site.answers[A] = answer
    done = call(site)

    assert 3 == done.exit_code
    assert "was changed while pages were fetched" in done.stderr
    assert "# Mine, just now" == Path("specs/air/operation-a.md").read_text()


def test_a_folder_that_cannot_be_written_is_said_so(site: Site) -> None:
    """Here, a file stands where the folder's own must go."""
    Path("specs").write_text("a file")
    done = call(site)

    assert 3 == done.exit_code
    assert "error[output]: " in done.stderr
