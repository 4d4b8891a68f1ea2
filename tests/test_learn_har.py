"""HTTP archives as different tools save them."""

from __future__ import annotations

import base64
import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from generator.diagnostics import Diagnostics
from generator.learn.exchange import Answer, Aside
from generator.learn.har import entries_of, exchange_of
from generator.learn.load import load_traffic
from generator.learn.parse import MAX_DEPTH
from tests.traffic import entry, har, write_har

JSON = "application/json; charset=utf-8"
TEXT = '{"a": 1}'
ZIPPED = base64.b64encode(gzip.compress(TEXT.encode(), mtime=0)).decode()


def answered(content: object, **response: Any) -> Answer | Aside:
    """What the answer of an entry with such content is."""
    made = {
        "request": {"method": "GET", "url": "https://a.test/x"},
        "response": {"status": 200, "content": content, **response},
    }
    found = exchange_of(made, path="x.har", number=1)
    assert found is not None
    return found.answer


@pytest.mark.parametrize(
    "content",
    [
        {"mimeType": JSON, "text": TEXT},
        {"mimeType": JSON, "text": "\ufeff" + TEXT},
        {"mimeType": "application/problem+json", "text": TEXT, "size": -1, "compression": 3},
        {"mimeType": JSON, "encoding": "base64", "text": base64.b64encode(TEXT.encode()).decode()},
        {"mimeType": JSON, "encoding": "base64", "text": ZIPPED},
        {"mimeType": JSON, "text": gzip.compress(TEXT.encode(), mtime=0).decode("latin-1")},
        {"text": TEXT},
    ],
    ids=["plain", "mark", "problem", "base64", "gzip", "characters", "untyped"],
)
def test_an_answer_is_read_however_it_was_saved(content: object) -> None:
    """Browsers save text; proxies base64, and some of them compressed."""
    assert Answer(value={"a": 1}) == answered(content)


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (None, Aside.EMPTY),
        ({}, Aside.EMPTY),
        ({"mimeType": JSON, "text": " \n"}, Aside.EMPTY),
        ({"mimeType": JSON, "text": 5}, Aside.EMPTY),
        ({"mimeType": "text/html", "text": "<p>"}, Aside.NOT_JSON),
        ({"text": "<p>"}, Aside.NOT_JSON),
        ({"mimeType": JSON, "text": "{"}, Aside.UNREADABLE),
        ({"mimeType": JSON, "text": "NaN"}, Aside.UNREADABLE),
        ({"mimeType": JSON, "text": "1" * 5000}, Aside.UNREADABLE),
        ({"mimeType": JSON, "text": "[" * 100_000}, Aside.UNREADABLE),
        ({"mimeType": JSON, "text": "[" * (MAX_DEPTH + 1) + "]" * (MAX_DEPTH + 1)},
         Aside.UNREADABLE),
        ({"mimeType": JSON, "encoding": "base64", "text": "x"}, Aside.UNREADABLE),
        ({"mimeType": JSON, "encoding": "base64", "text": ZIPPED[:24]}, Aside.UNREADABLE),
    ],
)  # fmt: skip
def test_what_is_no_json_answer_is_put_aside(content: object, why: Aside) -> None:
    """Nothing of an archive is an error once the archive itself could be read."""
    assert why == answered(content)


def test_the_type_may_stand_in_the_headers_alone() -> None:
    """``mimeType`` is left out by some; header names come in any case."""
    headers = [{"name": "Content-Type", "value": "text/csv"}]

    assert Aside.NOT_JSON == answered({"text": "1"}, headers=headers)


@pytest.mark.parametrize(
    "made",
    [
        None,
        [],
        {"request": 1},
        {"request": {"method": "GET"}},
        {"request": {"url": "https://a.test/"}},
        {"request": {"method": "GET", "url": "https://[::1/"}},
        {"request": {"method": "GET", "url": "https://a.test:x/"}},
        {"request": {"method": "GET", "url": "/x"}},
    ],
)
def test_an_entry_without_a_request_is_none(made: Any) -> None:
    """It is counted, and the others are read."""
    assert exchange_of(made, path="x.har", number=1) is None


