"""How ids, queries, headers and bodies are written."""

from __future__ import annotations

import io
from copy import deepcopy
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from random import Random
from urllib.parse import unquote

import httpx
import pytest
from _runtime._encoding import Style, cookie_header, encode_body, header_fields, pairs, query_string
from _runtime._omit import OMIT
from _runtime._paths import fill
from _runtime._urls import join, parse_base_url
from tiny_sdk import FakeTiny, Order, Task, pickled

NOON = datetime(2030, 1, 2, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("WS1", "/a/WS1/b"),
        (7, "/a/7/b"),
        (Order.FIFO, "/a/FIFO/b"),
        ("a/b", "/a/a%2Fb/b"),
        ("a?b#c", "/a/a%3Fb%23c/b"),
        ("é\n%2e", "/a/%C3%A9%0A%252e/b"),
        ("...", "/a/.../b"),
        ("{x}", "/a/%7Bx%7D/b"),
    ],
)
def test_an_id_stays_one_segment(value: str | int, expected: str) -> None:
    """Whatever an id holds, it is percent-encoded."""

    assert expected == fill("/a/{id}/b", (value,))


@pytest.mark.parametrize("value", ["", ".", "..", "../x", "x/..", "x\\..\\y", "./", "\ud800"])
def test_an_id_that_would_move_the_path_is_refused(value: str) -> None:
    """Dot segments and emptiness never reach a server."""

    with pytest.raises(ValueError, match=r"id|surrogates"):
        fill("/a/{id}", (value,))


def test_a_template_with_dot_segments_is_refused() -> None:
    """The assembled path is checked too, wherever its dots come from."""

    with pytest.raises(ValueError, match="segments"):
        fill("/a/%2e./{id}", ("x",))


@pytest.mark.parametrize("value", [None, True, 1.5, b"x", ["x"], OMIT])
def test_an_id_of_another_type_is_a_type_error(value: object) -> None:
    """None would become the text None."""

    with pytest.raises(TypeError):
        fill("/a/{id}", (value,))  # type: ignore[arg-type]


def test_hostile_ids_never_change_the_number_of_segments() -> None:
    """5,000 random ids: refused, or one segment that decodes to what was given."""
    random = Random(7)
    alphabet = "./\\%2eE?#&=:@ é\x00\r\n{}~;"

    for _ in range(5000):
        value = "".join(random.choice(alphabet) for _ in range(random.randint(0, 6)))
        try:
            path = fill("/v1/{a}/end", (value,))
        except ValueError:
            continue
        url = httpx.URL("https://h" + path)
        _, version, segment, end = url.raw_path.decode().split("/")

        assert ("v1", value, "end") == (version, unquote(segment), end)


def test_the_number_of_ids_must_fit() -> None:
    """A missing id is found before a request is made."""

    with pytest.raises(TypeError, match="takes 2 ids, not 1"):
        fill("/{a}/{b}", ("x",))


def test_values_in_queries_and_forms() -> None:
    """Booleans, times, lists and mappings have one written form each; OMIT has none."""
    fields = {
        "t": True,
        "none": None,
        "gone": OMIT,
        "at": NOON,
        "on": date(2030, 1, 2),
        "l": [1, "b", OMIT],
        "m": {"a": {"b": "c"}, "x": OMIT},
        "d": [{"k": 1}, {"k": 2}],
        "e": Order.FIFO,
    }

    assert [
        ("t", "true"),
        ("none", ""),
        ("at", "2030-01-02T12:00:00Z"),
        ("on", "2030-01-02"),
        ("l", "1"),
        ("l", "b"),
        ("m[a][b]", "c"),
        ("d[0][k]", "1"),
        ("d[1][k]", "2"),
        ("e", "FIFO"),
    ] == pairs(fields)


@pytest.mark.parametrize(
    ("style", "value", "expected"),
    [
        ("repeat", [1, "b"], "a=1&a=b"),
        ("brackets", [1, "b"], "a[]=1&a[]=b"),
        ("indices", [1, "b"], "a[0]=1&a[1]=b"),
        ("comma", [1, "b"], "a=1,b"),
        ("comma", [1, OMIT, True], "a=1,true"),
        ("repeat", {"k": [1, 2]}, "a[k]=1&a[k]=2"),
        ("brackets", {"k": [1, 2]}, "a[k][]=1&a[k][]=2"),
        ("indices", {"k": [1, 2]}, "a[k][0]=1&a[k][1]=2"),
        ("comma", {"k": 1, "l": "x"}, "a=k,1,l,x"),
        ("repeat", [{"x": 1}, {"x": 2}], "a[0][x]=1&a[1][x]=2"),
        ("brackets", [{"x": 1}, {"x": 2}], "a[][x]=1&a[][x]=2"),
        ("repeat", [], ""),
        ("brackets", [], ""),
        ("comma", [], ""),
        ("comma", "one", "a=one"),
        ("comma", OMIT, ""),
    ],
)
def test_lists_travel_in_the_style_of_their_parameter(
    style: Style, value: object, expected: str
) -> None:
    """The four that vendors use, in a form and in a query alike."""
    fake = FakeTiny()
    fake.request("POST", "/x", form={"a": value}, query={"a": value}, styles={"a": style})
    sent = fake.sent[0]

    assert expected == unquote(sent.content.decode())
    assert [tuple(pair.split("=", 1)) for pair in expected.split("&") if pair] == pairs(
        {"a": value}, {"a": style}
    )


def test_a_list_with_commas_holds_plain_values() -> None:
    """There is no way to write more, so it is not written wrong."""

    with pytest.raises(TypeError, match="plain values"):
        pairs({"a": [{"x": 1}]}, {"a": "comma"})


