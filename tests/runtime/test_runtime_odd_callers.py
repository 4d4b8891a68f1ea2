"""What honest callers do and nobody thinks of: enumerations, other sequences, clients with parameters."""

from __future__ import annotations

from collections import deque
from enum import Enum
from typing import Any
from uuid import UUID

import httpx
import pytest
from _runtime._auth import bearer
from _runtime._encoding import pairs, text_of
from _runtime._errors import APIConnectionError
from _runtime._models import to_json
from _runtime._paths import quote_segment
from tiny_sdk import FakeTiny, Tiny


class Channel(str, Enum):  # noqa: UP042 - a StrEnum would print as its value
    """Text that prints as something else."""

    VOICE = "voice"


class Level(Enum):
    """A value behind a name."""

    HIGH = 3


@pytest.mark.parametrize(("value", "text"), [(Channel.VOICE, "voice"), (Level.HIGH, "3")])
def test_enumerations_are_their_values(value: Enum, text: str) -> None:
    """``Channel.VOICE`` is no text for the wire."""

    assert text == text_of(value)
    assert [("a", text)] == pairs({"a": value})
    assert [value.value] == to_json([value])


def test_an_enumeration_is_an_id_by_its_value() -> None:
    """Paths take the same values as queries."""

    assert "voice" == quote_segment(Channel.VOICE)


def test_any_sequence_is_a_list() -> None:
    """What a type checker lets through as a sequence is sent as one."""

    assert [("a", "1"), ("a", "2")] == pairs({"a": deque([1, 2])})
    assert [1, 2] == to_json(deque([1, 2]))


def test_bytes_are_no_text() -> None:
    """A guess at their encoding would be wrong one day."""
    with pytest.raises(TypeError, match="decode"):
        text_of(b"x")


def test_a_uuid_is_text_in_json_too() -> None:
    """Queries and forms accept it, so JSON does."""
    value = UUID(int=7)

    assert [str(value)] == to_json([value])


@pytest.mark.parametrize("token", ["secret ", "secret\x01", "s\u00e9cret", "\tsecret"])
def test_a_token_that_no_header_carries_is_refused_unseen(token: str) -> None:
    """httpx would quote it in its message."""
    with pytest.raises(ValueError, match="token") as caught:
        bearer(("token", token, "TOKEN"))

    assert "cret" not in str(caught.value)


def test_a_header_that_cannot_be_sent_is_not_quoted() -> None:
    """h11's message holds the header, and with it perhaps a secret."""

    def broken(request: httpx.Request) -> httpx.Response:
        raise httpx.LocalProtocolError("Illegal header value b'Bearer canary'")

    client = Tiny("u", "p", http_client=httpx.Client(transport=httpx.MockTransport(broken)))
    with pytest.raises(APIConnectionError) as caught:
        client.team("T").fetch("1")

    assert "canary" not in str(caught.value)
    assert caught.value.__cause__ is None


def test_parameters_of_a_given_client_are_added() -> None:
    """httpx alone would put them in place of a call's own."""
    seen: list[str] = []

    def answer(request: httpx.Request) -> httpx.Response:
        seen.append(request.url.query.decode())
        return httpx.Response(200, json={"ok": True})

    http = httpx.Client(transport=httpx.MockTransport(answer), params={"tenant": "x"})
    Tiny("u", "p", http_client=http).request("GET", "/v1/x", query={"a": 1})

    assert ["tenant=x&a=1"] == seen


def test_a_part_that_does_not_exist_is_told() -> None:
    """httpx's names for the parts are not ours."""
    parts: dict[str, Any] = {"params": {"q": 2}}
    with pytest.raises(TypeError, match=r"params; there are query"):
        FakeTiny().request("POST", "/v1/x", **parts)


def test_extra_headers_win_over_credentials() -> None:
    """What is called extra wins over everything, or it would be lost without a word."""
    seen: list[str] = []

    def answer(request: httpx.Request) -> httpx.Response:
        seen.append(request.headers["Authorization"])
        return httpx.Response(200, json={})

    client = Tiny("u", "p", http_client=httpx.Client(transport=httpx.MockTransport(answer)))
    client.with_options(extra_headers={"authorization": "Mine"}).request("GET", "/v1/x")
    client.request("GET", "/v1/x")

    assert ["Mine", "Basic dTpw"] == seen


def test_options_may_be_none() -> None:
    """The constructor takes None for no headers, so this does."""
    client = FakeTiny().with_options(headers=None)

    assert isinstance(client, FakeTiny)


def test_a_page_that_comes_again_is_not_yielded_again() -> None:
    """A server that does not know the parameter sends its first page for ever."""
    fake = FakeTiny()
    for _ in range(2):
        fake.reply(json={"items": [{"sid": "1"}], "meta": {"next": f"/v1/T/Tasks?p={_}"}})
    found = [one.sid for one in fake.team("T").list()]

    assert ["1"] == found