def test_http2_names_the_host_in_a_pseudo_header() -> None:
    """Some proxies save the path alone."""
    headers = [{"name": ":authority", "value": "a.test"}, {"name": ":scheme", "value": "https"}]
    made = {"request": {"method": "get", "url": "/x?y=1", "headers": headers}}
    found = exchange_of(made, path="x.har", number=1)

    assert found is not None
    assert ("GET", "https://a.test/x?y=1", ("y",)) == (found.method, found.url, found.query)


@pytest.mark.parametrize(
    ("sent", "names"),
    [
        ({"mimeType": JSON, "text": '{"a": 1, "b": {"c": 2}}'}, ("a", "b")),
        ({"mimeType": JSON, "text": "[1]"}, ()),
        ({"mimeType": "application/x-www-form-urlencoded", "text": "a=1&a=2&b="}, ("a", "b")),
        ({"mimeType": "multipart/form-data; boundary=x", "params": [{"name": "f"}]}, ("f",)),
        ({"mimeType": "text/plain", "text": "a=1"}, ()),
        (None, ()),
    ],
)
def test_names_of_fields_sent_are_read(sent: Any, names: tuple[str, ...]) -> None:
    """Of forms, their parts, and the top of JSON objects."""
    found = exchange_of(entry("POST", "https://a.test/", postData=sent), path="x", number=1)

    assert found is not None
    assert names == found.fields


@pytest.mark.parametrize("value", [[], {}, {"log": []}, {"log": {"entries": 1}}])
def test_other_json_is_no_archive(value: Any) -> None:
    """An archive has ``log.entries``."""
    assert entries_of(value) is None


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (b'{"log": {\n  "entries": [}', "x.har:2:15: traffic-syntax"),
        (b"", "x.har:1:1: traffic-syntax"),
        (b"\xff", "x.har:1:1: traffic-syntax"),
        (b"[" * 100_000, "x.har:1:1: traffic-syntax"),
        (b"NaN", "x.har:1:1: traffic-syntax"),
        (gzip.compress(b"{}", mtime=0)[:9], "x.har:1:1: traffic-unreadable"),
        (b"{}", "x.har:1:1: traffic-format"),
    ],
)
def test_a_broken_file_is_an_error_at_its_place(data: bytes, found: str, tmp_path: Path) -> None:
    """The message says where, and nothing of what was there."""
    diagnostics = Diagnostics()
    file = tmp_path / "x.har"
    file.write_bytes(data)
    load_traffic([file], diagnostics)
    one = next(iter(diagnostics))

    assert found == f"{one.span}: {one.code}".removeprefix(f"{tmp_path.as_posix()}/")


@pytest.mark.parametrize("pack", [bytes, gzip.compress, lambda data: b"\xef\xbb\xbf" + data])
def test_an_archive_may_be_compressed_or_marked(pack: Any, tmp_path: Path) -> None:
    """Some tools zip what they save, others put a byte order mark in front."""
    diagnostics = Diagnostics()
    file = tmp_path / "x.har"
    file.write_bytes(pack(json.dumps(har(entry("GET", "https://a.test/"), 5)).encode()))
    traffic = load_traffic([file], diagnostics)

    assert (0, 1, 1) == (len(diagnostics), len(traffic.exchanges), traffic.malformed)


def test_another_file_is_one_answer_by_its_name(tmp_path: Path) -> None:
    """PAGE.STATUS.json, or whatever the caller says of all of them."""
    file = tmp_path / "operation-getpet.200.json"
    file.write_text("[1]")
    other = write_har(tmp_path / "b.json", entry("GET", "https://a.test/"))
    named = load_traffic([file, other], Diagnostics()).answers
    told = load_traffic([file], Diagnostics(), page="p", status="default").answers

    assert [("operation-getpet", "200", [1])] == [(x.page, x.status, x.value) for x in named]
    assert [("p", "default", [1])] == [(x.page, x.status, x.value) for x in told]