def test_a_query_is_percent_encoded() -> None:
    """A plus and a space are never confused."""

    assert "a%5Bb%5D=c%20%2B%26&q=%C3%A9" == query_string({"a": {"b": "c +&"}, "q": "é"})


def test_times_keep_their_zone() -> None:
    """Only UTC is written as Z."""
    east = NOON.astimezone(timezone(timedelta(hours=2)))

    assert [("a", "2030-01-02T14:00:00+02:00"), ("b", "2030-01-02T12:00:00Z")] == pairs(
        {"a": east, "b": NOON.replace(tzinfo=None)}
    )


@pytest.mark.parametrize("value", ["a\r\nX: y", "a\nb", "a\0b"])
def test_a_header_with_a_line_break_is_refused(value: str) -> None:
    """A header's value cannot start another header."""

    with pytest.raises(ValueError, match="line break"):
        header_fields({"X-A": value})


def test_a_header_outside_ascii_is_refused_by_name() -> None:
    """httpx would raise a bare UnicodeEncodeError that does not say which header."""
    with pytest.raises(ValueError, match="If-Match"):
        header_fields({"If-Match": "\u00fc"})


@pytest.mark.parametrize("name", ["Host", "content-length", "Transfer-Encoding", "connection"])
def test_a_header_of_the_connection_is_refused(name: str) -> None:
    """Who sets these can smuggle a request."""

    with pytest.raises(ValueError, match="own"):
        header_fields({name: "x"})


def test_cookies_are_checked() -> None:
    """A value cannot add another cookie."""

    assert "a=1; b=x" == cookie_header({"a": 1, "b": "x", "c": OMIT})
    with pytest.raises(ValueError, match="separator"):
        cookie_header({"a": "1; admin=1"})


@pytest.mark.parametrize(
    ("parts", "content", "content_type"),
    [
        ({}, None, None),
        ({"form": {"a": OMIT}}, b"", "application/x-www-form-urlencoded"),
        ({"form": {"a": "x y", "n": None}}, b"a=x+y&n=", "application/x-www-form-urlencoded"),
        ({"json": {"a": OMIT}}, b"{}", "application/json"),
        ({"json": {"a": None, "t": NOON}}, b'{"a":null,"t":"2030-01-02T12:00:00Z"}', None),
        ({"json": [1, "é", True]}, '[1,"é",true]'.encode(), "application/json"),
        ({"json": None}, b"null", "application/json"),
        ({"json": Task(sid="x", order=Order.LIFO)}, b'{"sid":"x","order":"LIFO"}', None),
        ({"json": {}, "content_type": "application/x+json"}, b"{}", "application/x+json"),
        ({"json": OMIT}, None, None),
        ({"content": "é", "content_type": "text/plain"}, "é".encode(), "text/plain"),
        ({"content": io.BytesIO(b"raw")}, b"raw", None),
    ],
)
def test_bodies(parts: dict[str, object], content: bytes, content_type: str | None) -> None:
    """Each kind of body, to the byte."""
    body = encode_body(parts, {}, [])  # type: ignore[arg-type]
    sent = body.content if isinstance(body.content, bytes | None) else b"".join(body.content)

    assert content == sent
    assert content_type in (None, body.content_type)


def test_a_number_that_json_does_not_have_is_refused() -> None:
    """NaN would be sent as broken JSON."""

    with pytest.raises(ValueError, match="JSON"):
        encode_body({"json": {"x": float("nan")}}, {}, [])


def test_files_go_as_multipart(tmp_path: Path) -> None:
    """Fields come first; a path brings its name and bytes."""
    path = tmp_path / "a.txt"
    path.write_bytes(b"hello")
    fake = FakeTiny()
    fake.request("POST", "/up", form={"n": 1}, files={"f": path, "g": ("b.bin", b"\0"), "h": OMIT})
    sent = fake.sent[-1]

    assert sent.headers["content-type"].startswith("multipart/form-data; boundary=")
    assert b'name="n"\r\n\r\n1\r\n' in sent.content
    assert b'name="f"; filename="a.txt"' in sent.content
    assert b'name="g"; filename="b.bin"' in sent.content
    assert b'name="h"' not in sent.content


@pytest.mark.parametrize(
    ("base", "expected"),
    [
        ("https://h", "https://h/x?q=1"),
        ("https://h/", "https://h/x?q=1"),
        ("https://h/api/v1", "https://h/api/v1/x?q=1"),
        ("https://h/api/v1/", "https://h/api/v1/x?q=1"),
        ("http://127.0.0.1:8080", "http://127.0.0.1:8080/x?q=1"),
    ],
)
def test_the_base_urls_path_is_kept(base: str, expected: str) -> None:
    """A path is joined to the base, never put in its place."""

    assert expected == str(join(parse_base_url(base), "/x", "q=1"))


@pytest.mark.parametrize(
    "base",
    [
        None,
        "",
        "h",
        "https://[::1",
        "https://h" + "x" * 70_000,
        "ftp://h",
        "https://",
        "https://u:p@h",
        "https://h?x=1",
        "https://h#f",
    ],
)
def test_an_unusable_base_url_is_refused(base: str | None) -> None:
    """The mistake is told when the client is made."""

    with pytest.raises(ValueError, match="base_url"):
        parse_base_url(base)


@pytest.mark.parametrize("path", ["x", "https://evil.example/x", "@evil.example/", ".evil.example"])
def test_a_path_cannot_change_the_host(path: str) -> None:
    """What is joined to a host must not continue its name."""

    with pytest.raises(ValueError, match="starts with"):
        join(parse_base_url("https://h"), path, "")


def test_omit_is_one_constant() -> None:
    """Copies and pickles are the same object."""

    assert OMIT is deepcopy(OMIT) is pickled(OMIT)
    assert ("OMIT", False) == (repr(OMIT), bool(OMIT))
